import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, importRequest, REQUEST, waiveItems, type Customer } from './support/requests.ts';
import { file } from './support/triage.ts';

const CAPACITY = 'Implementation_Capacity__c';

let org: TestOrg;
let customer: Customer;
let april: string;
let may: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  april = await org.as('tomas').create(CAPACITY, { Month__c: '2023-04-01', Capacity_Points__c: 20 });
  may = await org.as('tomas').create(CAPACITY, { Month__c: '2023-05-01', Capacity_Points__c: 30 });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, 'Northwind Logistics');
  const committed = await org.as('adi').query('SELECT Id FROM Implementation_Request__c WHERE Effort_Points__c > 0');
  for (const { Id } of committed) await org.as('adi').update(REQUEST, String(Id), { Effort_Points__c: 0 });
});

afterAll(() => org.close());

async function committed(): Promise<{ april: unknown; may: unknown }> {
  const read = async (id: string): Promise<unknown> =>
    (await org.as('ines').read(CAPACITY, id, ['Committed_Points__c']))['Committed_Points__c'];
  return { april: await read(april), may: await read(may) };
}

async function selected(points: number, start: string, more: Row = {}): Promise<string> {
  return await importRequest(org, customer, 'Selected', { Effort_Points__c: points, Target_Start__c: start, ...more });
}

describe('a month', () => {
  test('is named by its first day, planned once, and never below 0', async () => {
    const [other] = await org.as('tomas').refusalToCreate(CAPACITY, { Month__c: '2023-06-02', Capacity_Points__c: 5 });
    const [twice] = await org.as('tomas').refusalToCreate(CAPACITY, { Month__c: '2023-04-01', Capacity_Points__c: 5 });

    const below = await org.as('tomas').refusalToUpdate(CAPACITY, april, { Capacity_Points__c: -1 });

    expect(below).toMatchObject([{ message: 'Enter 0 or more.', fields: ['Capacity_Points__c'] }]);
    expect(other?.message).toBe('Enter the first day of the month.');
    expect(twice?.errorCode).toBe('DUPLICATE_VALUE');
    expect(await org.as('ines').read(CAPACITY, april, ['Month_Key__c'])).toEqual({ Month_Key__c: '2023-04' });
  });

  test('counts what is selected or in deployment and not on hold', async () => {
    const id = await selected(5, '2023-04-10');
    await selected(3.5, '2023-04-30');
    await selected(2, '2023-05-01');
    await importRequest(org, customer, 'Qualified', { Effort_Points__c: 7, Target_Start__c: '2023-04-10' });
    expect(await committed()).toEqual({ april: 8.5, may: 2 });

    await waiveItems(org, id);
    await org.as('igor').update(REQUEST, id, { Status__c: 'In_Deployment' });
    expect(await committed()).toEqual({ april: 8.5, may: 2 });

    await org.as('ines').update(REQUEST, id, { On_Hold__c: true, On_Hold_Reason__c: 'Budget' });
    expect(await committed()).toEqual({ april: 3.5, may: 2 });

    await org.as('ines').update(REQUEST, id, { On_Hold__c: false });
    expect(await committed()).toEqual({ april: 8.5, may: 2 });
    expect(await org.as('ines').read(CAPACITY, april, ['Free_Points__c'])).toEqual({ Free_Points__c: 11.5 });
  });

  test('gives up what moves to another month, is released or estimated anew', async () => {
    const id = await selected(5, '2023-04-10');
    await org.as('ines').update(REQUEST, id, { Target_Start__c: '2023-05-15' });
    expect(await committed()).toEqual({ april: 0, may: 5 });

    await org.as('ines').update(REQUEST, id, { Effort_Points__c: 8 });
    expect(await committed()).toEqual({ april: 0, may: 8 });

    await org.as('ines').update(REQUEST, id, { Status__c: 'Qualified' });
    expect(await committed()).toEqual({ april: 0, may: 0 });
  });

  test('is free again when the deal of a request is lost, whose items are then cancelled', async () => {
    const id = await selected(5, '2023-04-10', { Opportunity__c: customer.deal });
    expect(await committed()).toEqual({ april: 5, may: 0 });

    await org.as('ana').update('Opportunity', customer.deal, { StageName: 'Closed Lost' });

    expect(await committed()).toEqual({ april: 0, may: 0 });
    const items = await org.as('ines').query(`SELECT State__c FROM Handoff_Item__c WHERE ${REQUEST} = '${id}'`);
    expect(items.length).toBeGreaterThan(10);
    expect(new Set(items.map(({ State__c }) => State__c))).toEqual(new Set(['Cancelled']));
  });

  test('is counted again when a request is deleted', async () => {
    const id = await selected(5, '2023-04-10');

    await org.as('adi').delete(REQUEST, id);
    org.moveTo('2022-11-15T10:01:00Z');

    expect(await committed()).toEqual({ april: 0, may: 0 });
  });

  test('that is planned later finds the requests that wait for it', async () => {
    await selected(6, '2023-08-10');

    const august = await org.as('tomas').create(CAPACITY, { Month__c: '2023-08-01', Capacity_Points__c: 20 });

    expect(await org.as('ines').read(CAPACITY, august, ['Committed_Points__c'])).toEqual({ Committed_Points__c: 6 });
  });
});

describe('a request', () => {
  test.each<[Row, string | null, boolean]>([
    [{}, null, false],
    [{ Required_Go_Live__c: '2023-05-15' }, '2023-04', true],
    [{ Required_Go_Live__c: '2023-05-15', Requested_Start__c: '2023-05-02' }, '2023-05', true],
    [{ Requested_Start__c: '2023-12-31' }, '2023-12', false],
  ])('of %p starts in %p, planned: %p', async (dates, month, planned) => {
    const id = await file(org, customer, dates);

    const found = await org.as('ines').read(REQUEST, id, ['Start_Month_Key__c', 'Capacity_Month__c']);

    expect(found['Start_Month_Key__c']).toBe(month);
    expect(found['Capacity_Month__c']).toBe(planned ? (month === '2023-04' ? april : may) : null);
  });

  test('starts when Implementation Engineering plans it', async () => {
    const id = await file(org, customer, { Requested_Start__c: '2023-05-02' });

    await org.as('ines').update(REQUEST, id, { Target_Start__c: '2023-04-03' });

    expect(await org.as('ines').read(REQUEST, id, ['Capacity_Month__c'])).toEqual({ Capacity_Month__c: april });
  });
});

test('a month counts two hundred requests of one call', async () => {
  const records = Array.from({ length: 200 }, () => ({
    ...ask(customer, { Opportunity__c: customer.won }),
    Status__c: 'Selected',
    Next_Steps__c: 'Plan',
    Decision_Reason__c: 'Fits_Priorities',
    Implementation_Engineer__c: org.userId('igor'),
    Project_Manager__c: org.userId('tomas'),
    Effort_Points__c: 0.5,
    Target_Start__c: '2023-04-10',
  }));

  const saved = await org.as('adi').createAll(REQUEST, records);

  expect(saved.filter(({ success }) => !success)).toEqual([]);
  expect(await committed()).toEqual({ april: 100, may: 0 });
}, 120_000);
