import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnRange, parseRange, toColumnIndex, toColumnLetters } from '../../../../sync/google-sheets/a1.ts';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [18277, 'ZZZ'],
])('spells column %i as %s', (index, letters) => {
  expect(toColumnLetters(index)).toBe(letters);
  expect(toColumnIndex(letters)).toBe(index);
});

test.each([
  ["'Backlog'!C1:C1000", { title: 'Backlog', startRow: 0, endRow: 1000, startColumn: 2, endColumn: 3 }],
  ['Backlog!A1:B2', { title: 'Backlog', startRow: 0, endRow: 2, startColumn: 0, endColumn: 2 }],
  ["'It''s'!A:A", { title: "It's", startRow: 0, startColumn: 0, endColumn: 1 }],
  ["'My Tab'!B5", { title: 'My Tab', startRow: 4, endRow: 5, startColumn: 1, endColumn: 2 }],
  ["'a!b'!B2:C", { title: 'a!b', startRow: 1, startColumn: 1, endColumn: 3 }],
])('reads %s', (text, range) => {
  expect(parseRange(text)).toEqual(range);
});

test.each(['A1:B2', '', 'Backlog', '#REF!'])('does not take "%s" for a column of a tab', (text) => {
  expect(() => parseRange(text)).toThrow(`Google Sheets named the range "${text}"`);
});

test('reads back what it writes, whatever the tab is called', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(18277), (title, column) => {
      expect(parseRange(columnRange(title, column))).toEqual({
        title,
        startRow: 0,
        startColumn: column,
        endColumn: column + 1,
      });
    }),
  );
});
