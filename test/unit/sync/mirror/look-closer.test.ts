import { expect, test } from '@jest/globals';
import type { GridCell } from '../../../../sync/google-sheets/index.ts';
import type { CycleContext } from '../../../../sync/mirror/context.ts';
import { lookOnceMore, MovedError } from '../../../../sync/mirror/look-closer.ts';
import type { RowTab } from '../../../../sync/mirror/row-tab.ts';
import type { TabReading } from '../../../../sync/mirror/tab-reader.ts';

const ROW_TAB = { tab: { sheetId: 1, title: 'Backlog' }, layout: { watched: ['key', 'rank'] } } as unknown as RowTab;
const READING = {
  header: ['Salesforce Id', 'Rank'],
  columns: new Map([
    ['key', { index: 0, values: ['Salesforce Id', 'A'] }],
    ['rank', { index: 1, values: ['Rank', 3] }],
  ]),
} as unknown as TabReading;

async function look(key: string, rank: Partial<GridCell>): Promise<unknown> {
  const plain = (value: string): GridCell => ({ value, isFormula: false });
  const rows = new Map([
    [0, [plain('Salesforce Id'), plain('Rank')]],
    [1, [plain(key), { value: null, isFormula: false, ...rank }]],
  ]);
  const context = { sheets: { readRows: async () => rows } } as unknown as CycleContext;
  return lookOnceMore(context, ROW_TAB, READING, [{ id: 'A', index: 1 }]);
}

test('a row that is as it was read is looked at', async () => {
  await expect(look('A', { value: 3 })).resolves.toBeInstanceOf(Map);
});

test.each([
  ['another row stands there', 'B', 3],
  ['somebody typed into it', 'A', 4],
  ['somebody cleared a cell of it', 'A', null],
])('a row is to be read anew when %s', async (_claim, key, value) => {
  await expect(look(key, { value })).rejects.toThrow(MovedError);
});

test('a formula may come to something else each time', async () => {
  await expect(look('A', { value: 0.4, isFormula: true })).resolves.toBeInstanceOf(Map);
  await expect(look('A', { error: '#N/A' })).resolves.toBeInstanceOf(Map);
});
