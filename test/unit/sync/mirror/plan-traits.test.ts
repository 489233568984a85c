import { describe, expect, test } from '@jest/globals';
import { needsReading, planTraits } from '../../../../sync/mirror/plan-traits.ts';

const OWN = { a: 'one', b: null };

test.each([
  ['nothing was written and nothing stands there', {}, {}, { a: 'one' }],
  ['nothing was written, but all stands there', {}, { a: 'one' }, {}],
  ['all is as written', { a: 'one', b: null }, undefined, {}],
  ['a value changed', { a: 'two', b: null }, undefined, { a: 'one' }],
  ['a value is to go', { a: 'one', b: 'left over' }, undefined, { b: null }],
  ['others have traits too', {}, { a: 'one', theirs: 1 }, {}],
])('writes of ours only what differs when %s', (_claim, base, read, changes) => {
  expect(planTraits(OWN, undefined, base, read)).toMatchObject({ changes, base: OWN });
});

describe('what is shared with the Technical Advisor', () => {
  const shared = (cpu: number | null, isHandedOff = false) => ({ values: { cpu, disk: 500 }, isHandedOff });

  test.each([
    ['is written where nothing stands', shared(8), {}, {}, { cpu: 8, disk: 500 }],
    ['is left where a person wrote before us', shared(8), {}, { cpu: 4 }, { disk: 500 }],
    ['is changed where our value stands', shared(16), { cpu: 8, disk: 500 }, { cpu: 8, disk: 500 }, { cpu: 16 }],
    ['is left where a person changed it', shared(16), { cpu: 8, disk: 500 }, { cpu: 12, disk: 500 }, {}],
    ['is left where a person removed it', shared(16), { cpu: 8, disk: 500 }, { disk: 500 }, {}],
    ['is the same as text', shared(8), {}, { cpu: '8', disk: '500' }, {}],
    ['is written after the handoff where all is blank', shared(8, true), {}, {}, { cpu: 8, disk: 500 }],
    ['is left after the handoff where anything stands', shared(8, true), {}, { disk: 1 }, {}],
    ['is left after the handoff where we wrote before', shared(16, true), { cpu: 8 }, { cpu: 8 }, {}],
  ])('%s', (_claim, values, base, read, changes) => {
    expect(planTraits({}, values, base, read).changes).toEqual(changes);
  });

  test('stays the person’s, whatever Salesforce says next', () => {
    const first = planTraits({}, shared(16), { cpu: 8, disk: 500 }, { cpu: 12, disk: 500 });

    expect(planTraits({}, shared(32), first.base, { cpu: 12, disk: 500 }).changes).toEqual({});
  });

  test('is read only when something of it is to change', () => {
    expect(needsReading(undefined, {})).toBe(false);
    expect(needsReading(shared(8), { cpu: 8, disk: 500 })).toBe(false);
    expect(needsReading(shared(9), { cpu: 8, disk: 500 })).toBe(true);
    expect(needsReading(shared(9, true), { cpu: 8, disk: 500 })).toBe(false);
    expect(needsReading(shared(9, true), {})).toBe(true);
  });
});
