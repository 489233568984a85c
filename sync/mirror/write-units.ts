import { appendRows, encode, type EncodedRequest } from '../google-sheets/index.ts';
import type { ColumnName } from '../mapping/index.ts';
import type { CycleContext } from './context.ts';
import { MovedError } from './look-closer.ts';
import type { Sheet, Unit } from './unit.ts';
import { findDamage } from './verify.ts';

/** Bytes. Google sets no limit, and recommends 2 MB for speed; a first load of many rows is to take few requests. */
const LARGEST_BATCH = 3_000_000;

/**
 * Writes the units in batches, in their order, and remembers each batch once it is done. Rows must be written before rows
 * are removed, and those from the last to the first, so that indexes stay true. Answers the Ids of rows that moved under
 * the pen; what is known of them is forgotten, so that they are written anew. Where columns moved, all that the batch
 * touched is forgotten, and nothing more is written: the error says so.
 */
export async function writeUnits(
  context: CycleContext,
  sheet: Sheet,
  keyColumn: () => { index: number; values: readonly (string | null)[] },
  units: Iterable<Unit>,
): Promise<string[]> {
  const damaged = new Set<string>();
  let keys: ReturnType<typeof keyColumn> | undefined;
  for (const { done: batch, requests } of inBatches(sheet, units)) {
    context.signal.throwIfAborted();
    let haveColumnsMoved = false;
    if (requests.length > 0) {
      keys ??= keyColumn();
      const { index, values: before } = keys;
      const fromRow = batch.every(({ appended }) => appended !== undefined) ? before.length : 0;
      const { tab, columnKey, layout } = sheet.rowTab;
      expectNotes(context, sheet, batch);
      const { texts, places } = await context.sheets.updateAndRead(requests, {
        ...{ tab, key: columnKey, names: layout.names },
        ...{ column: index, fromRow },
      });
      const after = withoutBlankEnd(fromRow === 0 ? texts : [...before, ...texts]);
      haveColumnsMoved = areElsewhere(sheet, places);
      if (haveColumnsMoved) for (const { written, appended } of batch) addAll(damaged, written?.id, appended);
      addAll(damaged, ...findDamage(intended(batch, before), after));
      keys = { index, values: after };
    }
    remember(context, sheet, batch, { damaged, haveColumnsMoved });
    context.tally.rows += batch.filter(({ isWriting }) => isWriting).length;
    context.tally.cells += batch.reduce((sum, { cells }) => sum + cells, 0);
    if (haveColumnsMoved) throw new MovedError();
  }
  return [...damaged];
}

function addAll(ids: Set<string>, ...more: (string | undefined)[]): void {
  for (const id of more) if (id !== undefined) ids.add(id);
}

/** Whether columns stand elsewhere than the batch took for granted: what it wrote may have come into others. */
function areElsewhere({ reading }: Sheet, places: ReadonlyMap<string, number>): boolean {
  return [...reading.columns].some(([name, { index }]) => places.get(name) !== index);
}

/** Should the answer be lost, or the service die, nobody knows whether the notes arrived. */
function expectNotes({ state }: CycleContext, { rowTab: { base } }: Sheet, batch: readonly Done[]): void {
  if (batch.every(({ noted = [] }) => noted.length === 0)) return;
  state.transaction(() => {
    for (const { written, noted = [] } of batch) {
      if (written === undefined) continue;
      for (const name of noted) if (base.findNote(written.id, name) === undefined) base.doubtNote(written.id, name);
    }
  });
}

/**
 * A row that is to go and is still there is known as before: without, nobody would know it for one of ours. What people had
 * in one that was appended is kept until it stands there. Notes that the batch wrote may stand in any of the damaged rows,
 * and in any column where these moved.
 */
function remember(
  { state }: CycleContext,
  { rowTab: { base, group, layout } }: Sheet,
  batch: readonly Done[],
  { damaged, haveColumnsMoved }: { damaged: ReadonlySet<string>; haveColumnsMoved: boolean },
): void {
  const noted = new Set(batch.flatMap(({ noted = [] }) => noted));
  const isUnknown = (id: string) => (name: ColumnName) => base.findNote(id, name) === undefined;
  state.transaction(() => {
    for (const { removed, appended, commit } of batch) {
      const entire = removed?.id ?? appended;
      if (entire === undefined || !damaged.has(entire)) commit(state);
    }
    for (const id of damaged) {
      if (state.entries.groupOf(id) !== group) continue;
      base.remove(id);
      const others = haveColumnsMoved && noted.size > 0 ? layout.names.filter(isUnknown(id)) : [];
      for (const name of [...noted, ...others]) base.doubtNote(id, name);
    }
  });
}

/** What a batch means to do. Rows that it only appends cannot hit others, so only those below are looked at afterwards. */
function intended(batch: readonly Done[], before: readonly (string | null)[]): Parameters<typeof findDamage>[0] {
  return {
    before,
    written: batch.flatMap(({ isWriting, written }) => (isWriting && written ? [written] : [])),
    removed: batch.flatMap(({ removed }) => removed ?? []),
    appended: batch.flatMap(({ appended }) => appended ?? []),
  };
}

/** Rows that hold a format only are answered, too; those to append come before them. */
function withoutBlankEnd(keys: (string | null)[]): (string | null)[] {
  return keys.slice(0, keys.findLastIndex((key) => key !== null) + 1);
}

/** A unit once its requests are text: they are several times as large as it. */
interface Done extends Omit<Unit, 'requests'> {
  isWriting: boolean;
}

interface Batch {
  done: Done[];
  requests: EncodedRequest[];
}

/** One batch at a time is made, sent and forgotten. */
function* inBatches(sheet: Sheet, units: Iterable<Unit>): Generator<Batch> {
  let batch: Batch = { done: [], requests: [] };
  let size = 0;
  for (const { requests: some, ...unit } of units) {
    const requests = some.map(encode);
    const more = requests.reduce((sum, { bytes }) => sum + bytes, 0);
    if (batch.done.length > 0 && (size + more > LARGEST_BATCH || unit.isRisky === true)) {
      yield withIssues(sheet, batch);
      [batch, size] = [{ done: [], requests: [] }, 0];
    }
    batch.done.push({ ...unit, isWriting: requests.length > 0 });
    batch.requests.push(...requests);
    size += more;
  }
  if (batch.done.length > 0) yield withIssues(sheet, batch);
}

function withIssues({ issues }: Sheet, { done, requests }: Batch): Batch {
  const lines = done.flatMap((unit) => unit.issues);
  if (lines.length === 0) return { done, requests };
  const rows = lines.map((texts) => texts.map((value) => ({ value })));
  return { done, requests: [...requests, encode(appendRows(issues.sheetId, rows))] };
}
