import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createLayout,
  sameValue,
  toRow,
  type BacklogEntry,
  type CellValue,
  type ColumnName,
  type Row,
} from '../../../../sync/mapping/index.ts';
import { planSheet, type Columns, type Remembered, type SheetPlan } from '../../../../sync/mirror/plan-sheet.ts';
import { buildEntry } from '../support/build-entry.ts';

const LAYOUT = createLayout(['rank', 'priority', 'nextSteps', 'triageNotes']);
const WATCHED = [...LAYOUT.watched, 'number'] as const;

type SheetLine = Partial<Record<ColumnName, CellValue>>;

interface World {
  entries: Map<string, BacklogEntry>;
  base: Map<string, Row>;
  pending: Set<string>;
  lines: SheetLine[];
}

const ONE = buildEntry({ id: 'a00000000000001AAA', number: 'IR-00001' });
const TWO = buildEntry({ id: 'a00000000000002AAA', number: 'IR-00002' });
const HEADER: SheetLine = { key: 'Salesforce Id', number: 'Request', rank: 'Rank' };

function lineOf(entry: BacklogEntry): SheetLine {
  const row = toRow(entry);
  return Object.fromEntries(WATCHED.map((name) => [name, row[name].value]));
}

function world(entries: BacklogEntry[], lines: SheetLine[], pending: string[] = []): World {
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    base: new Map(entries.map((entry) => [entry.id, toRow(entry)])),
    pending: new Set(pending),
    lines: [HEADER, ...lines],
  };
}

function plan({ entries, base, pending, lines }: World): SheetPlan {
  const columns: Columns = new Map(
    WATCHED.map((name, index) => [name, { index, values: lines.map((line) => line[name] ?? null) }]),
  );
  const latest = (id: string) => {
    const entry = entries.get(id);
    return entry && toRow(entry);
  };
  const remembered: Remembered = {
    desired: latest,
    latest,
    compare: (columns) => (id, index) => {
      const row = base.get(id);
      return (
        row !== undefined && columns.every(({ name, values }) => sameValue(values[index] ?? null, row[name].value))
      );
    },
    base: (id) => base.get(id),
    isKnown: (id) => entries.has(id),
    isPending: (id) => pending.has(id),
    isNumber: (text) => [...entries.values()].some(({ number }) => number === text),
    count: () => entries.size,
    ids: () => entries.keys(),
  };
  return planSheet(columns, remembered, LAYOUT);
}

const NOTHING = { changes: [], removals: [], copies: [], missing: [], typed: [], defaced: [], nameless: [] };

test('does nothing when both sides are as agreed, in whatever order people put the rows', () => {
  expect(plan(world([ONE, TWO], [lineOf(TWO), {}, lineOf(ONE)]))).toEqual(NOTHING);
});

test('appends a request that has no row, be it new or deleted by hand', () => {
  expect(plan(world([ONE, TWO], [lineOf(TWO)]))).toEqual({ ...NOTHING, missing: [ONE.id] });
});

test('keeps the first of two rows with the same key', () => {
  const copied = plan(world([ONE], [lineOf(ONE), { ...lineOf(ONE), nextSteps: 'Call' }]));
  const { copies } = copied;

  expect(copied).toEqual({ ...NOTHING, copies: [{ ...copies[0], id: ONE.id, index: 2 }] });
  expect(copies[0]?.typed).toEqual([{ column: 'nextSteps', value: 'Call' }]);
  expect(plan(world([ONE], [lineOf(ONE), { ...lineOf(ONE), nextSteps: 'Call', key: null }])).typed).toEqual([
    { index: 2, text: copies[0]?.text },
  ]);
});

test('leaves rows alone that people typed themselves, and tells of those without a key', () => {
  expect(plan(world([ONE], [{ rank: 1 }, { key: 'mine', rank: 2 }, lineOf(ONE)]))).toEqual({
    ...NOTHING,
    typed: [{ index: 1, text: '1' }],
  });
  expect(plan(world([ONE], [lineOf(ONE), { number: ONE.number }])).typed).toEqual([]);
  expect(plan(world([ONE], [lineOf(ONE), { number: ONE.number, rank: 1 }])).typed).toEqual([{ index: 2, text: '1' }]);
});

test('gives a row its key back that has lost it, by the number that it shows', () => {
  const lost = plan(world([ONE, TWO], [{ ...lineOf(ONE), key: 'AWS' }, lineOf(TWO)]));
  const moved = plan(world([ONE, TWO], [lineOf(TWO), { ...lineOf(ONE), key: 7, number: ONE.id }]));
  const double = plan(world([ONE], [lineOf(ONE), { ...lineOf(ONE), key: 'AWS' }]));

  expect(lost).toEqual({ ...NOTHING, defaced: [{ id: ONE.id, index: 1 }] });
  expect(moved).toEqual({ ...NOTHING, defaced: [{ id: ONE.id, index: 2 }] });
  expect(double).toEqual(NOTHING);
});

test('removes the row of a request that is gone', () => {
  const gone = world([ONE, TWO], [lineOf(ONE), lineOf(TWO)], [ONE.id]);
  gone.entries.delete(ONE.id);

  expect(plan(gone)).toEqual({ ...NOTHING, removals: [{ id: ONE.id, index: 1, lost: [] }] });
});

test('finds an edit without being told of it', () => {
  const edited = plan(world([ONE, TWO], [lineOf(ONE), { ...lineOf(TWO), rank: 1 }]));

  expect(edited.changes).toMatchObject([{ id: TWO.id, index: 2, writes: [], edits: [{ column: 'rank', value: 1 }] }]);
});

const cell = fc.constantFrom<CellValue>(null, 'a', 'b', 1, 2);
const line = fc.record({
  key: fc.constantFrom<CellValue>(ONE.id, TWO.id, 'mine', null),
  number: fc.constantFrom<CellValue>('IR-00001', 'IR-00002', null),
  rank: fc.constantFrom<CellValue>(null, 1, 2),
  nextSteps: cell,
  triageNotes: cell,
  priority: fc.constantFrom<CellValue>(null, 'P1', 'P2'),
});
const entry = fc.record({
  rank: fc.constantFrom(null, 1, 2),
  nextSteps: fc.constantFrom(null, 'a', 'b'),
  triageNotes: fc.constantFrom(null, 'a'),
  priority: fc.constantFrom(null, { value: 'P1', label: 'P1' }),
});

test('leaves nothing to do once its plan is carried out, whatever people and Salesforce did before', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 6 }),
      entry,
      entry,
      entry,
      fc.boolean(),
      (lines, now, agreed, other, known) => {
        const before = world(
          [
            { ...ONE, ...now },
            { ...TWO, ...other },
          ],
          lines,
          [ONE.id],
        );
        before.base.set(ONE.id, toRow({ ...ONE, ...agreed }));
        if (!known) before.base.delete(TWO.id);

        const between = carryOut(before, plan(before));
        const after = carryOut(between, plan(between));

        expect({ ...plan(after), typed: [] }).toEqual(NOTHING);
        for (const id of [ONE.id, TWO.id]) expect(agreedOn(after, id)).toEqual(lineOf(after.entries.get(id) ?? ONE));
        for (const id of [ONE.id, TWO.id]) expect(after.lines.filter(({ key }) => key === id)).toHaveLength(1);
        const given = plan(before).defaced.map(({ index }) => index - 1);
        const left = lines.filter(({ key }, index) => key === 'mine' && !given.includes(index));
        expect(after.lines.filter(({ key }) => key === 'mine')).toEqual(left);
      },
    ),
  );
});

/** The watched columns as both sides last agreed on. */
function agreedOn({ base }: World, id: string): SheetLine {
  return Object.fromEntries(WATCHED.map((name) => [name, base.get(id)?.[name].value ?? null]));
}

/** The world after a plan: Salesforce takes every edit, and only rows that were planned are remembered anew. */
function carryOut({ entries, base, lines }: World, { changes, copies, missing, defaced }: SheetPlan): World {
  const latest = new Map(entries);
  const rows = lines.map((one) => ({ ...one }));
  for (const { id, edits } of changes) {
    for (const { column, value } of edits) {
      const known = latest.get(id) ?? ONE;
      latest.set(id, withTyped(known, column, value));
    }
  }
  for (const { id, index, writes } of changes) {
    const row = toRow(latest.get(id) ?? ONE);
    for (const name of WATCHED) if (writes.includes(name)) rows[index] = { ...rows[index], [name]: row[name].value };
  }
  for (const { index } of copies) rows[index] = { ...rows[index], key: null };
  for (const { id, index } of defaced) rows[index] = { ...rows[index], key: id };
  for (const id of missing) rows.push(lineOf(latest.get(id) ?? ONE));
  const known = new Map(base);
  for (const id of [...changes.map((change) => change.id), ...missing]) known.set(id, toRow(latest.get(id) ?? ONE));
  for (const { id } of defaced) known.delete(id);
  return { entries: latest, base: known, pending: new Set(), lines: rows };
}

/** Salesforce takes whatever was typed. */
function withTyped(entry: BacklogEntry, column: ColumnName, value: CellValue): BacklogEntry {
  const text = value === null ? null : String(value);
  switch (column) {
    case 'rank':
      return { ...entry, rank: value === null ? null : Number(value) };
    case 'priority':
      return { ...entry, priority: text === null ? null : { value: text, label: text } };
    default:
      return { ...entry, [column]: text };
  }
}
