import type { StoredValue } from '../../entities.ts';
import type { ReportGrouping } from '../model.ts';
import { toCell } from './cells.ts';
import { periodOf, type FiscalCalendar } from './periods.ts';
import type { RunField } from './run-field.ts';

/** A grouping with its field. */
export interface Level {
  grouping: ReportGrouping;
  field: RunField;
}

/** One group as it is told, and its place among its siblings. */
export interface GroupKey {
  /** Same for all rows of the group. */
  id: string;
  value: unknown;
  label: string;
  /** Blank comes first; numbers before texts. */
  order: number | string | null;
}

/** Finds which group of a level a row is in; the same values give the same object. */
export function createKeyFinder(
  { grouping, field }: Level,
  calendar: FiscalCalendar,
): (stored: StoredValue, name: StoredValue | undefined) => GroupKey {
  const known = new Map<StoredValue, GroupKey>();
  return (stored, name) => {
    const found = known.get(stored);
    if (found !== undefined) return found;
    const key = toKey(grouping, field, calendar, stored, name);
    known.set(stored, key);
    return key;
  };
}

function toKey(
  { dateGranularity }: ReportGrouping,
  { field, order }: RunField,
  calendar: FiscalCalendar,
  stored: StoredValue,
  name: StoredValue | undefined,
): GroupKey {
  if (stored === null && field.type !== 'boolean') return { id: '', value: null, label: '-', order: null };
  if (field.type === 'date' || field.type === 'datetime') {
    const period = periodOf(dateGranularity, String(stored), calendar);
    return { id: period.value, value: period.value, label: period.label, order: period.order };
  }
  const { label } = toCell(field, stored, name);
  const id = String(stored ?? 0);
  const value = field.type === 'boolean' ? stored === 1 : stored;
  return { id, value, label, order: placeOf(field, order, stored, label) };
}

/** Values of a picklist stand in its own order, bucket labels in theirs, other texts in that of the alphabet. */
function placeOf(
  { picklist }: RunField['field'],
  labels: string[] | undefined,
  stored: StoredValue,
  label: string,
): number | string {
  const place = labels?.indexOf(label) ?? picklist?.values.findIndex(({ value }) => value === stored) ?? -1;
  if (place !== -1) return place;
  return typeof stored === 'number' ? stored : label.toLowerCase();
}

/** Compares groups of one level, ascending. */
export function compareKeys(one: GroupKey['order'], other: GroupKey['order']): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? -1 : 1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : 1;
  return typeof one === 'number' ? -1 : 1;
}
