import { formatLabel } from 'c/formatLabel';

describe('formatLabel', () => {
  test('puts each value into its place', () => {
    expect(formatLabel('{1} of {0}, {1} again', 14, 'rank 3')).toBe('rank 3 of 14, rank 3 again');
  });

  test('leaves a place without a value as it is', () => {
    expect(formatLabel('{0} and {1}', 'one')).toBe('one and {1}');
  });
});
