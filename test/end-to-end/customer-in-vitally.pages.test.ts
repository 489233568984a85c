import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { enterAs, sidewaysScroll, type Person } from '../support/person.ts';
import { startGroundworkWith, type Groundwork } from '../support/start-groundwork.ts';
import { until } from '../support/until.ts';
import { askVendors } from '../support/vendors.ts';

const REQUEST = 'Implementation_Request__c';
const ITEM = 'Handoff_Item__c';
const DAY = 24 * 60 * 60 * 1000;
const PHONE = { width: 390, height: 844 };
const NEWCOMER = 'Windermere Instruments';
const MEMORY = 'vitally.custom.deploymentTotalMemoryGb';
const DOCUMENTATION = 'https://docs.example/windermere/deployment';

let groundwork: Groundwork;
let browser: TestBrowser;

const query = (soql: string): Promise<Record<string, unknown>[]> => askVendors(groundwork.ready).query(soql);

beforeAll(async () => {
  // Customers that are waited for are looked for every three seconds.
  groundwork = await startGroundworkWith({ VITALLY_RETRY_MINUTES: '0.05' });
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await groundwork[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
});

async function idOf(soql: string): Promise<string> {
  const [found] = await query(soql);
  if (found === undefined) throw new Error(`Nothing is found by ${soql}`);
  return String(found['Id']);
}

const userId = (alias: string): Promise<string> =>
  idOf(`SELECT Id FROM User WHERE Username = '${alias}@groundwork.example'`);

/** Today by the clock that all parts share. */
async function today(): Promise<string> {
  const answer = await fetch(groundwork.ready.salesforce.url);
  return new Date(String(answer.headers.get('date'))).toISOString().slice(0, 10);
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

async function moveClock(to: string): Promise<void> {
  const { status } = await fetch(`${groundwork.ready.portal}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to }),
    redirect: 'manual',
  });
  expect(status).toBe(303);
}

/** Makes a record as the administrator. */
async function create(object: string, fields: Record<string, unknown>): Promise<string> {
  const { url, accessToken } = groundwork.ready.salesforce;
  const answer = await fetch(`${url}/services/data/v66.0/sobjects/${object}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  const body = (await answer.json()) as { id?: string };
  if (body.id === undefined) throw new Error(JSON.stringify(body));
  return body.id;
}

async function askVitally(path: string, body?: object): Promise<Record<string, unknown>> {
  const { url, apiKey } = groundwork.ready.vitally;
  const answer = await fetch(`${url}/resources/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

/** Opens the customer's record in Vitally. */
async function openCustomer(accountId: string, size?: typeof PHONE): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await browser.open(size);
  const { id } = await askVitally(`accounts/${accountId}`);
  await page.goto(`${groundwork.ready.vitally.url}/accounts/${String(id)}`);
  return { page, complaints };
}

const tasks = (page: Page): Locator => page.getByRole('region', { name: 'Tasks' });

function itemOf(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) });
}

/** Confirms an item of the handoff without a mouse. */
async function confirm(alias: string, request: string, name: string): Promise<void> {
  const person = await enterAs(groundwork, browser, alias);
  await person.open(REQUEST, request, 'Handoff');
  const { page } = person;
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, itemOf(page, name).getByRole('button', { name: 'Mark as done' }));
  await page.keyboard.press('Enter');
  await itemOf(page, name).getByText('Done', { exact: true }).waitFor();
}

async function change(person: Person, id: string, fields: Record<string, unknown>): Promise<void> {
  const { status, body } = await person.change(id, fields);
  if (status !== 200) throw new Error(JSON.stringify(body));
}

describe('a customer that is in Vitally', () => {
  test('has the task of calling Tara in, which moves with the completion and goes with it', async () => {
    const [kestrel] = await query(`SELECT Id, Account__c FROM ${REQUEST} WHERE Account__r.Name LIKE 'Kestrel%'`);
    const request = String(kestrel?.['Id']);
    const { page, complaints } = await openCustomer(String(kestrel?.['Account__c']));
    const task = tasks(page).getByRole('listitem').filter({ hasText: ': plan user onboarding' });
    const now = await today();
    const tomas = await enterAs(groundwork, browser, 'tomas');

    for (const days of [60, 40]) {
      await change(tomas, request, { Target_Completion__c: daysAfter(now, days) });
      await task.getByText(`due ${daysAfter(now, days - 21)} · Tara Nwosu`).waitFor();
      expect(await task.count()).toBe(1);
    }

    await moveClock(daysAfter(now, 20));
    const outbox = await browser.open();
    await outbox.page.goto(`${groundwork.ready.salesforce.url}/_emulator/outbox.html`);
    await outbox.page
      .getByText(/Plan user onboarding: .*Kestrel/)
      .first()
      .waitFor();

    const later = await enterAs(groundwork, browser, 'tomas');
    await change(later, request, { Target_Completion__c: null });
    await task.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  }, 90_000);
});

describe('a customer that reaches Vitally ten days late', () => {
  let account: string;
  let request: string;

  beforeAll(async () => {
    const now = await today();
    const chen = await userId('chen');
    account = await create('Account', { Name: NEWCOMER, Technical_Advisor__c: await userId('tara') });
    const deal = await create('Opportunity', {
      ...{ Name: `${NEWCOMER} – New Business`, AccountId: account, StageName: 'Closed Won' },
      ...{ CloseDate: daysAfter(now, -30), OwnerId: await userId('ana'), Customer_Engineer__c: chen },
    });
    request = await create(REQUEST, {
      ...{ Account__c: account, Opportunity__c: deal, Request_Type__c: 'Production_Deployment' },
      ...{ Strategy__c: 'Jointly_Managed', Deployment_Method__c: 'Kubernetes_Helm', Hosting_Provider__c: 'AWS' },
      ...{ Status__c: 'Qualified', OwnerId: chen, Requester__c: chen, Submitted_On__c: `${now}T00:00:00Z` },
      ...{ Next_Steps__c: 'Plan the kickoff', Decision_Reason__c: 'Fits_Priorities' },
      ...{ Implementation_Engineer__c: await userId('igor'), Project_Manager__c: await userId('tomas') },
      Target_Completion__c: daysAfter(now, 20),
    });
    const ines = await enterAs(groundwork, browser, 'ines');
    await change(ines, request, { Status__c: 'Selected' });
    const later = "('DOCS', 'TA_OK', 'SUPPORT_OK')";
    const before = await query(
      `SELECT Id FROM ${ITEM} WHERE ${REQUEST} = '${request}' AND Blocking__c = true AND Key__c NOT IN ${later}`,
    );
    for (const { Id } of before)
      await change(ines, String(Id), { State__c: 'Waived', Waiver_Reason__c: 'Known customer' });
    const igor = await enterAs(groundwork, browser, 'igor');
    await change(igor, request, { Status__c: 'In_Deployment' });
    await change(igor, request, {
      ...{ Status__c: 'Deployment_Complete', Actual_Completion__c: await today(), Total_Memory_GB__c: 64 },
      ...{ Instance_Url__c: 'https://sourcegraph.windermere.example', Support_Contact__c: await userId('sam') },
    });
    await create('Request_Link__c', {
      ...{ Implementation_Request__c: request, Type__c: 'Deployment_Documentation', Url__c: DOCUMENTATION },
      ...{ Title__c: 'Runbook of Windermere', Required__c: true, Mirror_To_Vitally__c: true },
      Audience__c: 'TA_And_Support',
    });
  }, 60_000);

  test('waits, and keeps the handoff from being closed, which the page says', async () => {
    await until('the state of the mirror', async () => {
      const [found] = await query(`SELECT Vitally_State__c FROM ${REQUEST} WHERE Id = '${request}'`);
      return found?.['Vitally_State__c'] === 'Waiting_For_Account' ? true : undefined;
    });
    await moveClock(daysAfter(await today(), 10));

    const igor = await enterAs(groundwork, browser, 'igor');
    await igor.open(REQUEST, request);
    await igor.page.getByText('Waiting for the Vitally account', { exact: true }).first().waitFor();
    await igor.page.getByRole('button', { name: 'Close as handed off' }).click();
    await igor.page.getByRole('button', { name: 'Close as handed off' }).last().click();
    await igor.page.getByText('This customer is not in Vitally yet').first().waitFor();
    expect(await accessibilityFaults(igor.page)).toEqual([]);
  }, 60_000);

  test('gets traits, a note and the documents once it is there, each once', async () => {
    await askVitally('accounts', { externalId: account, name: NEWCOMER });
    await until('the documents', async () => {
      const [found] = await query(`SELECT Documents_In_Vitally__c FROM ${REQUEST} WHERE Id = '${request}'`);
      return found?.['Documents_In_Vitally__c'] === 'Yes' ? true : undefined;
    });

    const { page, complaints } = await openCustomer(account);
    const documents = page.getByRole('region', { name: 'Documents and links' });
    expect(await documents.getByRole('link', { name: 'Runbook of Windermere' }).getAttribute('href')).toBe(
      DOCUMENTATION,
    );
    const timeline = page.getByRole('region', { name: 'Timeline' });
    for (const subject of ['selected for implementation', 'documents', 'deployment complete'])
      await timeline.getByRole('heading', { name: new RegExp(`: ${subject}$`) }).waitFor();
    await page
      .getByRole('region', { name: 'Projects' })
      .getByRole('heading', { name: /: implementation$/ })
      .waitFor();
    const confirmations = tasks(page).getByRole('heading', { name: /confirm that the documents are there/ });
    await until('both confirmations', async () => ((await confirmations.count()) === 2 ? true : undefined));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.setViewportSize(PHONE);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 60_000);

  test('is handed off once Tara and Sam have confirmed, by keyboard alone', async () => {
    const igor = await enterAs(groundwork, browser, 'igor');
    const docs = await idOf(`SELECT Id FROM ${ITEM} WHERE ${REQUEST} = '${request}' AND Key__c = 'DOCS'`);
    await change(igor, docs, { State__c: 'Done' });
    await igor.open(REQUEST, request);
    await igor.page.getByRole('button', { name: 'Close as handed off' }).click();
    await igor.page.getByRole('button', { name: 'Close as handed off' }).last().click();
    await igor.page.getByText('its confirmation by the Technical Advisor or Support is open').first().waitFor();
    await confirm('tara', request, 'Technical Advisor can open the documents');
    await confirm('sam', request, 'Support can open the documents');

    await igor.open(REQUEST, request);
    await igor.page.getByRole('button', { name: 'Close as handed off' }).click();
    await igor.page.getByRole('button', { name: 'Close as handed off' }).last().click();
    await until('the end', async () => {
      const [found] = await query(`SELECT Status__c FROM ${REQUEST} WHERE Id = '${request}'`);
      return found?.['Status__c'] === 'Closed_Handed_Off' ? true : undefined;
    });
    const { page } = await openCustomer(account, PHONE);
    // The project's own tasks, from its template, are left to Tara.
    const ours = tasks(page)
      .getByRole('listitem')
      .filter({ hasText: /IR-\d+: / });
    await ours.getByText('Done', { exact: true }).first().waitFor();
    await ours.getByText('Open', { exact: true }).first().waitFor({ state: 'detached' });
    // The browser itself tells of the save that was refused.
    expect(igor.complaints.filter((complaint) => !complaint.includes('status of 400'))).toEqual([]);
  }, 90_000);

  test('keeps what Tara corrects by hand, whatever Salesforce says later', async () => {
    const { page, complaints } = await openCustomer(account, PHONE);
    await tabTo(page, page.getByRole('link', { name: 'Edit Total memory (GB)' }));
    await page.keyboard.press('Enter');
    const value = page.getByRole('textbox', { name: 'Value' });
    await tabTo(page, value);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('96');
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page
      .getByRole('row', { name: /Total memory/ })
      .getByText('96')
      .waitFor();

    const ines = await enterAs(groundwork, browser, 'ines');
    await change(ines, request, { Total_Memory_GB__c: 128, Target_Completion__c: daysAfter(await today(), 3) });
    await until('the later change', async () =>
      (await askVendors(groundwork.ready).traits(account))['vitally.custom.implementationTargetCompletion'] ===
      daysAfter(await today(), 3)
        ? true
        : undefined,
    );
    expect((await askVendors(groundwork.ready).traits(account))[MEMORY]).toBe(96);
    expect(complaints).toEqual([]);
  }, 60_000);
});
