import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatA1, parseA1, toColumnIndex, toColumnLetters } from '../../../../emulators/google-sheets/grid/a1.ts';

test.each([
  ['A1', { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1, single: true }],
  ['Sheet1!B2:C4', { title: 'Sheet1', startRow: 1, endRow: 4, startColumn: 1, endColumn: 3, single: false }],
  ["'It''s here'!A:C", { title: "It's here", startColumn: 0, endColumn: 3, single: false }],
  ['Sheet1!A2:C', { title: 'Sheet1', startRow: 1, startColumn: 0, endColumn: 3, single: false }],
  ['Sheet1!2:3', { title: 'Sheet1', startRow: 1, endRow: 3, single: false }],
  ['C4:B2', { startRow: 1, endRow: 4, startColumn: 1, endColumn: 3, single: false }],
  ['Sheet1!R2C2:R4C3', { title: 'Sheet1', startRow: 1, endRow: 4, startColumn: 1, endColumn: 3, single: false }],
  ['r1c27', { startRow: 0, endRow: 1, startColumn: 26, endColumn: 27, single: true }],
  ['RC1', { startRow: 0, endRow: 1, startColumn: 470, endColumn: 471, single: true }],
  ["'My Tab'", { title: 'My Tab', single: false }],
  ['Backlog', { name: 'Backlog' }],
  ['Sheet1!Named_Range', { title: 'Sheet1', name: 'Named_Range' }],
])('reads %s', (text, place) => {
  expect(parseA1(text)).toEqual(place);
});

test.each(['A1:B2:C3', 'Sheet1!', 'Sheet1!A1:', '', "'open!A1:B2:C3"])('does not read %j', (text) => {
  expect(parseA1(text)).toBeUndefined();
});

test.each([
  ['Sheet1', 'Sheet1!A1:B2'],
  ['D3', "'D3'!A1:B2"],
  ['My Tab', "'My Tab'!A1:B2"],
  ["It's", "'It''s'!A1:B2"],
  ['🌵 one', "'🌵 one'!A1:B2"],
])('quotes the title %s only where it must', (title, expected) => {
  expect(formatA1(title, 0, 0, 2, 2)).toBe(expected);
});

test('reads back whatever place it writes, under whatever title', () => {
  const side = fc.tuple(fc.nat(9_999), fc.integer({ min: 1, max: 400 }));
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), side, side, (title, [top, height], [left, width]) => {
      const parsed = parseA1(formatA1(title, top, left, top + height, left + width));

      expect(parsed).toEqual({
        title,
        startRow: top,
        endRow: top + height,
        startColumn: left,
        endColumn: left + width,
        single: height === 1 && width === 1,
      });
    }),
  );
});

test('counts columns past Z', () => {
  expect([25, 26, 701, 702].map(toColumnLetters)).toEqual(['Z', 'AA', 'ZZ', 'AAA']);
  expect(toColumnIndex('aaa')).toBe(702);
});
