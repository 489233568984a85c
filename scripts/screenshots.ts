// npm run docs:pages: pictures of the pages for docs/pages, as each person sees them, on a desktop and on a telephone.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startBrowser } from '../test/support/browser.ts';
import { sidewaysScroll } from '../test/support/person.ts';
import { startGroundwork } from '../test/support/start-groundwork.ts';
import { askVendors } from '../test/support/vendors.ts';

const FOLDER = fileURLToPath(new URL('../docs/pages/', import.meta.url));
const WIDTHS = { desktop: 1366, telephone: 390 };
/** What is further down is more of the same, and would make the files large. */
const HIGHEST = { desktop: 1300, telephone: 3200 };
/** Longer than any page takes to come to rest after its last answer. */
const REST_MS = 1500;

interface Picture {
  name: string;
  /** Alias of who looks at it; nobody for pages outside Salesforce. */
  person?: string;
  address: string;
  /** The tab of a record page that is opened. */
  tab?: string;
}

await mkdir(FOLDER, { recursive: true });
await using groundwork = await startGroundwork();
await using browser = await startBrowser();
const { ready } = groundwork;

for (const picture of await pictures()) {
  for (const kind of ['desktop', 'telephone'] as const) {
    const width = WIDTHS[kind];
    const { page, context, complaints } = await browser.open({ width });
    await show(page, picture);
    const height = Math.min(HIGHEST[kind], await page.evaluate<number>('document.documentElement.scrollHeight'));
    const clip = { x: 0, y: 0, width, height };
    await page.screenshot({ path: `${FOLDER}${picture.name}-${kind}.png`, fullPage: true, clip });
    const sideways = await sidewaysScroll(page);
    process.stdout.write(`${picture.name}-${kind}.png, ${sideways} px sideways ${complaints.join(' ')}\n`);
    await context.close();
  }
}

async function pictures(): Promise<Picture[]> {
  const vendors = askVendors(ready);
  const first = async (soql: string): Promise<string> => {
    const [record] = await vendors.query(`${soql} LIMIT 1`);
    if (record === undefined) throw new Error(`The sample data has no record for: ${soql}`);
    return record['Id'] as string;
  };
  const requestIn = (status: string): Promise<string> =>
    first(`SELECT Id FROM Implementation_Request__c WHERE Status__c = '${status}' ORDER BY Name`);
  const request = (id: string): string => `/lightning/r/Implementation_Request__c/${id}/view`;
  const deploying = await requestIn('In_Deployment');
  const [{ Opportunity__c: filed, Account__c: customer } = {}] = await vendors.query(
    `SELECT Opportunity__c, Account__c FROM Implementation_Request__c WHERE Id = '${deploying}'`,
  );
  const fresh = await first(
    `SELECT Id FROM Opportunity WHERE IsClosed = false AND Id NOT IN (SELECT Opportunity__c FROM Strategy_Assessment__c) AND Id NOT IN (SELECT Opportunity__c FROM Implementation_Request__c) ORDER BY Name`,
  );
  return [
    { name: 'opportunity-new', person: 'chen', address: `/lightning/r/Opportunity/${fresh}/view` },
    { name: 'opportunity-filed', person: 'ana', address: `/lightning/r/Opportunity/${filed as string}/view` },
    { name: 'request-in-triage', person: 'ines', address: request(await requestIn('Qualified')) },
    { name: 'request-for-leadership', person: 'val', address: request(await requestIn('Leadership_Review')) },
    { name: 'request-handoff', person: 'tomas', address: request(deploying), tab: 'Handoff' },
    { name: 'request-documents', person: 'igor', address: request(deploying), tab: 'People and documents' },
    { name: 'request-status', person: 'tara', address: request(deploying), tab: 'Status' },
    { name: 'account', person: 'tara', address: `/lightning/r/Account/${customer as string}/view` },
    { name: 'backlog', person: 'ines', address: '/lightning/n/Groundwork_Backlog' },
    { name: 'home', person: 'val', address: '/lightning/page/home' },
    { name: 'list', person: 'ines', address: '/lightning/o/Implementation_Request__c/list' },
    { name: 'search', person: 'ines', address: '/lightning/search?term=Kestrel' },
    { name: 'sheet', address: ready.googleSheets.url },
    { name: 'vitally', address: ready.vitally.url },
    { name: 'slack', address: ready.slack.url },
    // By then the service has told everybody.
    { name: 'portal', address: ready.portal },
  ];
}

async function show(page: Page, { person, address, tab }: Picture): Promise<void> {
  const entrance = `${ready.portal}/act-as/${person}@groundwork.example?to=${encodeURIComponent(address)}`;
  await page.goto(person === undefined ? address : entrance);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  if (tab !== undefined) await openTab(page, tab);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(REST_MS);
}

/** A tab without room on a narrow page stands in the menu of the others. */
async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name });
  const more = page.getByRole('button', { name: 'More' });
  await tab.or(more).first().waitFor();
  if (await tab.isVisible()) return tab.click();
  await more.first().click();
  await page.getByRole('menuitem', { name }).click();
}
