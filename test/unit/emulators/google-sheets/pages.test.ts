import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFaults } from '../../../support/accessibility.ts';
import { startBrowser, type TestBrowser } from '../../../support/browser.ts';
import { startSheets, type Sheets } from './start-sheets.ts';

const LINKS = [
  { startIndex: 0, format: { link: { uri: 'https://example.com/design' } } },
  { startIndex: 6, format: {} },
  { startIndex: 8, format: { link: { uri: 'https://example.com/discovery' } } },
];

let browser: TestBrowser;
let sheets: Sheets;
let page: Page;
let context: BrowserContext;
let complaints: string[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => browser[Symbol.asyncDispose]());
beforeEach(async () => {
  sheets = await startSheets({ quotas: false });
  await sheets.ok('PUT', '/values/A1?valueInputOption=RAW', {
    values: [
      ['Id', 'Rank', 'Priority', 'Customer', 'Link'],
      ['a1', 2, 'P1', 'Globex', 'https://example.com/1'],
      ['a2', 1, 'P2', 'Acme', 'https://example.com/2'],
    ],
  });
  const choices = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'P1' }, { userEnteredValue: 'P2' }] };
  await sheets.batch(
    {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount: 30, columnCount: 6, frozenRowCount: 1 } },
        fields: 'gridProperties(rowCount,columnCount,frozenRowCount)',
      },
    },
    {
      updateDimensionProperties: {
        range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
    {
      setDataValidation: {
        range: { sheetId: 0, startRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 },
        rule: { condition: choices, strict: true, showCustomUi: true },
      },
    },
    {
      addProtectedRange: {
        protectedRange: { range: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 }, warningOnly: true },
      },
    },
    { addProtectedRange: { protectedRange: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } } } },
    { addSheet: { properties: { sheetId: 4, title: 'Closed' } } },
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 5 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'Design, Discovery' }, textFormatRuns: LINKS }] }],
        fields: 'userEnteredValue,textFormatRuns',
      },
    },
  );
  ({ page, context, complaints } = await browser.open());
  await page.goto(sheets.emulator.url);
  await page.locator('.chosen').waitFor();
});
afterEach(async () => {
  await context.close();
  await sheets.close();
  expect(complaints).toEqual([]);
});

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function rowsBecome(rows: string[][]): Promise<void> {
  for (const [index, row] of rows.entries()) {
    const cells = page.locator(`[aria-rowindex="${String(index + 3)}"] .tabulator-cell:not(.row-number)`);
    for (const [column, text] of row.entries()) {
      await cells.filter({ visible: true }).nth(column).filter({ hasText: text }).waitFor();
    }
  }
}

describe('the grid', () => {
  test('opens at the first column that is not hidden, and follows the keys', async () => {
    await page.locator('#grid').focus();
    const name = page.locator('#cell-name');
    const first = await name.textContent();

    await press('ArrowDown', 'ArrowRight', 'Tab');

    expect([first, await name.textContent()]).toEqual(['B1', 'D2']);
    expect(await page.locator('#formula').inputValue()).toBe('Globex');
  });

  test('brings a far cell into view, and draws only what is in view', async () => {
    await sheets.batch({ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 4970 } });
    await page.locator('#grid[aria-rowcount="5001"]').waitFor();
    await page.locator('#grid').focus();

    // Keys that come faster than rows are drawn.
    await page.evaluate(`for (let count = 0; count < 10; count += 1) {
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    }`);

    await page.locator('#chosen-cell[aria-selected="true"]').waitFor();
    await page.waitForFunction(`(() => {
      const { y = 0 } = document.getElementById('chosen-cell')?.getBoundingClientRect() ?? {};
      return y > 200 && y < 860;
    })()`);
    expect(await page.locator('#cell-name').textContent()).toBe('B201');
    expect(await page.locator('.tabulator-row').count()).toBeLessThan(200);
  });

  test('takes what is typed, as a person of the team', async () => {
    await page.getByRole('gridcell', { name: 'Globex' }).click();
    await page.keyboard.type('Initech');
    await press('Enter');

    await rowsBecome([['2', 'P1', 'Initech']]);
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(sheets.emulator.human.read('Sheet1')[1]?.[3]).toBe('Initech');
    expect(await page.locator('#cell-name').textContent()).toBe('D3');
  });

  test('offers the choices of a cell and clears it with a key', async () => {
    await page.getByRole('gridcell', { name: 'P1' }).dblclick();
    await page.getByRole('combobox', { name: 'Cell C2' }).selectOption('P2');
    await press('Enter');
    await rowsBecome([['2', 'P2']]);

    await page.getByRole('gridcell', { name: 'Globex' }).click();
    await press('Delete');
    await page.getByRole('gridcell', { name: 'Globex' }).waitFor({ state: 'detached' });

    expect(sheets.emulator.human.read('Sheet1')[1]).toEqual([
      'a1',
      '2',
      'P2',
      '',
      'https://example.com/1',
      'Design, Discovery',
    ]);
  });

  test('shows what somebody else writes without taking away the input', async () => {
    await page.getByRole('gridcell', { name: 'Globex' }).dblclick();
    const input = page.getByRole('textbox', { name: 'Cell D2' });
    await input.fill('half a wor');

    await sheets.ok('PUT', '/values/D3?valueInputOption=RAW', { values: [['Umbrella']] });
    await page.getByRole('gridcell', { name: 'Umbrella' }).waitFor();

    expect(await input.inputValue()).toBe('half a wor');
    await press('Escape');
    await rowsBecome([['2', 'P1', 'Globex']]);
  });

  test('does not save over a cell that changed while somebody typed', async () => {
    await page.getByRole('gridcell', { name: 'Globex' }).dblclick();
    await page.getByRole('textbox', { name: 'Cell D2' }).fill('Initech');
    sheets.emulator.human.edit('Sheet1', 'D2', 'Umbrella');
    await press('Enter');

    await page.getByRole('alert').getByText('This cell changed while you were typing').waitFor();
    expect(sheets.emulator.human.read('Sheet1')[1]?.[3]).toBe('Umbrella');
  });
});

describe('what guards a sheet', () => {
  test('is told plainly when it cannot be changed', async () => {
    await page.getByRole('gridcell', { name: 'Customer' }).click();
    await page.keyboard.type('Client');
    await press('Enter');

    await page.getByRole('alert').getByText('You are trying to edit a protected cell or object.').waitFor();
    expect(sheets.emulator.human.read('Sheet1')[0]?.[3]).toBe('Customer');
  });

  test('is asked about when it only warns', async () => {
    await page.getByRole('gridcell', { name: 'Globex' }).click();
    await page.getByRole('button', { name: 'Sort A–Z' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    const kept = sheets.emulator.human.read('Sheet1')[1]?.[3];
    await page.getByRole('button', { name: 'Sort A–Z' }).click();
    await page.getByRole('button', { name: 'Edit anyway' }).click();

    await rowsBecome([['1', 'P2', 'Acme']]);
    expect([kept, sheets.emulator.human.read('Sheet1')[1]?.[3]]).toEqual(['Globex', 'Acme']);
  });
});

test('rows are inserted and deleted, hidden columns shown, sheets changed and links open', async () => {
  await page.getByRole('gridcell', { name: 'Globex' }).click();
  await page.getByRole('button', { name: 'Insert row above' }).click();
  await rowsBecome([[], ['2', 'P1', 'Globex']]);
  await page.getByRole('button', { name: 'Delete row' }).click();
  await page.getByRole('button', { name: 'Edit anyway' }).click();
  await rowsBecome([['2', 'P1', 'Globex']]);

  await page.getByLabel('Show hidden columns').check();
  await page.getByRole('gridcell', { name: 'a1' }).waitFor();
  const link = await page.getByRole('link', { name: 'https://example.com/1' }).getAttribute('href');
  const linked = await page.getByRole('link', { name: 'Design' }).getAttribute('href');
  await page.getByRole('tab', { name: 'Closed' }).click();
  await page.getByRole('gridcell', { name: 'Globex' }).waitFor({ state: 'detached' });

  expect([link, linked]).toEqual(['https://example.com/1', 'https://example.com/design']);
  expect(new URL(page.url()).hash).toBe('#gid=4');
});

test('a person filters a column by its values, sees that it is filtered, and shows all again', async () => {
  await page.getByRole('gridcell', { name: 'Globex' }).click();
  await page.getByRole('button', { name: 'Filter…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Show rows with, in column D:' });
  await dialog.getByRole('checkbox', { name: 'Globex' }).uncheck();
  const partly = await dialog.locator('#filter-all:indeterminate').count();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('gridcell', { name: 'Globex' }).waitFor({ state: 'detached' });
  const header = await page.locator('.tabulator-col[tabulator-field="c3"]').getAttribute('class');
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await page.getByRole('gridcell', { name: 'Globex' }).waitFor();
  await page.getByRole('button', { name: 'Clear filter' }).waitFor({ state: 'hidden' });

  expect(partly).toBe(1);
  expect(header).toContain('filtered');
});

test('shows the note of the chosen cell, and what a formula comes to', async () => {
  sheets.emulator.human.addNote('Sheet1', 'D2', 'Ask Ines first.');
  sheets.emulator.human.edit('Sheet1', 'D4', '=D2&" and "&D3');
  await page.getByRole('gridcell', { name: 'Globex and Acme' }).waitFor();
  sheets.emulator.human.edit('Sheet1', 'D3', 'Initech');
  await page.getByRole('gridcell', { name: 'Globex and Initech' }).click();
  const formula = await page.locator('#formula').inputValue();
  await page.getByRole('gridcell', { name: 'Globex', exact: true }).click();

  expect(formula).toBe('=D2&" and "&D3');
  expect(await page.locator('#note').textContent()).toBe('Ask Ines first.');
});

test('is accessible, and on a phone only the grid scrolls sideways', async () => {
  const faults = await axeFaults(page);
  await page.setViewportSize({ width: 390, height: 800 });

  const size = await page.evaluate('[document.documentElement.scrollWidth, document.documentElement.scrollHeight]');

  expect(faults).toEqual([]);
  expect(size).toEqual([390, 800]);
}, 120_000);
