import { without } from '../without.ts';
import type { Cell } from '../entities.ts';
import type { ExtendedValue, NumberFormat } from '../wire/messages.ts';
import { toSerial } from './date-serial.ts';
import { contains, parseFormula } from '../formula/parse.ts';

interface Entry {
  value: ExtendedValue | undefined;
  /** The format that typing gives a cell that has none. */
  format?: NumberFormat;
}

/** What becomes of a cell when somebody types into it; formats and notes stay. */
export function enterText(cell: Cell | undefined, text: string): Cell {
  if (cell?.userEnteredFormat?.numberFormat?.type === 'TEXT') {
    return withValue(cell, text === '' ? undefined : { stringValue: text });
  }
  const { value, format } = readEntry(text);
  const entered = withValue(cell, value);
  if (format === undefined || entered.userEnteredFormat?.numberFormat !== undefined) return entered;
  return { ...entered, userEnteredFormat: { ...entered.userEnteredFormat, numberFormat: format } };
}

/** The cell with another value, or with none. */
export function withValue(cell: Cell | undefined, value: ExtendedValue | undefined): Cell {
  const rest = without(cell ?? {}, 'userEnteredValue', 'textFormatRuns');
  return value === undefined ? rest : { ...rest, userEnteredValue: value };
}

/** What a text comes to that somebody types into a cell without a format. */
export function readEntry(text: string): Entry {
  if (text === '') return { value: undefined };
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: { boolValue: trimmed.toLowerCase() === 'true' } };
  return readNumber(trimmed) ?? readDate(trimmed) ?? readSum(trimmed) ?? { value: { stringValue: text } };
}

const NUMBER = /^([+-]?)([$€£¥]?) ?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?(%?)$/i;

function readNumber(text: string): Entry | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, outer = '', currency = '', inner = '', whole = '', decimals = '', power = '', percent = ''] = match;
  if (whole === '' && decimals.length < 2) return undefined;
  const size = Number(`${whole.replaceAll(',', '') || '0'}${decimals}${power.toLowerCase()}`);
  const signed = (outer || inner) === '-' ? -size : size;
  const value = { numberValue: percent === '' ? signed : signed / 100 };
  const places = decimals.length > 1 ? '.00' : '';
  if (percent !== '') return { value, format: { type: 'PERCENT', pattern: `0${places}%` } };
  if (currency !== '') {
    const symbol = currency === '$' ? '"$"' : `[$${currency}]`;
    return { value, format: { type: 'CURRENCY', pattern: `${symbol}#,##0${places}` } };
  }
  if (power !== '') return { value, format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (whole.includes(',')) return { value, format: { type: 'NUMBER', pattern: `#,##0${places}` } };
  return { value };
}

const ISO = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T](.+))?$/;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?: (.+))?$/;
const MONTH_FIRST = /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/i;
const DAY_FIRST = /^(?<day>\d{1,2})[ -](?<month>[a-z]{3,9})\.?[ -](?<year>\d{4})$/i;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?: ?([ap]m))?$/i;

function readDate(text: string): Entry | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, mark, month, day, time] = iso;
    const pattern = mark === '/' ? 'yyyy/mm/dd' : 'yyyy-mm-dd';
    return toEntry(Number(year), Number(month), Number(day), time, pattern);
  }
  const american = AMERICAN.exec(text);
  if (american !== null) {
    const [, month, day, year = '', time] = american;
    return toEntry(fullYear(year), Number(month), Number(day), time, 'm/d/yyyy');
  }
  const worded = MONTH_FIRST.exec(text) ?? DAY_FIRST.exec(text);
  if (worded?.groups !== undefined) return readWorded(text, worded.groups);
  return TIME.test(text) ? toEntry(1899, 12, 30, text, '') : undefined;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** A date with its month in words, in the order and the length in which it was written. */
function readWorded(text: string, { month = '', day = '', year = '' }: Record<string, string>): Entry | undefined {
  const word = month.toLowerCase();
  const index = MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word);
  if (index < 0) return undefined;
  const letters = word.length > 3 ? 'mmmm' : 'mmm';
  const pattern = /^\d/.test(text) ? `d ${letters} yyyy` : `${letters} d, yyyy`;
  return toEntry(Number(year), index + 1, Number(day), undefined, pattern);
}

function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}

function toEntry(year: number, month: number, day: number, time: string | undefined, date: string): Entry | undefined {
  const match = time === undefined ? undefined : TIME.exec(time);
  if (match === null) return undefined;
  const [, hours = '0', minutes = '0', seconds, half] = match ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const serial = toSerial({ year, month, day, hour, minute: Number(minutes), second: Number(seconds ?? 0) });
  if (serial === undefined) return undefined;
  const clock =
    match === undefined ? '' : `h:mm${seconds === undefined ? '' : ':ss'}${half === undefined ? '' : ' am/pm'}`;
  const type = clock === '' ? 'DATE' : date === '' ? 'TIME' : 'DATE_TIME';
  return { value: { numberValue: serial }, format: { type, pattern: [date, clock].filter(Boolean).join(' ') } };
}

/**
 * A plus sign begins a formula, whatever follows it: `+1+1`, and `+49 30 1234`, which is none and shows an error. After
 * a minus sign, only what can be worked out is a formula.
 */
function readSum(text: string): Entry | undefined {
  if (!/^[+-]./.test(text)) return undefined;
  const formula = `=${text}`;
  const expression = parseFormula(formula);
  if (text.startsWith('-') && (expression === undefined || contains(expression, ({ kind }) => kind === 'name')))
    return undefined;
  return { value: { formulaValue: formula } };
}
