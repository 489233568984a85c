import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newLines } from './support/messages.ts';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, REQUEST } from './support/requests.ts';
import { DECISION } from './support/triage.ts';

const DEALS = 2000;
/** Every so many deals have a request. */
const REQUEST_EVERY = 20;
const NO_FAILURE = 1;
/** So many of the requests are selected. */
const SELECTED = 5;

let org: TestOrg;
let deals: readonly string[];

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  const customer = await createCustomer(org, 'Northwind Logistics');
  const adi = org.as('adi');
  const newDeals = Array.from({ length: DEALS }, (_, index) => ({
    Name: `Seats ${index}`,
    AccountId: customer.account,
    StageName: 'Prospecting',
    CloseDate: '2023-05-31',
    OwnerId: org.userId('ana'),
    Customer_Engineer__c: org.userId('chen'),
  }));
  await adi.inBulk('insert', 'Opportunity', newDeals);
  deals = await ids("SELECT Id FROM Opportunity WHERE Name LIKE 'Seats %' ORDER BY Id");
  const requests = deals
    .filter((_, index) => index % REQUEST_EVERY === 0)
    .map((deal) => ({ ...ask({ ...customer, deal }), Status__c: 'In_Triage', Requester__c: org.userId('chen') }));
  await adi.inBulk('insert', REQUEST, requests);
  await org.newMessages();
}, 300_000);

afterAll(() => org.close());

async function ids(soql: string): Promise<readonly string[]> {
  return (await org.as('adi').query(soql)).map(({ Id }) => String(Id));
}

async function updateAll(values: Row): Promise<void> {
  const failed = await org.as('adi').inBulk(
    'update',
    'Opportunity',
    deals.map((Id) => ({ Id, ...values })),
  );
  expect(failed.trim().split('\n')).toHaveLength(NO_FAILURE);
}

test('2,000 Opportunities that change in one job are each told once, and not again for the same', async () => {
  const change = { CloseDate: '2024-02-15', StageName: 'Negotiation/Review' };

  await updateAll(change);
  const told = await newLines(org);
  await updateAll(change);

  const retriage = told.filter((line) => line.includes('needs a new triage'));
  const nudges = told.filter((line) => line.startsWith('Chen Wei: Assess the deployment: Seats '));
  expect([retriage.length, new Set(retriage).size]).toEqual([DEALS / REQUEST_EVERY, DEALS / REQUEST_EVERY]);
  expect([nudges.length, new Set(nudges).size]).toEqual([DEALS, DEALS]);
  expect(told).toHaveLength(DEALS + DEALS / REQUEST_EVERY);
  expect(await newLines(org)).toEqual([]);
}, 300_000);

test('the dates of what is selected follow 2,000 Opportunities that move in one job, and are told once', async () => {
  const ines = org.as('ines');
  const selected = await ids(`SELECT Id FROM ${REQUEST} ORDER BY Name LIMIT ${SELECTED}`);
  const people = { Implementation_Engineer__c: org.userId('igor'), Project_Manager__c: org.userId('tomas') };
  for (const status of [
    { Status__c: 'Qualified', ...DECISION },
    { Status__c: 'Selected', ...people },
  ]) {
    const saved = await ines.updateAll(
      REQUEST,
      selected.map((Id) => ({ Id, ...status })),
    );
    expect(saved.filter(({ success }) => !success)).toEqual([]);
  }
  await org.newMessages();

  await updateAll({ CloseDate: '2024-03-15' });
  const told = await newLines(org);

  expect(told.filter((line) => line.includes(' closes on 2024-03-15: '))).toHaveLength(SELECTED);
  expect(told).toHaveLength(SELECTED);
  const levelSets = await ines.query("SELECT Due_On__c FROM Handoff_Item__c WHERE Key__c = 'LEVELSET'");
  expect(levelSets.map((item) => item['Due_On__c'])).toEqual(Array(SELECTED).fill('2024-03-01'));
}, 300_000);
