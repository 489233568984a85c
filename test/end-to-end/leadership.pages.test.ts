import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { enterAs, sidewaysScroll } from '../support/person.ts';
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

/** The card of a list. */
function card(page: Page, label: string): Locator {
  return page.locator('c-leadership-home').getByRole('link', { name: new RegExp(`^[\\d,]+\\s*${label}$`) });
}

/** The number that a card or a component of the dashboard begins with. */
async function numberIn(place: Locator): Promise<number> {
  await place.waitFor();
  return Number(/\d+/.exec(await place.innerText())?.[0]);
}

async function waitingRequests(): Promise<number> {
  const rows = await askVendors(groundwork.ready).query(
    'SELECT Id FROM Implementation_Request__c WHERE Is_In_Backlog__c = true',
  );
  return rows.length;
}

test('leadership begins with its numbers, each the same in Salesforce, on the card and in the dashboard', async () => {
  const { page, complaints } = await enterAs(groundwork, browser, 'val');

  const expected = await waitingRequests();
  expect(await numberIn(card(page, 'Backlog'))).toBe(expected);
  expect(await numberIn(page.getByRole('region', { name: 'Open Backlog', exact: true }).locator('.number'))).toBe(
    expected,
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);

  await page.getByRole('link', { name: 'View report Open Backlog', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Open Backlog by Priority' }).waitFor();
}, 120_000);

test('a number leads to its list, also on a telephone', async () => {
  const { page } = await enterAs(groundwork, browser, 'val', { width: 390, height: 844 });
  const backlog = card(page, 'Backlog');
  const expected = await numberIn(backlog);
  await page.getByRole('region', { name: 'Open Backlog', exact: true }).waitFor();
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);

  await backlog.click();

  const requests = page.getByRole('table').getByRole('link', { name: /^IR-\d{5}$/ });
  await until(`a list of ${expected}`, async () => ((await requests.count()) === expected ? true : undefined));
}, 120_000);

test('others see their numbers and no dashboard of leadership', async () => {
  const { page, complaints } = await enterAs(groundwork, browser, 'chen');

  expect(await numberIn(card(page, 'Backlog'))).toBe(await waitingRequests());
  expect(await page.getByRole('region', { name: 'Open Backlog', exact: true }).count()).toBe(0);
  expect(complaints).toEqual([]);
}, 120_000);
