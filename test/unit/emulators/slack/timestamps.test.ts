import { expect, test } from '@jest/globals';
import { toComparable, toDate, toTimestamp } from '../../../../emulators/slack/timestamps.ts';

const NOON = new Date('2026-11-22T12:00:00.123Z');

test('a ts is the moment in seconds with six digits', () => {
  expect(toTimestamp(NOON, undefined)).toBe('1795348800.123000');
  expect(toDate('1795348800.123000')).toEqual(NOON);
});

test('a ts is later than the last one, even when the clock is not', () => {
  expect(toTimestamp(NOON, '1795348800.123000')).toBe('1795348800.123001');
  expect(toTimestamp(NOON, '1795348800.999999')).toBe('1795348801.000000');
});

test.each([
  ['1795348800', '1795348800.000000'],
  ['1795348800.1', '1795348800.100000'],
  ['0', '0000000000.000000'],
  ['now', undefined],
  ['-1', undefined],
  ['1.2.3', undefined],
])('the spelling %j compares as %j', (spelling, comparable) => {
  expect(toComparable(spelling)).toBe(comparable);
});
