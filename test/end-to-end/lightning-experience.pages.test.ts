import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { deploy, document, manifest } from '../conformance/salesforce-packages.ts';
import { accessibilityFaults } from '../support/accessibility.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { startGroundwork, type Groundwork } from '../support/start-groundwork.ts';
import { until } from '../support/until.ts';
import { askVendors } from '../support/vendors.ts';

const PEOPLE = 14;
const REQUESTS = '/lightning/o/Implementation_Request__c/list';

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

async function enterAs(page: Page, alias: string, path: string): Promise<void> {
  const to = encodeURIComponent(path);
  await page.goto(`${groundwork.ready.portal}/act-as/${alias}@groundwork.example?to=${to}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** The request that is being deployed. */
async function deployment(): Promise<{ id: string; number: string; accountId: string }> {
  const [found] = await askVendors(groundwork.ready).query(
    "SELECT Id, Name, Account__c FROM Implementation_Request__c WHERE Status__c = 'In_Deployment' ORDER BY Name LIMIT 1",
  );
  return { id: String(found?.['Id']), number: String(found?.['Name']), accountId: String(found?.['Account__c']) };
}

const recordPath = (id: string): string => `/lightning/r/Implementation_Request__c/${id}/view`;

async function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}

test('a record is made from the list of its parent, which the form knows; what is refused is told at its field and stays', async () => {
  const { page, complaints } = await browser.open();
  const { id, number, accountId } = await deployment();
  await enterAs(page, 'chen', `/lightning/r/Implementation_Request__c/${id}/related/Request_Links__r/view`);

  await page.getByRole('link', { name: 'New: Request Link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'New Request Link' }).waitFor();
  await expectValue(dialog.getByRole('combobox', { name: 'Implementation Request' }), number);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Review the fields marked below.').waitFor();

  const address = dialog.getByRole('textbox', { name: 'URL', exact: true });
  await address.fill('http://docs.example.com/runbook');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Runbook of the cluster');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Enter an address that begins with https://').waitFor();
  expect(await address.inputValue()).toBe('http://docs.example.com/runbook');
  expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Runbook of the cluster');

  await address.fill('https://docs.example.com/runbook');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Request Link was created.').waitFor();
  await page.getByRole('heading', { level: 1, name: /Request Link/ }).waitFor();

  await page.goBack();
  await page.getByRole('cell', { name: 'Runbook of the cluster' }).waitFor();

  await page.goto(new URL(`/lightning/r/Account/${accountId}/view`, page.url()).href);
  await page.getByRole('link', { name: 'View all: Contacts' }).click();
  await page.waitForURL(`**/lightning/r/Account/${accountId}/related/Contacts/view`);
  // The browser itself says that the refused request was refused.
  expect(complaints.filter((complaint) => !complaint.includes('status of 400'))).toEqual([]);
}, 90_000);

test('a record is edited in its layout; what a person may not change has no input', async () => {
  const { page } = await browser.open();
  const { id, number } = await deployment();
  await enterAs(page, 'ines', recordPath(id));

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: `Edit ${number}` }).waitFor();
  expect(await dialog.getByRole('textbox', { name: 'Stage' }).count()).toBe(0);
  await dialog.getByRole('textbox', { name: 'Next Steps', exact: true }).fill('Igor runs the load test.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Implementation Request was saved.').waitFor();

  await page.getByText('Igor runs the load test.').waitFor();
  expect(new URL(page.url()).pathname).toBe(recordPath(id));

  await page.goto(page.url().replace('/view', '/edit'));
  await dialog.getByRole('heading', { name: `Edit ${number}` }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL(`**${recordPath(id)}`);
  await dialog.waitFor({ state: 'detached' });
}, 90_000);

test('a lookup is searched, and a stale edit is told and not saved over', async () => {
  const { page } = await browser.open();
  const { id } = await deployment();
  await enterAs(page, 'ines', `/lightning/r/Implementation_Request__c/${id}/edit`);
  const dialog = page.getByRole('dialog');
  const opportunity = dialog.getByRole('combobox', { name: 'Opportunity' });
  await opportunity.waitFor();
  await dialog.getByRole('button', { name: /Clear Opportunity/ }).click();
  await opportunity.fill('Kestrel');
  await page.getByRole('option', { name: /Kestrel – New Business/ }).click();
  await expectValue(opportunity, 'Kestrel – New Business – Code Search – 5,000 seats');

  // The whole second of If-Unmodified-Since has to pass first.
  const { salesforce } = groundwork.ready;
  await fetch(`${salesforce.url}/_emulator/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs: 2000 }),
  });
  await fetch(`${salesforce.url}/services/data/v66.0/sobjects/Implementation_Request__c/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${salesforce.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ Additional_Information__c: 'Written meanwhile.' }),
  });
  await dialog.getByRole('button', { name: 'Save' }).click();

  await dialog.getByText('someone else changed this record').waitFor();
  await expectValue(opportunity, 'Kestrel – New Business – Code Search – 5,000 seats');
}, 90_000);

test('a record type is chosen where an object has several, and the record is of it', async () => {
  const { salesforce } = groundwork.ready;
  const types = ['Diagram', 'Document'].map(
    (name) => `<recordTypes><fullName>${name}</fullName><active>true</active><label>${name}</label></recordTypes>`,
  );
  const { status } = await deploy(
    { url: salesforce.url, accessTokenFor: () => salesforce.accessToken },
    {
      'package.xml': manifest({ RecordType: ['Request_Link__c.Diagram', 'Request_Link__c.Document'] }),
      'objects/Request_Link__c.object': document('CustomObject', types.join('')),
    },
  );
  expect(status).toBe('Succeeded');
  const { page } = await browser.open();
  const { id } = await deployment();
  await enterAs(page, 'chen', `/lightning/r/Implementation_Request__c/${id}/related/Request_Links__r/view`);

  await page.getByRole('link', { name: 'New: Request Link' }).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByRole('group', { name: 'Select a record type' });
  await choice.getByRole('radio', { name: 'Document' }).check();
  const offered = await choice.getByRole('radio').count();
  const faults = await accessibilityFaults(page);
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('textbox', { name: 'URL', exact: true }).fill('https://docs.example.com/typed');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Typed');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Request Link was created.').waitFor();

  const soql = "SELECT RecordType.Name FROM Request_Link__c WHERE Title__c = 'Typed'";
  expect(await askVendors(groundwork.ready).query(soql)).toMatchObject([{ RecordType: { Name: 'Document' } }]);
  expect([offered, faults]).toEqual([2, []]);
}, 90_000);

test('a record is deleted from its row and from its page, once that is confirmed', async () => {
  const { page, complaints } = await browser.open();
  const { id } = await deployment();
  const { salesforce } = groundwork.ready;
  for (const title of ['First draft', 'Second draft']) {
    await fetch(`${salesforce.url}/services/data/v66.0/sobjects/Request_Link__c`, {
      method: 'POST',
      headers: { authorization: `Bearer ${salesforce.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        Implementation_Request__c: id,
        Title__c: title,
        URL__c: `https://docs.example.com/${title.slice(0, 5)}`,
      }),
    });
  }
  await enterAs(page, 'ines', `/lightning/r/Implementation_Request__c/${id}/related/Request_Links__r/view`);
  const row = page.getByRole('row').filter({ hasText: 'First draft' });
  const dialog = page.getByRole('dialog', { name: 'Delete Request Link' });
  const ask = async (): Promise<void> => {
    await row.getByRole('button', { name: /^Show actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
  };

  await ask();
  await dialog.waitFor();
  const faults = await accessibilityFaults(page);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect([faults, await row.count()]).toEqual([[], 1]);
  await ask();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText(/Request Link “.*” was deleted\./).waitFor();
  await row.waitFor({ state: 'detached' });

  await page.getByRole('row').filter({ hasText: 'Second draft' }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /Request Link/ }).waitFor();
  await page.getByRole('button', { name: /^Show actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL('**/lightning/o/Request_Link__c/list');
  const left = await askVendors(groundwork.ready).query("SELECT Id FROM Request_Link__c WHERE Title__c LIKE '% draft'");
  expect([left, complaints]).toEqual([[], []]);
}, 90_000);

test('a search offers records while one types, and has a page of all that it finds', async () => {
  const { page, complaints } = await browser.open({ width: 390, height: 844 });
  const { number } = await deployment();
  await enterAs(page, 'ines', '/lightning/page/home');
  const box = page.getByRole('searchbox', { name: 'Search Salesforce' });

  await box.pressSequentially('kestrel');
  await page.getByRole('link', { name: 'Show all results for “kestrel”' }).waitFor();
  const faults = await accessibilityFaults(page);
  await box.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Results for “kestrel”' }).waitFor();
  await page
    .getByRole('article', { name: 'Opportunities' })
    .getByRole('link', { name: /^Kestrel/ })
    .first()
    .waitFor();
  await page.getByRole('article', { name: 'Accounts' }).getByRole('link', { name: 'Kestrel Aerospace' }).waitFor();
  expect([faults, await accessibilityFaults(page), await overflow(page)]).toEqual([[], [], 0]);

  await box.fill('kestrel (nowhere)');
  await box.press('Enter');
  await page.getByText('Nothing was found.', { exact: false }).waitFor();
  await box.fill(number);
  await page.getByRole('region', { name: 'Found' }).getByRole('link', { name: number }).last().click();
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

test('a list has the view, the columns and the order that are asked for, and remembers the view', async () => {
  const { page } = await browser.open();
  await enterAs(page, 'ines', REQUESTS);
  await page.getByRole('heading', { level: 1, name: 'All Requests' }).waitFor();

  await page.getByRole('button', { name: 'Choose a list view' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Backlog', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Backlog' }).waitFor();
  const byRank = page.getByRole('button', { name: 'Backlog Rank' });
  await byRank.click();
  await page.getByRole('columnheader', { name: 'Backlog Rank' }).and(page.locator('[aria-sort="ascending"]')).waitFor();
  await until('the list by rank, those without one last', async () => {
    const cells = await page.locator('td[data-label="Backlog Rank"]').allInnerTexts();
    const ranks = cells.filter((cell) => cell !== '');
    const isInOrder =
      ranks.length > 1 && ranks.every((rank, index) => rank === cells[index] && Number(rank) === index + 1);
    return isInOrder ? true : undefined;
  });

  await page.goto(`${groundwork.ready.salesforce.url}${REQUESTS}`);
  await page.getByRole('heading', { level: 1, name: 'Backlog' }).waitFor();
}, 60_000);

test('the clock goes to three weeks before completion, the advisor is told, and the bell leads to the request', async () => {
  const { page } = await browser.open();
  await page.goto(groundwork.ready.portal);
  const nearest = page.getByRole('button', { name: /^IR-/ }).first();
  const number = (await nearest.innerText()).slice(0, 'IR-00000'.length);
  await nearest.click();
  const effect = page.getByRole('region', { name: 'What the last move brought about' });
  await until('messages of that day', async () => ((await effect.innerText()).includes('went out') ? true : undefined));

  expect(await page.locator('.role .person').count()).toBe(PEOPLE);
  await page.getByRole('link', { name: /Tara Nwosu/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Tara Nwosu', { exact: true }).waitFor();

  const bell = page.getByRole('button', { name: /^Notifications/ });
  const unread = await until(
    'a notification',
    async () => /(\d+) unread/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1],
  );
  await bell.click();
  const told = page
    .getByRole('region', { name: 'Notifications' })
    .getByRole('link', { name: new RegExp(number) })
    .first();
  await told.click();
  await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
  await until('one less to read', async () => {
    const left = /(\d+) unread/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1] ?? '0';
    return Number(left) === Number(unread) - 1 ? true : undefined;
  });

  await bell.click();
  if (Number(unread) > 1) await page.getByRole('button', { name: 'Mark all as read' }).click();
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
}, 90_000);

test('the app launcher has what a person may open, by keyboard too', async () => {
  const { page } = await browser.open();
  await enterAs(page, 'ana', '/lightning/page/home');
  const launcher = page.getByRole('button', { name: 'App Launcher' });
  await launcher.focus();
  await page.keyboard.press('Enter');
  const entries = page.getByRole('navigation', { name: 'App Launcher' }).getByRole('link');
  await entries.first().waitFor();

  const names = await entries.allInnerTexts();
  expect(names).toContain('Implementation Requests');
  expect(names).not.toContain('Triage Reviews');
  await page.keyboard.press('Escape');
  await entries.first().waitFor({ state: 'detached' });
}, 60_000);

test.each([
  ['SLDS 1', false],
  ['SLDS 2', true],
])(
  'a list with its bell and a form are accessible and fit a phone in %s, which is remembered',
  async (_name, isSlds2) => {
    const { page, complaints } = await browser.open({ width: 390, height: 844 });
    const { id } = await deployment();
    await enterAs(page, 'ines', REQUESTS);
    const theme = page.getByRole('switch', { name: 'SLDS 2' });
    if (isSlds2) await theme.check();
    await page.reload();
    await page.getByRole('cell').first().waitFor();
    expect(await theme.isChecked()).toBe(isSlds2);
    await page.getByRole('button', { name: /^Notifications/ }).click();
    await page.getByRole('region', { name: 'Notifications' }).getByRole('listitem').first().waitFor();
    const list = [await overflow(page), await accessibilityFaults(page)];

    await page.goto(`${groundwork.ready.salesforce.url}/lightning/r/Implementation_Request__c/${id}/edit`);
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    // The tabs of the page behind fold themselves up once they are measured.
    await until('a page that fits', async () => ((await overflow(page)) === 0 ? true : undefined));

    expect({ list, form: await accessibilityFaults(page) }).toEqual({ list: [0, []], form: [] });
    expect(complaints).toEqual([]);
  },
  240_000,
);

test('the portal is accessible and fits a phone', async () => {
  const { page } = await browser.open({ width: 390, height: 844 });
  await page.goto(groundwork.ready.portal);

  expect([await overflow(page), await accessibilityFaults(page)]).toEqual([0, []]);
}, 60_000);

async function expectValue(input: ReturnType<Page['getByRole']>, value: string): Promise<void> {
  await until(`an input that holds ${value}`, async () => ((await input.inputValue()) === value ? true : undefined));
}
