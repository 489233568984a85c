import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HANDOFF, handoffOf, itemOf, itemsOf, selectRequest } from './support/handoffs.ts';
import { setHolidays } from './support/holidays.ts';
import { TestOrg, type Row } from './support/org.ts';
import { createCustomer, createDeal, REQUEST, type Customer } from './support/requests.ts';
import { ITEM } from './support/roles.ts';

let org: TestOrg;
let customer: Customer;

beforeEach(async () => {
  customer = await createCustomer(org, 'Northwind Logistics');
});

beforeAll(async () => {
  // A Tuesday.
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

afterAll(() => org.close());

async function dueOf(id: string): Promise<Row> {
  return await itemsOf(org, id, 'Due_On__c');
}

async function onDealOf(closeDate: string, more: Row = {}): Promise<Customer> {
  return {
    ...customer,
    deal: await createDeal(org, customer.account, 'Qualification', { CloseDate: closeDate, ...more }),
  };
}

describe('due dates', () => {
  test('follow the selection, the close date, the target dates, and are blank while nothing is known', async () => {
    const id = await selectRequest(org, customer, {
      Target_Start__c: '2023-06-05',
      Target_Completion__c: '2023-06-30',
      Actual_Completion__c: null,
    });

    expect(await dueOf(id)).toEqual({
      PLAYBOOK: '2022-11-17',
      TDD: '2022-11-29',
      DISCOVERY: '2022-11-29',
      LEVELSET: '2023-05-17',
      REQ_TECH: '2023-05-24',
      REQ_TIMELINE: '2023-05-24',
      REQ_CADENCE: '2023-05-24',
      REQ_STAFFING: '2023-05-24',
      REQ_REPORTING: '2023-05-24',
      REQ_ROLES: '2023-05-24',
      REQ_PREREQ: '2023-05-24',
      REQ_SIGNOFF: '2023-05-31',
      KICKOFF: null,
      PARTNER: null,
      PREREQ: null,
      TA_ENGAGED: '2023-06-09',
      UPDATES: '2023-06-16',
      ONBOARD_PLAN: '2023-06-30',
      EXIT: '2023-06-30',
      DOCS: null,
      TA_OK: null,
      SUPPORT_OK: null,
    });
  });

  test.each([
    ['ten business days when the deal closes late', '2023-05-31', '2022-11-29'],
    ['two weeks before the close when that is earlier', '2022-12-08', '2022-11-24'],
    ['the day of the selection when that has passed', '2022-11-20', '2022-11-15'],
    ['ten business days when the deal was over before', '2022-11-01', '2022-11-29'],
  ])('leave the design document %s', async (_, closeDate, due) => {
    const id = await selectRequest(org, await onDealOf(closeDate));

    expect(await dueOf(id)).toMatchObject({ TDD: due });
  });

  test('of post-live work without a deal follow the target start', async () => {
    const id = await selectRequest(org, customer, {
      Request_Type__c: 'Post_Live_Jointly_Managed',
      Opportunity__c: null,
      Target_Start__c: '2023-03-15',
      Target_Completion__c: '2023-04-15',
    });

    expect(await dueOf(id)).toMatchObject({
      LEVELSET: '2023-03-01',
      REQ_TECH: '2023-03-08',
      REQ_SIGNOFF: '2023-03-08',
      KICKOFF: null,
    });
  });
});

describe('business days are none that', () => {
  afterEach(() => setHolidays(org, { First: null, Second: null, Third: null }));

  test.each<[string, readonly string[], string, string]>([
    ['lie on the way', ['2022-11-16'], '2022-11-18', '2022-11-30'],
    ['follow on each other, with a weekend between them', ['2022-11-17', '2022-11-18'], '2022-11-21', '2022-12-01'],
    ['the due date moves to', ['2022-11-16', '2022-11-29', '2022-11-30'], '2022-11-18', '2022-12-02'],
    ['have two names, but once', ['2022-11-17', '2022-11-17'], '2022-11-18', '2022-11-30'],
    ['lie on a weekend, before or after', ['2022-11-15', '2022-11-19', '2022-11-30'], '2022-11-17', '2022-11-29'],
  ])('%s', async (_, [First, Second = null, Third = null], playbook, design) => {
    setHolidays(org, { First: First as string, Second, Third });

    const id = await selectRequest(org, customer);

    expect(await dueOf(id)).toMatchObject({ PLAYBOOK: playbook, TDD: design, LEVELSET: '2023-05-17' });
  });

  test.each([
    [-1, ['2023-05-30'], '2023-05-29'],
    [-3, ['2023-05-26', '2023-05-25'], '2023-05-24'],
    [0, ['2023-05-31', '2023-05-30'], '2023-05-29'],
  ])('lie on the way back from the close, %p days', async (offset, [First, Second = null], due) => {
    const id = await selectRequest(org, customer);
    setHolidays(org, { First: First as string, Second });

    await org
      .as('adi')
      .update(ITEM, await itemOf(org, id, 'LEVELSET'), { Due_Offset__c: offset, Due_In_Business_Days__c: true });

    expect(await dueOf(id)).toMatchObject({ LEVELSET: due });
  });
});

describe('when the close date moves', () => {
  test('open items move, and those that are done stay', async () => {
    const id = await selectRequest(org, customer);
    await org.as('tomas').update(ITEM, await itemOf(org, id, 'REQ_ROLES'), {
      State__c: 'Done',
      Evidence_Url__c: 'https://docs.example/roles',
    });

    await org.as('ana').update('Opportunity', customer.deal, { CloseDate: '2023-06-14' });

    expect(await dueOf(id)).toMatchObject({
      LEVELSET: '2023-05-31',
      REQ_TECH: '2023-06-07',
      REQ_SIGNOFF: '2023-06-14',
      REQ_ROLES: '2023-05-24',
      PLAYBOOK: '2022-11-17',
    });
    expect(Object.keys(await dueOf(id))).toHaveLength(22);
  });

  test('it does so for a hundred deals of one call', async () => {
    const adi = org.as('adi');
    const deals = await adi.createAll(
      'Opportunity',
      Array.from({ length: 100 }, (_, n) => ({
        Name: `Deal ${n}`,
        AccountId: customer.account,
        StageName: 'Qualification',
        CloseDate: '2023-05-31',
        OwnerId: org.userId('ana'),
      })),
    );
    const ids = deals.map(({ id }) => id);
    const requests = await adi.createAll(
      REQUEST,
      ids.map((deal) => ({
        Account__c: customer.account,
        Opportunity__c: deal,
        Request_Type__c: 'Production_Deployment',
        Deployment_Method__c: 'Kubernetes_Helm',
        Hosting_Provider__c: 'AWS',
        Status__c: 'Selected',
        Next_Steps__c: 'Plan',
        Decision_Reason__c: 'Fits_Priorities',
        Implementation_Engineer__c: org.userId('igor'),
        Project_Manager__c: org.userId('tomas'),
      })),
    );
    expect(requests.filter(({ success }) => !success)).toEqual([]);

    const moved = await org.as('adi').updateAll(
      'Opportunity',
      ids.map((Id, n) => ({ Id, CloseDate: n % 2 === 0 ? '2023-06-14' : '2023-07-14' })),
    );

    expect(moved.filter(({ success }) => !success)).toEqual([]);
    expect(
      await adi.query(
        `SELECT Due_On__c due, COUNT(Id) items FROM ${ITEM} WHERE Key__c = 'LEVELSET' AND Opportunity__r.Name LIKE 'Deal %' AND Opportunity__r.Name != 'Deal in Qualification' GROUP BY Due_On__c ORDER BY Due_On__c`,
      ),
    ).toMatchObject([
      { due: '2023-05-31', items: 50 },
      { due: '2023-06-30', items: 50 },
    ]);
  }, 60_000);
});

test('the kickoff is due five business days after the deal was won', async () => {
  const id = await selectRequest(org, customer);

  await org.as('ana').update('Opportunity', customer.deal, { StageName: 'Closed Won' });

  expect(await dueOf(id)).toMatchObject({ KICKOFF: '2022-11-22', PARTNER: '2022-11-22' });
  expect(await org.as('ana').read('Opportunity', customer.deal, ['Won_On__c'])).toEqual({ Won_On__c: '2022-11-15' });
});

test('a deal that is not won after all has no day of that', async () => {
  const id = await selectRequest(org, customer);
  await org.as('ana').update('Opportunity', customer.deal, { StageName: 'Closed Won' });

  await org.as('adi').update('Opportunity', customer.deal, { StageName: 'Negotiation/Review' });

  expect(await dueOf(id)).toMatchObject({ KICKOFF: null });
});

test('prerequisites are due at the kickoff', async () => {
  const id = await selectRequest(org, customer);
  const handoff = await handoffOf(org, id, 'To_Implementation');

  await org.as('chen').update(HANDOFF, handoff, { Kickoff_On__c: '2023-06-12' });
  await org.as('chen').update(HANDOFF, handoff, { Kickoff_On__c: '2023-06-19' });

  expect(await dueOf(id)).toMatchObject({ PREREQ: '2023-06-19' });
});

test('completion and documentation follow the target and the actual completion', async () => {
  const id = await selectRequest(org, customer, { Target_Completion__c: '2023-06-30', Actual_Completion__c: null });

  await org.as('tomas').update(REQUEST, id, {
    Target_Completion__c: '2023-07-14',
    Actual_Completion__c: '2023-07-14',
  });

  // 2023-07-14 is a Friday.
  expect(await dueOf(id)).toMatchObject({ TA_ENGAGED: '2023-06-23', EXIT: '2023-07-14', DOCS: '2023-07-21' });
});
