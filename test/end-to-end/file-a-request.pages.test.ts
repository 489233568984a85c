import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { fieldsLeft } from '../support/filing.ts';
import { choose, hasFocus, tabTo } from '../support/keyboard.ts';
import { startGroundwork, type Groundwork } from '../support/start-groundwork.ts';
import { until } from '../support/until.ts';
import { askVendors } from '../support/vendors.ts';

const OPPORTUNITY = 'Northwind – New Business – Code Search – 2,600 seats';
/** What the form may leave to somebody whose assessment exists. */
const MOST_FIELDS_LEFT = 6;
/** Files of the app that its page may ask for. */
const MOST_FILES = 20;
/** Place of the column among those shown. */
const RANK = 2;
const ARTIFACT = 'https://docs.example.com/northwind/technical-design';

let groundwork: Groundwork;
let browser: TestBrowser;
let filed: string;
let opportunityAddress: string;

beforeAll(async () => {
  groundwork = await startGroundwork();
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await groundwork[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
});

/** Opens the first Opportunity that the portal offers, as Chen. */
async function openOpportunity(page: Page): Promise<void> {
  await page.goto(groundwork.ready.portal);
  await page.getByRole('link', { name: 'Open the Opportunity' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

function gridAddress(): string {
  const { url, spreadsheetId } = groundwork.ready.googleSheets;
  return `${url}/spreadsheets/d/${spreadsheetId}/edit`;
}

/** What Salesforce has, asked over its API. */
async function rankOf(number: string): Promise<unknown> {
  const soql = `SELECT Backlog_Rank__c FROM Implementation_Request__c WHERE Name = '${number}'`;
  return (await askVendors(groundwork.ready).query(soql))[0]?.['Backlog_Rank__c'];
}

/** How many requests have a rank. */
async function backlogSize(): Promise<number> {
  const soql = 'SELECT Id FROM Implementation_Request__c WHERE Is_In_Backlog__c = true';
  return (await askVendors(groundwork.ready).query(soql)).length;
}

/** Puts a text into a cell of the grid. */
async function type(page: Page, cell: Locator, text: string): Promise<void> {
  await cell.click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Files what the assessment recommends; only what it cannot know is asked. */
async function fileByKeyboard(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Recommended: One-Click Into Jointly Managed' }).waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Request implementation' }));
  await page.keyboard.press('Enter');

  const technicalDesign = page.getByRole('combobox', { name: 'Technical Design' });
  await technicalDesign.waitFor();
  expect(await page.getByRole('combobox', { name: 'Request Type' }).count()).toBe(0);
  await choose(page, technicalDesign, 'Not started');
  await tabTo(page, page.getByRole('textbox', { name: 'Technical Design Expected On' }));
  expect(await fieldsLeft(page)).toBeLessThanOrEqual(MOST_FIELDS_LEFT);
  await tabTo(page, page.getByRole('textbox', { name: 'Additional Information' }));
  await page.keyboard.type('=HYPERLINK("https://evil.example") <!channel> & friends');
  await tabTo(page, page.getByRole('button', { name: 'Add a link' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'URL' }));
  await page.keyboard.type(ARTIFACT);
  await tabTo(page, page.getByRole('button', { name: 'Submit' }));
  await page.keyboard.press('Enter');
}

test('a request filed by keyboard reaches the backlog, Vitally and the channel', async () => {
  const { page, complaints } = await browser.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await openOpportunity(page);
  opportunityAddress = page.url();
  await page.getByRole('heading', { name: OPPORTUNITY }).waitFor();

  await page.getByRole('heading', { name: /^Recommended/ }).waitFor();
  // The two objects, the Opportunity with its assessment, its requests and its customer's: four in all.
  const forPanel =
    /object-info\/(batch\/)?(Implementation_Request|Strategy_Assessment)__c|Current_Assessment__r|Implementation_Requests__r|picklist-values/;
  expect(asked.filter((request) => forPanel.test(request))).toHaveLength(4);
  expect(asked.filter((request) => request.includes('/_assets/app/')).length).toBeLessThan(MOST_FILES);
  await fileByKeyboard(page);

  await page
    .getByText(/IR-\d{5} (was|is) (filed|submitted)/i)
    .first()
    .waitFor();
  const number = await page.getByRole('link', { name: /^IR-\d{5}$/ }).innerText();
  await page.getByText('Submitted', { exact: true }).waitFor();
  await page.getByText(/rank \d+ of \d+/i).waitFor();
  filed = number;

  const { vitally, slack } = groundwork.ready;
  const sheet = await browser.open();
  await sheet.page.goto(gridAddress());
  await sheet.page.getByRole('gridcell', { name: number }).waitFor();
  expect(await sheet.page.getByRole('gridcell', { name: number }).count()).toBe(1);
  await sheet.page.getByRole('gridcell', { name: 'Northwind Logistics' }).waitFor();

  const account = await browser.open();
  await account.page.goto(vitally.url);
  await account.page.getByRole('link', { name: 'Northwind Logistics' }).click();
  await account.page.getByRole('cell', { name: number, exact: true }).first().waitFor();

  const channel = await browser.open();
  await channel.page.goto(slack.url);
  const link = channel.page.getByRole('link', { name: number });
  await link.waitFor();
  expect(await link.count()).toBe(1);
  expect(await channel.page.getByText('Notified everyone').count()).toBe(0);
  await page.goto((await link.getAttribute('href')) ?? '');
  await page.getByRole('heading', { name: number }).waitFor();
  await page.getByRole('tab', { name: 'People and documents' }).click();
  await page.getByText(ARTIFACT).first().waitFor();

  expect([complaints, sheet.complaints, account.complaints, channel.complaints]).toEqual([[], [], [], []]);
}, 90_000);

test('the panel shows the request again after a reload', async () => {
  const { page } = await browser.open();
  await openOpportunity(page);
  await page.goto(opportunityAddress);
  await page.getByRole('link', { name: filed }).waitFor();

  await page.reload();

  await page.getByRole('link', { name: filed }).waitFor();
  await page.getByText('Submitted', { exact: true }).waitFor();
}, 60_000);

test('what was entered is there again when the page was left before it was filed', async () => {
  const { page, complaints } = await browser.open();
  await openOpportunity(page);
  await page.goto(opportunityAddress);
  await page.getByRole('button', { name: 'File another request' }).click();
  const information = page.getByRole('textbox', { name: 'Additional Information' });
  await information.fill('Two regions, one after the other.');

  await page.reload();
  await page.getByRole('button', { name: 'File another request' }).click();

  await page.getByText('What you entered before is back.', { exact: false }).waitFor();
  expect(await information.inputValue()).toBe('Two regions, one after the other.');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'File another request' }).click();
  await information.waitFor();
  expect(await information.inputValue()).toBe('');
  expect(complaints).toEqual([]);
}, 60_000);

test('a second request of the same kind is led to the first, or says why it differs', async () => {
  const { page, complaints } = await browser.open();
  await openOpportunity(page);
  await page.goto(opportunityAddress);
  await page.getByRole('button', { name: 'File another request' }).click();
  await page.getByRole('button', { name: 'Submit' }).click();

  await page.getByText(`${filed} is already open for this Opportunity and request type.`, { exact: false }).waitFor();
  await page.getByRole('link', { name: `Open ${filed}` }).waitFor();
  await page.getByRole('button', { name: 'Mine is different' }).click();
  const reason = page.getByRole('textbox', { name: 'Different Because' });
  await until('the focus in the reason', async () => ((await hasFocus(page, reason)) ? true : undefined));
  await page.keyboard.type('A second instance, in another region.');
  await page.getByRole('button', { name: 'Submit' }).click();

  await page
    .getByRole('link', { name: /^IR-\d{5}$/ })
    .nth(1)
    .waitFor();
  const numbers = await page.getByRole('link', { name: /^IR-\d{5}$/ }).allInnerTexts();
  expect(numbers[1]).toBe(filed);
  // The refusal is told by the browser itself.
  expect(complaints.filter((complaint) => !complaint.includes('status of 400'))).toEqual([]);
}, 60_000);

test('an edit in the grid is in Salesforce, and a refused one is put back with the reason', async () => {
  const { page } = await browser.open();
  await page.goto(gridAddress());
  const row = page.getByRole('row').filter({ hasText: filed });
  await row.waitFor();
  const rank = row.getByRole('gridcell').nth(RANK);

  const last = await backlogSize();
  await type(page, rank, String(last));
  await until('the last rank in Salesforce', async () => ((await rankOf(filed)) === last ? true : undefined));

  await type(page, rank, 'soon');
  await page.getByRole('tab', { name: 'Sync issues' }).click();
  await page.getByRole('gridcell', { name: 'soon', exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Backlog' }).click();
  await rank.getByText(String(last), { exact: true }).waitFor();
  expect(await rankOf(filed)).toBe(last);
}, 60_000);

test('a sort by a person changes nothing in Salesforce and loses no row', async () => {
  const { page } = await browser.open();
  await page.goto(gridAddress());
  const row = page.getByRole('row').filter({ hasText: filed });
  await row.getByRole('gridcell').nth(RANK).click();
  const numbers = (): Promise<string[]> => page.getByRole('link', { name: /^IR-\d{5}$/ }).allInnerTexts();
  await page.getByRole('button', { name: 'Sort Z–A' }).click();
  // The hidden column of keys is protected with a warning, as Google Sheets has it: a sort asks first.
  await page.getByRole('dialog').getByRole('button', { name: 'Edit anyway' }).click();
  const sorted = await until('the sorted rows', async () => {
    const now = await numbers();
    return now[0] === filed ? now : undefined;
  });

  await type(page, row.getByRole('gridcell').nth(RANK), '6');

  expect(await until('the new rank', async () => ((await rankOf(filed)) === 6 ? 6 : undefined))).toBe(6);
  expect(await rankOf('IR-00001')).toBe(1);
  expect(await numbers()).toEqual(sorted);
}, 60_000);
