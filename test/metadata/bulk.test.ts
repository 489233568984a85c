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
const SELECTED = 20;
/** People of the customer who could use it: 4 of 5 for the market. */
const MARKET = 2600;

let org: TestOrg;
let deals: readonly Deal[];

interface Deal {
  readonly id: string;
  readonly arr: number;
  /** Half of the requests close sooner than was thought, half of them later. */
  readonly isSooner: boolean;
}

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  const customer = await createCustomer(org, 'Northwind Logistics', { Addressable_Market__c: MARKET });
  const adi = org.as('adi');
  const newDeals = Array.from({ length: DEALS }, (_, index) => ({
    Name: `Seats ${index}`,
    AccountId: customer.account,
    StageName: 'Prospecting',
    CloseDate: '2023-05-31',
    Annual_Recurring_Revenue__c: arrOf(index),
    OwnerId: org.userId('ana'),
    Customer_Engineer__c: org.userId('chen'),
  }));
  await adi.inBulk('insert', 'Opportunity', newDeals);
  const saved = await adi.query("SELECT Id, Name FROM Opportunity WHERE Name LIKE 'Seats %'");
  deals = saved.map(({ Id, Name }) => {
    const index = Number(String(Name).slice('Seats '.length));
    return { id: String(Id), arr: arrOf(index), isSooner: (index / REQUEST_EVERY) % 2 === 0 };
  });
  const requests = saved
    .filter(({ Name }) => Number(String(Name).slice('Seats '.length)) % REQUEST_EVERY === 0)
    .map(({ Id }) => ({
      ...ask({ ...customer, deal: String(Id) }),
      Status__c: 'In_Triage',
      Requester__c: org.userId('chen'),
    }));
  await adi.inBulk('insert', REQUEST, requests);
  await org.newMessages();
}, 300_000);

afterAll(() => org.close());

function arrOf(index: number): number {
  return index * 400;
}

async function updateAll(valuesOf: (deal: Deal) => Row): Promise<void> {
  const failed = await org.as('adi').inBulk(
    'update',
    'Opportunity',
    deals.map((deal) => ({ Id: deal.id, ...valuesOf(deal) })),
  );
  expect(failed.trim().split('\n')).toHaveLength(NO_FAILURE);
}

/** 0 to 5 for an amount, as triage counts it. */
function bandOf(amount: number): number {
  if (amount <= 0) return 0;
  return 1 + [50_000, 100_000, 250_000, 500_000].filter((limit) => amount >= limit).length;
}

test('2,000 Opportunities that change in one job are each told once, and not again for the same', async () => {
  const change = ({ isSooner }: Deal): Row => ({
    CloseDate: isSooner ? '2022-12-20' : '2024-02-15',
    StageName: 'Negotiation/Review',
  });

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

test('every request of them has the score, the year and the mark of its own deal', async () => {
  const rows = await org
    .as('adi')
    .query(
      `SELECT Opportunity__c, Score__c, Revenue_Fiscal_Year__c, Retriage_Needed__c, Retriage_Reason__c FROM ${REQUEST}`,
    );

  const found = new Map(rows.map((row) => [row['Opportunity__c'], row]));
  expect(found.size).toBe(DEALS / REQUEST_EVERY);
  for (const { id, arr, isSooner } of deals.filter((deal) => found.has(deal.id))) {
    // Nine of ten is what the stage makes probable; what closes after the year has no revenue in it.
    const revenue = isSooner ? bandOf(arr * 0.9) : 0;
    const value = 0.6 * bandOf(arr) + 0.4 * 4;
    expect(found.get(id)).toMatchObject({
      Score__c: Math.round((30 * revenue + 25 * value) * 2) / 10,
      Revenue_Fiscal_Year__c: isSooner ? 'FY23' : 'FY25',
      Retriage_Needed__c: true,
      Retriage_Reason__c: `The close moved from 2023-05-31 (FY24) to ${isSooner ? '2022-12-20 (FY23)' : '2024-02-15 (FY25)'}`,
    });
  }
});

test('the dates of what is selected follow 2,000 Opportunities that move in one job, and are told once', async () => {
  const ines = org.as('ines');
  const inTriage = await ines.query(
    `SELECT Id FROM ${REQUEST} WHERE Status__c = 'In_Triage' ORDER BY Name LIMIT ${SELECTED}`,
  );
  const selected = inTriage.map(({ Id }) => Id);
  expect(selected).toHaveLength(SELECTED);
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

  await updateAll(() => ({ CloseDate: '2024-03-15' }));
  const told = await newLines(org);

  // Of those that were to close sooner, the revenue moves to another year: that is told instead.
  const dates = told.filter((line) => line.includes(' closes on 2024-03-15: '));
  const years = told.filter((line) => line.includes(' needs a new triage: '));
  expect([dates.length, years.length]).toEqual([SELECTED / 2, DEALS / REQUEST_EVERY / 2]);
  expect(new Set(told).size).toBe(dates.length + years.length);
  expect(told).toHaveLength(dates.length + years.length);
  const due = await ines.query(
    "SELECT Key__c item, Due_On__c due, COUNT(Id) times FROM Handoff_Item__c WHERE Due_Basis__c = 'Close_Date' GROUP BY Key__c, Due_On__c",
  );
  const weekBefore = ['TECH', 'TIMELINE', 'CADENCE', 'STAFFING', 'REPORTING', 'ROLES', 'PREREQ'];
  expect(due.map(({ item, due, times }) => [item, due, times]).toSorted()).toEqual(
    [
      ['LEVELSET', '2024-03-01', SELECTED],
      ...weekBefore.map((name) => [`REQ_${name}`, '2024-03-08', SELECTED]),
      ['REQ_SIGNOFF', '2024-03-15', SELECTED],
    ].toSorted(),
  );
}, 300_000);
