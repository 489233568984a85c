import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page, Request } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { enterAs, sidewaysScroll, type Person } from '../support/person.ts';
import { startGroundwork, type Groundwork } from '../support/start-groundwork.ts';
import { until } from '../support/until.ts';
import { askVendors } from '../support/vendors.ts';

const REQUEST = 'Implementation_Request__c';
const NASTY = `<!channel> <script>document.title = 'Harmed'</script> <img src=x onerror="document.title = 'Harmed'"> javascript:alert(1)`;
const PHONE = { width: 390, height: 844 };

/** One word that no line holds. */
const LONG = 'x'.repeat(100_000);

let groundwork: Groundwork;
let browser: TestBrowser;
/** What browsers were answered, styles and code left out. */
const CONTENT = ['document', 'fetch', 'xhr'];
const answers: Promise<string>[] = [];

const query = (soql: string): Promise<Record<string, unknown>[]> => askVendors(groundwork.ready).query(soql);

beforeAll(async () => {
  groundwork = await startGroundwork();
  const real = await startBrowser();
  browser = {
    jumps: real.jumps,
    [Symbol.asyncDispose]: () => real[Symbol.asyncDispose](),
    async open(size) {
      const opened = await real.open(size);
      opened.context.on('requestfinished', (request) => {
        if (CONTENT.includes(request.resourceType())) answers.push(bodyOf(request));
      });
      return opened;
    },
  };
}, 120_000);

afterAll(async () => {
  await groundwork[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
});

/** A redirection has no body, and neither has what a page left behind. */
async function bodyOf(request: Request): Promise<string> {
  const answer = await request.response();
  return (await answer?.text().catch(() => '')) ?? '';
}

async function idOf(soql: string): Promise<string> {
  const [found] = await query(soql);
  return String(found?.['Id']);
}

const requestOf = (customer: string): Promise<string> =>
  idOf(`SELECT Id FROM ${REQUEST} WHERE Account__r.Name LIKE '${customer}%' ORDER BY CreatedDate LIMIT 1`);

async function vitallyId(account: string): Promise<string> {
  const { url, apiKey } = groundwork.ready.vitally;
  const answer = await fetch(`${url}/resources/accounts/${account}`, {
    headers: { authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}` },
  });
  return ((await answer.json()) as { id: string }).id;
}

/** Opens the customer's page as one of the people. */
async function customerOf(alias: string, customer: string, size?: typeof PHONE): Promise<Person> {
  const person = await enterAs(groundwork, browser, alias, size);
  await person.open('Account', await idOf(`SELECT Id FROM Account WHERE Name LIKE '${customer}%'`));
  await person.page.getByRole('heading', { name: 'Requests and deployments', exact: true }).waitFor();
  return person;
}

async function choose(page: Page, combobox: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: combobox, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Fields take their value when they are left. */
async function enter(place: Locator | Page, field: string, text: string): Promise<void> {
  const input = place.getByRole('textbox', { name: field, exact: true });
  await input.fill(text);
  await input.press('Tab');
}

test('Igor gives a status update, and Tara reads it on the customer’s page', async () => {
  const igor = await enterAs(groundwork, browser, 'igor');
  await igor.open(REQUEST, await requestOf('Orchid'), 'Status');
  await igor.page.getByRole('button', { name: 'New status update' }).click();
  await igor.page
    .locator('label')
    .filter({ hasText: /^Amber$/ })
    .click();
  await igor.page.getByRole('spinbutton', { name: 'Percent Complete' }).fill('80');
  await enter(igor.page, 'Summary', 'Single sign-on waits for the customer.');
  // The field takes as much of it as it holds, 5,000 characters.
  await enter(igor.page, 'Risks', `Their identity team is away next week. ${NASTY} ${LONG}`);
  await igor.page.getByRole('button', { name: 'Post', exact: true }).click();
  await igor.page.getByRole('listitem').filter({ hasText: 'Single sign-on waits' }).getByText('80% complete').waitFor();
  expect(await accessibilityFaults(igor.page)).toEqual([]);

  const tara = await customerOf('tara', 'Orchid');
  await tara.page.getByText('Single sign-on waits for the customer.').waitFor();
  const deployment = tara.page.getByRole('article');
  await deployment.getByText('Amber', { exact: true }).waitFor();
  await deployment.getByText('80% complete').waitFor();
  await deployment.getByRole('link', { name: 'Implementation Playbook' }).waitFor();
  expect(await accessibilityFaults(tara.page)).toEqual([]);

  // What looks like code or a call to the channel stays text, wherever it arrives.
  const vitally = await browser.open();
  const account = await idOf("SELECT Id FROM Account WHERE Name LIKE 'Orchid%'");
  await until('the note in Vitally', async () => {
    await vitally.page.goto(`${groundwork.ready.vitally.url}/accounts/${await vitallyId(account)}`);
    return (await vitally.page.getByText('javascript:alert(1)').count()) > 0 ? true : undefined;
  });
  const slack = await browser.open();
  await slack.page.goto(groundwork.ready.slack.url);
  for (const { page } of [igor, tara, vitally]) {
    await page.getByText(NASTY).first().waitFor();
    await page.getByText(LONG.slice(0, 1000)).first().waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    await page.setViewportSize(PHONE);
    await until('a page as wide as the phone', async () => ((await sidewaysScroll(page)) === 0 ? true : undefined));
  }
  for (const { page } of [igor, tara, vitally, slack]) expect(await page.title()).not.toBe('Harmed');
  expect(await slack.page.getByText('Notified everyone').count()).toBe(0);
  expect([...igor.complaints, ...tara.complaints, ...vitally.complaints, ...slack.complaints]).toEqual([]);
}, 120_000);

test('Tara marks the onboarding plan ready, and Igor the exit criteria', async () => {
  const request = await requestOf('Orchid');
  for (const [alias, item] of [
    ['tara', 'Onboarding plan ready'],
    ['igor', 'Exit criteria met'],
  ] as const) {
    const { page } = await enterAs(groundwork, browser, alias);
    await page.setViewportSize(PHONE);
    await page.goto(`${new URL(page.url()).origin}/lightning/r/${REQUEST}/${request}/view`);
    await page.getByRole('tab', { name: 'Handoff' }).click();
    await page.getByRole('button', { name: item, exact: true }).click();
    const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: item, exact: true }) });
    await enter(row, 'Evidence', 'https://docs.example/orchid');
    await row.getByRole('button', { name: 'Mark as done' }).click();
    await row.getByText('Done', { exact: true }).waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
  }
  const done = await query(
    `SELECT Key__c FROM Handoff_Item__c WHERE ${REQUEST} = '${request}' AND State__c = 'Done' AND Key__c IN ('ONBOARD_PLAN', 'EXIT') ORDER BY Key__c`,
  );
  expect(done.map(({ Key__c }) => Key__c)).toEqual(['EXIT', 'ONBOARD_PLAN']);
}, 90_000);

test('Tara reports that limits are reached, and the plan goes to Implementation Engineering', async () => {
  const tara = await customerOf('tara', 'Tidewater');
  const planned = tara.page.getByRole('region', { name: 'Planned for after go-live' });
  await planned.getByRole('button', { name: 'Limits reached' }).click();
  await planned.getByRole('button', { name: 'Engage Implementation Engineering' }).click();
  await planned.getByText('Complete this field.').first().waitFor();
  await choose(tara.page, 'Limit Reached', 'Scalability limit');
  await enter(planned, 'Limit Evidence', 'Searches take a minute at 1,400 users.');
  await planned.getByRole('button', { name: 'Engage Implementation Engineering' }).click();
  await tara.page.getByRole('region', { name: 'Open requests and deployments' }).getByText('Submitted').waitFor();

  const [request] = await query(
    `SELECT Status__c, Limit_Trigger__c, Is_In_Backlog__c FROM ${REQUEST} WHERE Account__r.Name LIKE 'Tidewater%'`,
  );
  expect(request).toMatchObject({
    Status__c: 'Submitted',
    Limit_Trigger__c: 'Scalability_Limit',
    Is_In_Backlog__c: true,
  });
  expect(tara.complaints).toEqual([]);
}, 60_000);

test('Tara files a migration to Cloud without an Opportunity, and is told what it needs', async () => {
  const tara = await customerOf('tara', 'Solstice', PHONE);
  await tara.page.getByRole('button', { name: 'New migration or post-live request' }).click();
  await choose(tara.page, 'Request Type', 'Production Migration');
  await choose(tara.page, 'Migration Type', 'Self-hosted to Cloud');
  await tara.page.getByText('Nobody uses the new instance before the data is migrated').waitFor();
  await tara.page.getByRole('link', { name: 'Open the Cloud team’s form in a new tab' }).waitFor();
  await choose(tara.page, 'Current Method', 'Docker Compose');
  await choose(tara.page, 'Expected Deployment Method', 'Sourcegraph Cloud');
  await choose(tara.page, 'Expected Hosting Provider', 'Sourcegraph-hosted');
  expect(await sidewaysScroll(tara.page)).toBe(0);
  expect(await accessibilityFaults(tara.page)).toEqual([]);
  await tara.page.getByRole('button', { name: 'Submit', exact: true }).click();
  await tara.page.getByRole('region', { name: 'Open requests and deployments' }).getByText('Submitted').waitFor();

  const [filed] = await query(
    `SELECT Source__c, Opportunity__c, Migration_Type__c FROM ${REQUEST} WHERE Account__r.Name LIKE 'Solstice%' ORDER BY CreatedDate DESC LIMIT 1`,
  );
  expect(filed).toMatchObject({
    Source__c: 'Account_Page',
    Opportunity__c: null,
    Migration_Type__c: 'Self_Hosted_To_Cloud',
  });
  expect(tara.complaints).toEqual([]);
}, 60_000);

test('leadership reads the customer’s deployments and files nothing; a new customer has none', async () => {
  const val = await customerOf('val', 'Pinnacle');
  await val.page.getByRole('article').getByText('Deployment Complete').waitFor();
  await val.page.getByRole('link', { name: 'Upgrade process' }).waitFor();
  expect(await val.page.getByRole('button', { name: /New migration|Limits reached/ }).count()).toBe(0);

  const chen = await customerOf('chen', 'Halcyon');
  await chen.page.getByText('No requests or deployments yet.').waitFor();
  await chen.page.getByRole('button', { name: 'New migration or post-live request' }).waitFor();
  expect(await accessibilityFaults(chen.page)).toEqual([]);
}, 60_000);

test('the run log, which the portal leads to, keeps itself up to date, on a phone too', async () => {
  const { page, complaints } = await browser.open(PHONE);
  await page.goto(groundwork.ready.portal);
  await page.getByRole('link', { name: 'Run log', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Run log' }).waitFor();

  const began = (await page.locator('tbody time').first().getAttribute('datetime')) ?? '';
  await page.locator(`tbody tr:not(:first-child) time[datetime="${began}"]`).waitFor();

  expect(await page.getByRole('list', { name: 'What it works with' }).getByRole('heading').allInnerTexts()).toEqual([
    'Salesforce\nWorks',
    'Backlog spreadsheet\nWorks',
    'Vitally\nWorks',
    'Slack\nWorks',
  ]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test('nothing that a browser was answered, and no page of any part, holds a secret', async () => {
  const { portal, salesforce, googleSheets, vitally, slack } = groundwork.ready;
  const pages = [
    ...[portal, `${salesforce.url}/_emulator/outbox.html`, `${salesforce.url}/_emulator/outbox`],
    ...[`${salesforce.url}/_emulator/coverage.html`, `${salesforce.url}/_emulator/requests`],
    ...[vitally.url, `${vitally.url}/_emulator/requests`, slack.url, `${slack.url}/_emulator/requests`],
    ...[
      `${googleSheets.url}/spreadsheets/d/${googleSheets.spreadsheetId}/edit`,
      `${googleSheets.url}/_emulator/requests`,
    ],
  ];
  const read = await Promise.all(pages.map(async (page) => (await fetch(page)).text()));
  const seen = [...(await Promise.all(answers)), ...read].join('\n');

  expect(answers.length).toBeGreaterThan(100);
  const secrets = [salesforce.accessToken, googleSheets.accessToken, vitally.apiKey, slack.token];
  expect(secrets.filter((secret) => seen.includes(secret) || seen.includes(encodeURIComponent(secret)))).toEqual([]);
  expect(seen).not.toMatch(/00D\w{12,15}!\w|sk_live_\w|xoxb-\d|ya29\.\w|PRIVATE KEY-----/);
}, 30_000);
