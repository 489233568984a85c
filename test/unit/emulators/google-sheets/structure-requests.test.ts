import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cellsFrom, range } from './batch-parts.ts';
import { startSheets, type Sheets } from './start-sheets.ts';

let sheets: Sheets;

beforeEach(async () => {
  sheets = await startSheets();
});
afterEach(() => sheets.close());

async function shown(fields: string, query = ''): Promise<Record<string, unknown>> {
  return sheets.ok('GET', `?fields=${encodeURIComponent(fields)}${query}`);
}

describe('sorting', () => {
  test('puts numbers before texts before blanks, and blanks last even downwards', async () => {
    await sheets.ok('PUT', '/values/A1?valueInputOption=RAW', { values: [['b'], [2], [''], ['A'], [10]] });
    const sortSpecs = (sortOrder: string): object[] => [{ dimensionIndex: 0, sortOrder }];

    await sheets.batch({ sortRange: { range: range(0, 5, 0, 1), sortSpecs: sortSpecs('ASCENDING') } });
    const up = sheets.emulator.human.read('Sheet1');
    await sheets.batch({ sortRange: { range: range(0, 5, 0, 1), sortSpecs: sortSpecs('DESCENDING') } });

    expect(up).toEqual([['2'], ['10'], ['A'], ['b']]);
    expect(sheets.emulator.human.read('Sheet1')).toEqual([['b'], ['A'], ['10'], ['2']]);
  });

  test('leaves hidden rows and row metadata where they are', async () => {
    const row = (index: number): object => ({ sheetId: 0, dimension: 'ROWS', startIndex: index, endIndex: index + 1 });
    await sheets.batch(
      cellsFrom(0, 0, [
        ['c', '1'],
        ['b', '2'],
        ['a', '3'],
      ]),
      { updateDimensionProperties: { range: row(1), properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 1,
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { dimensionRange: row(0) },
          },
        },
      },
      { sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
    );

    expect(sheets.emulator.human.read('Sheet1')).toEqual([
      ['a', '3'],
      ['b', '2'],
      ['c', '1'],
    ]);
    expect(await sheets.ok('GET', '/developerMetadata/1')).toMatchObject({
      location: { dimensionRange: { startIndex: 0 } },
    });
  });

  test('is refused over cells that are merged downwards', async () => {
    const refusal = await sheets.refusal(
      { mergeCells: { range: range(1, 3, 0, 1), mergeType: 'MERGE_ALL' } },
      { sortRange: { range: range(0, 4, 0, 2), sortSpecs: [] } },
    );

    expect(refusal).toBe(
      "Invalid requests[1].sortRange: You can't sort a range containing vertical merges. There is a vertical merge at Sheet1!A2:A3",
    );
  });
});

describe('rows and columns', () => {
  test('take along what is anchored to them', async () => {
    const column = (index: number): object => ({
      sheetId: 0,
      dimension: 'COLUMNS',
      startIndex: index,
      endIndex: index + 1,
    });
    await sheets.batch(
      cellsFrom(0, 0, [['a', 'b', 'c']]),
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Middle', range: range(0, 1, 1, 2) } } },
      {
        addProtectedRange: {
          protectedRange: { protectedRangeId: 3, range: { sheetId: 0, startColumnIndex: 2, endColumnIndex: 3 } },
        },
      },
      { setBasicFilter: { filter: { range: range(0, 5, 0, 3) } } },
      { moveDimension: { source: column(1), destinationIndex: 3 } },
      { deleteDimension: { range: column(0) } },
    );

    expect(sheets.emulator.human.read('Sheet1')).toEqual([['c', 'b']]);
    expect(await shown('namedRanges.range,sheets(protectedRanges.range,basicFilter.range)')).toEqual({
      namedRanges: [{ range: { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 } }],
      sheets: [
        {
          protectedRanges: [{ range: { startColumnIndex: 0, endColumnIndex: 1 } }],
          basicFilter: { range: { startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 } },
        },
      ],
    });
  });

  test('that are new look like their neighbour', async () => {
    await sheets.batch(
      {
        repeatCell: {
          range: range(1, 2, 0, 1),
          cell: { userEnteredFormat: { textFormat: { italic: true } } },
          fields: 'userEnteredFormat',
        },
      },
      {
        insertDimension: {
          range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 },
          inheritFromBefore: true,
        },
      },
    );

    expect(await shown('sheets.data.rowData.values.userEnteredFormat.textFormat.italic', '&ranges=A3')).toEqual({
      sheets: [{ data: [{ rowData: [{ values: [{ userEnteredFormat: { textFormat: { italic: true } } }] }] }] }],
    });
  });

  test('cannot all go but the frozen ones', async () => {
    await sheets.batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
        fields: 'gridProperties.frozenRowCount',
      },
    });

    expect(
      await sheets.refusal({
        deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 1000 } },
      }),
    ).toBe('Invalid requests[0].deleteDimension: Sorry, it is not possible to delete all non-frozen rows.');
  });
});

describe('what lies on a sheet', () => {
  test('tells a colour both ways, in single precision, whichever way it was given', async () => {
    const rgbColor = { red: 1, green: 0.498039215686, blue: 0 };
    await sheets.batch({
      updateSheetProperties: { properties: { sheetId: 0, tabColorStyle: { rgbColor } }, fields: 'tabColorStyle' },
    });
    const colored = await shown('sheets.properties(tabColor,tabColorStyle)');
    await sheets.batch({ updateSheetProperties: { properties: { sheetId: 0 }, fields: 'tabColor' } });

    const told = { red: 1, green: 0.49803922 };
    expect(colored).toEqual({ sheets: [{ properties: { tabColor: told, tabColorStyle: { rgbColor: told } } }] });
    expect(await shown('sheets.properties(tabColor,tabColorStyle)')).toEqual({ sheets: [{ properties: {} }] });
  });

  test('is copied with it', async () => {
    await sheets.batch(
      cellsFrom(0, 0, [['x']]),
      { mergeCells: { range: range(0, 1, 0, 2), mergeType: 'MERGE_ALL' } },
      { duplicateSheet: { sourceSheetId: 0, newSheetId: 9, newSheetName: 'Copy', insertSheetIndex: 1 } },
    );

    expect(await shown('sheets(properties(title,index),merges)')).toEqual({
      sheets: [
        {
          properties: { title: 'Sheet1', index: 0 },
          merges: [{ startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }],
        },
        {
          properties: { title: 'Copy', index: 1 },
          merges: [{ sheetId: 9, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }],
        },
      ],
    });
  });

  test('a rule, a filter, a name and a protection change and go', async () => {
    const rule = (type: string): object => ({
      ranges: [range(0, 5, 0, 1)],
      booleanRule: { condition: { type }, format: {} },
    });
    await sheets.batch(
      { addConditionalFormatRule: { rule: rule('BLANK'), index: 0 } },
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Old', range: range(0, 1, 0, 1) } } },
      { addProtectedRange: { protectedRange: { protectedRangeId: 1, range: { sheetId: 0 } } } },
      { setBasicFilter: { filter: { range: range(0, 5, 0, 3) } } },
    );

    const replies = await sheets.batch(
      { updateConditionalFormatRule: { index: 0, rule: rule('NOT_BLANK') } },
      { updateNamedRange: { namedRange: { namedRangeId: 'n', name: 'New' }, fields: 'name' } },
      { updateProtectedRange: { protectedRange: { protectedRangeId: 1, description: 'key' }, fields: 'description' } },
    );
    const before = await shown(
      'namedRanges.name,sheets(protectedRanges.description,conditionalFormats.booleanRule.condition)',
    );
    await sheets.batch(
      { deleteConditionalFormatRule: { index: 0, sheetId: 0 } },
      { deleteNamedRange: { namedRangeId: 'n' } },
      { deleteProtectedRange: { protectedRangeId: 1 } },
      { clearBasicFilter: { sheetId: 0 } },
    );

    expect(replies[0]).toMatchObject({
      updateConditionalFormatRule: { oldRule: { booleanRule: { condition: { type: 'BLANK' } } } },
    });
    expect(before).toEqual({
      namedRanges: [{ name: 'New' }],
      sheets: [
        {
          protectedRanges: [{ description: 'key' }],
          conditionalFormats: [{ booleanRule: { condition: { type: 'NOT_BLANK' } } }],
        },
      ],
    });
    expect(await shown('namedRanges,sheets(protectedRanges,conditionalFormats,basicFilter)')).toEqual({ sheets: [{}] });
  });
});

test('a colour of a tab is set and taken away, by either of its two names', async () => {
  const colors = async (properties: object, fields: string): Promise<unknown> => {
    await sheets.batch({ updateSheetProperties: { properties: { sheetId: 0, ...properties }, fields } });
    return (await sheets.ok('GET', '?fields=sheets.properties(tabColor,tabColorStyle)'))['sheets'];
  };
  const red = [{ properties: { tabColor: { red: 1 }, tabColorStyle: { rgbColor: { red: 1 } } } }];

  expect(await colors({ tabColorStyle: { rgbColor: { red: 1, green: 0 } } }, 'tabColorStyle')).toEqual(red);
  expect(await colors({ tabColorStyle: { rgbColor: null } }, 'tabColorStyle')).toEqual([{ properties: {} }]);
  expect(await colors({ tabColor: { red: 1 } }, 'tabColor')).toEqual(red);
  expect(await colors({}, 'tabColor')).toEqual([{ properties: {} }]);
});

test('refuses what is no locale and no time zone', async () => {
  const update = (properties: object): Promise<unknown> =>
    sheets.refusal({ updateSpreadsheetProperties: { properties, fields: Object.keys(properties).join() } });

  expect(await update({ locale: 'xx-yy' })).toContain('Unsupported locale: xx-yy');
  expect(await update({ timeZone: 'Nowhere' })).toContain('Invalid time zone: Nowhere');
});
