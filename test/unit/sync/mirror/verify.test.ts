import { expect, test } from '@jest/globals';
import { findDamage } from '../../../../sync/mirror/verify.ts';

const BEFORE = [null, 'A', 'B', 'C', 'D'];
const none = { before: BEFORE, written: [], removed: [], appended: [] };

test('finds nothing when every row stands where it stood', () => {
  expect(findDamage({ ...none, written: [{ id: 'B', index: 2 }] }, BEFORE)).toEqual([]);
});

test('finds the row that moved and the one that was written to in its place', () => {
  expect(findDamage({ ...none, written: [{ id: 'B', index: 2 }] }, [null, 'A', 'C', 'B', 'D'])).toEqual(['B', 'C']);
});

test('allows for rows that the same batch removed', () => {
  const intended = { ...none, written: [{ id: 'D', index: 4 }], removed: [{ id: 'B', index: 2 }] };

  expect(findDamage(intended, [null, 'A', 'C', 'D'])).toEqual([]);
});

test('finds a row that was removed in another’s place', () => {
  expect(findDamage({ ...none, removed: [{ id: 'B', index: 2 }] }, [null, 'A', 'B', 'D'])).toEqual(['C', 'B']);
});

test('finds an appended row that did not arrive', () => {
  expect(findDamage({ ...none, appended: ['E', 'F'] }, [...BEFORE, 'E'])).toEqual(['F']);
});

test('does not mind rows of others between ours', () => {
  expect(findDamage({ ...none, appended: ['E'] }, [...BEFORE, 'typed by hand', null, 'E'])).toEqual([]);
});
