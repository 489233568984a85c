import { toId18 } from '../ids.ts';
import type { Field, StoredValue } from '../entities.ts';
import { invalidField, invalidFilterOperator, malformedQuery } from '../errors.ts';
import { startOfDay } from '../time-zone.ts';
import { toDayRange, type Calendar } from './date-words.ts';

/** What a condition compares with: one value, or the stretch from `from` up to but not including `to`. */
export type Comparand = { kind: 'value'; value: StoredValue } | { kind: 'range'; from: string; to: string };

/** A literal as the parser gives it; a pattern is what LIKE compares with. */
export interface Literal {
  text: string;
  type: string | undefined;
  isPattern: boolean;
}

/** What kind of literal a field is compared with, by the names that Salesforce's messages use. */
type Family = 'string' | 'boolean' | 'double' | 'int' | 'date' | 'dateTime' | 'time';

export function familyOf(field: Field): Family {
  switch (field.type) {
    case 'boolean':
    case 'int':
    case 'date':
    case 'time':
      return field.type;
    case 'double':
    case 'currency':
    case 'percent':
      return 'double';
    case 'datetime':
      return 'dateTime';
    default:
      return 'string';
  }
}

/**
 * A literal as the column stores it. A literal of another kind than the field's is INVALID_FIELD, as on the platform,
 * and so is a date with a datetime field.
 */
export function toComparand(
  field: Field,
  { text: literal, type: literalType, isPattern }: Literal,
  calendar: Calendar,
): Comparand {
  const family = familyOf(field);
  if (literalType === 'NULL') return value(family === 'boolean' ? 0 : null);

  if (literalType === 'DATE_LITERAL' || literalType === 'DATE_N_LITERAL') {
    const days = toDayRange(literal, calendar);
    if (family !== 'date' && family !== 'dateTime') throw wrongKind(field, family);
    if (days === undefined) throw malformedQuery(`Date literal ${literal} is not supported by this emulator`);
    if (family === 'date') return { kind: 'range', ...days };
    const [from, to] = [days.from, days.to].map((day) => startOfDay(calendar.timeZone, day).toISOString());
    return { kind: 'range', from: from ?? '', to: to ?? '' };
  }

  switch (family) {
    case 'string':
      if (literalType !== 'STRING') throw wrongKind(field, family);
      return value(isPattern ? patternOf(literal) : toStoredText(field, textOf(literal)));
    case 'boolean':
      if (literalType !== 'BOOLEAN') throw wrongKind(field, family);
      return value(literal.toUpperCase() === 'TRUE' ? 1 : 0);
    case 'int':
    case 'double':
      if (literalType !== 'INTEGER' && literalType !== 'DECIMAL') throw wrongKind(field, family);
      return value(Number(literal));
    case 'date':
      if (literalType !== 'DATE') throw wrongKind(field, family);
      return value(literal);
    case 'dateTime': {
      const time = literalType === 'DATETIME' ? new Date(literal.replace(/\+(\d\d)(\d\d)$/, '+$1:$2')) : undefined;
      if (time === undefined || Number.isNaN(time.getTime())) throw wrongKind(field, family);
      return value(time.toISOString());
    }
    case 'time':
      throw invalidFilterOperator(`Time fields cannot be filtered by this emulator: ${field.name}`);
  }
}

function value(stored: StoredValue): Comparand {
  return { kind: 'value', value: stored };
}

function wrongKind(field: Field, family: Family): Error {
  const inQuotes = family === 'string' ? 'should be' : 'should not be';
  return invalidField(
    `value of filter criterion for field '${field.name}' must be of type ${family} and ${inQuotes} enclosed in quotes`,
  );
}

// An empty text is a blank: Salesforce keeps no empty texts.
function toStoredText(field: Field, text: string): StoredValue {
  if (text === '') return null;
  if (field.type !== 'id' && field.type !== 'reference') return text;
  const id = toId18(text);
  if (id === undefined) throw invalidFilterOperator(`invalid ID field: ${text}`);
  return id;
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text that a quoted literal stands for. */
export function textOf(literal: string): string {
  return literal.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (_whole, escaped: string) => unescaped(escaped));
}

// In SQL, too, a backslash goes before a sign that LIKE shall take as it is, the backslash itself included.
function patternOf(literal: string): string {
  return literal.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (whole, escaped: string) => {
    if (escaped === '%' || escaped === '_') return whole;
    return unescaped(escaped).replace('\\', '\\\\');
  });
}

function unescaped(escaped: string): string {
  if (escaped.length === 5) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return ESCAPES[escaped] ?? escaped;
}
