import { COLUMN_NAMES, isWatched, sameValue, type CellValue, type ColumnName, type Row } from '../mapping/index.ts';
import type { BaseRow } from '../state/index.ts';
import { planRow, type RowPlan, type SheetRow } from './plan-row.ts';

/** What was read of the backlog tab, by column. */
export type Columns = ReadonlyMap<string, { index: number; values: readonly CellValue[] }>;

/** What is remembered, by Salesforce Id. */
export interface Remembered {
  /** The row as it should be; undefined for a request that is not mirrored. */
  desired(id: string): Row | undefined;
  /** What both sides last agreed on; of the watched columns alone, and of all. */
  watched(id: string): BaseRow | undefined;
  base(id: string): BaseRow | undefined;
  isPending(id: string): boolean;
  /** How many rows there should be, and which. */
  count(): number;
  ids(): Iterable<string>;
}

export interface PlannedRow extends RowPlan {
  id: string;
  index: number;
  desired: Row;
}

export interface SheetPlan {
  changes: PlannedRow[];
  /** Rows of requests that are gone. */
  removals: { id: string; index: number }[];
  /** Rows that carry the same key as one further up. */
  copies: { id: string; index: number }[];
  /** Requests that have no row. */
  missing: string[];
}

/**
 * Plans what is to be done about the backlog. Closed requests keep their rows, with their status. With `all`, every cell that
 * was read is compared, not only those of rows that changed.
 */
export function planSheet(columns: Columns, remembered: Remembered, all: boolean): SheetPlan {
  const plan: SheetPlan = { changes: [], removals: [], copies: [], missing: [] };
  const seen = new Set<string>();
  const keys = columns.get('key')?.values ?? [];
  for (const [index, key] of keys.entries()) {
    if (typeof key !== 'string') continue;
    const base = remembered.watched(key);
    if (seen.has(key)) {
      plan.copies.push({ id: key, index });
      continue;
    }
    const pending = remembered.isPending(key);
    const row = { index, cells: cellsOf(columns, index) };
    if (base !== undefined && !pending && !all && isUntouched(row, base)) {
      seen.add(key);
      continue;
    }
    const desired = remembered.desired(key);
    if (desired === undefined) {
      if (base !== undefined) plan.removals.push({ id: key, index });
      continue;
    }
    seen.add(key);
    const planned = planRow(row, desired, remembered.base(key));
    if (base === undefined || !isNothing(planned)) plan.changes.push({ ...planned, id: key, index, desired });
  }
  if (seen.size !== remembered.count()) {
    for (const id of remembered.ids()) if (!seen.has(id)) plan.missing.push(id);
  }
  return plan;
}

function cellsOf(columns: Columns, index: number): SheetRow['cells'] {
  const cells: SheetRow['cells'] = {};
  for (const name of COLUMN_NAMES) {
    const column = columns.get(name);
    if (column !== undefined) cells[name] = column.values[index] ?? null;
  }
  return cells;
}

function isUntouched(row: SheetRow, base: BaseRow): boolean {
  return (Object.entries(row.cells) as [ColumnName, CellValue][]).every(
    ([name, value]) => name === 'key' || !isWatched(name) || sameValue(value, base[name]?.value ?? null),
  );
}

function isNothing({ writes, edits, learned, detached }: RowPlan): boolean {
  return writes.length === 0 && edits.length === 0 && !learned && !detached;
}
