import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { startGroundwork, type Groundwork } from '../support/start-groundwork.ts';
import { askVendors } from '../support/vendors.ts';

let groundwork: Groundwork;
let browser: TestBrowser;
let opportunity: { Id: string; AccountId: string };

beforeAll(async () => {
  groundwork = await startGroundwork();
  browser = await startBrowser();
  const [found] = await askVendors(groundwork.ready).query(
    "SELECT Id, AccountId FROM Opportunity WHERE Name LIKE 'Northwind%' LIMIT 1",
  );
  opportunity = { Id: String(found?.['Id']), AccountId: String(found?.['AccountId']) };
}, 120_000);

afterAll(async () => {
  await groundwork[Symbol.asyncDispose]();
  await browser[Symbol.asyncDispose]();
});

/** Enters by the portal's own link, and lands on the Opportunity. */
async function enterAs(page: Page, username: string): Promise<void> {
  const path = encodeURIComponent(`/lightning/r/Opportunity/${opportunity.Id}/view`);
  await page.goto(`${groundwork.ready.portal}/act-as/${username}?to=${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

interface Answer {
  status: number;
  body: unknown;
}

/** What the org says when the page of this person sends a request that its buttons do not offer. */
async function forge(page: Page, method: string, path: string, fields: Record<string, unknown>): Promise<Answer> {
  return page.evaluate(
    async ([verb, address, body]) => {
      const answer = await fetch(address, { method: verb, body, headers: { 'content-type': 'application/json' } });
      return { status: answer.status, body: await answer.json() };
    },
    [method, `/services/data/v66.0/ui-api/records${path}`, JSON.stringify(fields)] as const,
  );
}

const request = (values: Record<string, unknown> = {}): Record<string, unknown> => ({
  apiName: 'Implementation_Request__c',
  fields: {
    Account__c: opportunity.AccountId,
    Opportunity__c: opportunity.Id,
    Request_Type__c: 'Production_Deployment',
    Deployment_Method__c: 'Kubernetes_Helm',
    Hosting_Provider__c: 'AWS',
    ...values,
  },
});

test('leadership is offered no way to file, and the org refuses what it forges', async () => {
  const { page } = await browser.open();
  await enterAs(page, 'val@groundwork.example');
  await page.getByRole('heading', { name: 'Implementation Requests' }).waitFor();

  await page.getByRole('heading', { name: /^Recommended/ }).waitFor();
  expect(await page.getByRole('button', { name: /File|Request|Assess|assessment|Submit/ }).count()).toBe(0);
  const answer = await forge(page, 'POST', '', request());

  expect(answer).toMatchObject({
    status: 400,
    body: { output: { errors: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] } },
  });
}, 60_000);

test('a customer engineer files, and neither ranks nor reads triage notes', async () => {
  const { page } = await browser.open();
  await enterAs(page, 'chen@groundwork.example');

  const filed = await forge(page, 'POST', '', request());
  const { id } = filed.body as { id: string };
  const ranked = await forge(page, 'PATCH', `/${id}`, { fields: { Backlog_Rank__c: 1 } });
  const notes = await page.evaluate(async (recordId) => {
    const field = 'Implementation_Request__c.Triage_Notes__c';
    return (await fetch(`/services/data/v66.0/ui-api/records/${recordId}?fields=${field}`)).status;
  }, id);

  expect(filed.status).toBe(201);
  expect(ranked.status).toBe(400);
  expect(JSON.stringify(ranked.body)).toContain('INVALID_FIELD_FOR_INSERT_UPDATE');
  expect(notes).toBe(400);
}, 60_000);

test('no path goes round triage, not even for Implementation Engineering', async () => {
  const { page } = await browser.open();
  await enterAs(page, 'ines@groundwork.example');
  const [waiting] = await askVendors(groundwork.ready).query(
    "SELECT Id FROM Implementation_Request__c WHERE Status__c = 'Submitted' LIMIT 1",
  );

  const leap = await forge(page, 'PATCH', `/${String(waiting?.['Id'])}`, {
    fields: { Status__c: 'Selected', Next_Steps__c: 'Start' },
  });

  expect(leap.status).toBe(400);
  expect(JSON.stringify(leap.body)).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION');
}, 60_000);

test('every page fits a phone', async () => {
  const { googleSheets, vitally, slack, portal } = groundwork.ready;
  const { page } = await browser.open({ width: 390, height: 844 });
  const overflow = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth - innerWidth');

  await enterAs(page, 'chen@groundwork.example');
  await page.getByRole('heading', { name: 'Implementation Requests' }).waitFor();
  expect(await overflow()).toBe(0);
  for (const address of [portal, googleSheets.url, vitally.url, slack.url]) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect([address, await overflow()]).toEqual([address, 0]);
  }
}, 60_000);
