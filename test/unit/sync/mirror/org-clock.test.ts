import { expect, test } from '@jest/globals';
import { createOrgClock } from '../../../../sync/mirror/org-clock.ts';

const NOON = Date.parse('2026-11-22T12:00:00Z');

test.each([
  ['two weeks ahead', '2026-12-06T12:00:00Z', '2026-12-06T12:00:05.000Z'],
  ['a minute ahead', '2026-11-22T12:01:00Z', '2026-11-22T12:01:05.000Z'],
  ['ahead by less, which is no more than the way of the answer', '2026-11-22T12:00:59Z', '2026-11-22T12:00:05.000Z'],
  ['behind', '2026-11-21T12:00:00Z', '2026-11-22T12:00:05.000Z'],
])('goes on from the time of a server that is %s', (_what, serverTime, expected) => {
  let now = NOON;
  const clock = createOrgClock({ now: () => new Date(now), sleep: async () => undefined });
  expect(clock.now().getTime()).toBe(NOON);

  clock.learn(new Date(serverTime));
  now += 5000;

  expect(clock.now().toISOString()).toBe(expected);
});

test('follows the server back', () => {
  const clock = createOrgClock({ now: () => new Date(NOON), sleep: async () => undefined });
  clock.learn(new Date('2026-12-06T12:00:00Z'));

  clock.learn(new Date(NOON));

  expect(clock.now().getTime()).toBe(NOON);
});
