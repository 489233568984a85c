import { expect, test } from '@jest/globals';
import { toReading } from '../../../../sync/google-sheets/read-columns.ts';

const columnAt = (range: string, name: string, ...values: string[]) => ({
  valueRange: { range, values: [values] },
  dataFilters: [{ developerMetadataLookup: { metadataValue: name } }],
});

test('reads the columns that stand in the tab, wherever they stand', () => {
  const answer = {
    valueRanges: [columnAt('Backlog!C1:C1000', 'rank', 'Rank', '1'), columnAt('Copy!A1:A9', 'key', 'x')],
  };

  expect(toReading(answer, 'Backlog').columns).toEqual(new Map([['rank', { index: 2, values: ['Rank', '1'] }]]));
});

test('of two columns with the same name reads the first one, in whatever order they are answered', () => {
  const [first, second] = [columnAt('Backlog!B1:B9', 'rank', 'one'), columnAt('Backlog!D1:D9', 'rank', 'two')];
  for (const valueRanges of [
    [first, second],
    [second, first],
  ]) {
    expect(toReading({ valueRanges }, 'Backlog').columns.get('rank')).toEqual({ index: 1, values: ['one'] });
  }
});
