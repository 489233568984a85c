import type { Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import type { RecordStore } from './record-store.ts';

/** The month in which the fiscal year of the org begins; 1 is January. */
export function fiscalYearStartMonth(schema: Schema, store: RecordStore): number {
  const organization = schema.findObject('Organization');
  const row = organization && store.findBy(organization, 'IsDeleted', 0)[0];
  return Number(row?.['FiscalYearStartMonth'] ?? 1);
}

/** What the close date of an opportunity comes to. A fiscal year has the name of the calendar year in which it ends. */
export function fiscalPeriodOf(closeDate: StoredValue | undefined, startMonth: number): StoredRecord {
  const [year, month] = String(closeDate ?? '')
    .split('-')
    .map(Number);
  if (year === undefined || month === undefined) return {};
  const monthsIn = (month - startMonth + 12) % 12;
  const fiscalYear = startMonth > 1 && month >= startMonth ? year + 1 : year;
  const quarter = Math.floor(monthsIn / 3) + 1;
  return { FiscalYear: fiscalYear, FiscalQuarter: quarter, Fiscal: `${fiscalYear} ${quarter}` };
}

/** Gives all opportunities the periods of another fiscal year; it is no change of theirs that anybody made. */
export function moveFiscalYear(store: RecordStore, opportunities: SObjectType, startMonth: number): void {
  for (const { Id, CloseDate } of store.query('SELECT "Id", "CloseDate" FROM "Opportunity"', [])) {
    const period = fiscalPeriodOf(CloseDate, startMonth);
    if (Object.keys(period).length > 0) store.update(opportunities, String(Id), period);
  }
}
