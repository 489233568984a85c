import { dayIn } from '../time-zone.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A stretch of days, the end left out, as `YYYY-MM-DD`. */
export interface DayRange {
  from: string;
  to: string;
}

/** What date literals hang on. */
export interface Calendar {
  now: Date;
  /** Of the user who asks. */
  timeZone: string;
  /** The month in which the fiscal year begins, 1 to 12. */
  fiscalYearStartMonth: number;
}

/** What days are counted in. */
export type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

const SINGLE =
  /^(YESTERDAY|TODAY|TOMORROW|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)|(LAST|NEXT)_90_DAYS)$/;
const COUNTED =
  /^(?:(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S|N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S_AGO):(\d+)$/;

/**
 * The days that a date literal such as `THIS_WEEK` or `LAST_N_DAYS:3` names, or undefined when it is none.
 *
 * Days are those of the user's time zone, and weeks begin on Sunday, as for a user in en_US. See
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 */
export function toDayRange(word: string, calendar: Calendar): DayRange | undefined {
  const upper = word.toUpperCase();
  const counted = COUNTED.exec(upper);
  if (counted !== null) {
    const [, direction, unit, agoUnit, digits] = counted;
    const count = Number(digits);
    if (agoUnit !== undefined) return units(agoUnit as Unit, calendar, -count, -count + 1);
    // The last n days take in today, as LAST_90_DAYS does; the last n of anything longer leave out the running one.
    if (direction === 'LAST') return units(unit as Unit, calendar, -count, unit === 'DAY' ? 1 : 0);
    return units(unit as Unit, calendar, 1, count + 1);
  }
  const single = SINGLE.exec(upper);
  if (single === null) return undefined;
  const [, , which, unit, ninety] = single;
  if (ninety !== undefined) return ninety === 'LAST' ? units('DAY', calendar, -90, 1) : units('DAY', calendar, 1, 91);
  if (unit !== undefined) {
    const step = which === 'LAST' ? -1 : which === 'NEXT' ? 1 : 0;
    return units(unit as Unit, calendar, step, step + 1);
  }
  const step = upper === 'YESTERDAY' ? -1 : upper === 'TOMORROW' ? 1 : 0;
  return units('DAY', calendar, step, step + 1);
}

/** The days from the start of one unit to the start of another, counted from the running one, which is 0. */
export function units(unit: Unit, calendar: Calendar, from: number, to: number): DayRange {
  return { from: startOf(unit, calendar, from), to: startOf(unit, calendar, to) };
}

function startOf(unit: Unit, { now: moment, timeZone, fiscalYearStartMonth }: Calendar, step: number): string {
  const now = new Date(dayIn(timeZone, moment.getTime()));
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const today = Date.UTC(year, month, day);
  // Months since the fiscal year began.
  const fiscalMonth = (month - (fiscalYearStartMonth - 1) + 12) % 12;
  switch (unit) {
    case 'DAY':
      return toDay(today + step * DAY);
    case 'WEEK':
      return toDay(today + (step * 7 - now.getUTCDay()) * DAY);
    case 'MONTH':
      return toDay(Date.UTC(year, month + step, 1));
    case 'QUARTER':
      return toDay(Date.UTC(year, (Math.floor(month / 3) + step) * 3, 1));
    case 'YEAR':
      return toDay(Date.UTC(year + step, 0, 1));
    case 'FISCAL_QUARTER':
      return toDay(Date.UTC(year, month - (fiscalMonth % 3) + step * 3, 1));
    case 'FISCAL_YEAR':
      return toDay(Date.UTC(year, month - fiscalMonth + step * 12, 1));
  }
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
