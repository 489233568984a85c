import { isStamp, sameValue, type CellValue, type ColumnName, type Layout, type Row } from '../mapping/index.ts';
import type { BaseRow, ReadColumn } from '../state/index.ts';
import { planRow, type RowPlan, type SheetRow, type Typed } from './plan-row.ts';

/** Where the columns of a tab stand, and what they hold where that was read. */
export type Columns = ReadonlyMap<string, ColumnState>;

export interface ColumnState {
  index: number;
  values?: readonly CellValue[];
  /** Of a column that was not read as a whole: by row, what was seen of it. */
  seen?: ReadonlyMap<number, CellValue>;
}

/** What is remembered, by Salesforce Id. */
export interface Remembered {
  /** The row as it should be; undefined for a request that is not mirrored here. */
  desired(id: string): Row | undefined;
  /** The same, of a request that is mirrored anywhere. */
  latest(id: string): Row | undefined;
  /** What both sides last agreed on. */
  base(id: string): BaseRow | undefined;
  /** Tells of rows of these columns whether they hold what both sides last agreed on. */
  compare(columns: readonly ReadColumn[]): (id: string, index: number) => boolean;
  /** Whether this is a request at all, mirrored here or elsewhere. */
  isKnown(id: string): boolean;
  isPending(id: string): boolean;
  /** Whether a request is called so. */
  isNumber(text: string): boolean;
  /** How many rows there should be, and which. */
  count(): number;
  ids(): Iterable<string>;
}

export interface PlannedRow extends RowPlan {
  id: string;
  index: number;
  desired: Row;
}

/** The row of a request that is gone. What was typed into it meanwhile can be taken over no more. */
export interface Removal {
  id: string;
  index: number;
  lost: Typed[];
}

export interface SheetPlan {
  changes: PlannedRow[];
  removals: Removal[];
  /** Rows that carry the same key as one further up, or in its place the number of a request that has its row. */
  copies: Copy[];
  /** Requests that have no row. */
  missing: string[];
  /** Rows without a key in which people typed something: they are nobody's request. */
  typed: TypedRow[];
  /** Rows with something else in place of their key, and the requests that they must be of, which have no other row. */
  defaced: { id: string; index: number }[];
  /** The same, where the number that tells whose they are was not read. */
  nameless: number[];
}

/** A row without a key, with what people have in it; what there is of a copy once its key was taken off. */
export interface TypedRow {
  index: number;
  text: string;
}

export interface Copy extends TypedRow {
  id: string;
  /** What it says otherwise than its request. */
  typed: Typed[];
}

/** Plans what is to be done about a tab: every cell that was read is compared, and of pending requests all. */
export function planSheet(columns: Columns, remembered: Remembered, layout: Layout): SheetPlan {
  const plan: SheetPlan = { changes: [], removals: [], copies: [], missing: [], typed: [], defaced: [], nameless: [] };
  const height = Math.max(0, ...[...columns.values()].map(({ values }) => values?.length ?? 0));
  const seen = new Set<string>();
  const keys = columns.get('key')?.values ?? [];
  const agrees = remembered.compare(comparable(columns, layout));
  const looked = new Set([...columns.values()].flatMap(({ seen }) => [...(seen?.keys() ?? [])]));
  const strange: number[] = [];
  for (let index = 0; index < height; index += 1) {
    const key = keys[index] ?? null;
    if (key === null) plan.typed.push(...typedRow(columns, layout, index));
    if (key !== null && index > 0 && !isId(key)) strange.push(index);
    if (typeof key !== 'string') continue;
    if (seen.has(key)) {
      plan.copies.push(copyOf(key, index, columns, remembered, layout));
      continue;
    }
    if (!remembered.isPending(key) && !looked.has(index) && agrees(key, index)) {
      seen.add(key);
      continue;
    }
    const row = { index, cells: cellsOf(columns, layout, index) };
    const base = remembered.base(key);
    const desired = remembered.desired(key);
    if (desired === undefined) {
      // Of a row that was appended just before the service died nothing is agreed on yet, and its request may be gone now.
      if (base !== undefined || remembered.isKnown(key) || remembered.isPending(key)) {
        plan.removals.push({ id: key, index, lost: typedSince(row, base ?? remembered.latest(key), layout) });
      }
      continue;
    }
    seen.add(key);
    const planned = planRow(row, desired, base, layout);
    if (base === undefined || !isNothing(planned)) plan.changes.push({ ...planned, id: key, index, desired });
  }
  if (seen.size !== remembered.count()) {
    for (const id of remembered.ids()) if (!seen.has(id)) plan.missing.push(id);
  }
  for (const index of strange) giveBack(plan, index, columns, remembered, layout);
  return plan;
}

/** The columns that were read as a whole. A key is not compared: by it rows are found; nor is when a row was written. */
function comparable(columns: Columns, layout: Layout): ReadColumn[] {
  return layout.names.flatMap((name) => {
    const { values } = columns.get(name) ?? {};
    return name === 'key' || isStamp(name) || values === undefined ? [] : [{ name, values }];
  });
}

/** What could be a key: an Id of Salesforce, though nobody here may remember of what. */
function isId(key: CellValue): boolean {
  return typeof key === 'string' && /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(key);
}

/**
 * A row that has lost its key is that of the request whose number it shows, unless that has another. Where the key column
 * moved as the row was written, the key came to stand where the number should, or the number where the key should.
 */
function giveBack(plan: SheetPlan, index: number, columns: Columns, remembered: Remembered, layout: Layout): void {
  const { missing } = plan;
  const { key, number } = cellsOf(columns, layout, index);
  const shown = [key, number].filter((text) => text !== null && text !== undefined);
  const at = missing.findIndex((id) =>
    shown.some((text) => text === id || text === remembered.desired(id)?.number.value),
  );
  if (at >= 0) for (const id of missing.splice(at, 1)) plan.defaced.push({ id, index });
  else if (typeof key === 'string' && remembered.isNumber(key)) {
    plan.copies.push(copyOf(key, index, columns, remembered, layout));
  } else if (number === undefined && missing.length > 0) plan.nameless.push(index);
}

function cellsOf(columns: Columns, layout: Layout, index: number): SheetRow['cells'] {
  const cells: SheetRow['cells'] = {};
  for (const name of layout.names) {
    const { values, seen } = columns.get(name) ?? {};
    if (values !== undefined) cells[name] = values[index] ?? null;
    else if (seen?.has(index) === true) cells[name] = seen.get(index) ?? null;
  }
  return cells;
}

function copyOf(id: string, index: number, columns: Columns, remembered: Remembered, layout: Layout): Copy {
  const cells = cellsOf(columns, layout, index);
  const known = remembered.base(id) ?? remembered.latest(id);
  return { id, index, text: textOf(cells, layout.watched), typed: typedSince({ index, cells }, known, layout) };
}

/** What people have in a row without a key, if anything. Of one with a number only what they edit is theirs. */
function typedRow(columns: Columns, layout: Layout, index: number): TypedRow[] {
  const cells = cellsOf(columns, layout, index);
  // The same words whether all columns were read or the watched ones only, as long as there are any in those.
  const watched = textOf(cells, layout.watched);
  const isWhole = layout.names.every((name) => !columns.has(name) || cells[name] !== undefined);
  const isAnybodys = watched === '' && isWhole && (cells.number ?? null) === null;
  const text = isAnybodys ? textOf(cells, layout.names) : watched;
  return text === '' ? [] : [{ index, text }];
}

function textOf(cells: SheetRow['cells'], names: readonly ColumnName[]): string {
  const texts = names.flatMap((name) => (name === 'key' ? [] : [cells[name] ?? []].flat()));
  return texts.map(String).join(' · ');
}

/** What differs from what is known; where nothing is, whatever people may have typed. */
function typedSince({ cells }: SheetRow, known: BaseRow | undefined, layout: Layout): Typed[] {
  return layout.watched.flatMap((column) => {
    const value = cells[column];
    if (!layout.isEditable(column) || value === undefined || sameValue(value, known?.[column]?.value ?? null))
      return [];
    return [{ column, value }];
  });
}

function isNothing({ writes, edits, learned, detached }: RowPlan): boolean {
  return writes.length === 0 && edits.length === 0 && !learned && !detached;
}
