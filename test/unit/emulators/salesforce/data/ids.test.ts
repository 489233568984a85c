import { expect, test } from '@jest/globals';
import { formatAutoNumber } from '../../../../../emulators/salesforce/data/auto-number.ts';
import { createId, createKeyPrefix } from '../../../../../emulators/salesforce/data/ids.ts';

test.each([
  [1, '001GW0000000001YAA'],
  [61, '001GW000000000zYAA'],
  [62, '001GW0000000010YAA'],
  [36, '001GW000000000aYAA'],
  [10, '001GW000000000AYAQ'],
])('the id with number %i is %s', (number, id) => {
  expect(createId('001', number)).toBe(id);
});

test('custom objects have prefixes from a00 upward', () => {
  expect([0, 1, 10, 61, 62].map(createKeyPrefix)).toEqual(['a00', 'a01', 'a0A', 'a0z', 'a10']);
});

test.each([
  ['IR-{00000}', 7, 'IR-00007'],
  ['{000}', 1234, '1234'],
  ['{YYYY}{MM}{DD}-{0}', 5, '20261122-5'],
])('the auto-number %s of %i is %s', (format, number, text) => {
  expect(formatAutoNumber(format, number, new Date('2026-11-22T10:00:00Z'))).toBe(text);
});
