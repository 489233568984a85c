import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { mountLightningExperience } from '../../emulators/lightning-experience/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import {
  across,
  ASKING,
  columns,
  dashboardFile,
  down,
  gridComponent,
  reportFile,
} from '../unit/emulators/salesforce/analytics/report-source.ts';
import { component, withSource } from '../unit/emulators/salesforce/schema/source-folder.ts';

const ADMIN = 'adi@groundwork.example';
const BY_STATUS = columns('Ask__c$Name', 'Sum:Ask__c$Worth__c') + down('Ask__c$Status__c');
const SOURCE = {
  ...ASKING,
  ...reportFile('Worth_By_Status', 'Summary', 'Asks__c', BY_STATUS),
  ...reportFile(
    'Status_By_Urgency',
    'Matrix',
    'Asks__c',
    columns('Ask__c$Name') + down('Ask__c$Status__c') + across('Ask__c$Urgent__c'),
  ),
  ...dashboardFile(
    'Board',
    [
      gridComponent(
        'Metric',
        'Worth_By_Status',
        '<chartSummary><column>RowCount</column></chartSummary><header>Asks</header><metricLabel>open</metricLabel>',
      ),
      gridComponent(
        'Column',
        'Worth_By_Status',
        '<groupingColumn>Ask__c$Status__c</groupingColumn><header>Worth</header>',
      ),
    ],
    '<dashboardType>LoggedInUser</dashboardType>',
  ),
  'applications/Asking.app-meta.xml': component(
    'CustomApplication',
    '<label>Asking</label><tabs>standard-report</tabs>',
  ),
};

let salesforce: SalesforceEmulator;
let browser: TestBrowser;

beforeAll(async () => {
  salesforce = await withSource(SOURCE, async (source) => {
    writeFileSync(join(source, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: '.' }] }));
    let built: Promise<unknown> = Promise.resolve();
    const started = await createSalesforce({
      source,
      mount: async (app) => {
        ({ built } = await mountLightningExperience(app, { source: () => source }));
      },
    });
    await built;
    return started;
  });
  const admin = salesforce.org.findUser(ADMIN);
  if (admin === undefined) throw new Error('The org has an administrator');
  const asks = [
    { Name: 'Cluster', Status__c: 'New', Worth__c: 480_000 },
    { Name: 'Move', Status__c: 'Done', Worth__c: 120_000, Urgent__c: true },
  ];
  salesforce.org.write(
    admin,
    asks.map((values) => ({ kind: 'insert', object: 'Ask__c', values })),
    { allOrNone: true },
  );
  browser = await startBrowser();
}, 180_000);

afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await salesforce.close();
});

async function open(path: string, width?: number): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await browser.open(width === undefined ? {} : { width });
  const token = salesforce.accessTokenFor(ADMIN);
  await page.goto(
    `${salesforce.url}/secur/frontdoor.jsp?sid=${encodeURIComponent(token)}&retURL=${encodeURIComponent(path)}`,
  );
  return { page, complaints };
}

test('a report is opened from the list and shows bars, groups, rows and totals', async () => {
  const { page, complaints } = await open('/lightning/o/Report/home');
  await page.getByRole('link', { name: 'Worth By Status' }).click();
  await page.getByRole('heading', { level: 1, name: 'Worth By Status' }).waitFor();

  const table = page.getByRole('table');
  await table.waitFor();
  await page.getByRole('figure').waitFor();
  expect(await table.getByRole('row').allInnerTexts()).toEqual([
    expect.stringContaining('Ask: Ask Name'),
    expect.stringMatching(/Status: New\s+Sum of Worth: \$480,000.00 · Record Count: 1/),
    expect.stringMatching(/Cluster\s+\$480,000.00/),
    expect.stringMatching(/Status: Done/),
    expect.stringMatching(/Move\s+\$120,000.00/),
    expect.stringMatching(/Total\s+Sum of Worth: \$600,000.00 · Record Count: 2/),
  ]);
  expect(await page.getByRole('figure').getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/New\s+\$480,000.00/),
    expect.stringMatching(/Done\s+\$120,000.00/),
  ]);
  expect(complaints).toEqual([]);
}, 60_000);

test('a dashboard fits a narrow window and tells whose data it shows', async () => {
  const { page } = await open('/lightning/o/Dashboard/home', 390);
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByRole('heading', { level: 1, name: 'Board' }).waitFor();

  await page.getByText('Viewing as Adi Sharma').waitFor();
  await page.getByRole('region', { name: 'Worth' }).getByRole('listitem').first().waitFor();
  expect(await page.getByRole('region', { name: 'Asks' }).innerText()).toMatch(/2\s*open/);
  expect(await page.getByRole('region', { name: 'Worth' }).getByRole('listitem').count()).toBe(2);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
}, 60_000);

test('a matrix fits a narrow window by scrolling its table alone', async () => {
  const { page } = await open('/lightning/o/Report/home', 390);
  await page.getByRole('link', { name: 'Status By Urgency' }).click();
  await page.getByRole('table').waitFor();

  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Status', 'false', 'true', 'Total']);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
}, 60_000);
