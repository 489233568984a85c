import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLayout, toRow } from '../../../../sync/mapping/index.ts';
import { openState, StateLockedError, type State } from '../../../../sync/state/index.ts';
import { buildEntry } from '../support/build-entry.ts';

let folder: string;
let state: State;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-state-'));
  state = openState(folder);
});

afterEach(() => {
  state.close();
  rmSync(folder, { recursive: true });
});

function reopen(): void {
  state.close();
  state = openState(folder);
}

test('tells a changed entry from one that was merely read again', () => {
  expect(state.entries.put(buildEntry())).toBe(true);
  expect(state.entries.put(buildEntry())).toBe(false);
  expect(state.entries.put(buildEntry({ rank: 4 }))).toBe(true);
  expect(state.entries.find('a00000000000001AAA')?.rank).toBe(4);
});

test('keeps drafts to itself', () => {
  state.entries.put(buildEntry({ status: { value: 'Draft', label: 'Draft' } }));

  expect(state.entries.has('a00000000000001AAA')).toBe(true);
  expect(state.entries.find('a00000000000001AAA')).toBeUndefined();
  expect(state.entries.count('open')).toBe(0);
  expect(state.entries.ofAccount('001000000000001AAA')).toEqual([]);
});

test('lists requests by their number', () => {
  state.entries.put(buildEntry({ id: 'a00000000000009AAA', number: 'IR-00001' }));
  state.entries.put(buildEntry({ id: 'a00000000000001AAA', number: 'IR-00002' }));

  expect([...state.entries.idsOf('open')]).toEqual(['a00000000000009AAA', 'a00000000000001AAA']);
});

test('remembers across a restart what each destination has still to do, and when', () => {
  state.pending.add('sheet', 'A');
  state.pending.add('vitally', 'B');
  state.pending.postpone('vitally', 'B', new Date(2000));
  reopen();

  expect(state.pending.due('sheet', new Date(1000))).toEqual(['A']);
  expect(state.pending.due('vitally', new Date(1999))).toEqual([]);
  expect(state.pending.due('vitally', new Date(2000))).toEqual(['B']);
});

test('has something looked at at once when it changes while it was put off', () => {
  state.pending.add('vitally', 'B');
  state.pending.postpone('vitally', 'B', new Date(2000));
  state.pending.add('vitally', 'B');

  expect(state.pending.due('vitally', new Date(0))).toEqual(['B']);
});

test('gives back a row as it was agreed on, links and blanks included', () => {
  const row = toRow(buildEntry({ links: [{ title: 'Design', url: 'https://docs.example/design' }] }));
  state.sheet.put('A', row);

  expect(state.sheet.find('A')).toEqual(row);
  expect(Object.keys(state.sheet.findWatched('A') ?? {}).toSorted()).toEqual(
    ['number', ...createLayout().watched].toSorted(),
  );
});

test('tells rows that hold what was agreed on from others, as often as it is asked and whatever changes meanwhile', () => {
  const row = toRow(buildEntry({ rank: 3, nextSteps: 'Call' }));
  state.sheet.put('A', row);
  const rank = [3, '3', 4, null, true];
  const nextSteps = ['Call', ' Call ', 'Call', 'Call', 'Call'];
  const agreeing = (): number[] => {
    const agrees = state.sheet.compare([
      { name: 'rank', values: rank },
      { name: 'nextSteps', values: nextSteps },
    ]);
    return rank.flatMap((_value, index) => (agrees('A', index) ? [index] : []));
  };
  expect(agreeing()).toEqual([0, 1]);
  expect(agreeing()).toEqual([0, 1]);

  state.sheet.put('A', { ...row, rank: { value: 4 } });
  expect(agreeing()).toEqual([2]);

  // Another process, as of a command beside the service.
  const other = openState(folder);
  other.sheet.put('A', { ...row, rank: { value: null } });
  other.close();
  expect(agreeing()).toEqual([3]);

  state.sheet.removeColumns(['rank']);
  expect(agreeing()).toEqual([]);
  expect(state.sheet.find('A')).toMatchObject({ nextSteps: { value: 'Call' } });
  state.sheet.remove('A');
  expect(agreeing()).toEqual([]);
});

test('knows of a row whether something else was agreed on', () => {
  const row = toRow(buildEntry());
  expect(state.sheet.differs('A', row)).toBe(false);
  state.sheet.put('A', row);

  expect(state.sheet.differs('A', row)).toBe(false);
  expect(state.sheet.differs('A', toRow(buildEntry({ stage: 'Closed Won' })))).toBe(true);
});

test('keeps what is known of a customer, and lists who is absent', () => {
  const absent = { vitallyId: null, matchedBy: null, traits: {}, isReviewed: false };
  const halcyon = { id: 'B', name: 'Halcyon Biotech', presence: 'waiting', since: new Date(1000), ...absent } as const;
  state.vitally.put(halcyon);
  state.vitally.put({ ...halcyon, id: 'A', presence: 'inactive' });
  expect(state.vitally.listAbsent('waiting')).toEqual([{ id: 'B', name: 'Halcyon Biotech', since: new Date(1000) }]);
  expect(state.vitally.listAbsent('inactive')).toMatchObject([{ id: 'A' }]);

  const found = { vitallyId: 'v1', matchedBy: 'B', traits: { cpu: 8 }, isReviewed: true };
  state.vitally.put({ ...halcyon, presence: 'found', since: null, ...found });
  expect(state.vitally.listAbsent('waiting')).toEqual([]);
  expect(state.vitally.find('B')).toEqual({ ...halcyon, presence: 'found', since: null, ...found });
});

test('keeps an attempt at a note until it is known what became of it', () => {
  const attempt = { key: 'k', accountId: 'A', kind: 'notes', vitallyId: null, content: null } as const;
  state.activities.put({ ...attempt, attemptedAt: new Date(1000) });
  expect(state.activities.ofAccount('A')).toEqual([{ ...attempt, attemptedAt: new Date(1000) }]);

  state.activities.put({ ...attempt, vitallyId: 'n1', content: 'hash', attemptedAt: new Date(2000) });
  expect(state.activities.ofAccount('A')).toMatchObject([{ vitallyId: 'n1', content: 'hash' }]);
  state.activities.remove('k');
  expect(state.activities.ofAccount('A')).toEqual([]);
});

test('keeps all of a transaction or nothing', () => {
  expect(() =>
    state.transaction(() => {
      state.settings.set('checkpoint', 'later');
      throw new Error('in between');
    }),
  ).toThrow('in between');

  expect(state.settings.get('checkpoint')).toBeUndefined();
});

test('lets one process at a time run a cycle', async () => {
  const other = openState(folder);
  try {
    const refused = state.lease.hold(() => other.lease.hold(async () => 'both'));
    await expect(refused).rejects.toThrow(StateLockedError);
    await expect(other.lease.hold(async () => 'now')).resolves.toBe('now');
  } finally {
    other.close();
  }
});
