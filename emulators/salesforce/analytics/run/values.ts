import { toId18 } from '../../ids.ts';
import { toDayRange, units, type Calendar, type Comparand } from '../../soql/index.ts';
import { ReportError } from '../errors.ts';
import { spanOf } from './durations.ts';
import type { RunField } from './run-field.ts';

/** The values of a filter, which stand between commas; one in quotes may have commas itself. */
export function splitValues(text: string): string[] {
  const found = [...text.matchAll(/\s*(?:"((?:""|[^"])*)"|([^,]*))\s*(?:,|$)/g)];
  const values = found.map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain.trim());
  // The empty match at the end of the text is no value.
  return values.slice(0, Math.max(1, values.length - 1));
}

/** A filter's value as the column keeps it. Throws ReportError when it is none for such a field. */
export function toComparand({ field, name }: RunField, text: string, calendar: Calendar): Comparand {
  if (text === '') return { kind: 'value', value: field.type === 'boolean' ? 0 : null };
  const wrong = (): never => {
    throw new ReportError(`Invalid filter value for ${name}: ${text}`);
  };
  switch (field.type) {
    case 'boolean': {
      const word = text.toLowerCase();
      if (!['1', '0', 'true', 'false'].includes(word)) wrong();
      return { kind: 'value', value: word === '1' || word === 'true' ? 1 : 0 };
    }
    case 'int':
    case 'double':
    case 'currency':
    case 'percent': {
      const number = Number(text.replace(/^USD\s*|[$,%\s]/g, ''));
      return { kind: 'value', value: Number.isFinite(number) ? number : wrong() };
    }
    case 'date':
    case 'datetime':
      return toDays(field.type, text, calendar) ?? wrong();
    case 'picklist':
    case 'multipicklist': {
      const found = field.picklist?.values.find((one) => one.value === text || one.label === text);
      return { kind: 'value', value: found?.value ?? text };
    }
    case 'id':
    case 'reference':
      return { kind: 'value', value: toId18(text) ?? text };
    case 'time':
    case 'address':
    case 'location':
      throw new ReportError(`Fields of type ${field.type} cannot be filtered: ${name}`);
    default:
      return { kind: 'value', value: text };
  }
}

function toDays(type: 'date' | 'datetime', text: string, calendar: Calendar): Comparand | undefined {
  const range = wordRange(text, calendar);
  if (range !== undefined) return type === 'date' ? range : toTimes(range);
  const day = toDay(text);
  if (day !== undefined && type === 'date') return { kind: 'value', value: day };
  if (day !== undefined) return toTimes({ kind: 'range', from: day, to: nextDay(day) });
  const time = type === 'datetime' ? new Date(text) : undefined;
  if (time === undefined || Number.isNaN(time.getTime())) return undefined;
  return { kind: 'value', value: time.toISOString() };
}

type Range = Extract<Comparand, { kind: 'range' }>;

/** `LAST_N_DAYS:30`, `THIS FISCAL QUARTER`, `30 DAYS AGO`. */
function wordRange(text: string, calendar: Calendar): Range | undefined {
  const word = text
    .toUpperCase()
    .trim()
    .replaceAll(/\s+/g, '_')
    .replace(/^(LAST|NEXT)_(\d+)_([A-Z_]+?)S?$/, '$1_N_$3S:$2')
    .replace(/^(\d+)_([A-Z_]+?)S?_AGO$/, 'N_$2S_AGO:$1');
  const days = toDayRange(word, calendar) ?? rangeOfDuration(word, calendar);
  return days === undefined ? undefined : { kind: 'range', ...days };
}

/** The days of a named duration. */
export function rangeOfDuration(duration: string, calendar: Calendar): { from: string; to: string } | undefined {
  const span = spanOf(duration);
  return span === undefined ? undefined : units(span.unit, calendar, span.from, span.to);
}

/** `2026-11-22` or `11/22/2026`, as days are typed by a user in en_US. */
function toDay(text: string): string | undefined {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const written = year === undefined ? text : `${year}-${month?.padStart(2, '0') ?? ''}-${day?.padStart(2, '0') ?? ''}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return undefined;
  const time = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== written ? undefined : written;
}

export function nextDay(day: string): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + 1);
  return time.toISOString().slice(0, 10);
}

function toTimes({ from, to }: Range): Range {
  return { kind: 'range', from: `${from}T00:00:00.000Z`, to: `${to}T00:00:00.000Z` };
}
