import { expect, test } from '@jest/globals';
import { Faults } from '../../../../emulators/core/index.ts';

test('befalls the requests that match, after the skipped ones and so many times', () => {
  const faults = new Faults();
  faults.add({ fault: { kind: 'reset' }, method: 'POST', path: ':batchUpdate$', skip: 1, times: 2 });

  const outcomes = [1, 2, 3, 4].map(() => faults.next('POST', '/v4/spreadsheets/x:batchUpdate')?.kind);

  expect(outcomes).toEqual([undefined, 'reset', 'reset', undefined]);
  expect(faults.next('GET', '/v4/spreadsheets/x:batchUpdate')).toBeUndefined();
});

test('repeats itself for the same seed', () => {
  const draw = (seed: number): boolean[] => {
    const faults = new Faults(seed);
    faults.add({ fault: { kind: 'status', status: 503 }, probability: 0.5 });
    return Array.from({ length: 20 }, () => faults.next('GET', '/') !== undefined);
  };

  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(new Set(draw(7))).toEqual(new Set([true, false]));
});

test('refuses a pattern that is no regular expression', () => {
  expect(() => new Faults().add({ fault: { kind: 'reset' }, path: '(' })).toThrow(SyntaxError);
});
