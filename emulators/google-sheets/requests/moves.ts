import { without } from '../without.ts';
import { refuseProtected } from '../access.ts';
import type { Box, Cell, Sheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { cellAt, putCells, toStored } from '../grid/cells.ts';
import { copyFormula } from '../formula/references.ts';
import { followCut, hasReference } from '../grid/formulas.ts';
import { findBox, findSheet } from '../grid/places.ts';
import { sortBox } from '../grid/sort.ts';
import { GridCoordinate, GridRange, SortSpec } from '../wire/messages.ts';
import { enumeration, message, repeated } from '../wire/proto.ts';
import { growTo } from './cells.ts';
import { kind, required, writableBox, type Change } from './kind.ts';

export const sortRange = kind(
  message('SortRangeRequest', { range: GridRange, sortSpecs: repeated(SortSpec) }),
  (change, request) => {
    const { sheet, box } = writableBox(change, request.range);
    const specs = request.sortSpecs ?? [];
    for (const { dimensionIndex = 0 } of specs) {
      if (dimensionIndex < box.left || dimensionIndex >= box.right) {
        throw invalidArgument(`sortSpecs.dimensionIndex[${String(dimensionIndex)}] is outside of the range.`);
      }
    }
    sortBox(change.draft, sheet, box, specs);
    return undefined;
  },
);

export const PasteType = enumeration('PasteType', [
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_CONDITIONAL_FORMATTING',
]);
type PasteName =
  | 'PASTE_NORMAL'
  | 'PASTE_VALUES'
  | 'PASTE_FORMAT'
  | 'PASTE_NO_BORDERS'
  | 'PASTE_FORMULA'
  | 'PASTE_DATA_VALIDATION'
  | 'PASTE_CONDITIONAL_FORMATTING';

export const copyPaste = kind(
  message('CopyPasteRequest', {
    source: GridRange,
    destination: GridRange,
    pasteType: PasteType,
    pasteOrientation: enumeration('PasteOrientation', ['NORMAL', 'TRANSPOSE']),
  }),
  (change, request) => {
    const source = findBox(change.draft, required(request.source, 'source'), 'source');
    const target = findBox(change.draft, required(request.destination, 'destination'), 'destination');
    const given = readBox(source.sheet, source.box);
    const cells = request.pasteOrientation === 'TRANSPOSE' ? transposed(given) : given;
    const [height, width] = [cells.length, cells[0]?.length ?? 0];
    const { top, left, bottom, right } = target.box;
    // A destination that is a multiple of the source is tiled; any other is only a corner.
    const tall = Math.max(1, Math.floor((bottom - top) / height)) * height;
    const wide = Math.max(1, Math.floor((right - left) / width)) * width;
    const tiled = Array.from({ length: tall }, (_row, y) =>
      Array.from({ length: wide }, (_cell, x) => {
        const down = top + y - (source.box.top + (y % height));
        const right = left + x - (source.box.left + (x % width));
        return copied(cells[y % height]?.[x % width], down, right);
      }),
    );
    paste(change, target.sheet, top, left, tiled, request.pasteType ?? 'PASTE_NORMAL');
    return undefined;
  },
);

export const cutPaste = kind(
  message('CutPasteRequest', { source: GridRange, destination: GridCoordinate, pasteType: PasteType }),
  (change, request) => {
    const { sheet, box } = writableBox(change, request.source);
    const destination = required(request.destination, 'destination');
    const target = findSheet(change.draft, destination.sheetId ?? 0);
    const cells = readBox(sheet, box);
    for (let row = box.top; row < box.bottom; row += 1) {
      putCells(sheet, row, box.left, new Array<undefined>(box.right - box.left).fill(undefined));
    }
    const [top, left] = [destination.rowIndex ?? 0, destination.columnIndex ?? 0];
    followCut(change.draft, { sheet, box }, { sheet: target, top, left });
    paste(change, target, top, left, cells, request.pasteType ?? 'PASTE_NORMAL');
    return undefined;
  },
);

/** A cell as it is some rows down and columns to the right of where it was copied. */
function copied(cell: Cell | undefined, down: number, right: number): Cell | undefined {
  if (!hasReference(cell)) return cell;
  const formulaValue = copyFormula(cell?.userEnteredValue?.formulaValue ?? '', down, right);
  return { ...cell, userEnteredValue: { formulaValue } };
}

/** The cells of a box, row by row. */
export function readBox(sheet: Sheet, box: Box): (Cell | undefined)[][] {
  return Array.from({ length: box.bottom - box.top }, (_row, y) =>
    Array.from({ length: box.right - box.left }, (_cell, x) => cellAt(sheet, box.top + y, box.left + x)),
  );
}

function transposed(cells: readonly (readonly (Cell | undefined)[])[]): (Cell | undefined)[][] {
  return (cells[0] ?? []).map((_cell, x) => cells.map((row) => row[x]));
}

function paste(
  change: Change,
  sheet: Sheet,
  top: number,
  left: number,
  cells: readonly (readonly (Cell | undefined)[])[],
  type: PasteName,
): void {
  const [bottom, right] = [top + cells.length, left + (cells[0]?.length ?? 0)];
  growTo(change, sheet, bottom, right);
  refuseProtected(change.draft, sheet, { sheetId: sheet.sheetId, top, bottom, left, right }, change.email);
  for (const [y, row] of cells.entries()) {
    const pasted = row.map((cell, x) => toStored(pastedCell(cellAt(sheet, top + y, left + x), cell, type)));
    putCells(sheet, top + y, left, pasted);
  }
}

function pastedCell(old: Cell | undefined, from: Cell | undefined, type: PasteName): Cell | undefined {
  const { userEnteredValue, textFormatRuns, userEnteredFormat, dataValidation } = from ?? {};
  switch (type) {
    case 'PASTE_NORMAL':
      return from;
    case 'PASTE_NO_BORDERS':
      return { ...from, userEnteredFormat: without(userEnteredFormat ?? {}, 'borders') };
    case 'PASTE_VALUES':
    case 'PASTE_FORMULA':
      return {
        ...without(old ?? {}, 'userEnteredValue', 'textFormatRuns'),
        ...(userEnteredValue && { userEnteredValue }),
        ...(textFormatRuns && { textFormatRuns }),
      };
    case 'PASTE_FORMAT':
      return { ...without(old ?? {}, 'userEnteredFormat'), ...(userEnteredFormat && { userEnteredFormat }) };
    case 'PASTE_DATA_VALIDATION':
      return { ...without(old ?? {}, 'dataValidation'), ...(dataValidation && { dataValidation }) };
    case 'PASTE_CONDITIONAL_FORMATTING':
      throw invalidArgument('This emulator does not support PASTE_CONDITIONAL_FORMATTING.');
  }
}
