import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { hasFocus, tabTo } from '../support/keyboard.ts';
import { enterAs, sidewaysScroll, type Person } from '../support/person.ts';
import { startGroundwork, type Groundwork } from '../support/start-groundwork.ts';
import { until } from '../support/until.ts';
import { askVendors } from '../support/vendors.ts';

let groundwork: Groundwork;
let browser: TestBrowser;

beforeAll(async () => {
  groundwork = await startGroundwork();
  browser = await startBrowser();
}, 240_000);

afterAll(async () => {
  await groundwork[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
});

/** Opens the backlog by its tab. */
async function openBacklog(alias: string, size?: { width: number; height: number }): Promise<Person> {
  const person = await enterAs(groundwork, browser, alias, size);
  await person.page.getByRole('link', { name: 'Backlog', exact: true }).click();
  await person.page
    .getByRole('link', { name: /^IR-\d{5}$/ })
    .first()
    .waitFor();
  return person;
}

async function shownOrder(page: Page): Promise<string[]> {
  return await page
    .getByRole('list', { name: 'Implementation backlog' })
    .getByRole('link', { name: /^IR-\d{5}$/ })
    .allInnerTexts();
}

/** The numbers of the backlog as Salesforce ranks them, from 1 without a gap or a tie. */
async function savedOrder(): Promise<string[]> {
  const rows = await askVendors(groundwork.ready).query(
    'SELECT Name, Backlog_Rank__c FROM Implementation_Request__c WHERE Is_In_Backlog__c = true ORDER BY Backlog_Rank__c',
  );
  expect(rows.map((row) => row['Backlog_Rank__c'])).toEqual(rows.map((_, index) => index + 1));
  return rows.map((row) => String(row['Name']));
}

async function waitForOrder(page: Page, expected: string[]): Promise<void> {
  await until(`Salesforce and the page to have ${expected.join()}`, async () =>
    (await savedOrder()).join() === expected.join() && (await shownOrder(page)).join() === expected.join()
      ? true
      : undefined,
  );
}

async function idOf(number: string): Promise<string> {
  const [found] = await askVendors(groundwork.ready).query(
    `SELECT Id FROM Implementation_Request__c WHERE Name = '${number}'`,
  );
  return String(found?.['Id']);
}

function moveUp(page: Page, number: string): Locator {
  return page.getByRole('button', { name: `Move ${number} up` });
}

/** Two refusals are told by the browser itself. */
function unexpected(complaints: string[]): string[] {
  return complaints.filter((complaint) => !complaint.includes('status of 400'));
}

test('the lead ranks by keyboard, and the focus stays with the request', async () => {
  const { page, complaints } = await openBacklog('ines');
  const before = await shownOrder(page);
  expect(before).toEqual(await savedOrder());
  const last = String(before.at(-1));
  // What Salesforce works out is there too: where the line is, and how much of the score is known.
  await page
    .getByText(/^(Above|Below|No effort estimate|No capacity planned)/)
    .first()
    .waitFor();
  await page.getByText('known', { exact: false }).first().waitFor();

  await tabTo(page, moveUp(page, last));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  await waitForOrder(page, [...before.slice(0, -3), last, ...before.slice(-3, -1)]);
  const place = before.length - 2;
  await page.getByText(`${last} moved from ${place + 1} to ${place} of ${before.length}`).waitFor();
  await until('the focus at the button', async () => ((await hasFocus(page, moveUp(page, last))) ? true : undefined));

  await tabTo(page, page.getByRole('button', { name: `Change the rank of ${last}` }));
  await page.keyboard.press('Enter');
  const rank = page.getByRole('spinbutton', { name: `New rank of ${last}` });
  await rank.waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');

  await waitForOrder(page, [last, ...before.slice(0, -1)]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 120_000);

test('a request takes the place on which it is dropped', async () => {
  const { page, complaints } = await openBacklog('ines');
  const [first = '', second = '', third = '', ...others] = await shownOrder(page);
  const row = (number: string): Locator => page.getByRole('listitem').filter({ hasText: number });

  await row(third).dragTo(row(first));

  await waitForOrder(page, [third, first, second, ...others]);
  expect(complaints).toEqual([]);
}, 120_000);

test('who saved first is told with both ranks, and the move is made only when it is still wanted', async () => {
  const { page, complaints } = await openBacklog('ines');
  const [first = '', second = '', ...others] = await shownOrder(page);
  const elsewhere = await enterAs(groundwork, browser, 'ines');
  const { status } = await elsewhere.change(await idOf(second), { Backlog_Rank__c: others.length + 2 });
  expect(status).toBe(200);

  await moveUp(page, second).click();

  await page.getByRole('alert').getByText('you wanted 1', { exact: false }).waitFor();
  expect(await savedOrder()).toEqual([first, ...others, second]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Move to 1 anyway' }).click();
  await waitForOrder(page, [second, first, ...others]);
  expect(unexpected(complaints)).toEqual([]);
}, 120_000);

test('others find their requests in the backlog, and do not rank, not by a forged request either', async () => {
  const chen = await openBacklog('chen', { width: 390, height: 844 });
  const { page, complaints } = chen;
  await page.getByText('The implementation lead sets them', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: /^(Move|Change the rank)/ }).count()).toBe(0);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  const before = await savedOrder();

  await page.getByRole('searchbox', { name: 'Search requests' }).fill('cobalt');
  await page.getByText(`1 of ${before.length} requests shown`).waitFor();
  expect(await shownOrder(page)).toHaveLength(1);

  const { status } = await chen.change(await idOf(String(before.at(-1))), { Backlog_Rank__c: 1 });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(await savedOrder()).toEqual(before);
  expect(unexpected(complaints)).toEqual([]);
}, 120_000);
