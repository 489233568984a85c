import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newlyTold } from './support/messages.ts';
import { TestOrg, type Row } from './support/org.ts';
import { createCustomer, importRequest, REQUEST, type Customer } from './support/requests.ts';
import { file } from './support/triage.ts';

const CAPACITY = 'Implementation_Capacity__c';
const APRIL = '2023-04-03';
const MAY = '2023-05-02';

let org: TestOrg;
let customer: Customer;
let april: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  april = await org.as('tomas').create(CAPACITY, { Month__c: '2023-04-01', Capacity_Points__c: 10 });
  await org.as('tomas').create(CAPACITY, { Month__c: '2023-05-01', Capacity_Points__c: 4 });
}, 60_000);

beforeEach(async () => {
  const old = await org.as('adi').query('SELECT Id FROM Implementation_Request__c');
  if (old.length > 0) await org.as('adi').deleteAll(old.map(({ Id }) => String(Id)));
  org.advance({ minutes: 1 });
  await org.as('tomas').update(CAPACITY, april, { Capacity_Points__c: 10 });
  customer = await createCustomer(org, 'Northwind Logistics');
  await org.newMessages();
});

afterAll(() => org.close());

/** Requests in the order of their ranks, by a letter for each. */
async function backlog(all: Record<string, Row>): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [letter, values] of Object.entries(all)) {
    const id = await file(org, customer, { Reason_Other__c: letter, Requested_Start__c: APRIL });
    await org.as('ines').update(REQUEST, id, values);
    ids[letter] = id;
  }
  return ids;
}

/** By letter: the effort down to it, and where it lies. */
async function line(): Promise<Record<string, unknown>> {
  const rows = await org
    .as('ana')
    .query(
      'SELECT Reason_Other__c, Cumulative_Effort__c, Cut_Line__c, Above_Cut_Line__c, Line_Pending__c FROM Implementation_Request__c WHERE Is_In_Backlog__c = true ORDER BY Backlog_Rank__c',
    );
  for (const row of rows) {
    expect(row['Above_Cut_Line__c']).toBe(row['Cut_Line__c'] === 'Above');
    expect(row['Line_Pending__c']).toBe(false);
  }
  const found: Record<string, unknown> = {};
  for (const row of rows) found[String(row['Reason_Other__c'])] = [row['Cumulative_Effort__c'], row['Cut_Line__c']];
  return found;
}

const five = { Effort_Points__c: 5 };

describe('the cut-line', () => {
  test('lies where the effort of a month, by rank, exceeds its capacity', async () => {
    await backlog({ A: five, B: { Effort_Points__c: 3 }, C: { Effort_Points__c: 2 }, D: { Effort_Points__c: 0.5 } });

    expect(await line()).toEqual({ A: [5, 'Above'], B: [8, 'Above'], C: [10, 'Above'], D: [10.5, 'Below'] });
  });

  test('is one for each month', async () => {
    await backlog({
      A: five,
      B: { ...five, Requested_Start__c: MAY },
      C: five,
      D: { Effort_Points__c: 1, Requested_Start__c: MAY },
    });

    expect(await line()).toEqual({ A: [5, 'Above'], B: [5, 'Below'], C: [10, 'Above'], D: [6, 'Below'] });
  });

  test('is unknown, and says why, without effort, month or capacity and on hold', async () => {
    await backlog({
      A: {},
      B: { ...five, Requested_Start__c: null },
      C: { ...five, Requested_Start__c: '2024-01-02' },
      D: { ...five, On_Hold__c: true, On_Hold_Reason__c: 'Budget' },
      E: five,
    });

    expect(await line()).toEqual({
      A: [5, 'No effort estimate'],
      B: [null, 'No capacity planned'],
      C: [5, 'No capacity planned'],
      D: [null, 'On hold'],
      E: [10, 'Above'],
    });
  });

  test('counts what nobody has estimated as the usual effort for those behind it, unless a setting says otherwise', async () => {
    const ids = await backlog({ A: {}, B: five, C: { Effort_Points__c: 1 } });
    expect(await line()).toEqual({ A: [5, 'No effort estimate'], B: [10, 'Above'], C: [11, 'Below'] });

    org.changeSetting('Assumed_Effort__c', '0.0');
    await org.as('igor').update(REQUEST, String(ids['C']), { Effort_Points__c: 2 });
    org.changeSetting('Assumed_Effort__c', '5.0');

    expect(await line()).toEqual({ A: [0, 'No effort estimate'], B: [5, 'Above'], C: [7, 'Above'] });
  });

  test('leaves to the backlog what the selected ones do not take', async () => {
    await backlog({ A: five, B: five });
    await importRequest(org, customer, 'Selected', { Effort_Points__c: 4, Target_Start__c: APRIL });

    expect(await line()).toEqual({ A: [5, 'Above'], B: [10, 'Below'] });
  });
});

describe('is drawn anew', () => {
  let ids: Record<string, string>;

  beforeEach(async () => {
    ids = await backlog({ A: five, B: five, C: five });
    expect(await line()).toEqual({ A: [5, 'Above'], B: [10, 'Above'], C: [15, 'Below'] });
  });

  test.each<[string, string, string, Row, Record<string, unknown>]>([
    ['a rank', 'ines', 'C', { Backlog_Rank__c: 1 }, { C: [5, 'Above'], A: [10, 'Above'], B: [15, 'Below'] }],
    ['an effort', 'igor', 'A', { Effort_Points__c: 6 }, { A: [6, 'Above'], B: [11, 'Below'], C: [16, 'Below'] }],
    ['a month', 'igor', 'A', { Target_Start__c: MAY }, { A: [5, 'Below'], B: [5, 'Above'], C: [10, 'Above'] }],
    [
      'a hold',
      'ines',
      'B',
      { On_Hold__c: true, On_Hold_Reason__c: 'Budget' },
      { A: [5, 'Above'], B: [null, 'On hold'], C: [10, 'Above'] },
    ],
    [
      'a status',
      'chen',
      'A',
      { Status__c: 'Withdrawn', Closing_Reason__c: 'Too early' },
      { B: [5, 'Above'], C: [10, 'Above'] },
    ],
  ])('when %s changes', async (_what, alias, letter, values, expected) => {
    await org.as(alias).update(REQUEST, String(ids[letter]), values);

    expect(await line()).toEqual(expected);
  });

  test('when the capacity changes', async () => {
    await org.as('tomas').update(CAPACITY, april, { Capacity_Points__c: 7 });

    expect(await line()).toEqual({ A: [5, 'Above'], B: [10, 'Below'], C: [15, 'Below'] });
  });

  test('when a request is deleted', async () => {
    await org.as('adi').delete(REQUEST, String(ids['A']));
    org.advance({ minutes: 1 });

    expect(await line()).toEqual({ B: [5, 'Above'], C: [10, 'Above'] });
  });
});

describe('AE and CE', () => {
  let ids: Record<string, string>;

  async function toldOvernight(): Promise<readonly string[]> {
    await org.newMessages();
    org.advance({ days: 1 });
    const told = await newlyTold(org);
    return told
      .filter(({ title }) => title === 'Your requests moved in the backlog')
      .map(({ to, body }) => `${to}: ${body}`);
  }

  beforeEach(async () => {
    ids = await backlog({ A: five, B: five, C: five });
    org.advance({ days: 1 });
    await org.newMessages();
  });

  test('are told once, in the digest, when a request crosses the line', async () => {
    await org.as('ines').update(REQUEST, String(ids['C']), { Backlog_Rank__c: 2 });

    const told = await toldOvernight();

    expect(told.map((line) => line.slice(0, line.indexOf(':')))).toEqual(['Ana Ruiz', 'Chen Wei']);
    for (const message of told) {
      expect(message).toContain(': from 3 to 2 of 3, now above the cut-line');
      expect(message).toContain(': from 2 to 3 of 3, now below the cut-line');
      expect(message).not.toContain('1 of 3');
    }
    expect(await toldOvernight()).toEqual([]);
  });

  test('are told when the capacity moves the line, and their rank stays', async () => {
    await org.as('tomas').update(CAPACITY, april, { Capacity_Points__c: 9 });

    const told = await toldOvernight();

    expect(told).toHaveLength(2);
    expect(told[0]).toContain(': still 2 of 3, now below the cut-line');
    expect(await toldOvernight()).toEqual([]);
  });

  test('are not told of what was undone the same day, nor of a first estimate', async () => {
    await org.as('ines').update(REQUEST, String(ids['C']), { Backlog_Rank__c: 2 });
    await org.as('ines').update(REQUEST, String(ids['C']), { Backlog_Rank__c: 3 });
    await backlog({ D: five });

    expect(await toldOvernight()).toEqual([]);
  });
});
