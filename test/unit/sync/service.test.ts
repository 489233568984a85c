import { expect, test } from '@jest/globals';
import { startService } from '../../../sync/service.ts';
import { StateLockedError, type CycleRecord } from '../../../sync/state/index.ts';
import { createManualClock } from './support/manual-clock.ts';

const NEVER = '0 0 0 1 1 *';
const IDLE: CycleRecord = {
  startedAt: '2026-11-22T10:00:00.000Z',
  durationMs: 12,
  calls: { signIns: 0, salesforce: 1, sheetReads: 1, sheetWrites: 0, vitally: 0, slack: 0 },
  ...{ records: 0, rows: 0, cells: 0, edits: 0, refusals: 0, conflicts: 0, traits: 0, waiting: 0, messages: 0 },
  failures: {},
};

function createRecordingLog() {
  const lines: string[] = [];
  const at =
    (level: string) =>
    (_details: unknown, message?: string): void => {
      lines.push(`${level} ${message ?? String(_details)}`);
    };
  return { lines, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } };
}

async function runOne(outcome: () => Promise<CycleRecord>): Promise<string[]> {
  const { lines, log } = createRecordingLog();
  const service = startService({ runCycle: outcome }, NEVER, createManualClock(), log as never);
  await new Promise(setImmediate);
  await service.stop();
  return lines;
}

test.each<[string, () => Promise<CycleRecord>]>([
  ['debug idle cycle', async () => IDLE],
  ['info cycle', async () => ({ ...IDLE, edits: 1 })],
  ['warn cycle with failures', async () => ({ ...IDLE, failures: { sheet: 'away' } })],
  ['warn cycle left out', () => Promise.reject(new StateLockedError('sync.lock'))],
  ['error cycle failed', () => Promise.reject(new Error('disk full'))],
])('says "%s" of such a cycle, and nothing else', async (line, outcome) => {
  expect(await runOne(outcome)).toEqual([line]);
});

test('waits for the cycle under way when it is stopped', async () => {
  const { lines, log } = createRecordingLog();
  let finish: (record: CycleRecord) => void = () => undefined;
  const never = { now: () => new Date(0), sleep: () => new Promise<void>(() => undefined) };
  const cycle = new Promise<CycleRecord>((resolve) => (finish = resolve));
  const service = startService({ runCycle: () => cycle }, NEVER, never, log as never);

  const stopped = service.stop();
  finish({ ...IDLE, rows: 1 });

  expect(await stopped).toBe(true);
  expect(lines).toEqual(['info cycle']);
});

test('leaves a cycle that does not come to its end', async () => {
  const { log } = createRecordingLog();
  const forever = new Promise<CycleRecord>(() => undefined);
  const service = startService({ runCycle: () => forever }, NEVER, createManualClock(), log as never);

  expect(await service.stop()).toBe(false);
});

test('a cycle that is due or woken while one runs follows it, and many are one', async () => {
  const { log } = createRecordingLog();
  const cycles: (() => void)[] = [];
  const runCycle = () => new Promise<CycleRecord>((resolve) => cycles.push(() => resolve(IDLE)));
  const service = startService({ runCycle }, NEVER, createManualClock(), log as never);
  service.wake();
  service.wake();
  await new Promise(setImmediate);
  expect(cycles).toHaveLength(1);

  cycles[0]?.();
  await new Promise(setImmediate);
  expect(cycles).toHaveLength(2);

  cycles[1]?.();
  await service.stop();
  expect(cycles).toHaveLength(2);
});

test('some cycles begin at once, and no more than 60 in any minute however often it is woken', async () => {
  const { log } = createRecordingLog();
  const clock = createManualClock();
  const began: number[] = [];
  const runCycle = async (): Promise<CycleRecord> => {
    began.push(clock.now().getTime());
    return IDLE;
  };
  const service = startService({ runCycle }, NEVER, clock, log as never);
  while (began.length < 200) {
    service.wake();
    await new Promise(setImmediate);
  }
  await service.stop();

  expect(began[9]).toBe(began[0]);
  const inAMinute = began.map((from) => began.filter((one) => one >= from && one < from + 60_000).length);
  expect(Math.max(...inAMinute)).toBeLessThanOrEqual(60);
});
