import { expect, test } from '@jest/globals';
import { VirtualClock } from '../../../../emulators/core/index.ts';

const NOON = new Date('2023-06-09T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

test('stands still when frozen and moves by what it is told', () => {
  const clock = new VirtualClock({ frozenAt: NOON });

  clock.advance(21 * DAY);

  expect(clock.now().toISOString()).toBe('2023-06-30T12:00:00.000Z');
  expect(clock.offsetMs).toBe(21 * DAY);
});

test('never goes back', () => {
  const clock = new VirtualClock({ frozenAt: NOON });

  expect(() => clock.advance(-1)).toThrow('expected 0 or more milliseconds, got -1');
  expect(clock.now()).toEqual(NOON);
});

test('tells listeners of a move until they leave', () => {
  const clock = new VirtualClock({ frozenAt: NOON });
  const heard: string[] = [];
  const leave = clock.onMove((now) => heard.push(now.toISOString()));

  clock.advance(DAY);
  leave();
  clock.advance(DAY);

  expect(heard).toEqual(['2023-06-10T12:00:00.000Z']);
});
