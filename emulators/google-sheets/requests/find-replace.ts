import type { Cell } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { Scope } from '../formula/scope.ts';
import { cellAt, putCells } from '../grid/cells.ts';
import { findBox, findSheet, wholeSheet } from '../grid/places.ts';
import { refuseProtected } from '../access.ts';
import { displayText } from '../values/effective.ts';
import { enterText } from '../values/entered.ts';
import { GridRange } from '../wire/messages.ts';
import { bool, int32, message, string } from '../wire/proto.ts';
import { kind } from './kind.ts';

const FindReplaceRequest = message('FindReplaceRequest', {
  find: string,
  replacement: string,
  matchCase: bool,
  matchEntireCell: bool,
  searchByRegex: bool,
  includeFormulas: bool,
  range: GridRange,
  sheetId: int32,
  allSheets: bool,
});

export const findReplace = kind(FindReplaceRequest, ({ draft, email }, request) => {
  const { find = '', replacement = '' } = request;
  if (find === '') throw invalidArgument('find must not be empty.');
  const pattern = toPattern(find, request);
  const counts = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 };
  const places =
    request.range !== undefined
      ? [findBox(draft, request.range)]
      : (request.allSheets === true ? draft.sheets : [findSheet(draft, request.sheetId ?? 0)]).map((sheet) => {
          return { sheet, box: wholeSheet(sheet) };
        });

  for (const { sheet, box } of places) {
    const rows = new Set<number>();
    const scope = new Scope(draft, sheet);
    for (let row = box.top; row < box.bottom; row += 1) {
      for (let column = box.left; column < box.right; column += 1) {
        const cell = cellAt(sheet, row, column);
        const text = searchable(cell, scope, request.includeFormulas === true);
        const found = text === undefined ? 0 : [...text.matchAll(pattern)].length;
        if (text === undefined || found === 0) continue;
        refuseProtected(draft, sheet, { ...box, top: row, bottom: row + 1, left: column, right: column + 1 }, email);
        const replaced =
          request.searchByRegex === true
            ? text.replaceAll(pattern, replacement)
            : text.replaceAll(pattern, () => replacement);
        putCells(sheet, row, column, [enterText(cell, replaced)]);
        rows.add(row);
        counts.occurrencesChanged += found;
        if (cell?.userEnteredValue?.formulaValue === undefined) counts.valuesChanged += 1;
        else counts.formulasChanged += 1;
      }
    }
    counts.rowsChanged += rows.size;
    if (rows.size > 0) counts.sheetsChanged += 1;
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
});

function toPattern(
  find: string,
  request: { matchCase?: boolean; matchEntireCell?: boolean; searchByRegex?: boolean },
): RegExp {
  const source = request.searchByRegex === true ? find : find.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const whole = request.matchEntireCell === true ? `^(?:${source})$` : source;
  try {
    return new RegExp(whole, request.matchCase === true ? 'g' : 'gi');
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidArgument(`Invalid regular expression: ${find}`);
    throw error;
  }
}

/** What a search sees: the text shown, or a formula when formulas are searched; a formula is left alone otherwise. */
function searchable(cell: Cell | undefined, scope: Scope, formulas: boolean): string | undefined {
  const value = cell?.userEnteredValue;
  if (value === undefined) return undefined;
  if (value.formulaValue !== undefined) return formulas ? value.formulaValue : undefined;
  return displayText(cell, scope);
}
