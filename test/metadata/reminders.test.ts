import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newLines, newlyTold } from './support/messages.ts';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, importRequest, REQUEST, type Customer } from './support/requests.ts';

const CUSTOMER = 'Northwind Logistics';

let org: TestOrg;
let customer: Customer;

beforeEach(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createCustomer(org, CUSTOMER);
  await org.newMessages();
}, 60_000);

afterEach(() => org.close());

async function filed(): Promise<{ id: string; name: string }> {
  return named(await org.as('chen').create(REQUEST, ask(customer)));
}

async function inStatus(status: string, more: Row = {}): Promise<{ id: string; name: string }> {
  return named(await importRequest(org, customer, status, { Opportunity__c: customer.deal, ...more }));
}

async function named(id: string): Promise<{ id: string; name: string }> {
  await org.newMessages();
  const { Name } = await org.as('adi').read(REQUEST, id, ['Name']);
  return { id, name: String(Name) };
}

/** What is told on the way to a moment. */
async function toldUntil(at: string): Promise<readonly string[]> {
  org.moveTo(at);
  return await newLines(org);
}

/** What is told in the days until a date, with the day: daily flows run once for every move of the clock. */
async function toldDaily(from: string, until: string): Promise<readonly string[]> {
  const told: string[] = [];
  for (let day = new Date(from); day <= new Date(until); day.setUTCDate(day.getUTCDate() + 1)) {
    const date = day.toISOString().slice(0, 10);
    told.push(...(await toldUntil(`${date}T12:00:00Z`)).map((line) => `${date} ${line}`));
  }
  return told;
}

describe('a deadline of triage', () => {
  test('that passes is told to the lead, once', async () => {
    const { name } = await filed();

    expect(await toldUntil('2022-11-16T09:59:00Z')).toEqual([]);
    expect(await toldUntil('2022-11-16T10:01:00Z')).toEqual([`Ines Moreau: ${name} waits for triage: ${CUSTOMER}`]);
    expect(await toldUntil('2022-11-22T09:59:00Z')).toEqual([]);
    expect(await toldUntil('2022-11-22T10:01:00Z')).toEqual([`Ines Moreau: ${name} waits for a decision: ${CUSTOMER}`]);
    expect(await toldUntil('2022-12-22T10:00:00Z')).toEqual([]);
  });

  test('that is met is not told', async () => {
    const { id } = await filed();
    await org.as('igor').update(REQUEST, id, { Status__c: 'In_Triage' });
    await org.newMessages();

    expect(await toldUntil('2022-11-17T10:00:00Z')).toEqual([]);
  });

  test('moves by the time that a question waits', async () => {
    const { id, name } = await filed();
    await org.as('igor').update(REQUEST, id, { Status__c: 'In_Triage' });
    await org.as('igor').update(REQUEST, id, { Status__c: 'Needs_Info', Question__c: 'How many users?' });
    await org.newMessages();

    const meanwhile = await toldUntil('2022-11-29T10:00:00Z');
    await org.as('chen').update(REQUEST, id, { Answer__c: 'Three hundred' });
    await org.newMessages();

    expect(meanwhile).toEqual([]);
    expect(await toldUntil('2022-12-05T10:00:00Z')).toEqual([]);
    expect(await toldUntil('2022-12-06T10:01:00Z')).toEqual([`Ines Moreau: ${name} waits for a decision: ${CUSTOMER}`]);
  });

  test('is not told while the request is on hold', async () => {
    const { id } = await filed();
    await org.as('ines').update(REQUEST, id, { On_Hold__c: true, On_Hold_Reason__c: 'Budget' });

    expect(await toldUntil('2022-12-15T10:00:00Z')).toEqual([]);
  });

  test('begins again for a request that is submitted again', async () => {
    const { id, name } = await filed();
    await toldUntil('2022-11-17T10:00:00Z');
    await org.as('chen').update(REQUEST, id, { Status__c: 'Withdrawn', Closing_Reason__c: 'Later' });
    await org.as('chen').update(REQUEST, id, { Status__c: 'Submitted' });
    await org.newMessages();

    expect(await toldUntil('2022-11-18T10:01:00Z')).toContain(`Ines Moreau: ${name} waits for triage: ${CUSTOMER}`);
  });
});

describe('a leadership review', () => {
  test('is asked of the reviewer, told when it is late, and its outcome told to the lead and the deal', async () => {
    const { id, name } = await filed();
    await org.as('igor').update(REQUEST, id, { Status__c: 'In_Triage' });
    const [review] = await org
      .as('adi')
      .query(`SELECT Id FROM Triage_Review__c WHERE Implementation_Request__c = '${id}' AND Open__c = true`);
    const reviewId = String(review?.['Id']);
    await org.newMessages();

    await org.as('ines').update('Triage_Review__c', reviewId, {
      Leadership_Review__c: 'Requested',
      Leadership_Reviewer__c: org.userId('val'),
    });
    const asked = await newlyTold(org);
    const late = await toldUntil('2022-11-21T10:00:00Z');
    await org.as('val').update('Triage_Review__c', reviewId, {
      Leadership_Review__c: 'Approved',
      Leadership_Comment__c: 'A strategic customer',
    });
    const answered = await newlyTold(org);

    expect(asked.map(({ to, title }) => `${to}: ${title}`)).toEqual([
      `Val Okafor: Your review is asked for: ${name} of ${CUSTOMER}`,
    ]);
    expect(asked[0]?.body).toContain('Revenue in: FY24');
    expect(late).toEqual([`Ines Moreau, Val Okafor: The leadership review is overdue: ${name} of ${CUSTOMER}`]);
    expect(answered.map(({ to, title }) => `${to}: ${title}`)).toEqual([
      `Ana Ruiz, Chen Wei, Ines Moreau: Leadership has approved: ${name} of ${CUSTOMER}`,
    ]);
    expect(answered[0]?.body).toContain('Comment: A strategic customer');
  });
});

describe('moves in the backlog', () => {
  test('reach AE and CE as one message a day, each move once', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 6; index++) ids.push((await filed()).id);
    for (const id of ids) await org.as('ines').update(REQUEST, id, { On_Hold__c: false, Effort_Points__c: 1 });
    const quiet = await toldDaily('2022-11-16', '2022-11-16');
    const last = ids.at(-1) ?? '';

    await org.as('ines').update(REQUEST, last, { Backlog_Rank__c: 1 });
    org.moveTo('2022-11-17T12:00:00Z');
    const told = (await newlyTold(org)).filter(({ title }) => title === 'Your requests moved in the backlog');
    const after = await toldDaily('2022-11-18', '2022-11-19');

    expect(quiet.filter((line) => line.includes('moved'))).toEqual([]);
    expect(told.map(({ to }) => to).toSorted()).toEqual(['Ana Ruiz', 'Chen Wei']);
    expect(told[0]?.body).toContain(`IR-00006 of ${CUSTOMER}: from 6 to 1 of 6`);
    expect(told[0]?.body).not.toContain('IR-00005');
    expect(after.filter((line) => line.includes('moved'))).toEqual([]);
  });
});

describe('a status update', () => {
  test('is asked for when the latest is too old while onboarding is prepared', async () => {
    const { id, name } = await inStatus('In_Deployment', { Target_Completion__c: '2022-12-20' });
    const question = `Igor Novak, Tomas Lindqvist: ${name} needs a status update: ${CUSTOMER}`;
    org.moveTo('2022-11-28T10:00:00Z');
    await org.as('igor').create('Status_Update__c', {
      Implementation_Request__c: id,
      Update_On__c: '2022-11-28',
      Health__c: 'Green',
      Summary__c: 'The cluster is up',
    });
    await org.newMessages();

    const told = await toldDaily('2022-11-28', '2022-12-14');

    expect(told.filter((line) => line.includes('status update'))).toEqual([
      `2022-12-06 ${question}`,
      `2022-12-14 ${question}`,
    ]);
  });
});

describe('requirements that are not ready', () => {
  test('are warned about twice before the close, and once more when the close moves', async () => {
    await org.as('adi').update('Opportunity', customer.deal, { CloseDate: '2022-12-15' });
    const { id, name } = await inStatus('Qualified');
    await org.as('ines').update(REQUEST, id, { Status__c: 'Selected', Next_Steps__c: 'Plan' });
    await org.newMessages();
    const warning = `Chen Wei, Igor Novak, Tomas Lindqvist: Requirements are open, the close is near: ${name} of ${CUSTOMER}`;

    const told = await toldDaily('2022-11-20', '2022-12-10');
    await org.as('ana').update('Opportunity', customer.deal, { CloseDate: '2022-12-30' });
    const moved = await toldDaily('2022-12-11', '2022-12-31');

    expect(told.filter((line) => line.includes('Requirements'))).toEqual([
      `2022-12-01 ${warning}`,
      `2022-12-08 ${warning}`,
    ]);
    expect(moved.filter((line) => line.includes('Requirements'))).toEqual([
      `2022-12-16 ${warning}`,
      `2022-12-23 ${warning}`,
    ]);
  });
});

describe('a customer without a Vitally account', () => {
  test('is told to TA leadership a week after the deal was won, once', async () => {
    const { id } = await inStatus('In_Deployment', { Vitally_State__c: 'Waiting_For_Account' });
    await org.as('ana').update('Opportunity', customer.deal, { StageName: 'Closed Won' });
    await org.newMessages();

    const told = await toldDaily('2022-11-16', '2022-11-30');

    expect(told.filter((line) => line.includes('Vitally'))).toEqual([
      `2022-11-22 Val Okafor: No Vitally account yet: ${CUSTOMER}`,
    ]);
    expect(await org.as('adi').read(REQUEST, id, ['Vitally_Wait_Told_On__c'])).toEqual({
      Vitally_Wait_Told_On__c: '2022-11-22',
    });
  });
});

describe('the Implementation Playbook', () => {
  async function selected(): Promise<{ id: string; name: string }> {
    const { id, name } = await inStatus('Qualified');
    await org.as('ines').update(REQUEST, id, { Status__c: 'Selected', Next_Steps__c: 'Plan' });
    await org.newMessages();
    return { id, name };
  }

  async function link(id: string): Promise<void> {
    await org.as('tomas').create('Request_Link__c', {
      Implementation_Request__c: id,
      Type__c: 'Playbook',
      Title__c: 'Playbook',
      Url__c: 'https://docs.example/playbook',
    });
  }

  async function giveItem(id: string): Promise<void> {
    const [item] = await org
      .as('adi')
      .query(`SELECT Id FROM Handoff_Item__c WHERE Implementation_Request__c = '${id}' AND Key__c = 'PLAYBOOK'`);
    await org.as('tomas').update('Handoff_Item__c', String(item?.['Id']), {
      Evidence_Url__c: 'https://docs.example/playbook',
    });
  }

  test.each([
    ['as a link', link, giveItem],
    ['on its item', giveItem, link],
  ])('that is posted %s is told to the CE once', async (_, first, second) => {
    const { id, name } = await selected();

    await first(id);
    const told = await newlyTold(org);
    await second(id);

    expect(told.map(({ to, title }) => `${to}: ${title}`)).toEqual([
      `Chen Wei: Discovery can begin: ${name} of ${CUSTOMER}`,
    ]);
    expect(told[0]?.body).toContain('https://docs.example/playbook');
    expect(await newLines(org)).toEqual([]);
  });
});
