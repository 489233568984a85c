import type { Box, Cell, DimensionName, Sheet, Spreadsheet } from '../entities.ts';
import { contains, parseFormula } from '../formula/parse.ts';
import { moveReferences } from '../formula/references.ts';
import type { Corner, Reference } from '../formula/tokens.ts';
import { changeSpan, type LineChange } from './spans.ts';

/* Formulas keep looking at the same contents when these move. */

/** References follow rows and columns that are inserted, deleted or moved on a sheet. */
export function followLines(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  dimension: DimensionName,
  change: LineChange,
): void {
  const side = dimension === 'ROWS' ? 'row' : 'column';
  redirect(spreadsheet, (reference, own) => {
    if (!isOn(reference, own, sheet.title)) return reference;
    const { start, end = start } = reference;
    const [from, to] = [start[side], end[side]];
    if (from === undefined || to === undefined) return reference;
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const span = changeSpan({ start: first, end: last + 1 }, change);
    if (span?.start === undefined || span.end === undefined) return undefined;
    if (span.start === first && span.end === last + 1) return reference;
    const ends = reference.end && { end: { ...end, [side]: span.end - 1 } };
    return { ...reference, start: { ...start, [side]: span.start }, ...ends };
  });
}

/** References follow cells that are cut from a box and pasted from a corner on. */
export function followCut(
  spreadsheet: Spreadsheet,
  source: { sheet: Sheet; box: Box },
  target: { sheet: Sheet; top: number; left: number },
): void {
  const { sheet, box } = source;
  const [down, right] = [target.top - box.top, target.left - box.left];
  const move = (corner: Corner): Corner => ({
    ...corner,
    row: (corner.row ?? 0) + down,
    column: (corner.column ?? 0) + right,
  });
  redirect(spreadsheet, (reference, own) => {
    const { start, end } = reference;
    if (!isOn(reference, own, sheet.title) || !isIn(start, box) || (end !== undefined && !isIn(end, box)))
      return reference;
    const elsewhere = reference.title !== undefined || own !== target.sheet;
    const moved = { start: move(start), ...(end && { end: move(end) }) };
    return elsewhere ? { title: target.sheet.title, ...moved } : moved;
  });
}

/** References to cells that are deleted, all of them, lead nowhere. */
export function loseBox(spreadsheet: Spreadsheet, sheet: Sheet, box: Box): void {
  redirect(spreadsheet, (reference, own) => {
    const { start, end = start } = reference;
    return isOn(reference, own, sheet.title) && isIn(start, box) && isIn(end, box) ? undefined : reference;
  });
}

function isIn({ row = -1, column = -1 }: Corner, box: Box): boolean {
  return row >= box.top && row < box.bottom && column >= box.left && column < box.right;
}

/** References follow a sheet that gets another name. */
export function followTitle(spreadsheet: Spreadsheet, before: string, after: string): void {
  redirect(spreadsheet, (reference) => {
    return reference.title?.toLowerCase() === before.toLowerCase() ? { ...reference, title: after } : reference;
  });
}

/** References to a sheet that is gone lead nowhere. */
export function loseSheet(spreadsheet: Spreadsheet, title: string): void {
  redirect(spreadsheet, (reference) =>
    reference.title?.toLowerCase() === title.toLowerCase() ? undefined : reference,
  );
}

function isOn(reference: Reference, own: Sheet, title: string): boolean {
  return (reference.title ?? own.title).toLowerCase() === title.toLowerCase();
}

function redirect(spreadsheet: Spreadsheet, move: (reference: Reference, own: Sheet) => Reference | undefined): void {
  for (const sheet of spreadsheet.sheets) {
    for (const [index, row] of sheet.rows.entries()) {
      if (row === undefined || !row.cells.some(hasReference)) continue;
      const cells = row.cells.map((cell) => {
        const formula = cell?.userEnteredValue?.formulaValue;
        if (formula === undefined) return cell;
        const moved = moveReferences(formula, (reference) => move(reference, sheet));
        return moved === formula ? cell : { ...cell, userEnteredValue: { formulaValue: moved } };
      });
      if (cells.some((cell, column) => cell !== row.cells[column])) sheet.rows[index] = { ...row, cells };
    }
  }
}

/** Whether a cell's formula looks at other cells. */
export function hasReference(cell: Cell | undefined): boolean {
  const formula = cell?.userEnteredValue?.formulaValue;
  const expression = formula === undefined ? undefined : parseFormula(formula);
  return expression !== undefined && contains(expression, ({ kind }) => kind === 'reference');
}
