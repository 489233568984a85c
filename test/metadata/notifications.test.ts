import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newLines, newlyTold } from './support/messages.ts';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, importRequest, REQUEST, waiveItems, type Customer } from './support/requests.ts';

const CUSTOMER = 'Northwind Logistics';

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, CUSTOMER);
  await org.newMessages();
});

afterAll(() => org.close());

/** A request that Chen has filed, with the mail about that read. */
async function filed(more: Row = {}): Promise<{ id: string; name: string }> {
  const id = await org.as('chen').create(REQUEST, ask(customer, more));
  await org.newMessages();
  return { id, name: await nameOf(id) };
}

async function inStatus(status: string, more: Row = {}): Promise<{ id: string; name: string }> {
  const id = await importRequest(org, customer, status, more);
  await org.newMessages();
  return { id, name: await nameOf(id) };
}

async function nameOf(id: string): Promise<string> {
  return String((await org.as('adi').read(REQUEST, id, ['Name']))['Name']);
}

async function move(alias: string, id: string, status: string, more: Row = {}): Promise<void> {
  await org.as(alias).update(REQUEST, id, { Status__c: status, ...more });
}

const DECIDED = {
  Next_Steps__c: 'Plan the kickoff',
  Next_Step_Due__c: '2022-11-22',
  Decision_Reason__c: 'Fits_Priorities',
  Decision_Detail__c: 'A large deal',
};

describe('a request that is submitted', () => {
  test('is news to Implementation Engineering and acknowledged to its people', async () => {
    const id = await org.as('chen').create(REQUEST, ask(customer, { Required_Go_Live__c: '2023-06-30' }));
    const name = await nameOf(id);

    const [news, acknowledgement] = await newlyTold(org);

    expect(news).toMatchObject({ to: 'Igor Novak, Ines Moreau', title: `New request ${name}: ${CUSTOMER}` });
    expect(news?.body).toContain('Asked for: Production Deployment');
    expect(news?.body).toContain('Close date: 2023-05-31\nNeeded by: 2023-06-30\nAsked by: Chen Wei');
    expect(acknowledgement).toMatchObject({
      to: 'Ana Ruiz, Chen Wei',
      title: `${name} is submitted: ${CUSTOMER}`,
    });
    expect(acknowledgement?.body).toContain('acknowledges it by 2022-11-16 and decides by 2022-11-22');
  });

  test('is told when it leaves the draft, and not before', async () => {
    const { id, name } = await filed({ Status__c: 'Draft' });

    await org.as('chen').update(REQUEST, id, { Full_Users__c: 300 });
    const before = await newLines(org);
    await move('chen', id, 'Submitted');

    expect(before).toEqual([]);
    expect(await newLines(org)).toEqual([
      `Igor Novak, Ines Moreau: New request ${name}: ${CUSTOMER}`,
      `Ana Ruiz, Chen Wei: ${name} is submitted: ${CUSTOMER}`,
    ]);
  });

  test('is not told when it is taken over from the old sheet', async () => {
    await org.as('adi').create(REQUEST, ask(customer, { Source__c: 'Sheet_Import' }));

    expect(await newLines(org)).toEqual([]);
  });
});

describe('a question', () => {
  test('goes to requester and CE, and the answer to Implementation Engineering', async () => {
    const { id, name } = await filed();
    await move('igor', id, 'In_Triage');
    await org.newMessages();

    await move('igor', id, 'Needs_Info', { Question__c: 'How many users?' });
    const [question, ...more] = await newlyTold(org);
    await org.as('chen').update(REQUEST, id, { Answer__c: 'Three hundred' });
    const [answer] = await newlyTold(org);

    expect(question).toMatchObject({ to: 'Chen Wei', title: `${name} needs your answer: ${CUSTOMER}` });
    expect(question?.body).toContain('How many users?');
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ to: 'Igor Novak, Ines Moreau', title: `${name} is answered: ${CUSTOMER}` });
    expect(answer?.body).toContain('Three hundred');
  });
});

describe('a decision', () => {
  test.each([
    ['Qualified', 'In_Triage', {}, 'Ana Ruiz, Chen Wei, Tara Nwosu', 'rank 3'],
    [
      'Selected',
      'Qualified',
      {},
      'Ana Ruiz, Chen Wei, Igor Novak, Tara Nwosu, Tomas Lindqvist',
      'Engineer: Igor Novak',
    ],
    [
      'Disqualified',
      'In_Triage',
      { Alternative_Path__c: 'One-Click' },
      'Ana Ruiz, Chen Wei, Tara Nwosu',
      '#ask-implementation',
    ],
    [
      'Not_Selected',
      'Qualified',
      { Alternative_Path__c: 'One-Click' },
      'Ana Ruiz, Chen Wei, Tara Nwosu',
      'instead: One-Click',
    ],
  ])('%s is told to AE, CE, requester and TA', async (status, from, more, to, words) => {
    const { id, name } = await inStatus(from, { Opportunity__c: customer.deal, Backlog_Rank__c: 3, Priority__c: 'P2' });

    await move('ines', id, status, { ...DECIDED, ...more });
    const told = (await newlyTold(org)).filter(({ title }) => title.includes(' is '));

    expect(told.map(({ to, title }) => ({ to, title }))).toEqual([
      { to, title: `${name} is ${status.replace('_', ' ')}: ${CUSTOMER}` },
    ]);
    expect(told[0]?.body).toContain('Reason: Fits Priorities\nIn words: A large deal');
    expect(told[0]?.body).toContain('Next steps: Plan the kickoff\nOwner: not set, due: 2022-11-22');
    expect(told[0]?.body).toContain(words);
    expect(await org.as('adi').read(REQUEST, id, ['Requester_Informed_On__c'])).toEqual({
      Requester_Informed_On__c: '2022-11-15T10:00:00.000+0000',
    });
  });

  test('is not told again when the request is edited', async () => {
    const { id } = await inStatus('Qualified');

    await org.as('ines').update(REQUEST, id, { Next_Steps__c: 'Plan the kickoff soon' });

    expect(await newLines(org)).toEqual([]);
  });
});

describe('another priority', () => {
  test('is told to AE and CE, old and new', async () => {
    const { id, name } = await inStatus('Qualified', { Priority__c: 'P3' });

    await org.as('ines').update(REQUEST, id, { Priority__c: 'P1', Priority_Override_Reason__c: 'The board asked' });
    const told = await newlyTold(org);

    expect(told.map(({ to, title }) => `${to}: ${title}`)).toEqual([
      `Ana Ruiz, Chen Wei: ${name} goes from P3 to P1: ${CUSTOMER}`,
    ]);
    expect(told[0]?.body).toContain('Why: The board asked');
  });

  test.each([
    ['while the request is on hold', { On_Hold__c: true, On_Hold_Reason__c: 'Budget' }, 'Qualified'],
    ['of a request that is over', {}, 'Withdrawn'],
  ])('is not told %s', async (_, more, status) => {
    const { id } = await inStatus(status, { Priority__c: 'P3', ...more });

    await org.as('ines').update(REQUEST, id, { Priority__c: 'P2', Priority_Override_Reason__c: 'The board asked' });

    expect(await newLines(org)).toEqual([]);
  });
});

test('a withdrawal is told to everybody with a part in it, but not to whoever withdraws', async () => {
  const { id, name } = await filed();

  await move('chen', id, 'Withdrawn', { Closing_Reason__c: 'The customer waits' });

  expect(await newLines(org)).toEqual([`Ana Ruiz, Ines Moreau: ${name} is Withdrawn: ${CUSTOMER}`]);
});

test('a complete deployment is told to those who take over, with what they need', async () => {
  const { id, name } = await inStatus('In_Deployment');
  const igor = org.as('igor');
  await igor.create('Request_Link__c', {
    Implementation_Request__c: id,
    Type__c: 'Other',
    Title__c: 'Runbook',
    Url__c: 'https://docs.example/runbook',
    Mirror_To_Vitally__c: true,
  });
  await igor.create('Status_Update__c', {
    Implementation_Request__c: id,
    Update_On__c: '2022-11-14',
    Health__c: 'Green',
    Summary__c: 'Done',
    Risks__c: 'The disk fills up',
  });
  await waiveItems(org, id);
  await org.newMessages();

  await move('igor', id, 'Deployment_Complete');
  const [told] = await newlyTold(org);

  expect(told).toMatchObject({
    to: 'Ana Ruiz, Chen Wei, Sam Ito, Tara Nwosu',
    title: `${name} is deployed: ${CUSTOMER}`,
  });
  expect(told?.body).toContain('complete since 2022-11-10');
  expect(told?.body).toContain('– Runbook: https://docs.example/runbook');
  expect(told?.body).toContain('Risks and open issues: The disk fills up');
});
