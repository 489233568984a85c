import { expect, test } from '@jest/globals';
import { COLUMNS, createLayout, isStamp, toRow, type CellValue, type Row } from '../../../../sync/mapping/index.ts';
import { planRow, type RowPlan, type SheetRow } from '../../../../sync/mirror/plan-row.ts';
import { buildEntry } from '../support/build-entry.ts';

const LAYOUT = createLayout(COLUMNS.map(({ name }) => name).filter((name) => !isStamp(name)));

function plan(row: SheetRow, desired: Row, base: Row | undefined): RowPlan {
  return planRow(row, desired, base, LAYOUT);
}

function nextSteps(sheet: CellValue, salesforce: string | null, agreed: string | null | undefined): RowPlan {
  const desired = toRow(buildEntry({ nextSteps: salesforce }));
  const base = agreed === undefined ? undefined : toRow(buildEntry({ nextSteps: agreed }));
  return plan({ index: 5, cells: { number: 'IR-00001', nextSteps: sheet } }, desired, base);
}

const NOTHING = { writes: [], edits: [], conflicts: [], restored: [], learned: false, detached: false };
const typed = (value: CellValue) => [{ column: 'nextSteps', value }];

test.each<[string, CellValue, string | null, string | null, Partial<RowPlan>]>([
  ['nothing changed', 'a', 'a', 'a', {}],
  ['Salesforce changed', 'a', 'b', 'a', { writes: ['nextSteps'] }],
  ['Salesforce was cleared', 'a', null, 'a', { writes: ['nextSteps'] }],
  ['the sheet changed', 'b', 'a', 'a', { edits: typed('b') as RowPlan['edits'] }],
  ['the sheet was cleared', null, 'a', 'a', { edits: typed(null) as RowPlan['edits'] }],
  ['both changed to the same', 'b', 'b', 'a', { learned: true }],
  ['both changed', 'b', 'c', 'a', { writes: ['nextSteps'], conflicts: typed('b') as RowPlan['conflicts'] }],
  ['only blanks were added', ' a ', 'a', 'a', {}],
])('plans an editable cell when %s', (_claim, sheet, salesforce, agreed, expected) => {
  expect(nextSteps(sheet, salesforce, agreed)).toEqual({ ...NOTHING, ...expected });
});

test.each<[string, CellValue, string | null, string[], CellValue[]]>([
  ['fills in a blank', null, 'a', ['nextSteps'], []],
  ['leaves what is right', 'a', 'a', [], []],
  ['replaces what differs, and tells of it', 'b', 'a', ['nextSteps'], ['b']],
])('%s where nothing was agreed on yet', (_claim, sheet, salesforce, writes, conflicts) => {
  const planned = nextSteps(sheet, salesforce, undefined);

  expect(planned.writes.filter((name) => name === 'nextSteps')).toEqual(writes);
  expect(planned.conflicts.map(({ value }) => value)).toEqual(conflicts);
  expect(planned.edits).toEqual([]);
});

test('writes a cell of Salesforce when its value is no longer the one agreed on', () => {
  const planned = plan(
    { index: 1, cells: { number: 'IR-00001' } },
    toRow(buildEntry({ stage: 'Closed Won' })),
    toRow(buildEntry()),
  );

  expect(planned).toEqual({ ...NOTHING, writes: ['stage'] });
});

test('restores a cell of Salesforce that somebody edited, and tells of it', () => {
  const row = toRow(buildEntry());

  expect(plan({ index: 1, cells: { number: 'IR-00001', customer: 'Mine' } }, row, row)).toEqual({
    ...NOTHING,
    writes: ['customer'],
    restored: [{ column: 'customer', value: 'Mine' }],
  });
});

test('writes a link that changed under the same text', () => {
  const row = toRow(buildEntry());
  const moved = toRow(buildEntry({ url: 'https://other.example/r/1' }));

  expect(plan({ index: 1, cells: { number: 'IR-00001' } }, moved, row).writes).toEqual(['number']);
});

test('takes nothing over from a row that stands beside another key, and writes all of it', () => {
  const row = toRow(buildEntry());
  const planned = plan({ index: 1, cells: { number: 'IR-00099', rank: 9, nextSteps: 'Call on Monday' } }, row, row);

  expect(planned.detached).toBe(true);
  expect(planned.edits).toEqual([]);
  expect(planned.conflicts).toEqual([{ column: 'rank', value: 9 }]);
  expect(planned.writes).toContain('customer');
  expect(planned.writes).toContain('rank');
});

test('takes nothing over from a row that was emptied', () => {
  const row = toRow(buildEntry());
  const planned = plan({ index: 1, cells: { number: null, rank: null, nextSteps: null } }, row, row);

  expect(planned).toMatchObject({ edits: [], conflicts: [], detached: true });
  expect(planned.writes).toEqual(expect.arrayContaining(['number', 'rank', 'nextSteps', 'customer']));
});

test('leaves a column alone that somebody deleted', () => {
  const row = toRow(buildEntry());

  expect(plan({ index: 1, cells: { number: 'IR-00001' } }, toRow(buildEntry({ rank: 8 })), row)).toEqual(NOTHING);
});

test('stamps a row that is written, and no other, whatever stands there', () => {
  const row = toRow(buildEntry());
  const written = { index: 1, cells: { number: 'IR-00001', lastSynced: 44_000 } };

  expect(planRow(written, toRow(buildEntry({ stage: 'Closed Won' })), row, createLayout()).writes).toEqual([
    'stage',
    'lastSynced',
  ]);
  expect(planRow(written, row, row, createLayout())).toEqual(NOTHING);
});
