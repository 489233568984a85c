import { expect, test } from '@jest/globals';
import { toDayRange } from '../../../../../emulators/salesforce/soql/date-words.ts';

/** A Wednesday, in the fourth quarter of a fiscal year that began in February. */
const CALENDAR = { now: new Date('2026-11-25T10:00:00Z'), timeZone: 'GMT', fiscalYearStartMonth: 2 };

test.each([
  ['TODAY', '2026-11-25', '2026-11-26'],
  ['YESTERDAY', '2026-11-24', '2026-11-25'],
  ['TOMORROW', '2026-11-26', '2026-11-27'],
  ['THIS_WEEK', '2026-11-22', '2026-11-29'],
  ['LAST_WEEK', '2026-11-15', '2026-11-22'],
  ['NEXT_MONTH', '2026-12-01', '2027-01-01'],
  ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
  ['LAST_YEAR', '2025-01-01', '2026-01-01'],
  ['LAST_90_DAYS', '2026-08-27', '2026-11-26'],
  ['LAST_N_DAYS:3', '2026-11-22', '2026-11-26'],
  ['NEXT_N_DAYS:2', '2026-11-26', '2026-11-28'],
  ['N_DAYS_AGO:2', '2026-11-23', '2026-11-24'],
  ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
  ['last_n_weeks:1', '2026-11-15', '2026-11-22'],
  ['NEXT_N_QUARTERS:1', '2027-01-01', '2027-04-01'],
  ['N_YEARS_AGO:1', '2025-01-01', '2026-01-01'],
  ['THIS_FISCAL_QUARTER', '2026-11-01', '2027-02-01'],
  ['LAST_FISCAL_QUARTER', '2026-08-01', '2026-11-01'],
  ['NEXT_N_FISCAL_QUARTERS:2', '2027-02-01', '2027-08-01'],
  ['N_FISCAL_QUARTERS_AGO:4', '2025-11-01', '2026-02-01'],
  ['THIS_FISCAL_YEAR', '2026-02-01', '2027-02-01'],
  ['LAST_N_FISCAL_YEARS:2', '2024-02-01', '2026-02-01'],
])('%s is from %s until %s', (word, from, to) => {
  expect(toDayRange(word, CALENDAR)).toEqual({ from, to });
});

test.each(['SOMEDAY', 'FISCAL_YEAR', 'LAST_N_DAYS', 'LAST_N_DAYS:x'])('%s is no date literal here', (word) => {
  expect(toDayRange(word, CALENDAR)).toBeUndefined();
});

test('a January belongs to the fiscal year that began the February before', () => {
  const calendar = { ...CALENDAR, now: new Date('2026-01-31T10:00:00Z') };

  expect(toDayRange('THIS_FISCAL_YEAR', calendar)).toEqual({ from: '2025-02-01', to: '2026-02-01' });
  expect(toDayRange('THIS_FISCAL_QUARTER', calendar)).toEqual({ from: '2025-11-01', to: '2026-02-01' });
});
