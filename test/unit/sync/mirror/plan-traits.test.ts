import { expect, test } from '@jest/globals';
import { planTraits } from '../../../../sync/mirror/plan-traits.ts';

const WANTED = { a: 'one', b: null };

test.each([
  ['nothing was written yet', undefined, { a: 'one' }],
  ['all is as wanted', { a: 'one' }, {}],
  ['a value changed', { a: 'two' }, { a: 'one' }],
  ['a value is to go', { a: 'one', b: 'left over' }, { b: null }],
  ['others have traits too', { a: 'one', theirs: 1 }, {}],
])('writes only what differs when %s', (_claim, written, changes) => {
  expect(planTraits(WANTED, written)).toEqual(changes);
});
