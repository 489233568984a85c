import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { startGroundwork, type Groundwork } from '../support/start-groundwork.ts';
import { until } from '../support/until.ts';
import { askVendors } from '../support/vendors.ts';

let groundwork: Groundwork;
let browser: TestBrowser;

beforeAll(async () => {
  groundwork = await startGroundwork();
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await groundwork[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
});

const query = (soql: string): Promise<Record<string, unknown>[]> => askVendors(groundwork.ready).query(soql);

/** Opens a deal as one of the people, and waits for the panel. */
async function open(page: Page, username: string, deal: string): Promise<void> {
  const [found] = await query(`SELECT Id FROM Opportunity WHERE Name LIKE '${deal}%' LIMIT 1`);
  const path = encodeURIComponent(`/lightning/r/Opportunity/${String(found?.['Id'])}/view`);
  await page.goto(`${groundwork.ready.portal}/act-as/${username}@groundwork.example?to=${path}`);
  await page.getByRole('heading', { name: 'Implementation Requests' }).waitFor();
}

/** The faux boxes of the design system lie over the inputs, so people click the words. */
function words(page: Page, text: string): Locator {
  return page.locator('label').filter({ hasText: new RegExp(`^${text}$`) });
}

async function choose(page: Page, combobox: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: combobox }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('the answers lead to a recommendation, which follows each of them', async () => {
  const { page, complaints } = await browser.open({ width: 390, height: 844 });
  await open(page, 'chen', 'Ember');
  await page.getByRole('button', { name: 'Assess' }).click();
  const recommended = (strategy: string): Promise<void> =>
    page.getByRole('heading', { name: `Recommended: ${strategy}`, exact: true }).waitFor();

  await words(page, 'Unknown').click();
  await page.getByText('Does the customer qualify for Cloud?').waitFor();
  await words(page, 'No').click();
  await choose(page, 'Expected Hosting Provider', 'AWS');
  await page.getByRole('spinbutton', { name: 'Initial Users' }).fill('2000');
  await page.getByRole('spinbutton', { name: 'Full Users' }).fill('30000');
  await page.getByRole('spinbutton', { name: 'Repositories' }).fill('60000');
  await recommended('Jointly Managed');
  await words(page, 'Wants Production Quickly').click();
  await recommended('One-Click Into Jointly Managed');
  await words(page, 'Wants Production Quickly').click();
  await recommended('Jointly Managed');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Request implementation' }).waitFor();

  const assessments = await query(
    "SELECT Initial_Users__c, Full_Users__c, Purpose__c FROM Strategy_Assessment__c WHERE Opportunity__r.Name LIKE 'Ember%'",
  );
  expect(assessments).toMatchObject([{ Initial_Users__c: 2000, Full_Users__c: 30_000, Purpose__c: 'Lead' }]);
  expect(complaints).toEqual([]);
}, 90_000);

test('a question of Implementation Engineering is answered in place and goes back to triage', async () => {
  const { page, complaints } = await browser.open();
  await open(page, 'chen', 'Cobalt');
  await page.getByRole('textbox', { name: 'Answer' }).fill('300 at first, 900 after a year.');
  await page.getByRole('button', { name: 'Send the answer' }).click();

  await page.getByText('In Triage', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Send the answer' }).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
}, 60_000);

test('a migration is filed with what is asked of it', async () => {
  const { page, complaints } = await browser.open();
  await open(page, 'ana', 'Brightwater – Expansion');
  await page.getByRole('button', { name: 'File a request anyway' }).click();
  await choose(page, 'Request Type', 'Production Migration');
  await choose(page, 'Migration Type', 'Self-hosted, simple to complex');
  await choose(page, 'Current Method', 'Docker Compose');
  await choose(page, 'Expected Deployment Method', 'Kubernetes (Helm)');
  await choose(page, 'Expected Hosting Provider', 'Azure');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Request filed').waitFor();

  const filed = await until('the migration', async () => {
    const [row] = await query(
      "SELECT Migration_Type__c, Current_Method__c, Source__c FROM Implementation_Request__c WHERE Opportunity__r.Name LIKE 'Brightwater – Expansion%' ORDER BY CreatedDate DESC LIMIT 1",
    );
    return row;
  });
  expect(filed).toMatchObject({
    Migration_Type__c: 'Self_Hosted_To_Complex',
    Current_Method__c: 'Docker_Compose',
    Source__c: 'Opportunity_Page',
  });
  expect(complaints).toEqual([]);
}, 60_000);
