/** What a cell can hold. Dates are serial numbers, formatted as dates. */
export type CellValue = string | number | boolean | null;

/** A stretch of a cell's text that leads somewhere; positions count UTF-16 units. */
export interface LinkRun {
  start: number;
  end: number;
  url: string;
}

export interface Cell {
  value: CellValue;
  links?: LinkRun[];
}

export const BLANK: Cell = { value: null };

/** Sheets refuses a whole request for one cell above this, see the limits of a spreadsheet. */
const LONGEST_TEXT = 50_000;

/** A cell of literal text, without blanks around it, cut where Sheets would refuse it. */
export function textCell(text: string | null): Cell {
  const plain = normalize(text);
  if (typeof plain !== 'string') return BLANK;
  return { value: plain.length <= LONGEST_TEXT ? plain : `${plain.slice(0, LONGEST_TEXT - 1)}…` };
}

export function numberCell(value: number | null): Cell {
  return { value };
}

/** A text of which all leads to one place. An address that is not http(s) is left out: Sheets would refuse it. */
export function linkCell(text: string, url: string): Cell {
  return isWebAddress(url) ? { value: text, links: [{ start: 0, end: text.length, url }] } : { value: text };
}

export function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/.test(url) && URL.canParse(url);
}

/**
 * Whether two values mean the same to a reader: line ends, blanks around a text and a number typed as text do not count,
 * and an empty text is no value.
 */
export function sameValue(a: CellValue, b: CellValue): boolean {
  const [left, right] = [normalize(a), normalize(b)];
  if (left === right) return true;
  if (left === null || right === null) return false;
  return typeof left !== typeof right && String(left) === String(right);
}

export function sameCell(a: Cell, b: Cell): boolean {
  return sameValue(a.value, b.value) && JSON.stringify(a.links ?? []) === JSON.stringify(b.links ?? []);
}

function normalize(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  const text = value.replace(/\r\n?/g, '\n').trim();
  return text === '' ? null : text;
}
