import { expect, test } from '@jest/globals';
import { changeIndex, changeSpan, type LineChange } from '../../../../emulators/google-sheets/grid/spans.ts';

const insertAt = (at: number, count = 1): LineChange => ({ kind: 'insert', at, count });
const deletion = (start: number, end: number): LineChange => ({ kind: 'delete', start, end });
const move = (start: number, end: number, to: number): LineChange => ({ kind: 'move', start, end, to });

test.each([
  ['is pushed on by an insertion at its start', { start: 2, end: 4 }, insertAt(2), { start: 3, end: 5 }],
  ['grows by an insertion inside', { start: 2, end: 4 }, insertAt(3, 2), { start: 2, end: 6 }],
  ['stays before an insertion at its end', { start: 2, end: 4 }, insertAt(4), { start: 2, end: 4 }],
  ['stays open when it is open', { start: 2 }, insertAt(0), { start: 3 }],
  ['shrinks by what was deleted of it', { start: 2, end: 6 }, deletion(1, 4), { start: 1, end: 3 }],
  ['goes with all of its lines', { start: 2, end: 4 }, deletion(2, 4), undefined],
  ['moves with its lines, forwards', { start: 1, end: 2 }, move(1, 2, 4), { start: 3, end: 4 }],
  ['moves with its lines, backwards', { start: 3, end: 4 }, move(3, 4, 1), { start: 1, end: 2 }],
  ['stays when lines change places inside it', { start: 1, end: 4 }, move(1, 2, 4), { start: 1, end: 4 }],
  ['shrinks by lines that move out of it', { start: 1, end: 4 }, move(1, 2, 6), { start: 1, end: 3 }],
  ['makes room for lines that move into it', { start: 2, end: 5 }, move(0, 1, 4), { start: 1, end: 5 }],
])('a span %s', (_title, span, change, expected) => {
  expect(changeSpan(span, change)).toEqual(expected);
});

test('one line is found again, or known to be gone', () => {
  expect(changeIndex(3, move(0, 2, 4))).toBe(1);
  expect(changeIndex(3, deletion(3, 4))).toBeUndefined();
});
