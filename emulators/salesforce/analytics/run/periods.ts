import { lazily } from '../../lazily.ts';
import { units, type Calendar } from '../../soql/index.ts';
import type { Granularity } from '../model.ts';

/** A group of days: its value in the answer, what is shown, and its place among the others. */
export interface Period {
  value: string;
  label: string;
  order: string;
}

/** The org's calendar, with the way its fiscal years are called. */
export interface FiscalCalendar extends Calendar {
  /** A fiscal year is called by the calendar year in which it begins, not by the one in which it ends. */
  namedByStart: boolean;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const dayFormat = lazily(() => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }));

/** The period that a stored date or datetime is in, for a user in en_US and GMT. */
export function periodOf(granularity: Granularity, stored: string, calendar: FiscalCalendar): Period {
  const day = stored.slice(0, 10);
  const now = new Date(`${day}T00:00:00Z`);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const on = { now, timeZone: 'GMT', fiscalYearStartMonth: calendar.fiscalYearStartMonth };
  const since = (value: string, label: string): Period => ({ value, label, order: value });
  switch (granularity) {
    case 'None':
    case 'Day':
      return since(day, shown(day));
    case 'Week': {
      const { from, to } = units('WEEK', on, 0, 1);
      return since(from, `${shown(from)} - ${shown(dayBefore(to))}`);
    }
    case 'Month':
      return since(units('MONTH', on, 0, 1).from, `${MONTHS[month] ?? ''} ${year}`);
    case 'Quarter':
      return since(units('QUARTER', on, 0, 1).from, `Q${Math.floor(month / 3) + 1} CY${year}`);
    case 'Year':
      return since(units('YEAR', on, 0, 1).from, `CY${year}`);
    case 'FiscalQuarter': {
      const { from } = units('FISCAL_QUARTER', on, 0, 1);
      const yearStart = units('FISCAL_YEAR', on, 0, 1).from;
      const quarter = (monthsFrom(yearStart, from) / 3 + 1).toString();
      return since(from, `Q${quarter} FY ${fiscalYear(yearStart, calendar)}`);
    }
    case 'FiscalYear': {
      const { from } = units('FISCAL_YEAR', on, 0, 1);
      return since(from, `FY ${fiscalYear(from, calendar)}`);
    }
    case 'MonthInYear':
      return { value: String(month + 1), label: MONTHS[month] ?? '', order: String(month).padStart(2, '0') };
    case 'DayInMonth': {
      const date = String(now.getUTCDate());
      return { value: date, label: date, order: date.padStart(2, '0') };
    }
  }
}

/** What the fiscal year that begins on this day is called. */
function fiscalYear(start: string, { namedByStart }: FiscalCalendar): number {
  const year = Number(start.slice(0, 4));
  return namedByStart || start.slice(5, 7) === '01' ? year : year + 1;
}

function monthsFrom(one: string, other: string): number {
  const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(other) - months(one);
}

function shown(day: string): string {
  return dayFormat().format(new Date(`${day}T00:00:00Z`));
}

function dayBefore(day: string): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() - 1);
  return time.toISOString().slice(0, 10);
}
