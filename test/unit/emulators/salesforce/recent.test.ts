import { expect, test } from '@jest/globals';
import { Recent } from '../../../../emulators/salesforce/recent.ts';

test('a value is made once, and again when it was not asked for the longest', () => {
  const made: string[] = [];
  const recent = new Recent<string, string>(2);
  const ask = (key: string): string =>
    recent.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });

  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what could not be made is tried anew', () => {
  const recent = new Recent<string, number>(2);
  const fail = (): number => {
    throw new RangeError('not yet');
  };

  expect(() => recent.get('a', fail)).toThrow('not yet');
  expect(recent.get('a', () => 1)).toBe(1);
});
