import { toColumnLetters } from '../grid/a1.ts';
import { cellName } from '../grid/places.ts';
import type { Human } from './human.ts';

/** One sheet in front of a person, and the chance by which they pick a place on it. */
export interface Desk {
  human: Human;
  title: string;
  random: () => number;
  /** Headers of the columns in which this person types; all of them when absent. */
  typesIn?: readonly string[];
  /** What this person types under a header. */
  text(header: string, random: () => number): string;
}

/** Does one thing somewhere on the sheet and says what and where. */
type Act = (desk: Desk) => string;

/** What people do to a sheet. Every act draws its places anew from what the sheet then holds. */
export const ACTS = {
  edit(desk) {
    const { row, column, header } = pickTyped(desk);
    const text = desk.text(header, desk.random);
    desk.human.edit(desk.title, cellName(row, column), text);
    return `typed "${text}" into ${cellName(row, column)}`;
  },
  clearCell(desk) {
    const { row, column } = pickTyped(desk);
    desk.human.edit(desk.title, cellName(row, column), '');
    return `cleared ${cellName(row, column)}`;
  },
  sortAll(desk) {
    const [column, descending] = [pickColumn(desk), desk.random() < 0.5];
    desk.human.sort(desk.title, column, descending);
    return `sorted all by ${toColumnLetters(column)}${descending ? ' downwards' : ''}`;
  },
  /** Some of the columns only: records are torn apart. */
  sortPart(desk) {
    const { rows, columns } = desk.human.size(desk.title);
    const left = pick(desk, 0, columns);
    const right = pick(desk, left, columns);
    const range = `${cellName(firstRow(desk), left)}:${cellName(Math.max(firstRow(desk), rows - 1), right)}`;
    const descending = desk.random() < 0.5;
    desk.human.sortRange(desk.title, range, pick(desk, left, right + 1), descending);
    return `sorted ${range} alone${descending ? ' downwards' : ''}`;
  },
  filter(desk) {
    const [row, column] = [pickRow(desk), pickColumn(desk)];
    const text = String(desk.human.read(desk.title)[row]?.[column] ?? '');
    desk.human.filter(desk.title, column, [text]);
    return `filtered "${text}" out of ${toColumnLetters(column)}`;
  },
  clearFilter(desk) {
    desk.human.clearFilter(desk.title);
    return 'took the filter away';
  },
  insertRow(desk) {
    const row = pick(desk, firstRow(desk), desk.human.size(desk.title).rows + 1);
    desk.human.insertRow(desk.title, row);
    return `inserted a row before ${row + 1}`;
  },
  deleteRow(desk) {
    const row = pickRow(desk);
    desk.human.deleteRow(desk.title, row);
    return `deleted row ${row + 1}`;
  },
  moveRow(desk) {
    const [from, to] = [pickRow(desk), pickRow(desk)];
    desk.human.moveRow(desk.title, from, to);
    return `moved row ${from + 1} before row ${to + 1}`;
  },
  /** A new row with all of another's contents, its key with them. */
  copyRow(desk) {
    const from = pickRow(desk);
    const to = pick(desk, firstRow(desk), desk.human.size(desk.title).rows + 1);
    desk.human.insertRow(desk.title, to);
    const source = to <= from ? from + 1 : from;
    desk.human.copy(desk.title, wholeRow(desk, source), cellName(to, 0));
    return `copied row ${source + 1} into a new row ${to + 1}`;
  },
  /** Cells of one row over those of another; the first is left empty. */
  cutRow(desk) {
    const [from, to] = [pickRow(desk), pick(desk, firstRow(desk), desk.human.size(desk.title).rows + 3)];
    desk.human.cut(desk.title, wholeRow(desk, from), cellName(to, 0));
    return `cut row ${from + 1} and pasted it on row ${to + 1}`;
  },
  cutCell(desk) {
    const [one, other] = [pickTyped(desk), pickTyped(desk)];
    const [from, to] = [cellName(one.row, one.column), cellName(other.row, other.column)];
    desk.human.cut(desk.title, from, to);
    return `cut ${from} and pasted it on ${to}`;
  },
  insertColumn(desk) {
    const column = pickColumn(desk);
    desk.human.insertColumn(desk.title, column);
    return `inserted a column before ${toColumnLetters(column)}`;
  },
  deleteColumn(desk) {
    const column = pickColumn(desk);
    desk.human.deleteColumn(desk.title, column);
    return `deleted column ${toColumnLetters(column)}`;
  },
  moveColumn(desk) {
    const [from, to] = [pickColumn(desk), pickColumn(desk)];
    desk.human.moveColumn(desk.title, from, to);
    return `moved column ${toColumnLetters(from)} before ${toColumnLetters(to)}`;
  },
  renameColumn(desk) {
    const column = pickColumn(desk);
    const header = `${headersOf(desk)[column] ?? ''} (mine)`;
    desk.human.renameColumn(desk.title, column, header);
    return `renamed column ${toColumnLetters(column)} to "${header}"`;
  },
  hideColumn(desk) {
    const column = pickColumn(desk);
    desk.human.hideColumn(desk.title, column);
    return `hid column ${toColumnLetters(column)}`;
  },
  addNote(desk) {
    const place = cellName(pickRow(desk), pickColumn(desk));
    desk.human.addNote(desk.title, place, `Ask Ines about this one (${pick(desk, 0, 1_000_000)}).`);
    return `noted something on ${place}`;
  },
  format(desk) {
    const place = cellName(pickRow(desk), pickColumn(desk));
    const blue = pick(desk, 0, 1000) / 1000;
    desk.human.format(desk.title, place, { backgroundColor: { red: 1, green: 0.95, blue } });
    return `painted ${place}`;
  },
} satisfies Record<string, Act>;

export type ActName = keyof typeof ACTS;

/** A whole number from `least` up to, not including, `end`; `least` when there is none. */
function pick({ random }: Desk, least: number, end: number): number {
  return least + Math.floor(random() * Math.max(1, end - least));
}

/** The first row below the headers. */
function firstRow({ human, title }: Desk): number {
  return Math.max(1, human.size(title).frozenRows);
}

function pickRow(desk: Desk): number {
  return pick(desk, firstRow(desk), desk.human.size(desk.title).rows);
}

function pickColumn(desk: Desk): number {
  return pick(desk, 0, desk.human.size(desk.title).columns);
}

function headersOf({ human, title }: Desk): string[] {
  const { frozenRows, columns } = human.size(title);
  const shown = human.read(title)[Math.max(0, frozenRows - 1)] ?? [];
  return Array.from({ length: columns }, (_none, column) => String(shown[column] ?? ''));
}

function pickTyped(desk: Desk): { row: number; column: number; header: string } {
  const headers = headersOf(desk);
  const open = headers.flatMap((header, column) => (desk.typesIn?.includes(header) === false ? [] : [column]));
  const column = open[pick(desk, 0, open.length)] ?? 0;
  return { row: pickRow(desk), column, header: headers[column] ?? '' };
}

function wholeRow({ human, title }: Desk, row: number): string {
  const { columns } = human.size(title);
  return `${cellName(row, 0)}:${cellName(row, Math.max(0, columns - 1))}`;
}
