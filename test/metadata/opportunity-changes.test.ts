import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newLines, newlyTold } from './support/messages.ts';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, createDeal, importRequest, REQUEST, type Customer } from './support/requests.ts';

const CUSTOMER = 'Northwind Logistics';
const NOBODY_DEPLOYS = { Implementation_Engineer__c: null, Project_Manager__c: null };

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, CUSTOMER);
  await org.as('adi').update('Opportunity', customer.deal, { Assessment_Nudged_On__c: '2022-11-01T09:00:00Z' });
  await org.newMessages();
});

afterAll(() => org.close());

/** A request on the open deal, with the mail about that read. */
async function inStatus(status: string, more: Row = {}): Promise<{ id: string; name: string }> {
  const id = await importRequest(org, customer, status, { Opportunity__c: customer.deal, ...more });
  await org.newMessages();
  const { Name } = await org.as('adi').read(REQUEST, id, ['Name']);
  return { id, name: String(Name) };
}

async function read(id: string, ...fields: string[]): Promise<Row> {
  return await org.as('adi').read(REQUEST, id, fields);
}

async function changeDeal(values: Row, alias = 'ana'): Promise<void> {
  await org.as(alias).update('Opportunity', customer.deal, values);
}

describe('an Opportunity without an assessment', () => {
  test('is told to the CE once, when it is probable enough', async () => {
    const deal = await createDeal(org, customer.account, 'Prospecting');
    const early = await newLines(org);

    await org.as('ana').update('Opportunity', deal, { StageName: 'Proposal/Price Quote' });
    const told = await newlyTold(org);
    await org.as('ana').update('Opportunity', deal, { StageName: 'Negotiation/Review' });

    expect(early).toEqual([]);
    expect(told.map(({ to, title }) => `${to}: ${title}`)).toEqual([
      'Chen Wei: Assess the deployment: Deal in Prospecting',
    ]);
    expect(told[0]?.body).toContain(`of ${CUSTOMER} is in Proposal/Price Quote`);
    expect(await newLines(org)).toEqual([]);
  });

  test('is told to the AE, when there is no CE', async () => {
    await createDeal(org, customer.account, 'Negotiation/Review', { Customer_Engineer__c: null });

    expect(await newLines(org)).toEqual(['Ana Ruiz: CE missing: Deal in Negotiation/Review']);
  });

  test('is nothing to tell when it has been assessed', async () => {
    const deal = await createDeal(org, customer.account, 'Prospecting');
    await org.as('chen').create('Strategy_Assessment__c', { Account__c: customer.account, Opportunity__c: deal });

    await org.as('ana').update('Opportunity', deal, { StageName: 'Negotiation/Review' });

    expect(await newLines(org)).toEqual([]);
  });
});

describe('another close date', () => {
  test('in another fiscal year asks for a new triage, told once to the lead and the CE', async () => {
    const { id, name } = await inStatus('In_Triage', { Priority__c: 'P2', ...NOBODY_DEPLOYS });
    const before = await read(id, 'Revenue_Fiscal_Year__c', 'Backlog_Rank__c', 'Priority__c');

    await changeDeal({ CloseDate: '2024-02-15' });

    expect(before).toMatchObject({ Revenue_Fiscal_Year__c: 'FY24' });
    expect(await newLines(org)).toEqual([`Chen Wei, Ines Moreau: ${name} needs a new triage: ${CUSTOMER}`]);
    expect(
      await read(
        id,
        'Revenue_Fiscal_Year__c',
        'Retriage_Needed__c',
        'Retriage_Reason__c',
        'Backlog_Rank__c',
        'Priority__c',
      ),
    ).toEqual({
      ...before,
      Revenue_Fiscal_Year__c: 'FY25',
      Retriage_Needed__c: true,
      Retriage_Reason__c: 'The close moved from 2023-05-31 (FY24) to 2024-02-15 (FY25)',
    });
  });

  test.each([
    ['31 January is in the year before', '2023-01-31', true],
    ['1 February is in the same year', '2023-02-01', false],
    ['another month of the year', '2023-12-01', false],
  ])('%s', async (_, CloseDate, isAskedFor) => {
    const { id } = await inStatus('Qualified');

    await changeDeal({ CloseDate });

    expect(await read(id, 'Retriage_Needed__c')).toEqual({ Retriage_Needed__c: isAskedFor });
    expect(await newLines(org)).toHaveLength(isAskedFor ? 1 : 0);
  });

  test('is told to those who prepare the deployment in any case', async () => {
    const { name } = await inStatus('Selected');

    await changeDeal({ CloseDate: '2023-06-14' });

    expect(await newLines(org)).toEqual([
      `Chen Wei, Igor Novak, Tomas Lindqvist: ${name} closes on 2023-06-14: ${CUSTOMER}`,
    ]);
  });

  test.each([
    ['while the request is on hold', 'Selected', { On_Hold__c: true, On_Hold_Reason__c: 'Budget' }],
    ['when the request is over', 'Withdrawn', {}],
  ])('is not told %s', async (_, status, more) => {
    await inStatus(status, more);

    await changeDeal({ CloseDate: '2024-02-15' });

    expect(await newLines(org)).toEqual([]);
  });

  test('that is changed back before anybody looks, is told twice, since both happened', async () => {
    const { name } = await inStatus('In_Triage', NOBODY_DEPLOYS);

    await changeDeal({ CloseDate: '2024-02-15' });
    await changeDeal({ CloseDate: '2023-05-31' });

    expect(await newLines(org)).toEqual([
      `Chen Wei, Ines Moreau: ${name} needs a new triage: ${CUSTOMER}`,
      `Chen Wei, Ines Moreau: ${name} needs a new triage: ${CUSTOMER}`,
    ]);
  });
});

describe('a lost deal', () => {
  test.each([
    'Planned_Post_Live',
    'Submitted',
    'Needs_Info',
    'In_Triage',
    'Leadership_Review',
    'Qualified',
    'Selected',
  ])('closes what is %s', async (status) => {
    const { id, name } = await inStatus(status);

    await changeDeal({ StageName: 'Closed Lost' });

    expect(await read(id, 'Status__c', 'Prior_Status__c')).toEqual({
      Status__c: 'Closed_Opportunity_Lost',
      Prior_Status__c: status,
    });
    expect(await newLines(org)).toEqual([
      `Chen Wei, Igor Novak, Ines Moreau, Tomas Lindqvist: ${name} is closed, the deal is lost: ${CUSTOMER}`,
    ]);
  });

  test('closes a draft too, of which the lead knows nothing', async () => {
    const { id, name } = await inStatus('Draft', NOBODY_DEPLOYS);

    await changeDeal({ StageName: 'Closed Lost' });

    expect(await read(id, 'Status__c')).toEqual({ Status__c: 'Closed_Opportunity_Lost' });
    expect(await newLines(org)).toEqual([`Chen Wei: ${name} is closed, the deal is lost: ${CUSTOMER}`]);
  });

  test('only raises an alert while a deployment is under way', async () => {
    const { id, name } = await inStatus('In_Deployment');

    await changeDeal({ StageName: 'Closed Lost' });

    expect(await read(id, 'Status__c')).toEqual({ Status__c: 'In_Deployment' });
    expect(await newLines(org)).toEqual([
      `Chen Wei, Igor Novak, Ines Moreau, Tara Nwosu, Tomas Lindqvist: The deal is lost while ${name} is In Deployment: ${CUSTOMER}`,
    ]);
  });

  test('leaves what was over as it was', async () => {
    const { id } = await inStatus('Disqualified');

    await changeDeal({ StageName: 'Closed Lost' });

    expect(await read(id, 'Status__c')).toEqual({ Status__c: 'Disqualified' });
    expect(await newLines(org)).toEqual([]);
  });

  test('that is open again offers the lead what was before', async () => {
    const { id, name } = await inStatus('Qualified');
    await changeDeal({ StageName: 'Closed Lost' });
    await org.newMessages();

    await changeDeal({ StageName: 'Negotiation/Review' });
    const told = await newlyTold(org);
    await org.as('ines').update(REQUEST, id, { Status__c: 'Qualified' });

    expect(told.map(({ to, title }) => `${to}: ${title}`)).toEqual([
      `Ines Moreau: The deal of ${name} is open again: ${CUSTOMER}`,
    ]);
    expect(told[0]?.body).toContain('was Qualified and stays closed until you set its status back to Qualified');
    expect(await read(id, 'Status__c')).toEqual({ Status__c: 'Qualified' });
  });
});

describe('a won deal', () => {
  test('calls for the kickoff and lists what is not ready', async () => {
    const { id, name } = await inStatus('Qualified');
    await org.as('ines').update(REQUEST, id, { Status__c: 'Selected', Next_Steps__c: 'Plan' });
    await org.newMessages();

    await changeDeal({ StageName: 'Closed Won' });
    const told = await newlyTold(org);

    expect(told.map(({ to, title }) => `${to}: ${title}`)).toEqual([
      `Chen Wei, Igor Novak, Tara Nwosu, Tomas Lindqvist: The deal of ${name} is won: ${CUSTOMER}`,
    ]);
    expect(told[0]?.body.split('\n').filter((line) => line.startsWith('– '))).toHaveLength(8);
  });

  test('before the decision is told to the lead and the CE', async () => {
    const { name } = await inStatus('In_Triage', NOBODY_DEPLOYS);

    await changeDeal({ StageName: 'Closed Won' });

    expect(await newLines(org)).toEqual([
      `Chen Wei, Ines Moreau: The deal is won, and ${name} is In Triage: ${CUSTOMER}`,
    ]);
  });
});

describe('other people', () => {
  test('become the people of open requests; they get a summary, and those before them no more', async () => {
    const { id, name } = await inStatus('Selected');

    await changeDeal({ OwnerId: org.userId('ben'), Customer_Engineer__c: org.userId('cleo') }, 'adi');
    const told = await newlyTold(org);
    await org.as('adi').update('Opportunity', customer.deal, { CloseDate: '2023-06-14' });

    expect(await read(id, 'Account_Executive__c', 'Customer_Engineer__c', 'Requester__c')).toEqual({
      Account_Executive__c: org.userId('ben'),
      Customer_Engineer__c: org.userId('cleo'),
      Requester__c: org.userId('chen'),
    });
    expect(told.map(({ to, title }) => `${to}: ${title}`)).toEqual([
      `Ben Carter, Cleo Papadakis, Igor Novak: People of ${name} changed: ${CUSTOMER}`,
    ]);
    expect(told[0]?.body).toContain('AE: Ben Carter (new)\nCE: Cleo Papadakis (new)\nTA: Tara Nwosu\n');
    expect(await newLines(org)).toEqual([
      `Cleo Papadakis, Igor Novak, Tomas Lindqvist: ${name} closes on 2023-06-14: ${CUSTOMER}`,
    ]);
  });

  test('as TA come from the Account', async () => {
    const { id, name } = await inStatus('In_Deployment');

    await org.as('adi').update('Account', customer.account, { Technical_Advisor__c: org.userId('cleo') });

    expect(await read(id, 'Technical_Advisor__c')).toEqual({ Technical_Advisor__c: org.userId('cleo') });
    expect(await newLines(org)).toEqual([`Cleo Papadakis, Igor Novak: People of ${name} changed: ${CUSTOMER}`]);
  });

  test('are nothing to requests that are over', async () => {
    const { id } = await inStatus('Withdrawn');

    await changeDeal({ OwnerId: org.userId('ben') }, 'adi');

    expect(await read(id, 'Account_Executive__c')).toEqual({ Account_Executive__c: org.userId('ana') });
    expect(await newLines(org)).toEqual([]);
  });
});

test('a customer that is renamed is found under the new name, and keeps the name it had at submission', async () => {
  const id = await org.as('chen').create(REQUEST, ask(customer));

  await org.as('adi').update('Account', customer.account, { Name: 'Northwind Global' });

  expect(
    await org
      .as('adi')
      .query(`SELECT Account__r.Name, Customer_Name_At_Submission__c FROM ${REQUEST} WHERE Id = '${id}'`),
  ).toMatchObject([{ Account__r: { Name: 'Northwind Global' }, Customer_Name_At_Submission__c: CUSTOMER }]);
});

describe('another Account', () => {
  const OTHER = 'Northwind (old)';

  /** The customer as the request, its assessment and its sums know it. */
  async function customerOf(id: string): Promise<unknown> {
    const fields =
      'Account__r.Name, Strategy_Assessment__r.Account__r.Name, Technical_Advisor__r.Name, Addressable_Market__c';
    return (await org.as('adi').query(`SELECT ${fields} FROM ${REQUEST} WHERE Id = '${id}'`))[0];
  }

  async function filedWith(account: Row): Promise<{ other: Customer; id: string }> {
    const other = await createCustomer(org, OTHER, account);
    const assessment = await org
      .as('chen')
      .create('Strategy_Assessment__c', { Account__c: other.account, Opportunity__c: other.deal });
    const id = await org.as('chen').create(REQUEST, ask(other, { Strategy_Assessment__c: assessment }));
    return { other, id };
  }

  test('of the Opportunity becomes that of its requests and assessments', async () => {
    const { other, id } = await filedWith({ Technical_Advisor__c: org.userId('cleo'), Addressable_Market__c: 90 });
    await org.as('adi').update('Account', customer.account, { Addressable_Market__c: 2600 });

    await org.as('ana').update('Opportunity', other.deal, { AccountId: customer.account });

    expect(await customerOf(id)).toMatchObject({
      Account__r: { Name: CUSTOMER },
      Strategy_Assessment__r: { Account__r: { Name: CUSTOMER } },
      Technical_Advisor__r: { Name: 'Tara Nwosu' },
      Addressable_Market__c: 2600,
    });
    expect(await read(id, 'Customer_Name_At_Submission__c')).toEqual({ Customer_Name_At_Submission__c: OTHER });
  });

  test('leaves requests that are over where they were', async () => {
    const { other, id } = await filedWith({});
    await org.as('chen').update(REQUEST, id, { Status__c: 'Withdrawn', Closing_Reason__c: 'Later' });

    await org.as('ana').update('Opportunity', other.deal, { AccountId: customer.account });

    expect(await customerOf(id)).toMatchObject({ Account__r: { Name: OTHER } });
  });

  test('that is merged leaves one request each, on the Account that stays', async () => {
    const mine = await org.as('chen').create(REQUEST, ask(customer));
    const { other, id } = await filedWith({ Technical_Advisor__c: org.userId('cleo') });
    const adi = org.as('adi');

    // What a merge does: what belongs to the one goes to the other, and the one is deleted.
    for (const deal of [other.deal, other.won, other.lost]) {
      await adi.update('Opportunity', deal, { AccountId: customer.account });
    }
    await adi.delete('Account', other.account);

    expect(
      await adi.query(
        `SELECT Id, Status__c, Account__r.Name, Technical_Advisor__r.Name FROM ${REQUEST} WHERE Account__c = '${customer.account}' ORDER BY Name`,
      ),
    ).toMatchObject(
      [mine, id].map((Id) => ({
        Id,
        Status__c: 'Submitted',
        Account__r: { Name: CUSTOMER },
        Technical_Advisor__r: { Name: 'Tara Nwosu' },
      })),
    );
  });

  test('that requests come to by themselves, gives them its TA with its next save', async () => {
    const id = await org.as('chen').create(REQUEST, ask(customer));
    await org.as('adi').update(REQUEST, id, { Technical_Advisor__c: org.userId('cleo') });

    await org.as('adi').update('Account', customer.account, { Addressable_Market__c: 2600 });

    expect(await customerOf(id)).toMatchObject({ Technical_Advisor__r: { Name: 'Tara Nwosu' } });
  });
});

describe('the number of open requests', () => {
  async function openRequests(deal: string): Promise<unknown> {
    return (await org.as('adi').read('Opportunity', deal, ['Open_Requests__c']))['Open_Requests__c'];
  }

  test('follows what is filed, ends and is deleted', async () => {
    const chen = org.as('chen');
    const first = await chen.create(REQUEST, ask(customer));
    await chen.create(REQUEST, ask(customer));
    const both = await openRequests(customer.deal);

    await chen.update(REQUEST, first, { Status__c: 'Withdrawn', Closing_Reason__c: 'Later' });
    const one = await openRequests(customer.deal);
    await chen.update(REQUEST, first, { Status__c: 'Submitted' });
    const again = await openRequests(customer.deal);
    await org.as('adi').delete(REQUEST, first);

    expect([both, one, again, await openRequests(customer.deal)]).toEqual([2, 1, 2, 1]);
  });

  test('follows a request to another Opportunity', async () => {
    const other = await createDeal(org, customer.account, 'Prospecting');
    const id = await org.as('adi').create(REQUEST, ask(customer));

    await org.as('adi').update(REQUEST, id, { Opportunity__c: other });

    expect([await openRequests(customer.deal), await openRequests(other)]).toEqual([0, 1]);
  });

  test('counts many of one call together', async () => {
    const records = Array.from({ length: 5 }, () => ask(customer));

    await org.as('chen').createAll(REQUEST, records);

    expect(await openRequests(customer.deal)).toBe(5);
  });
});
