import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createVitally, type VitallyEmulator } from '../../emulators/vitally/index.ts';
import type { CycleContext } from '../../sync/mirror/context.ts';
import { mirrorVitally } from '../../sync/mirror/mirror-vitally.ts';
import { openState, type State } from '../../sync/state/index.ts';
import { createVitallyClient, type VitallyClient } from '../../sync/vitally/index.ts';
import { buildEntry } from '../unit/sync/support/build-entry.ts';

const CUSTOMERS = 1000;
const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
let folder: string;
let state: State;
let vitally: VitallyEmulator;
let client: VitallyClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-calls-'));
  state = openState(folder);
  vitally = await createVitally({ clock });
  client = createVitallyClient({ url: vitally.url, apiKey: vitally.apiKey, clock: { now: () => clock.now(), sleep } });
  for (let index = 0; index < CUSTOMERS; index += 1) {
    vitally.addAccount({ externalId: accountId(index), name: `Customer ${index}` });
  }
  keepAll('In Triage');
  await mirrorUntilDone();
}, 240_000);

afterAll(async () => {
  state.close();
  await vitally.close();
  await rm(folder, { recursive: true });
});

async function sleep(): Promise<void> {
  return Promise.resolve();
}

function accountId(index: number): string {
  return `001${String(index).padStart(12, '0')}AAA`;
}

function keep(index: number, label: string): void {
  const id = `a00${String(index).padStart(12, '0')}AAA`;
  state.entries.put(buildEntry({ id, accountId: accountId(index), status: { value: 'In_Triage', label } }));
  state.pending.add('vitally', accountId(index));
}

function keepAll(label: string): void {
  state.transaction(() => {
    for (let index = 0; index < CUSTOMERS; index += 1) keep(index, label);
  });
}

/** Mirrors again whenever Vitally has asked for patience and the minute is over; calls made in each minute. */
async function mirrorUntilDone(): Promise<number[]> {
  const perMinute: number[] = [];
  for (let minute = 0; minute < 20; minute += 1) {
    const before = client.calls;
    const stopped = await mirrorVitally(context(), client).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    perMinute.push(client.calls - before);
    if (stopped === undefined) return perMinute;
    expect(stopped).toMatch(/no requests left/);
    clock.advance(60_000);
  }
  throw new Error(`Not all was told: ${perMinute.join(', ')} calls`);
}

/** What the mirror uses of a cycle. Salesforce takes whatever it is told. */
function context(): CycleContext {
  const salesforce = { tellRecords: async (updates: unknown[]) => Promise.resolve(updates.map(() => undefined)) };
  const cycle = { salesforce, state, clock: { now: () => clock.now(), sleep }, policy: { vitallyRetryMs: 600_000 } };
  return { ...cycle, signal: new AbortController().signal, tally: { traits: 0 } } as unknown as CycleContext;
}

test.each([
  ['in one minute', 1, 1],
  ['in more, when a write costs two units', 2, 2],
  ['in more, when a write costs five units', 5, 5],
] as const)(
  'a thousand changed customers take a thousand calls, %s',
  async (label, writeCost, minutes) => {
    vitally.answer({ writeCost });
    clock.advance(60_000);
    keepAll(label);
    vitally.requests.clear();
    const perMinute = await mirrorUntilDone();

    expect(vitally.requests.count).toBe(CUSTOMERS);
    const counted = Map.groupBy(vitally.requests.list(), ({ at }) => at.slice(0, 16));
    for (const requests of counted.values()) expect(requests.length * writeCost).toBeLessThanOrEqual(1000);
    expect(vitally.requests.list().filter(({ status }) => status !== 200)).toEqual([]);
    expect(perMinute.filter((calls) => calls > 0).length).toBeLessThanOrEqual(minutes + 1);
  },
  120_000,
);

test('what did not change takes none', async () => {
  state.transaction(() => {
    for (let index = 0; index < CUSTOMERS; index += 1) state.pending.add('vitally', accountId(index));
  });
  vitally.requests.clear();
  await mirrorUntilDone();

  expect(vitally.requests.count).toBe(0);
});
