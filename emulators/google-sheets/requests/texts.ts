import { refuseProtected } from '../access.ts';
import type { Cell, Sheet } from '../entities.ts';
import { invalidArgument } from '../errors.ts';
import { Scope } from '../formula/scope.ts';
import { cellAt, putCells, toStored } from '../grid/cells.ts';
import { findSheet } from '../grid/places.ts';
import { displayText } from '../values/effective.ts';
import { enterText } from '../values/entered.ts';
import { GridCoordinate, GridRange } from '../wire/messages.ts';
import { bool, enumeration, message, string } from '../wire/proto.ts';
import { growTo } from './cells.ts';
import { kind, required, writableBox, type Change } from './kind.ts';
import { PasteType } from './moves.ts';

const DELIMITERS: Partial<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

/** Splits the texts of one column over the columns to its right. */
export const textToColumns = kind(
  message('TextToColumnsRequest', {
    source: GridRange,
    delimiter: string,
    delimiterType: enumeration('DelimiterType', [
      'DELIMITER_TYPE_UNSPECIFIED',
      'COMMA',
      'SEMICOLON',
      'PERIOD',
      'SPACE',
      'CUSTOM',
      'AUTODETECT',
    ]),
  }),
  (change, { source, delimiter, delimiterType = 'DELIMITER_TYPE_UNSPECIFIED' }) => {
    const { sheet, box } = writableBox(change, source);
    if (box.right - box.left !== 1) throw invalidArgument('The source range must span exactly one column.');
    const scope = new Scope(change.draft, sheet);
    const texts = Array.from({ length: box.bottom - box.top }, (_none, offset) =>
      displayText(cellAt(sheet, box.top + offset, box.left), scope),
    );
    const mark = delimiterType === 'AUTODETECT' ? detect(texts) : (DELIMITERS[delimiterType] ?? delimiter);
    if (mark === undefined || mark === '') throw invalidArgument('Must specify a delimiter.');
    for (const [offset, text] of texts.entries()) {
      const parts = text.split(mark);
      if (parts.length > 1) enter(change, sheet, box.top + offset, box.left, parts);
    }
    return undefined;
  },
);

function detect(texts: readonly string[]): string {
  const counts = Object.values(DELIMITERS).map((mark = ',') => {
    return { mark, count: texts.reduce((sum, text) => sum + text.split(mark).length - 1, 0) };
  });
  return counts.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ',';
}

/** Pastes delimited text as if a person did: every field is parsed. */
export const pasteData = kind(
  message('PasteDataRequest', {
    coordinate: GridCoordinate,
    data: string,
    type: PasteType,
    delimiter: string,
    html: bool,
  }),
  (change, { coordinate, data = '', type = 'PASTE_NORMAL', delimiter, html }) => {
    if (html === true) throw invalidArgument('This emulator does not paste HTML.');
    if (!['PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_NO_BORDERS'].includes(type)) {
      throw invalidArgument(`This emulator does not paste text as ${type}.`);
    }
    const mark = required(delimiter, 'delimiter');
    const { sheetId = 0, rowIndex = 0, columnIndex = 0 } = required(coordinate, 'coordinate');
    const sheet = findSheet(change.draft, sheetId);
    for (const [offset, line] of data
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .entries()) {
      enter(change, sheet, rowIndex + offset, columnIndex, line.split(mark));
    }
    return undefined;
  },
);

function enter(change: Change, sheet: Sheet, row: number, left: number, texts: readonly string[]): void {
  const right = left + texts.length;
  growTo(change, sheet, row + 1, right);
  const box = { sheetId: sheet.sheetId, top: row, bottom: row + 1, left, right };
  refuseProtected(change.draft, sheet, box, change.email);
  const cells: (Cell | undefined)[] = texts.map((text, offset) =>
    toStored(enterText(cellAt(sheet, row, left + offset), text)),
  );
  putCells(sheet, row, left, cells);
}
