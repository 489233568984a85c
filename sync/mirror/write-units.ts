import { appendRows, sizeOf, type SheetRequest } from '../google-sheets/index.ts';
import type { CycleContext } from './context.ts';
import type { Sheet, Unit } from './unit.ts';
import { findDamage } from './verify.ts';

/** Bytes. Google sets no limit, and recommends 2 MB for speed; a first load of many rows is to take few requests. */
const LARGEST_BATCH = 4_000_000;

/**
 * Writes the units in batches, in their order, and remembers each batch once it is done. Rows must be written before rows
 * are removed, and those from the last to the first, so that indexes stay true. Answers the Ids of rows that moved under
 * the pen; what is known of them is forgotten, so that they are written anew.
 */
export async function writeUnits(
  context: CycleContext,
  sheet: Sheet,
  keyColumn: { index: number; values: readonly (string | null)[] },
  units: Iterable<Unit>,
): Promise<string[]> {
  const damaged = new Set<string>();
  let before = keyColumn.values;
  for (const batch of inBatches(units)) {
    context.signal.throwIfAborted();
    const requests = mergeAppends([...batch.flatMap((unit) => unit.requests), ...issueRequests(sheet, batch)]);
    const after =
      requests.length === 0
        ? before
        : await context.sheets.updateAndReadColumn(requests, sheet.rowTab.tab, keyColumn.index);
    const hurt = new Set(
      findDamage(
        {
          before,
          written: batch.flatMap(({ requests: some, written }) => (written && some.length > 0 ? [written] : [])),
          removed: batch.flatMap(({ removed }) => removed ?? []),
          appended: batch.flatMap(({ appended }) => appended ?? []),
        },
        after,
      ),
    );
    context.state.transaction(() => {
      for (const unit of batch) unit.commit(context.state);
      for (const id of hurt) sheet.rowTab.base.remove(id);
    });
    for (const id of hurt) damaged.add(id);
    context.tally.rows += batch.filter(({ requests: some }) => some.length > 0).length;
    context.tally.cells += batch.reduce((sum, { cells }) => sum + cells, 0);
    before = after;
  }
  return [...damaged];
}

function* inBatches(units: Iterable<Unit>): Generator<Unit[]> {
  let batch: Unit[] = [];
  let size = 0;
  for (const unit of units) {
    const more = unit.requests.reduce((sum, request) => sum + sizeOf(request), 0);
    if (batch.length > 0 && size + more > LARGEST_BATCH) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(unit);
    size += more;
  }
  if (batch.length > 0) yield batch;
}

function issueRequests({ issues }: Sheet, batch: readonly Unit[]): SheetRequest[] {
  const lines = batch.flatMap((unit) => unit.issues);
  if (lines.length === 0) return [];
  return [
    appendRows(
      issues.sheetId,
      lines.map((texts) => texts.map((value) => ({ value }))),
    ),
  ];
}

/** Rows appended one after the other to the same tab, in one request. */
function mergeAppends(requests: readonly SheetRequest[]): SheetRequest[] {
  const merged: SheetRequest[] = [];
  for (const request of requests) {
    const last = merged.at(-1)?.appendCells;
    const next = request.appendCells;
    if (last?.rows && next?.rows && last.sheetId === next.sheetId && last.fields === next.fields)
      last.rows.push(...next.rows);
    else merged.push(request);
  }
  return merged;
}
