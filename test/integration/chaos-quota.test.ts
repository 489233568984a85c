import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fillByCopy, type Filled } from '../../scripts/bench/mirror/fill-by-copy.ts';
import { judge } from '../../scripts/chaos/judge.ts';
import { readQuotas } from '../../scripts/chaos/sheet.ts';
import { startServiceUnderTest, type ServiceUnderTest } from '../../scripts/chaos/service.ts';
import { tryHistory } from '../../scripts/chaos/try-history.ts';
import { createWorld, type World } from '../../scripts/chaos/world.ts';

const PER_MINUTE = 60;
const CYCLES = 80;
const PAUSE_MS = 400;
const LATER_MS = 16 * 60_000;
const ROWS = 500;

/** Saves that took as long to commit as a pull looks back: it finds them, and the next one does not read them again. */
const SAVED_AGO_MS = 5 * 60_000;

let filled: Filled;
let world: World;
let service: ServiceUnderTest;

beforeAll(async () => {
  world = await createWorld();
  await world.begin();
  filled = fillByCopy(world.salesforce, ROWS);
  world.clock.advance(LATER_MS);
  service = startServiceUnderTest(world, ['sheet']);
  await service.cycle();
});

afterAll(async () => {
  service.close();
  world.end();
  await world.close();
});

test.each([
  [2_000, 'nothing wrong'],
  [10_000, 'a storm of refusals'],
])(
  '%d changes, with %s, never make more than 60 reads or writes in a minute, and are mirrored in the end',
  async (changes, weather) => {
    const { googleSheets, clock } = world;
    clock.advance(LATER_MS);
    await service.cycle();
    if (weather !== 'nothing wrong') {
      googleSheets.faults.add({ fault: { kind: 'status', status: 429 }, path: '^/v4/', probability: 0.5 });
    }
    for (let number = 0; number < CYCLES; number += 1) {
      const isBurst = number % (CYCLES / (changes / ROWS)) === 0;
      filled.change(isBurst ? ROWS : 1, isBurst ? SAVED_AGO_MS : 0);
      await service.cycle();
      clock.advance(PAUSE_MS);
    }
    const counts = await readQuotas(googleSheets);
    googleSheets.faults.clear();
    for (let round = 0; round < 3; round += 1) {
      clock.advance(LATER_MS);
      await service.cycle();
    }

    expect(counts.map(({ refused }) => refused)).toEqual(counts.map(() => 0));
    expect(Math.max(...counts.map(({ mostInAMinute }) => mostInAMinute))).toBeLessThanOrEqual(PER_MINUTE);
    const posts = { unread: () => 0, stop: () => undefined };
    const facts = { sides: ['sheet'], isRough: false, advised: new Map(), takenOut: new Set<string>(), posts } as const;
    expect(await judge(world, facts)).toEqual([]);
  },
  360_000,
);

test('a service that is started anew for every cycle makes no more than 60 reads or writes in a minute either', async () => {
  const { googleSheets, clock } = world;
  clock.advance(LATER_MS);
  const failures: string[] = [];
  for (let number = 0; number < CYCLES; number += 1) {
    filled.change(1);
    service.restart();
    const done = await service.cycle();
    if ('record' in done) failures.push(done.record.failures['sheet'] ?? '');
    clock.advance(PAUSE_MS);
  }
  const counts = await readQuotas(googleSheets);

  expect(failures).toContainEqual(expect.stringContaining('of this minute are made'));
  expect(counts.map(({ refused }) => refused)).toEqual(counts.map(() => 0));
  expect(Math.max(...counts.map(({ mostInAMinute }) => mostInAMinute))).toBeLessThanOrEqual(PER_MINUTE);
}, 360_000);

test('a judge that stumbles is told of with the seed', async () => {
  const stumble = (): never => {
    throw new RangeError('The judge stumbled');
  };
  const office = { ...world.office, texts: stumble };
  const { failure } = await tryHistory({ ...world, office }, 7, ['sheet'], { hear: () => undefined });

  expect(failure?.[0]).toContain('--replay 7');
  expect(failure?.join('\n')).toContain('seed 7: RangeError: The judge stumbled');
});
