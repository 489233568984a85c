import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, importRequest, REQUEST, type Customer } from './support/requests.ts';

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, 'Northwind Logistics');
});

afterAll(() => org.close());

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

describe('who', () => {
  test('asked is whoever filed it, and the others follow the Opportunity and the Account', async () => {
    const id = await file();

    expect(
      await read(id, 'Requester__c', 'Account_Executive__c', 'Customer_Engineer__c', 'Technical_Advisor__c'),
    ).toEqual({
      Requester__c: org.userId('chen'),
      Account_Executive__c: org.userId('ana'),
      Customer_Engineer__c: org.userId('chen'),
      Technical_Advisor__c: org.userId('tara'),
    });
  });

  test('the customer is, follows from the Opportunity', async () => {
    const id = await file({ Account__c: null });

    expect(await read(id, 'Account__c', 'Technical_Advisor__c', 'Customer_Name_At_Submission__c')).toEqual({
      Account__c: customer.account,
      Technical_Advisor__c: org.userId('tara'),
      Customer_Name_At_Submission__c: 'Northwind Logistics',
    });
  });

  test('takes part follows the Opportunity that is chosen instead', async () => {
    const id = await file();
    await org.as('adi').update('Opportunity', customer.won, {
      OwnerId: org.userId('ben'),
      Customer_Engineer__c: org.userId('cleo'),
    });

    await org.as('chen').update(REQUEST, id, { Opportunity__c: customer.won });

    expect(await read(id, 'Requester__c', 'Account_Executive__c', 'Customer_Engineer__c')).toEqual({
      Requester__c: org.userId('chen'),
      Account_Executive__c: org.userId('ben'),
      Customer_Engineer__c: org.userId('cleo'),
    });
  });

  test('takes part in post-live work without a deal follows the request that it continues', async () => {
    const original = await importRequest(org, customer, 'Closed_Handed_Off');

    const id = await file(
      {
        Account__c: null,
        Opportunity__c: null,
        Request_Type__c: 'Post_Live_Jointly_Managed',
        Originating_Request__c: original,
      },
      'tara',
    );

    expect(
      await read(
        id,
        'Account__c',
        'Requester__c',
        'Account_Executive__c',
        'Customer_Engineer__c',
        'Technical_Advisor__c',
      ),
    ).toEqual({
      Account__c: customer.account,
      Requester__c: org.userId('tara'),
      Account_Executive__c: org.userId('ana'),
      Customer_Engineer__c: org.userId('chen'),
      Technical_Advisor__c: org.userId('tara'),
    });
  });
});

describe('submission', () => {
  test('says when the deal was won before, and when Cloud is still open', async () => {
    const assessment = await org.as('adi').create('Strategy_Assessment__c', {
      Account__c: customer.account,
      Cloud_Qualification__c: 'Unknown',
    });
    const early = await file();
    const late = await file({ Opportunity__c: customer.won, Strategy_Assessment__c: assessment });

    const flags = ['Filed_After_Close__c', 'Cloud_Not_Ruled_Out__c'];
    expect(await read(early, ...flags)).toEqual({ Filed_After_Close__c: false, Cloud_Not_Ruled_Out__c: false });
    expect(await read(late, ...flags)).toEqual({ Filed_After_Close__c: true, Cloud_Not_Ruled_Out__c: true });
  });

  test('copies the fiscal year of the organization', async () => {
    expect(await read(await file(), 'Fiscal_Year_Start_Month__c', 'Fiscal_Year_Named_By_End__c')).toEqual({
      Fiscal_Year_Start_Month__c: 2,
      Fiscal_Year_Named_By_End__c: true,
    });
  });
});

describe('an answer', () => {
  test('is kept with its question when the next one is asked', async () => {
    const id = await file();
    await move('igor', id, 'In_Triage');
    await move('igor', id, 'Needs_Info', { Question__c: 'How many users?' });
    await org.as('chen').update(REQUEST, id, { Answer__c: '300' });

    await move('igor', id, 'Needs_Info', { Question__c: 'Which region?' });

    expect(await read(id, 'Question__c', 'Answer__c', 'Earlier_Questions__c', 'Status__c')).toEqual({
      Question__c: 'Which region?',
      Answer__c: null,
      Earlier_Questions__c: expect.stringMatching(/^How many users\?\n→ 300\s*$/),
      Status__c: 'Needs_Info',
    });
  });

  test('is not what another edit gives', async () => {
    const id = await importRequest(org, customer, 'Needs_Info');

    await org.as('chen').update(REQUEST, id, { Additional_Information__c: 'More' });

    expect(await read(id, 'Status__c')).toEqual({ Status__c: 'Needs_Info' });
  });
});

describe('the decision', () => {
  test.each([
    ['Disqualified', 'Disqualified'],
    ['Withdrawn', 'Pending'],
  ])('of a request that becomes %s is %s', async (status, decision) => {
    const id = await file();
    await move('igor', id, 'In_Triage');

    await move('ines', id, status, { ...DECIDED, Alternative_Path__c: 'Cloud', Closing_Reason__c: 'On our own' });

    expect(await read(id, 'Decision__c')).toEqual({ Decision__c: decision });
  });

  test('made before the request was taken over keeps its date', async () => {
    const id = await importRequest(org, customer, 'Qualified', {
      Decided_On__c: '2022-10-03T08:00:00Z',
      Decided_By__c: org.userId('val'),
    });

    expect(await timeOf(id, 'Decided_On__c')).toBe('2022-10-03T08:00:00Z');
    expect(await read(id, 'Decided_By__c')).toEqual({ Decided_By__c: org.userId('val') });
  });
});

test('triage that begins again settles what asked for it', async () => {
  const id = await importRequest(org, customer, 'Qualified', {
    Retriage_Needed__c: true,
    Retriage_Reason__c: 'The deal slipped',
  });

  await move('igor', id, 'In_Triage');

  expect(await read(id, 'Retriage_Needed__c', 'Retriage_Reason__c')).toEqual({
    Retriage_Needed__c: false,
    Retriage_Reason__c: null,
  });
});

describe('a request that is started from an assessment', () => {
  const FACTS = {
    Expected_Method__c: 'Kubernetes_Helm',
    Hosting_Provider__c: 'AWS',
    Initial_Users__c: 2000,
    Full_Users__c: 30000,
    Repositories__c: 60000,
    Kubernetes_Likelihood__c: 'High',
    Expected_Complexity__c: 'High',
    Code_Hosts__c: 'GitHub_Com;GitLab_Com',
    Cloud_Blockers__c: 'Hosting_locale',
    Hosted_Code_GB__c: 120.5,
  };

  async function assess(): Promise<string> {
    return await org
      .as('adi')
      .create('Strategy_Assessment__c', { Account__c: customer.account, Opportunity__c: customer.deal, ...FACTS });
  }

  test('takes its facts over, so that nothing is typed again', async () => {
    const id = await org.as('chen').create(REQUEST, {
      Strategy_Assessment__c: await assess(),
      Request_Type__c: 'Production_Deployment',
    });

    const { Expected_Method__c: method, ...facts } = FACTS;
    expect(await read(id, ...Object.keys(facts), 'Deployment_Method__c', 'Opportunity__c', 'Account__c')).toEqual({
      ...facts,
      Deployment_Method__c: method,
      Opportunity__c: customer.deal,
      Account__c: customer.account,
    });
    expect(await read(id, 'Account_Executive__c', 'Customer_Name_At_Submission__c')).toEqual({
      Account_Executive__c: org.userId('ana'),
      Customer_Name_At_Submission__c: 'Northwind Logistics',
    });
  });

  test('keeps what it says itself', async () => {
    const own = { Deployment_Method__c: 'Docker_Compose', Full_Users__c: 500, Code_Hosts__c: 'Gerrit' };

    const id = await file({ Strategy_Assessment__c: await assess(), ...own, Initial_Users__c: 0 });

    expect(await read(id, ...Object.keys(own), 'Initial_Users__c')).toEqual({ ...own, Initial_Users__c: 0 });
  });
});

test('two hundred requests are stamped in one call', async () => {
  const records = Array.from({ length: 200 }, () => ask(customer));

  const results = await org.as('chen').createAll(REQUEST, records);

  expect(results.filter(({ success }) => success)).toHaveLength(200);
});
