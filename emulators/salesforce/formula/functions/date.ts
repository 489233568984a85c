import type { Decimal } from 'decimal.js';
import { FormulaEvaluationError } from '../errors.ts';
import { DAY, fromDouble, inRange, Numeric } from '../values.ts';
import { expectType } from '../expression.ts';
import { dayIn } from '../../time-zone.ts';
import type { FormulaContext } from '../types.ts';
import {
  argumentAt,
  expectCount,
  pure,
  pureOf,
  subject,
  type FunctionDefinition,
  type FunctionTable,
} from './definition.ts';
import { readDate, readDatetime } from './read-date.ts';

const WEEK = 7 * DAY;
/** 1970 began on a Thursday; 1970-01-04 was a Sunday. */
const FIRST_SUNDAY = 3 * DAY;

export const DATE: FunctionTable = {
  TODAY: (call) => {
    expectCount(call, 0, 0);
    return { type: 'date', position: call.position, evaluate: (context) => dayOf(context.now.getTime(), context) };
  },
  NOW: (call) => {
    expectCount(call, 0, 0);
    return { type: 'datetime', position: call.position, evaluate: (context) => context.now.getTime() };
  },
  DATE: pure(['number', 'number', 'number'], 'date', dateOf),
  DATEVALUE: (call) => {
    expectCount(call, 1, 1);
    const argument = argumentAt(call, 0);
    expectType(argument, ['datetime', 'text', 'date'], subject(call));
    return {
      type: 'date',
      position: call.position,
      evaluate: (context) => {
        const value = argument.evaluate(context);
        if (typeof value === 'number') return argument.type === 'datetime' ? dayOf(value, context) : value;
        return typeof value === 'string' && value !== '' ? readDate(value) : null;
      },
    };
  },
  DATETIMEVALUE: pureOf(
    [['text', 'datetime', 'date']],
    () => 'datetime',
    (value) => {
      if (typeof value === 'number') return value;
      return value === '' ? null : readDatetime(value);
    },
  ),
  YEAR: partOfDate((date) => date.getUTCFullYear()),
  MONTH: partOfDate((date) => date.getUTCMonth() + 1),
  DAY: partOfDate((date) => date.getUTCDate()),
  WEEKDAY: pureOf(
    [['date']],
    () => 'number',
    (date) => new Numeric(weekday(date)),
  ),
  DAYOFYEAR: ofDay((date) => (date - startOfYear(yearOf(date))) / DAY + 1),
  ISOWEEK: ofDay((date) => Math.floor((thursdayOf(date) - startOfYear(yearOf(thursdayOf(date)))) / WEEK) + 1),
  ISOYEAR: ofDay((date) => yearOf(thursdayOf(date))),
  ADDMONTHS: pureOf(
    [['date', 'datetime'], ['number']],
    ([type]) => (type === 'datetime' ? 'datetime' : 'date'),
    addMonths,
  ),
  UNIXTIMESTAMP: pureOf(
    [['date', 'datetime', 'time']],
    () => 'number',
    (moment) => fromDouble(Math.floor(moment / 1000)),
  ),
  FROMUNIXTIME: pure(['number'], 'datetime', (seconds) => inRange(seconds.times(1000).toDecimalPlaces(0).toNumber())),
};

function midnight(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}

/** The day that it is where the user is. */
function dayOf(instant: number, { timeZone = 'GMT' }: FormulaContext): number {
  return Date.parse(`${dayIn(timeZone, instant)}T00:00:00.000Z`);
}

/** Fractions are dropped; a day that the month does not have is an error. */
function dateOf(...parts: [Decimal, Decimal, Decimal]): number {
  const [year, month, day] = parts.map((part) => part.trunc().toNumber()) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = year >= 1 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal) throw new FormulaEvaluationError('Month, Day or Year out of range in DATE() function');
  return date.getTime();
}

function partOfDate(part: (date: Date) => number): FunctionDefinition {
  return pureOf(
    [['date']],
    () => 'number',
    (date) => new Numeric(part(new Date(date))),
  );
}

function ofDay(count: (midnight: number) => number): FunctionDefinition {
  return pureOf(
    [['date', 'datetime']],
    () => 'number',
    (moment) => fromDouble(count(midnight(moment))),
  );
}

/** 1 is Sunday. */
function weekday(date: number): number {
  return ((((midnight(date) - FIRST_SUNDAY) % WEEK) + WEEK) % WEEK) / DAY + 1;
}

/** ISO weeks belong to the year of their Thursday. */
function thursdayOf(date: number): number {
  const daysSinceMonday = (weekday(date) + 5) % 7;
  return midnight(date) + (3 - daysSinceMonday) * DAY;
}

function yearOf(date: number): number {
  return new Date(date).getUTCFullYear();
}

function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** The last day of a month stays the last day. */
function addMonths(moment: number, months: Decimal): number {
  const date = new Date(moment);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const target = month + months.trunc().toNumber();
  const lastDay = daysIn(year, target);
  const newDay = day === daysIn(year, month) ? lastDay : Math.min(day, lastDay);
  return inRange(date.setUTCFullYear(year, target, newDay));
}

function daysIn(year: number, month: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month + 1, 0);
  return last.getUTCDate();
}
