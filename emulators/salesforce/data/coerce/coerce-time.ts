import type { Field, RecordError, StoredValue } from '../../entities.ts';
import { wrongType } from '../record-errors.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?Z?$/;

/** `2026-11-22`, alone or at the beginning of a date-time. Years are 1700 to 4000, as on the platform. */
export function coerceDate(field: Field, raw: unknown): StoredValue | RecordError {
  if (typeof raw !== 'string') return wrongType(field, raw);
  const text = raw.trim();
  const isWhole = text.length === 10 || DATE_TIME.test(text);
  return isWhole && isCalendarDate(text) ? text.slice(0, 10) : wrongType(field, raw);
}

/** ISO 8601 with an offset → whole seconds in UTC, `2026-11-22T01:02:03.000Z`. */
export function coerceDateTime(field: Field, raw: unknown): StoredValue | RecordError {
  const match = typeof raw === 'string' ? DATE_TIME.exec(raw.trim()) : null;
  if (match === null) return wrongType(field, raw);
  const [, date = '', hour = '', minute = '', second = '00', offset = 'Z'] = match;
  if (!isCalendarDate(date)) return wrongType(field, raw);
  const zone = offset === 'Z' || offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  const moment = Date.parse(`${date}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(moment) ? wrongType(field, raw) : new Date(moment).toISOString();
}

/** `13:05:00.000Z` */
export function coerceTime(field: Field, raw: unknown): StoredValue | RecordError {
  const match = typeof raw === 'string' ? TIME.exec(raw.trim()) : null;
  if (match === null) return wrongType(field, raw);
  const [, hour = '', minute = '', second = '00', milliseconds = '0'] = match;
  return `${hour}:${minute}:${second}.${milliseconds.padEnd(3, '0')}Z`;
}

function isCalendarDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number(year) >= 1700 && Number(year) <= 4000 && date.getUTCMonth() + 1 === Number(month);
}
