import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSheets, type Sheets } from './start-sheets.ts';

let sheets: Sheets;
const RANGE = { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 };

beforeEach(async () => {
  sheets = await startSheets();
  await sheets.ok('PUT', '/values/A1?valueInputOption=RAW', {
    values: [['Name', 'Rank'], ['Globex', 3], ['Acme', 1], ['Initech', 2], ['Umbrella']],
  });
});
afterEach(() => sheets.close());

async function hidden(): Promise<number[]> {
  const { sheets: [sheet] = [] } = (await sheets.ok(
    'GET',
    '?ranges=A1:B6&fields=sheets.data.rowMetadata(hiddenByFilter)',
  )) as { sheets?: { data: { rowMetadata: { hiddenByFilter?: boolean }[] }[] }[] };
  return (sheet?.data[0]?.rowMetadata ?? []).flatMap(({ hiddenByFilter }, row) =>
    hiddenByFilter === true ? [row] : [],
  );
}

describe('the filter that everybody sees', () => {
  test.each([
    ['texts that are hidden', { columnIndex: 0, filterCriteria: { hiddenValues: ['Acme', 'Globex'] } }, [1, 2]],
    ['blanks that are hidden', { columnIndex: 1, filterCriteria: { hiddenValues: [''] } }, [4]],
    [
      'a number to be above',
      {
        columnIndex: 1,
        filterCriteria: { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '1' }] } },
      },
      [2, 4],
    ],
    [
      'a text to be in it',
      { columnIndex: 0, filterCriteria: { condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: 'L' }] } } },
      [2, 3],
    ],
    ['blanks only', { columnIndex: 1, filterCriteria: { condition: { type: 'BLANK' } } }, [1, 2, 3]],
  ])('hides rows below its header by %s', async (_what, spec, rows) => {
    await sheets.batch({ setBasicFilter: { filter: { range: RANGE, filterSpecs: [spec] } } });

    expect(await hidden()).toEqual(rows);
  });

  test('is told with its criteria both ways', async () => {
    const criteria = { 1: { hiddenValues: ['3'] } };
    await sheets.batch({ setBasicFilter: { filter: { range: RANGE, criteria } } });

    const { sheets: told } = await sheets.ok('GET', '?fields=sheets.basicFilter');

    const specs = [{ columnIndex: 1, filterCriteria: { hiddenValues: ['3'] } }];
    expect(told).toMatchObject([{ basicFilter: { criteria, filterSpecs: specs, range: { endRowIndex: 5 } } }]);
    expect(await hidden()).toEqual([1]);
  });

  test('sorts what is below its header', async () => {
    const sortSpecs = [{ dimensionIndex: 1, sortOrder: 'ASCENDING' }];
    await sheets.batch({ setBasicFilter: { filter: { range: RANGE, sortSpecs } } });

    expect(sheets.emulator.human.read('Sheet1').map(([name]) => name)).toEqual([
      'Name',
      'Acme',
      'Initech',
      'Globex',
      'Umbrella',
    ]);
  });

  test('keeps hidden rows where they are when others are sorted, and shows all when it goes', async () => {
    const spec = { columnIndex: 0, filterCriteria: { hiddenValues: ['Globex'] } };
    await sheets.batch({ setBasicFilter: { filter: { range: RANGE, filterSpecs: [spec] } } });
    const range = { ...RANGE, startRowIndex: 1 };
    await sheets.batch({ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } });
    const sorted = sheets.emulator.human.read('Sheet1').map(([name]) => name);
    await sheets.batch({ clearBasicFilter: { sheetId: 0 } });

    expect(sorted).toEqual(['Name', 'Globex', 'Umbrella', 'Initech', 'Acme']);
    expect(await hidden()).toEqual([]);
  });

  test('refuses what it cannot decide', async () => {
    const condition = { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=A1' }] };
    const filterSpecs = [{ columnIndex: 0, filterCriteria: { condition } }];

    expect(await sheets.refusal({ setBasicFilter: { filter: { range: RANGE, filterSpecs } } })).toBe(
      'Invalid requests[0].setBasicFilter: This emulator cannot decide conditions of type CUSTOM_FORMULA.',
    );
  });
});

test('filter views are kept, copied, changed and deleted, and hide nothing', async () => {
  const spec = { columnIndex: 0, filterCriteria: { hiddenValues: ['Acme'] } };
  const [added] = (await sheets.batch({ addFilterView: { filter: { range: RANGE, filterSpecs: [spec] } } })) as [
    { addFilterView: { filter: { filterViewId: number } } },
  ];
  const { filterViewId } = added.addFilterView.filter;
  const [copied] = (await sheets.batch({ duplicateFilterView: { filterId: filterViewId } })) as [
    { duplicateFilterView: { filter: { filterViewId: number } } },
  ];
  await sheets.batch(
    { updateFilterView: { filter: { filterViewId, title: 'Mine' }, fields: 'title' } },
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
    { deleteFilterView: { filterId: copied.duplicateFilterView.filter.filterViewId } },
  );

  const { sheets: told } = await sheets.ok('GET', '?fields=sheets.filterViews');

  expect(told).toMatchObject([
    {
      filterViews: [{ filterViewId, title: 'Mine', range: { startRowIndex: 2, endRowIndex: 7 }, filterSpecs: [spec] }],
    },
  ]);
  expect((told as [{ filterViews: unknown[] }])[0].filterViews).toHaveLength(1);
  expect(await hidden()).toEqual([]);
  expect(await sheets.refusal({ deleteFilterView: { filterId: 12 } })).toContain('No filter view with id: 12');
});

test('bands move with their rows, and two do not lie on one another', async () => {
  const rowProperties = { firstBandColor: { red: 1 }, secondBandColor: { blue: 1 } };
  const [added] = (await sheets.batch({ addBanding: { bandedRange: { range: RANGE, rowProperties } } })) as [
    { addBanding: { bandedRange: { bandedRangeId: number } } },
  ];
  const { bandedRangeId } = added.addBanding.bandedRange;
  const twice = await sheets.refusal({ addBanding: { bandedRange: { range: RANGE, rowProperties } } });
  const changed = { bandedRangeId, rowProperties: { firstBandColor: { green: 1 } } };
  await sheets.batch(
    { updateBanding: { bandedRange: changed, fields: 'rowProperties.firstBandColor' } },
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
  );
  const { sheets: told } = await sheets.ok('GET', '?fields=sheets.bandedRanges');
  await sheets.batch({ deleteBanding: { bandedRangeId } });

  expect(twice).toContain('already has alternating background colors');
  expect(told).toMatchObject([
    {
      bandedRanges: [
        {
          bandedRangeId,
          range: { startRowIndex: 1 },
          rowProperties: { firstBandColorStyle: { rgbColor: { green: 1 } } },
        },
      ],
    },
  ]);
  expect(await sheets.ok('GET', '?fields=sheets.bandedRanges')).toEqual({ sheets: [{}] });
});
