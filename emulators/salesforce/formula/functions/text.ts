import type { Decimal } from 'decimal.js';
import { FormulaEvaluationError } from '../errors.ts';
import { matchesWhole } from '../regex/index.ts';
import { Numeric } from '../values.ts';
import { pure, type FunctionDefinition, type FunctionTable } from './definition.ts';
import { asText } from './to-text.ts';

/** What a number may look like as text: a sign, digits, a point, an exponent; no separators, no spaces. */
const NUMBER_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export const TEXT: FunctionTable = {
  TEXT: asText,
  VALUE: pure(['text'], 'number', (text) => {
    if (text === '') return null;
    if (!NUMBER_TEXT.test(text)) throw new FormulaEvaluationError(`The value '${text}' is not a valid number.`);
    return new Numeric(text);
  }),
  ISNUMBER: pure(['text'], 'boolean', (text) => NUMBER_TEXT.test(text)),
  REGEX: pure(['text', 'text'], 'boolean', matchesWhole),
  CONTAINS: pure(['text', 'text'], 'boolean', (text, part) => text.includes(part)),
  BEGINS: pure(['text', 'text'], 'boolean', (text, start) => text.startsWith(start)),
  FIND: pure(['text', 'text'], 'number', find, ['number']),
  LEN: pure(['text'], 'number', (text) => new Numeric(text.length)),
  LEFT: pure(['text', 'number'], 'text', (text, count) => text.slice(0, atLeastZero(count))),
  RIGHT: pure(['text', 'number'], 'text', (text, count) => text.slice(Math.max(0, text.length - atLeastZero(count)))),
  MID: pure(['text', 'number', 'number'], 'text', (text, start, count) => {
    const from = Math.max(1, start.trunc().toNumber()) - 1;
    return text.slice(from, from + atLeastZero(count));
  }),
  SUBSTITUTE: pure(['text', 'text', 'text'], 'text', (text, old, replacement) =>
    old === '' ? text : text.replaceAll(old, () => replacement),
  ),
  // The platform trims what Java calls white space: every character up to the blank.
  TRIM: pure(['text'], 'text', (text) => text.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '')),
  UPPER: pure(['text'], 'text', (text, locale) => text.toLocaleUpperCase(localeTag(locale)), ['text']),
  LOWER: pure(['text'], 'text', (text, locale) => text.toLocaleLowerCase(localeTag(locale)), ['text']),
  INITCAP: pure(['text'], 'text', (text) => text.replace(WORD, capitalized)),
  LPAD: padding((text, fill) => fill + text),
  RPAD: padding((text, fill) => text + fill),
  REVERSE: pure(['text'], 'text', (text) => Array.from(text).reverse().join('')),
  ASCII: pure(['text'], 'number', (text) => {
    const point = text.codePointAt(0);
    return point === undefined ? null : new Numeric(point);
  }),
  CHR: pure(['number'], 'text', (code) => {
    const point = code.trunc().toNumber();
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  }),
  CASESAFEID: pure(['text'], 'text', caseSafeId),
};

/** Longest text a formula may build, which keeps LPAD of a huge number from filling the memory. */
const LONGEST_TEXT = 1_000_000;

function atLeastZero(count: Decimal): number {
  return Math.max(0, count.trunc().toNumber());
}

/** Counts from 1; 0 when it is not there, or nothing was looked for. */
function find(part: string, text: string, start?: Decimal): Decimal {
  const from = start === undefined ? 1 : start.trunc().toNumber();
  return new Numeric(part === '' ? 0 : text.indexOf(part, Math.max(1, from) - 1) + 1);
}

/** `en_US` as the browser's functions spell it; unknown locales are ignored. */
function localeTag(locale: string | undefined): string {
  const tag = (locale ?? '').replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'und';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'und';
  }
}

function capitalized(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('').toLowerCase();
}

/** Cuts a text that is longer; without a padding it is filled with blanks. A blank text stays blank. */
function padding(join: (text: string, fill: string) => string): FunctionDefinition {
  return pure(
    ['text', 'number'],
    'text',
    (text, length, fill = ' ') => {
      const wanted = atLeastZero(length);
      if (text === '' || fill === '' || wanted <= text.length) return text.slice(0, wanted);
      if (wanted > LONGEST_TEXT) throw new FormulaEvaluationError('The text is too long');
      const missing = wanted - text.length;
      return join(text, fill.repeat(Math.ceil(missing / fill.length)).slice(0, missing));
    },
    ['text'],
  );
}

/** Adds to 15 characters the three that tell which of them are capitals. */
function caseSafeId(id: string): string {
  if (!/^[a-zA-Z0-9]{15}$/.test(id)) return id;
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let index = 0; index < 5; index++) {
      if (/[A-Z]/.test(id.charAt(block + index))) bits |= 1 << index;
    }
    suffix += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'.charAt(bits);
  }
  return id + suffix;
}
