import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HANDOFF, itemOf, itemsOf, selectRequest } from './support/handoffs.ts';
import { TestOrg, type Row } from './support/org.ts';
import { createCustomer, createDeal, importRequest, REQUEST, type Customer } from './support/requests.ts';
import { ITEM } from './support/roles.ts';

const TO_IMPLEMENTATION = [
  ...['PLAYBOOK', 'TDD', 'DISCOVERY', 'LEVELSET'],
  ...['REQ_TECH', 'REQ_TIMELINE', 'REQ_CADENCE', 'REQ_STAFFING', 'REQ_REPORTING', 'REQ_ROLES', 'REQ_PREREQ'],
  ...['REQ_SIGNOFF', 'KICKOFF', 'PARTNER', 'PREREQ'],
];
const TO_ADVISOR = ['TA_ENGAGED', 'UPDATES', 'ONBOARD_PLAN', 'EXIT', 'DOCS', 'TA_OK', 'SUPPORT_OK'];

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, 'Northwind Logistics');
});

afterAll(() => org.close());

async function move(id: string, status: string): Promise<void> {
  await org.as('ines').update(REQUEST, id, { Status__c: status, Closing_Reason__c: 'The customer stopped' });
}

async function statesOf(id: string): Promise<string[]> {
  return [...new Set(Object.values(await itemsOf(org, id, 'State__c')).map(String))].toSorted();
}

async function handoffsOf(id: string): Promise<unknown> {
  return await org
    .as('igor')
    .query(
      `SELECT Leg__c, Items__c, State__c FROM ${HANDOFF} WHERE Implementation_Request__c = '${id}' ORDER BY Leg__c`,
    );
}

describe('a request that is selected', () => {
  test('gets both handoffs with an item for each template, owed by its people', async () => {
    const id = await selectRequest(org, customer, { Support_Contact__c: org.userId('sam') });

    const owed = await itemsOf(org, id, 'Assigned_To__c');
    expect(Object.keys(owed)).toEqual([...TO_IMPLEMENTATION, ...TO_ADVISOR]);
    expect(owed).toMatchObject({
      PLAYBOOK: org.userId('tomas'),
      TDD: org.userId('chen'),
      REQ_SIGNOFF: org.userId('tomas'),
      EXIT: org.userId('igor'),
      TA_OK: org.userId('tara'),
      SUPPORT_OK: org.userId('sam'),
    });
    expect(await handoffsOf(id)).toMatchObject([
      { Leg__c: 'To_Implementation', Items__c: 15, State__c: 'Not started' },
      { Leg__c: 'To_Technical_Advisor', Items__c: 7, State__c: 'Not started' },
    ]);
  });

  test('says at each item what is to be done', async () => {
    const id = await selectRequest(org, customer);

    const help = await itemsOf(org, id, 'Help__c');
    expect(help).toMatchObject({
      LEVELSET: 'Level-set on the customer, discuss open questions, plan the introduction of IE.',
    });
    expect(Object.values(help)).not.toContain(null);
  });

  test('had no handoff before', async () => {
    const id = await importRequest(org, customer, 'Qualified');

    expect(await handoffsOf(id)).toEqual([]);
  });

  test('says how many of its requirements are ready, and what stands in the way', async () => {
    const id = await selectRequest(org, customer);
    const sums = [
      ...['Readiness_Text__c', 'TDD_State__c', 'Discovery_State__c'],
      ...['Start_Blockers__c', 'Completion_Blockers__c', 'Closing_Blockers__c', 'Open_Items__c'],
    ];

    await org.as('tomas').update(ITEM, await itemOf(org, id, 'REQ_ROLES'), {
      State__c: 'Done',
      Evidence_Url__c: 'https://docs.example/roles',
    });
    await org.as('ines').update(ITEM, await itemOf(org, id, 'REQ_TECH'), { State__c: 'Not_Applicable' });
    await org.as('chen').update(ITEM, await itemOf(org, id, 'TDD'), { State__c: 'In_Progress' });
    await org.as('ines').update(ITEM, await itemOf(org, id, 'TA_OK'), {
      State__c: 'Waived',
      Waiver_Reason__c: 'There is no advisor yet',
    });

    expect(await org.as('ana').read(REQUEST, id, sums)).toEqual({
      Readiness_Text__c: '1/7',
      TDD_State__c: 'In progress',
      Discovery_State__c: 'Not started',
      Start_Blockers__c: 4,
      Completion_Blockers__c: 1,
      Closing_Blockers__c: 2,
      Open_Items__c: 19,
    });
  });

  test('and released keeps its items for the next selection', async () => {
    const id = await selectRequest(org, customer);
    await org.as('chen').update(ITEM, await itemOf(org, id, 'TDD'), { State__c: 'In_Progress' });
    await org.as('ines').update(ITEM, await itemOf(org, id, 'REQ_TECH'), { State__c: 'Not_Applicable' });

    await move(id, 'Qualified');
    expect(await statesOf(id)).toEqual(['Cancelled', 'Not_Applicable']);
    expect(await handoffsOf(id)).toMatchObject([{ State__c: 'Cancelled' }, { State__c: 'Cancelled' }]);

    await move(id, 'Selected');
    expect(await itemsOf(org, id, 'State__c')).toMatchObject({
      TDD: 'In_Progress',
      REQ_TECH: 'Not_Applicable',
      KICKOFF: 'Not_Started',
    });
    expect(await handoffsOf(id)).toMatchObject([{ State__c: 'In progress' }, { State__c: 'Not started' }]);
  });

  test('and withdrawn owes nothing any more', async () => {
    const id = await selectRequest(org, customer);
    await org.as('tomas').update(ITEM, await itemOf(org, id, 'PLAYBOOK'), {
      State__c: 'Done',
      Evidence_Url__c: 'https://docs.example/playbook',
    });

    await org.as('chen').update(REQUEST, id, { Status__c: 'Withdrawn', Closing_Reason__c: 'No longer needed' });

    expect(await statesOf(id)).toEqual(['Cancelled', 'Done']);
    expect(await org.as('ines').read(REQUEST, id, ['Open_Items__c'])).toEqual({ Open_Items__c: 0 });
  });
});

test('a hundred requests are selected in one call', async () => {
  const deal = await createDeal(org, customer.account, 'Qualification');
  const ids = await Promise.all(
    Array.from({ length: 100 }, () => importRequest(org, customer, 'Qualified', { Opportunity__c: deal })),
  );

  const saved = await org.as('ines').updateAll(
    REQUEST,
    ids.map((Id) => ({ Id, Status__c: 'Selected' })),
  );

  expect(saved.filter(({ success }) => !success)).toEqual([]);
  const [total] = await org.as('adi').query(`SELECT COUNT(Id) items FROM ${ITEM} WHERE Opportunity__c = '${deal}'`);
  expect(total).toMatchObject({ items: 100 * 22 });
}, 240_000);

describe('an item', () => {
  test('follows whoever gets the role, unless it was given to somebody else', async () => {
    const id = await selectRequest(org, customer);
    await org.as('ines').update(ITEM, await itemOf(org, id, 'EXIT'), { Assigned_To__c: org.userId('tara') });
    await org.as('tomas').update(ITEM, await itemOf(org, id, 'PLAYBOOK'), {
      State__c: 'Done',
      Evidence_Url__c: 'https://docs.example/playbook',
    });

    await org.as('ines').update(REQUEST, id, {
      Implementation_Engineer__c: org.userId('ines'),
      Project_Manager__c: org.userId('igor'),
    });

    expect(await itemsOf(org, id, 'Assigned_To__c')).toMatchObject({
      EXIT: org.userId('tara'),
      DOCS: org.userId('ines'),
      PLAYBOOK: org.userId('tomas'),
      REQ_TECH: org.userId('igor'),
      TDD: org.userId('chen'),
    });
  });

  test('that nobody has goes back to the role', async () => {
    const id = await selectRequest(org, customer);
    const exit = await itemOf(org, id, 'EXIT');
    await org.as('ines').update(ITEM, exit, { Assigned_To__c: org.userId('ines') });

    await org.as('ines').update(ITEM, exit, { Assigned_To__c: null });

    expect(await org.as('ines').read(ITEM, exit, ['Assigned_To__c'])).toEqual({
      Assigned_To__c: org.userId('igor'),
    });
  });

  test('says who did it and when, until it is open again', async () => {
    const id = await selectRequest(org, customer);
    const item = await itemOf(org, id, 'REQ_ROLES');
    const stamps = ['Done_By__c', 'Done_On__c'];

    await org.as('tomas').update(ITEM, item, { State__c: 'Done', Evidence_Url__c: 'https://docs.example/roles' });
    expect(await org.as('tomas').read(ITEM, item, stamps)).toEqual({
      Done_By__c: org.userId('tomas'),
      Done_On__c: '2022-11-15T10:00:00.000+0000',
    });

    await org.as('tomas').update(ITEM, item, { State__c: 'In_Progress' });
    expect(await org.as('tomas').read(ITEM, item, stamps)).toEqual({ Done_By__c: null, Done_On__c: null });
  });

  test('cannot be cancelled while the request goes on', async () => {
    const id = await selectRequest(org, customer);

    expect(
      await org.as('tomas').refusalToUpdate(ITEM, await itemOf(org, id, 'PREREQ'), { State__c: 'Cancelled' }),
    ).toMatchObject([{ fields: ['State__c'], message: expect.stringContaining('Set this one to Not applicable') }]);
  });
});

describe('a migration to Cloud', () => {
  const toCloud = {
    Request_Type__c: 'Production_Migration',
    Migration_Type__c: 'Self_Hosted_To_Cloud',
    Current_Method__c: 'Docker_Compose',
    Deployment_Method__c: 'Sourcegraph_Cloud',
    Hosting_Provider__c: 'Sourcegraph_Hosted',
    Target_Start__c: '2023-05-02',
    Target_Completion__c: '2023-05-30',
  };
  const READINESS = [
    ...['CLOUD_VERSION', 'CLOUD_POSTGRES', 'CLOUD_ENCRYPTION', 'CLOUD_SRC', 'CLOUD_DATABASE', 'CLOUD_TOKEN'],
    'CLOUD_QUESTIONNAIRE',
  ];

  test('owes the readiness list by its start, which waits for it', async () => {
    const id = await selectRequest(org, customer, toCloud);

    const due = await itemsOf(org, id, 'Due_On__c');
    expect(Object.keys(due)).toEqual([
      ...TO_IMPLEMENTATION,
      ...READINESS,
      ...TO_ADVISOR.toSpliced(TO_ADVISOR.indexOf('EXIT'), 0, 'CLOUD_UNUSED'),
    ]);
    expect(due).toMatchObject({ CLOUD_VERSION: '2023-05-02', CLOUD_UNUSED: '2023-05-30' });
    const blocking = await itemsOf(org, id, 'Blocking__c');
    expect([...READINESS, 'CLOUD_UNUSED'].filter((key) => blocking[key] !== true)).toEqual([]);
    const [refusal] = await org.as('igor').refusalToUpdate(REQUEST, id, { Status__c: 'In_Deployment' });
    expect(refusal?.message).toContain('handoff');
  });

  test('is warned that nobody may use the new instance before the data is there', async () => {
    const id = await selectRequest(org, customer, toCloud);

    const { Warnings__c: warnings } = await org.as('tara').read(REQUEST, id, ['Warnings__c']);
    expect(warnings).toContain('Nobody may use the new instance before the data migration, which overwrites it.');
    const { Help__c: help } = await org.as('igor').read(ITEM, await itemOf(org, id, 'CLOUD_UNUSED'), ['Help__c']);
    expect(help).toContain('nobody may use the instance before');
  });

  test('owes it, too, when it turns out to be one after it was selected, and each item once', async () => {
    const elsewhere = { Migration_Type__c: 'Self_Hosted_To_Complex', Deployment_Method__c: 'Kubernetes_Helm' };
    const id = await selectRequest(org, customer, { ...toCloud, ...elsewhere, Hosting_Provider__c: 'AWS' });
    const before = Object.keys(await itemsOf(org, id, 'Due_On__c'));
    const { Migration_Type__c, Deployment_Method__c, Hosting_Provider__c } = toCloud;
    const changed = { Migration_Type__c, Deployment_Method__c, Hosting_Provider__c };

    await org.as('igor').update(REQUEST, id, changed);
    await org.as('igor').update(REQUEST, id, { Data_Migration_Required__c: 'Yes' });

    const after = await itemsOf(org, id, 'Due_On__c');
    expect(before).toEqual([...TO_IMPLEMENTATION, ...TO_ADVISOR]);
    expect(Object.keys(after).toSorted()).toEqual([...before, ...READINESS, 'CLOUD_UNUSED'].toSorted());
    expect(after).toMatchObject({ CLOUD_VERSION: '2023-05-02', CLOUD_UNUSED: '2023-05-30' });
    expect(await handoffsOf(id)).toMatchObject([{ Items__c: 22 }, { Items__c: 8 }]);
  });

  describe('that turns into another request after it was selected', () => {
    const { Migration_Type__c, Deployment_Method__c, Hosting_Provider__c } = toCloud;
    const CLOUD = { Migration_Type__c, Deployment_Method__c, Hosting_Provider__c };
    const KUBERNETES = {
      Migration_Type__c: 'Self_Hosted_To_Complex',
      Deployment_Method__c: 'Kubernetes_Helm',
      Hosting_Provider__c: 'AWS',
    };

    async function readinessOf(id: string, field: string): Promise<Row> {
      const values = Object.entries(await itemsOf(org, id, field));
      return Object.fromEntries(values.filter(([key]) => key.startsWith('CLOUD_')));
    }

    test('owes nothing more of the list, and what it did stays', async () => {
      const id = await selectRequest(org, customer, toCloud);
      const [version, source] = [await itemOf(org, id, 'CLOUD_VERSION'), await itemOf(org, id, 'CLOUD_SRC')];
      await org.as('igor').update(ITEM, version, { State__c: 'Done' });
      await org.as('igor').update(ITEM, source, { Comment__c: 'Asked on Monday' });

      await org.as('igor').update(REQUEST, id, KUBERNETES);

      const dropped = Object.fromEntries([...READINESS, 'CLOUD_UNUSED'].map((key) => [key, 'Not_Applicable']));
      expect(await readinessOf(id, 'State__c')).toEqual({ ...dropped, CLOUD_VERSION: 'Done' });
      expect(await readinessOf(id, 'Comment__c')).toMatchObject({
        CLOUD_SRC: 'Asked on Monday\nDoes not apply any more, since the request has changed.',
        CLOUD_TOKEN: 'Does not apply any more, since the request has changed.',
        CLOUD_VERSION: null,
      });
      expect(await itemsOf(org, id, 'State__c')).toMatchObject({ TDD: 'Not_Started', EXIT: 'Not_Started' });
    });

    test.each([
      ['is such a migration again', CLOUD, KUBERNETES],
      ['has data to migrate after all', { Data_Migration_Required__c: 'Yes' }, { Data_Migration_Required__c: 'No' }],
    ])('owes what is open as it was when it %s', async (_, again, other) => {
      const id = await selectRequest(org, customer, toCloud);
      const [source, token] = [await itemOf(org, id, 'CLOUD_SRC'), await itemOf(org, id, 'CLOUD_TOKEN')];
      await org.as('igor').update(ITEM, source, { State__c: 'In_Progress' });
      await org.as('igor').update(ITEM, token, { State__c: 'Not_Applicable' });

      await org.as('tomas').update(REQUEST, id, other);
      await org.as('tomas').update(REQUEST, id, { Target_Start__c: '2023-05-09', ...again });

      const states = await readinessOf(id, 'State__c');
      expect(states).toMatchObject({ CLOUD_SRC: 'In_Progress', CLOUD_TOKEN: 'Not_Applicable' });
      expect(Object.values(states).filter((state) => state === 'Not_Started')).toHaveLength(READINESS.length - 1);
      expect(await readinessOf(id, 'Due_On__c')).toMatchObject({ CLOUD_SRC: '2023-05-09' });
    });

    test('while it was not selected, owes what it is when it is selected again', async () => {
      const id = await selectRequest(org, customer, toCloud);
      await move(id, 'Qualified');
      await org.as('igor').update(REQUEST, id, KUBERNETES);
      await move(id, 'Selected');
      const elsewhere = await readinessOf(id, 'State__c');
      await move(id, 'Qualified');
      await org.as('igor').update(REQUEST, id, CLOUD);
      await move(id, 'Selected');

      expect(new Set(Object.values(elsewhere))).toEqual(new Set(['Not_Applicable']));
      expect(new Set(Object.values(await readinessOf(id, 'State__c')))).toEqual(new Set(['Not_Started']));
    });
  });

  test.each([
    ['no data is migrated', { ...toCloud, Data_Migration_Required__c: 'No' }],
    [
      'it leads elsewhere',
      {
        ...toCloud,
        Migration_Type__c: 'Self_Hosted_To_Complex',
        Deployment_Method__c: 'Kubernetes_Helm',
        Hosting_Provider__c: 'AWS',
      },
    ],
  ])('owes no such list when %s', async (_when, more) => {
    const id = await selectRequest(org, customer, more);

    expect(Object.keys(await itemsOf(org, id, 'Due_On__c'))).toEqual([...TO_IMPLEMENTATION, ...TO_ADVISOR]);
  });
});
