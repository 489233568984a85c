import { expect, test } from '@jest/globals';
import { sameCell, sameValue, type CellValue } from '../../../../sync/mapping/index.ts';

test.each<[CellValue, CellValue]>([
  [null, null],
  [null, ''],
  [null, '  '],
  ['a', ' a '],
  ['one\r\ntwo', 'one\ntwo'],
  [3, 3],
  [3, '3'],
  [true, 'true'],
])('takes %j and %j for the same', (left, right) => {
  expect(sameValue(left, right)).toBe(true);
  expect(sameValue(right, left)).toBe(true);
});

test.each<[CellValue, CellValue]>([
  [null, 0],
  [null, 'a'],
  ['a', 'A'],
  [3, '3.0'],
  [3, 4],
  ['one two', 'one\ntwo'],
])('tells %j from %j', (left, right) => {
  expect(sameValue(left, right)).toBe(false);
  expect(sameValue(right, left)).toBe(false);
});

test('tells cells apart that lead to different places', () => {
  const cell = { value: 'IR-1', links: [{ start: 0, end: 4, url: 'https://a.example' }] };

  expect(sameCell(cell, { ...cell })).toBe(true);
  expect(sameCell(cell, { value: 'IR-1' })).toBe(false);
});
