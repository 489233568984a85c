import { toColumnIndex } from '../grid/a1.ts';

/** A place that a formula names. Sides are as they are written: columns by letters, rows by numbers. */
export interface Reference {
  /** The sheet as it is written, without quotes. */
  title?: string;
  start: Corner;
  /** Absent in `A1`, present in `A1:B2` and `A:A`. */
  end?: Corner;
}

export interface Corner {
  /** Zero-based; absent in whole rows such as `1:3`. */
  column?: number;
  columnFixed?: boolean;
  row?: number;
  rowFixed?: boolean;
}

export type Token = { at: number; length: number } & (
  | { kind: 'number'; number: number }
  | { kind: 'text'; text: string }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string }
  | { kind: 'error'; text: string }
  | { kind: 'sign'; sign: string }
);

const SHEET = String.raw`(?:(?<quoted>'(?:[^']|'')+')!|(?<title>[A-Za-z_][\w.]*)!)?`;
const CELLS = String.raw`(?<from>\$?[A-Za-z]{1,3}\$?[1-9]\d*)(?::(?<to>\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?))?`;
const COLUMNS = String.raw`(?<fromColumn>\$?[A-Za-z]{1,3}):(?<toColumn>\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?)`;
const ROWS = String.raw`(?<fromRow>\$?[1-9]\d*):(?<toRow>\$?[1-9]\d*)`;
const REFERENCE = new RegExp(String.raw`${SHEET}(?:${CELLS}|${COLUMNS}|${ROWS})(?![\w(.])`, 'y');
const OTHER =
  /(?<error>#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!))|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|"(?<text>(?:[^"]|"")*)"|(?<name>[\p{L}_][\p{L}\p{N}_.]*)|(?<sign><>|<=|>=|[-+*/^&=<>(),;%{}])/uy;
const BLANK = /\s*/y;

/** The words of a formula, without its equals sign; undefined when it cannot be read. */
export function readTokens(formula: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = skipBlank(formula, 1); at < formula.length;) {
    const token = readReference(formula, at) ?? readOther(formula, at);
    if (token === undefined) return undefined;
    tokens.push(token);
    at = skipBlank(formula, at + token.length);
  }
  return tokens;
}

function skipBlank(formula: string, at: number): number {
  BLANK.lastIndex = at;
  BLANK.exec(formula);
  return BLANK.lastIndex;
}

function readReference(formula: string, at: number): Token | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(formula);
  if (match === null) return undefined;
  const { quoted, title, from, to, fromColumn, toColumn, fromRow, toRow } = match.groups ?? {};
  const named = quoted?.slice(1, -1).replaceAll("''", "'") ?? title;
  const end = to ?? toColumn ?? toRow;
  const reference = {
    ...(named !== undefined && { title: named }),
    start: toCorner(from ?? fromColumn ?? fromRow ?? ''),
    ...(end !== undefined && { end: toCorner(end) }),
  };
  return { kind: 'reference', reference, at, length: match[0].length };
}

function toCorner(text: string): Corner {
  const [, columnMark, letters, rowMark, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  const column = (letters ?? '') === '' ? undefined : toColumnIndex(letters ?? '');
  // `$1` is a fixed row: its mark stands where that of a column would.
  const rowFixed = rowMark === '$' || (column === undefined && columnMark === '$');
  return {
    ...(column !== undefined && { column, ...(columnMark === '$' && { columnFixed: true }) }),
    ...((digits ?? '') !== '' && { row: Number(digits) - 1, ...(rowFixed && { rowFixed: true }) }),
  };
}

function readOther(formula: string, at: number): Token | undefined {
  OTHER.lastIndex = at;
  const match = OTHER.exec(formula);
  if (match === null) return undefined;
  const { error, number, text, name, sign } = match.groups ?? {};
  const place = { at, length: match[0].length };
  if (error !== undefined) return { kind: 'error', text: error, ...place };
  if (number !== undefined) return { kind: 'number', number: Number(number), ...place };
  if (text !== undefined) return { kind: 'text', text: text.replaceAll('""', '"'), ...place };
  if (name !== undefined) return { kind: 'name', name, ...place };
  return { kind: 'sign', sign: sign ?? '', ...place };
}
