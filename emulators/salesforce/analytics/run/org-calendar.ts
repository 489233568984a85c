import type { Org } from '../../org.ts';
import type { FiscalCalendar } from './periods.ts';

/** The calendar of the org as its Organization record tells it. */
export function fiscalCalendar({ database, clock }: Org): FiscalCalendar {
  const row = database
    .prepare('SELECT FiscalYearStartMonth AS month, UsesStartDateAsFiscalYearName AS byStart FROM Organization LIMIT 1')
    .get();
  return {
    now: clock.now(),
    timeZone: 'GMT',
    fiscalYearStartMonth: Number(row?.['month'] ?? 1),
    namedByStart: row?.['byStart'] === 1,
  };
}
