/** A place in A1 notation, not yet held against a grid: zero-based, end-exclusive, open where a side is not given. */
export interface A1Place {
  /** Absent in `A1:B2`, which means the first sheet. */
  readonly title?: string;
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
  /** True of `B2`, an origin that a write may spill from, and false of `B2:B2`. */
  readonly single: boolean;
}

/** A notation whose cell part is a name: a whole tab or a named range. */
export interface A1Name {
  readonly title?: string;
  readonly name: string;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,6})?$/;
const R1C1_CORNER = /^R([1-9]\d{0,6})C([1-9]\d{0,4})$/i;

/**
 * Reads A1 notation, or R1C1 notation with both numbers, or undefined when it is none. A bare word that could be a cell is
 * a cell.
 * https://developers.google.com/workspace/sheets/api/guides/concepts#cell
 */
export function parseA1(text: string): A1Place | A1Name | undefined {
  const { title, rest } = splitTitle(text);
  if (rest === undefined) return title === undefined ? undefined : { title, single: false };
  const place = parseCells(rest);
  if (place !== undefined) return { ...(title !== undefined && { title }), ...place };
  if (rest.includes(':') || rest === '') return undefined;
  return { ...(title !== undefined && { title }), name: rest };
}

function splitTitle(text: string): { title?: string; rest?: string } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted !== null) {
    const [, title = '', rest] = quoted;
    return { title: title.replaceAll("''", "'"), ...(rest !== undefined && { rest }) };
  }
  const mark = text.lastIndexOf('!');
  if (mark === -1) return { rest: text };
  return { title: text.slice(0, mark), rest: text.slice(mark + 1) };
}

function parseCells(text: string): Omit<A1Place, 'title'> | undefined {
  const sides = text.split(':');
  const [from, to] = [toCorner(sides[0]), toCorner(sides[1] ?? sides[0])];
  if (sides.length > 2 || from === undefined || to === undefined) return undefined;
  if (sides.length === 1 && (from.row === undefined || from.column === undefined)) return undefined;
  const single = sides.length === 1;
  return { ...toSpan('Row', from.row, to.row), ...toSpan('Column', from.column, to.column), single };
}

interface Corner {
  row?: number;
  column?: number;
}

function toCorner(text: string | undefined): Corner | undefined {
  const [, row, column] = R1C1_CORNER.exec(text ?? '') ?? [];
  if (row !== undefined) return { row: Number(row) - 1, column: Number(column) - 1 };
  const match = CORNER.exec(text ?? '');
  const [, letters, digits] = match ?? [];
  if (letters === undefined && digits === undefined) return undefined;
  return {
    ...(digits !== undefined && { row: Number(digits) - 1 }),
    ...(letters !== undefined && { column: toColumnIndex(letters) }),
  };
}

function toSpan(side: 'Row' | 'Column', from: number | undefined, to: number | undefined): Partial<A1Place> {
  if (from !== undefined && to !== undefined) {
    return { [`start${side}`]: Math.min(from, to), [`end${side}`]: Math.max(from, to) + 1 };
  }
  // `A2:C` and `A:C2` are both open below.
  const start = from ?? to;
  return start === undefined ? {} : { [`start${side}`]: start };
}

/** `A` → 0, `Z` → 25, `AA` → 26. */
export function toColumnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function toColumnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A title as it stands before the `!`: quoted unless it is a plain word that cannot be taken for a cell. */
export function quoteTitle(title: string): string {
  const plain =
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title) && !/^r\d*c\d*$/i.test(title);
  return plain ? title : `'${title.replaceAll("'", "''")}'`;
}

/** `Sheet1!A1:B2`, or `Sheet1!A1` for one cell. Ends are exclusive. */
export function formatA1(title: string, top: number, left: number, bottom: number, right: number): string {
  const start = `${toColumnLetters(left)}${String(top + 1)}`;
  const end = `${toColumnLetters(right - 1)}${String(bottom)}`;
  return `${quoteTitle(title)}!${start === end ? start : `${start}:${end}`}`;
}
