import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setHolidays } from './support/holidays.ts';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, REQUEST, type Customer } from './support/requests.ts';

let org: TestOrg;
let customer: Customer;

beforeEach(async () => {
  // A Tuesday.
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createCustomer(org, 'Northwind Logistics');
}, 60_000);

afterEach(() => org.close());

async function file(more: Row = {}, alias = 'chen'): Promise<string> {
  return await org.as(alias).create(REQUEST, ask(customer, more));
}

async function read(id: string, ...fields: string[]): Promise<Row> {
  return await org.as('adi').read(REQUEST, id, fields);
}

/** The time to the second, as people write it. */
async function timeOf(id: string, field: string): Promise<string> {
  return String((await read(id, field))[field]).replace(/\.\d{3}\+0000$/, 'Z');
}

async function move(alias: string, id: string, status: string, more: Row = {}): Promise<void> {
  await org.as(alias).update(REQUEST, id, { Status__c: status, ...more });
}

const DECIDED = { Next_Steps__c: 'Plan', Decision_Reason__c: 'Fits_Priorities' };

test('submission is stamped once, with the name that the customer had', async () => {
  const id = await file({ Status__c: 'Draft' });
  expect(await read(id, 'Submitted_On__c', 'Customer_Name_At_Submission__c', 'Acknowledge_By__c')).toEqual({
    Submitted_On__c: null,
    Customer_Name_At_Submission__c: null,
    Acknowledge_By__c: null,
  });
  org.moveTo('2022-11-16T09:00:00Z');
  await move('chen', id, 'Submitted');
  await org.as('adi').update('Account', customer.account, { Name: 'Northwind Global' });
  org.moveTo('2022-11-17T09:00:00Z');
  await move('chen', id, 'Withdrawn', { Closing_Reason__c: 'On our own' });
  await move('chen', id, 'Submitted');

  expect(await timeOf(id, 'Submitted_On__c')).toBe('2022-11-16T09:00:00Z');
  expect(await timeOf(id, 'Status_Changed_On__c')).toBe('2022-11-17T09:00:00Z');
  expect(await read(id, 'Prior_Status__c', 'Customer_Name_At_Submission__c')).toEqual({
    Prior_Status__c: 'Withdrawn',
    Customer_Name_At_Submission__c: 'Northwind Logistics',
  });
});

describe('deadlines are business days', () => {
  test.each([
    ['a Tuesday', '2022-11-15T10:00:00Z', '2022-11-16T10:00:00Z', '2022-11-22T10:00:00Z'],
    ['a Friday', '2022-11-18T15:30:00Z', '2022-11-21T15:30:00Z', '2022-11-25T15:30:00Z'],
    ['a Saturday', '2022-11-19T12:00:00Z', '2022-11-22T00:00:00Z', '2022-11-28T00:00:00Z'],
    ['a Sunday night', '2022-11-20T23:59:59Z', '2022-11-22T00:00:00Z', '2022-11-28T00:00:00Z'],
  ])('from %s', async (_day, submitted, acknowledge, decide) => {
    org.moveTo(submitted);

    const id = await file();

    expect(await timeOf(id, 'Acknowledge_By__c')).toBe(acknowledge);
    expect(await timeOf(id, 'Decide_By__c')).toBe(decide);
  });

  test('and stand still while a question is open', async () => {
    const id = await file();
    await move('igor', id, 'In_Triage');
    expect(await timeOf(id, 'Triaged_On__c')).toBe('2022-11-15T10:00:00Z');
    org.moveTo('2022-11-17T16:00:00Z');
    await move('igor', id, 'Needs_Info', { Question__c: 'How many users?' });
    expect(await timeOf(id, 'Needs_Info_Since__c')).toBe('2022-11-17T16:00:00Z');
    // Over the weekend: a Friday and the parts of a Thursday and a Monday, one day and 20 hours.
    org.moveTo('2022-11-21T12:00:00Z');

    await org.as('chen').update(REQUEST, id, { Answer__c: '300' });

    expect(await timeOf(id, 'Decide_By__c')).toBe('2022-11-24T06:00:00Z');
    expect(await read(id, 'Status__c', 'Prior_Status__c', 'Needs_Info_Since__c')).toEqual({
      Status__c: 'In_Triage',
      Prior_Status__c: 'Needs_Info',
      Needs_Info_Since__c: null,
    });
  });

  test('and begin again when a decision is taken back', async () => {
    const id = await file();
    await move('igor', id, 'In_Triage');
    await move('ines', id, 'Qualified', DECIDED);
    org.moveTo('2022-12-05T10:00:00Z');

    await move('igor', id, 'In_Triage');

    expect(await timeOf(id, 'Decide_By__c')).toBe('2022-12-12T10:00:00Z');
    expect(await timeOf(id, 'Triaged_On__c')).toBe('2022-11-15T10:00:00Z');
  });
});

describe('deadlines pass over holidays', () => {
  test('one by one, together and next to weekends', async () => {
    setHolidays(org, {
      Thanksgiving: '2022-11-24',
      Day_After: '2022-11-25',
      Friday: '2022-12-02',
      Sunday: '2022-12-18',
      Monday: '2022-12-19',
      Monday_Again: '2022-12-19',
    });
    const deadlines: Row[] = [];
    const filedOn = ['23T10:00', '24T10:00', '28T10:00', '30T10:00'].map((time) => `2022-11-${time}:00Z`);
    for (const submitted of [...filedOn, '2022-12-14T10:00:00Z']) {
      org.moveTo(submitted);
      const id = await file();
      const [acknowledge, decide] = [await timeOf(id, 'Acknowledge_By__c'), await timeOf(id, 'Decide_By__c')];
      deadlines.push({ submitted, acknowledge, decide });
    }

    expect(deadlines).toEqual([
      { submitted: '2022-11-23T10:00:00Z', acknowledge: '2022-11-28T10:00:00Z', decide: '2022-12-05T10:00:00Z' },
      { submitted: '2022-11-24T10:00:00Z', acknowledge: '2022-11-29T00:00:00Z', decide: '2022-12-06T00:00:00Z' },
      { submitted: '2022-11-28T10:00:00Z', acknowledge: '2022-11-29T10:00:00Z', decide: '2022-12-06T10:00:00Z' },
      { submitted: '2022-11-30T10:00:00Z', acknowledge: '2022-12-01T10:00:00Z', decide: '2022-12-08T10:00:00Z' },
      { submitted: '2022-12-14T10:00:00Z', acknowledge: '2022-12-15T10:00:00Z', decide: '2022-12-22T10:00:00Z' },
    ]);
  });

  test('and do not count as waiting for an answer', async () => {
    const id = await file();
    await move('igor', id, 'In_Triage');
    setHolidays(org, { Friday: '2022-11-18', Wednesday: '2022-11-23' });
    org.moveTo('2022-11-17T16:00:00Z');
    await move('igor', id, 'Needs_Info', { Question__c: 'How many users?' });
    // Over a long weekend: the parts of a Thursday and a Monday, 20 hours.
    org.moveTo('2022-11-21T12:00:00Z');

    await org.as('chen').update(REQUEST, id, { Answer__c: '300' });

    // It was due on Tuesday at 10, and Wednesday is none.
    expect(await timeOf(id, 'Decide_By__c')).toBe('2022-11-24T06:00:00Z');
  });

  test('as they are set when time begins to run', async () => {
    setHolidays(org, { Ours: '2022-11-16' });
    const early = await file();
    setHolidays(org, { Ours: '2022-11-21' });
    const moved = await file();
    setHolidays(org, { Ours: null });
    const removed = await file();

    expect(await timeOf(early, 'Acknowledge_By__c')).toBe('2022-11-17T10:00:00Z');
    expect(await timeOf(early, 'Decide_By__c')).toBe('2022-11-23T10:00:00Z');
    expect(await timeOf(moved, 'Acknowledge_By__c')).toBe('2022-11-16T10:00:00Z');
    expect(await timeOf(moved, 'Decide_By__c')).toBe('2022-11-23T10:00:00Z');
    expect(await timeOf(removed, 'Decide_By__c')).toBe('2022-11-22T10:00:00Z');
  });
});

const FIELDS = ['Decision__c', 'Decided_By__c', 'Selected_By__c', 'Close_Date_At_Selection__c'];

test('the decision and the selection are stamped with who and when, and taken back with it', async () => {
  const id = await file();
  expect(await read(id, ...FIELDS)).toEqual({
    Decision__c: 'Pending',
    Decided_By__c: null,
    Selected_By__c: null,
    Close_Date_At_Selection__c: null,
  });
  await move('igor', id, 'In_Triage');
  await move('ines', id, 'Qualified', DECIDED);
  expect(await timeOf(id, 'Decided_On__c')).toBe('2022-11-15T10:00:00Z');
  org.moveTo('2022-11-16T10:00:00Z');
  const people = { Implementation_Engineer__c: org.userId('igor'), Project_Manager__c: org.userId('tomas') };
  await move('ines', id, 'Selected', people);

  expect(await read(id, ...FIELDS)).toEqual({
    Decision__c: 'Qualified',
    Decided_By__c: org.userId('ines'),
    Selected_By__c: org.userId('ines'),
    Close_Date_At_Selection__c: '2023-05-31',
  });
  expect(await timeOf(id, 'Selected_On__c')).toBe('2022-11-16T10:00:00Z');
  expect(await timeOf(id, 'Decided_On__c')).toBe('2022-11-15T10:00:00Z');

  await move('ines', id, 'Qualified');
  expect(await read(id, ...FIELDS)).toEqual({
    Decision__c: 'Qualified',
    Decided_By__c: org.userId('ines'),
    Selected_By__c: null,
    Close_Date_At_Selection__c: null,
  });

  await move('igor', id, 'In_Triage');
  expect(await read(id, ...FIELDS, 'Decided_On__c')).toEqual({
    Decision__c: 'Pending',
    Decided_By__c: null,
    Decided_On__c: null,
    Selected_By__c: null,
    Close_Date_At_Selection__c: null,
  });
});
