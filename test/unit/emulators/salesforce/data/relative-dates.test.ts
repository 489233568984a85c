import { expect, test } from '@jest/globals';
import { resolveDate } from '../../../../../emulators/salesforce/index.ts';

const NOW = new Date('2026-11-22T15:30:00Z');

test.each<[unknown, unknown]>([
  ['@today', '2026-11-22'],
  ['@today-23', '2026-10-30'],
  ['@today+40', '2027-01-01'],
  ['@today+1T09:00:00Z', '2026-11-23T09:00:00Z'],
  ['@month', '2026-11-01'],
  ['@month+2', '2027-01-01'],
  ['@month-11', '2025-12-01'],
  ['@month+2.key', '2027-01'],
  ['@Northwind', '@Northwind'],
  ['@todayish', '@todayish'],
  ['today', 'today'],
  [7, 7],
  [null, null],
])('%p is %p', (value, expected) => {
  expect(resolveDate(value, NOW)).toBe(expected);
});
