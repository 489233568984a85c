import { expect, test } from '@jest/globals';
import { nextHour, quietUntil } from '../../../../sync/mirror/quiet-hours.ts';

const at = (time: string): Date => new Date(`2026-11-22T${time}:00.000Z`);

test.each([
  ['19:59', undefined],
  ['20:00', '2026-11-23T07:00:00.000Z'],
  ['06:59', '2026-11-22T07:00:00.000Z'],
  ['07:00', undefined],
])('from 20 to 7, %s is quiet until %s', (time, until) => {
  expect(quietUntil(at(time), { from: 20, to: 7 })?.toISOString()).toBe(until);
});

test.each([
  ['11:30', undefined],
  ['12:00', '2026-11-22T14:00:00.000Z'],
  ['14:00', undefined],
])('from 12 to 14, %s is quiet until %s', (time, until) => {
  expect(quietUntil(at(time), { from: 12, to: 14 })?.toISOString()).toBe(until);
});

test('the next full hour is never now', () => {
  expect(nextHour(at('08:00'), 8).toISOString()).toBe('2026-11-23T08:00:00.000Z');
});
