import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HANDOFF, handoffOf, selectRequest } from './support/handoffs.ts';
import { TestOrg, type Row } from './support/org.ts';
import { createCustomer, REQUEST, type Customer } from './support/requests.ts';

const TEAM = ['Igor Novak', 'Tara Nwosu', 'Tomas Lindqvist'];

let org: TestOrg;
let customer: Customer;
/** The clock only goes forward, so each test has a year of its own. */
let year = 2022;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  const adi = org.as('adi');
  const [leaders] = await adi.query("SELECT Id FROM Group WHERE DeveloperName = 'Groundwork_TA_Leadership'");
  await adi.create('GroupMember', { GroupId: leaders?.['Id'], UserOrGroupId: org.userId('val') });
}, 60_000);

beforeEach(async () => {
  year += 1;
  org.moveTo(on('06-01'));
  customer = await createCustomer(org, 'Northwind Logistics');
  await org.newMessages();
});

afterAll(() => org.close());

function day(monthAndDay: string): string {
  return `${year}-${monthAndDay}`;
}

function on(monthAndDay: string): string {
  return `${day(monthAndDay)}T09:00:00Z`;
}

async function select(target: string, more: Row = {}): Promise<string> {
  return await selectRequest(org, customer, {
    Target_Completion__c: day(target),
    Actual_Completion__c: null,
    ...more,
  });
}

async function moveTarget(id: string, target: string): Promise<void> {
  await org.as('tomas').update(REQUEST, id, { Target_Completion__c: day(target) });
}

interface Told {
  readonly title: string;
  readonly names: string[];
}

/** What people were told about the advisor of a request since this was last asked; all of it also goes out by e-mail. */
async function told(id: string): Promise<Told[]> {
  const messages = (await org.newMessages()).filter(
    ({ targetId, title }) => targetId === id && /^(Plan user onboarding|(No )?Technical Advisor)/.test(title),
  );
  const notifications = messages.filter(({ kind }) => kind === 'notification');
  expect(messages.filter(({ kind }) => kind === 'email')).toHaveLength(notifications.length);
  return notifications.map(({ title, recipients }) => ({
    title: title.replace(/IR-\d+/, 'IR'),
    names: recipients.map(({ name }) => name).toSorted(),
  }));
}

const CALL: Told = { title: 'Plan user onboarding: IR Northwind Logistics', names: TEAM };
const ESCALATION: Told = {
  title: 'Technical Advisor not engaged: IR Northwind Logistics',
  names: [...TEAM, 'Val Okafor'].toSorted(),
};

async function handoff(id: string): Promise<Row> {
  return await org
    .as('tara')
    .read(HANDOFF, await handoffOf(org, id, 'To_Technical_Advisor'), [
      'Called_For_Completion__c',
      'Technical_Advisor_Called_On__c',
      'Late_Notice__c',
    ]);
}

async function engage(id: string): Promise<void> {
  await org.as('tara').update(HANDOFF, await handoffOf(org, id, 'To_Technical_Advisor'), {
    Technical_Advisor_Engaged_On__c: day('06-10'),
  });
}

describe('the Technical Advisor is called in', () => {
  test('three weeks before completion, with engineer and project manager', async () => {
    const id = await select('06-30');
    expect(await org.as('ana').read(REQUEST, id, ['Advisor_Pull_In_Due__c'])).toEqual({
      Advisor_Pull_In_Due__c: day('06-09'),
    });

    org.moveTo(on('06-08'));
    expect(await told(id)).toEqual([]);

    org.moveTo(on('06-09'));
    expect(await told(id)).toEqual([CALL]);
    expect(await handoff(id)).toMatchObject({ Called_For_Completion__c: day('06-30'), Late_Notice__c: false });
  });

  test('on the new day only, when the completion moves before', async () => {
    const id = await select('06-30');
    org.moveTo(on('06-05'));
    await moveTarget(id, '07-14');

    org.moveTo(on('06-22'));
    expect(await told(id)).toEqual([]);

    org.moveTo(on('06-23'));
    expect(await told(id)).toEqual([CALL]);
  });

  test('again for another completion, and never twice for the same', async () => {
    const id = await select('06-30');
    org.moveTo(on('06-09'));
    await told(id);
    await org.as('tomas').update(REQUEST, id, { On_Hold__c: true, On_Hold_Reason__c: 'Holidays' });
    await org.as('tomas').update(REQUEST, id, { On_Hold__c: false });
    expect(await told(id)).toEqual([]);

    await moveTarget(id, '08-14');
    org.moveTo(on('07-23'));
    expect(await told(id)).toEqual([]);
    org.moveTo(on('07-24'));
    expect(await told(id)).toEqual([CALL]);
    expect(await handoff(id)).toMatchObject({ Called_For_Completion__c: day('08-14') });
  });

  test('at once, as a late notice, when the completion moves near', async () => {
    const id = await select('09-30');

    await moveTarget(id, '06-11');

    expect(await told(id)).toEqual([CALL]);
    expect(await handoff(id)).toMatchObject({ Called_For_Completion__c: day('06-11'), Late_Notice__c: true });
    org.moveTo(on('06-01').replace('09:', '12:'));
    expect(await told(id)).toEqual([]);
  });

  test('at once when a request is selected that late', async () => {
    const id = await select('06-20');

    expect(await told(id)).toEqual([CALL]);
  });

  test('not while the request is on hold, and then when it goes on', async () => {
    const id = await select('06-30');
    await org.as('tomas').update(REQUEST, id, { On_Hold__c: true, On_Hold_Reason__c: 'Holidays' });

    org.moveTo(on('06-20'));
    expect(await told(id)).toEqual([]);

    await org.as('tomas').update(REQUEST, id, { On_Hold__c: false });
    expect(await told(id)).toEqual([CALL]);
  });

  test('not for a request that was withdrawn', async () => {
    const id = await select('06-30');
    await org.as('chen').update(REQUEST, id, { Status__c: 'Withdrawn', Closing_Reason__c: 'No longer needed' });

    org.moveTo(on('06-30'));
    expect(await told(id)).toEqual([]);
  });

  test('with one message to whoever is engineer and project manager at the same time', async () => {
    const id = await select('06-30', {
      Second_Implementation_Engineer__c: org.userId('igor'),
      Project_Manager__c: org.userId('igor'),
    });

    org.moveTo(on('06-09'));

    expect(await told(id)).toEqual([{ ...CALL, names: ['Igor Novak', 'Tara Nwosu'] }]);
  });

  test('where there is none, their leads are', async () => {
    customer = await createCustomer(org, 'Halcyon Biotech', { Technical_Advisor__c: null });
    const id = await select('06-30');

    org.moveTo(on('06-09'));

    expect(await told(id)).toEqual([
      { title: 'No Technical Advisor: IR Halcyon Biotech', names: ['Igor Novak', 'Tomas Lindqvist', 'Val Okafor'] },
    ]);
  });
});

describe('a missing engagement is escalated', () => {
  test('two weeks before completion, once', async () => {
    const id = await select('06-30');
    org.moveTo(on('06-15'));
    expect(await told(id)).toEqual([CALL]);

    org.moveTo(on('06-16'));
    expect(await told(id)).toEqual([ESCALATION]);

    org.moveTo(on('06-30'));
    expect(await told(id)).toEqual([]);
  });

  test('on the new day, when the completion moves', async () => {
    const id = await select('06-30');
    org.moveTo(on('06-09'));
    await told(id);
    await moveTarget(id, '07-14');

    org.moveTo(on('06-29'));
    expect(await told(id)).toEqual([CALL]);
    org.moveTo(on('06-30'));
    expect(await told(id)).toEqual([ESCALATION]);
  });

  test('the day after a late notice', async () => {
    const id = await select('06-08');
    expect(await told(id)).toEqual([CALL]);

    org.moveTo(on('06-02'));

    expect(await told(id)).toEqual([ESCALATION]);
  });

  test('not when the advisor is engaged', async () => {
    const id = await select('06-30');
    org.moveTo(on('06-09'));
    await told(id);
    await engage(id);

    org.moveTo(on('06-30'));
    expect(await told(id)).toEqual([]);
  });
});
