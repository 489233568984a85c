import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { judge } from '../../scripts/chaos/judge.ts';
import { readQuotas } from '../../scripts/chaos/sheet.ts';
import { startServiceUnderTest, type ServiceUnderTest } from '../../scripts/chaos/service.ts';
import { tryHistory } from '../../scripts/chaos/try-history.ts';
import { createWorld, type World } from '../../scripts/chaos/world.ts';

const PER_MINUTE = 60;
const CYCLES = 80;
const PAUSE_MS = 400;
const LATER_MS = 16 * 60_000;

let world: World;
let service: ServiceUnderTest;

beforeAll(async () => {
  world = await createWorld();
  await world.begin();
  service = startServiceUnderTest(world, ['sheet']);
});

afterAll(async () => {
  service.close();
  world.end();
  await world.close();
});

test.each(['nothing wrong', 'a storm of refusals'])(
  'a burst of changes, with %s, never makes more than 60 reads or writes in a minute, and is mirrored in the end',
  async (weather) => {
    const { office, googleSheets, clock } = world;
    if (weather !== 'nothing wrong') {
      googleSheets.faults.add({ fault: { kind: 'status', status: 429 }, path: '^/v4/', probability: 0.5 });
    }
    for (let number = 0; number < CYCLES; number += 1) {
      const [request] = office.requests();
      office.update('Implementation_Request__c', request?.id ?? '', { Next_Steps__c: `${weather} ${number}` });
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
  180_000,
);

test('a judge that stumbles is told of with the seed', async () => {
  const stumble = (): never => {
    throw new RangeError('The judge stumbled');
  };
  const office = { ...world.office, texts: stumble };
  const { failure } = await tryHistory({ ...world, office }, 7, ['sheet'], { hear: () => undefined });

  expect(failure?.[0]).toContain('--replay 7');
  expect(failure?.join('\n')).toContain('seed 7: RangeError: The judge stumbled');
});
