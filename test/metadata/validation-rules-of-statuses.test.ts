import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fieldsOf, told } from './support/refusals.ts';
import { TestOrg, type Refusal, type Row } from './support/org.ts';
import { createCustomer, importRequest, MIGRATION, REQUEST, waiveItems, type Customer } from './support/requests.ts';

const LINK = 'Request_Link__c';

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createCustomer(org, 'Northwind Logistics');
}, 60_000);

afterAll(() => org.close());

/** What Ines is told who moves a request on. */
async function moving(from: string, to: string, more: Row, change: Row = {}): Promise<readonly Refusal[]> {
  const id = await importRequest(org, customer, from, more);
  await waiveItems(org, id);
  return await org.as('ines').refusalToUpdate(REQUEST, id, { Status__c: to, ...change });
}

test.each<[string, Row, string[]]>([
  ['Qualified', { Next_Steps__c: null }, ['Next_Steps__c']],
  ['Qualified', { Decision_Reason__c: null }, ['Decision_Reason__c']],
  ['Qualified', { Alternative_Path__c: null }, []],
  ['Disqualified', { Next_Steps__c: null, Decision_Reason__c: null }, ['Decision_Reason__c', 'Next_Steps__c']],
  ['Disqualified', { Alternative_Path__c: null }, ['Alternative_Path__c']],
])('9: %s with %p is told at %p', async (to, missing, fields) => {
  expect(fieldsOf(await moving('In_Triage', to, missing))).toEqual(fields);
});

describe('10: Selected', () => {
  test('needs an engineer and a project manager', async () => {
    const refusal = await moving('Qualified', 'Selected', {
      Implementation_Engineer__c: null,
      Project_Manager__c: null,
    });

    expect(fieldsOf(refusal)).toEqual(['Implementation_Engineer__c', 'Project_Manager__c']);
  });

  test.each([
    ['Requested', false],
    ['Declined', false],
    ['Approved', true],
    ['Not_Needed', true],
  ])('while leadership says %s: %p', async (outcome, selected) => {
    const id = await importRequest(org, customer, 'Qualified');
    const review = await org.as('adi').create('Triage_Review__c', {
      Implementation_Request__c: id,
      Leadership_Review__c: outcome,
      Leadership_Reviewer__c: org.userId('val'),
    });
    await org.as('adi').update(REQUEST, id, { Current_Review__c: review });

    const refusal = await org.as('ines').refusalToUpdate(REQUEST, id, { Status__c: 'Selected' });

    expect(fieldsOf(refusal)).toEqual(selected ? [] : ['Status__c']);
  });
});

describe('11: In Deployment', () => {
  test.each<[string, () => Row, boolean]>([
    ['a won deal', () => ({}), true],
    ['an open deal', () => ({ Opportunity__c: customer.deal }), false],
    ['an open deal and a migration', () => ({ Opportunity__c: customer.deal, ...MIGRATION }), true],
    [
      'no deal and post-live work',
      () => ({ Opportunity__c: null, Request_Type__c: 'Post_Live_Jointly_Managed' }),
      true,
    ],
  ])('with %s begins: %p', async (_what, more, begins) => {
    const refusal = await moving('Selected', 'In_Deployment', more());

    expect(fieldsOf(refusal)).toEqual(begins ? [] : ['Early_Start_Reason__c']);
  });

  test('of a customer in production begins before the deal is won', async () => {
    const assessment = await org.as('adi').create('Strategy_Assessment__c', {
      Account__c: customer.account,
      Existing_Customer__c: true,
    });

    const refusal = await moving('Selected', 'In_Deployment', {
      Opportunity__c: customer.deal,
      Strategy_Assessment__c: assessment,
    });

    expect(refusal).toEqual([]);
  });
});

describe('12: a deployment', () => {
  test.each<[Row, string[]]>([
    [{ Target_Start__c: '2023-06-01', Target_Completion__c: '2023-05-31' }, ['Target_Completion__c']],
    [{ Target_Start__c: '2023-06-01', Target_Completion__c: '2023-06-01' }, []],
    [{ Actual_Start__c: '2023-06-01', Actual_Completion__c: '2023-05-31' }, ['Actual_Completion__c']],
  ])('of %p is told at %p', async (dates, fields) => {
    const id = await importRequest(org, customer, 'In_Deployment');
    await waiveItems(org, id);

    expect(fieldsOf(await org.as('igor').refusalToUpdate(REQUEST, id, dates))).toEqual(fields);
  });
});

test('13: Deployment Complete needs the day and the address', async () => {
  const missing = { Actual_Completion__c: null, Instance_Url__c: null };

  expect(told(await moving('In_Deployment', 'Deployment_Complete', missing))).toEqual({
    Actual_Completion__c: 'Enter the day on which the production instance was ready.',
    Instance_Url__c: 'Enter the address of the production instance.',
  });
});

describe('14: Closed – Handed Off', () => {
  async function close(more: Row, link: Row | null): Promise<readonly Refusal[]> {
    const id = await importRequest(org, customer, 'Deployment_Complete', more);
    await waiveItems(org, id);
    if (link !== null) {
      const values = { Implementation_Request__c: id, Url__c: 'https://docs.example/design', ...link };
      await org.as('adi').create(LINK, values);
    }
    return await org.as('igor').refusalToUpdate(REQUEST, id, { Status__c: 'Closed_Handed_Off' });
  }

  test.each<[string, Row, Row | null, string[]]>([
    ['a document in Vitally', {}, { Mirror_State__c: 'Mirrored' }, []],
    ['no document', {}, null, ['Closing_Waiver_Reason__c']],
    ['a document on its way', {}, { Mirror_State__c: 'Waiting' }, ['Closing_Waiver_Reason__c']],
    ['no account in Vitally', { Vitally_State__c: 'Waiting_For_Account' }, null, ['Vitally_State__c']],
  ])('with %s is told at %p', async (_what, more, link, fields) => {
    expect(fieldsOf(await close(more, link))).toEqual(fields);
  });

  test('needs every document that is required', async () => {
    const id = await importRequest(org, customer, 'Deployment_Complete');
    await waiveItems(org, id);
    const link = { Implementation_Request__c: id, Url__c: 'https://docs.example/design' };
    await org.as('adi').create(LINK, { ...link, Mirror_State__c: 'Mirrored' });
    const runbook = await org.as('adi').create(LINK, { ...link, Required__c: true, Mirror_State__c: 'Waiting' });

    const early = await org.as('igor').refusalToUpdate(REQUEST, id, { Status__c: 'Closed_Handed_Off' });
    await org.as('adi').update(LINK, runbook, { Mirror_State__c: 'Mirrored' });
    const then = await org.as('igor').refusalToUpdate(REQUEST, id, { Status__c: 'Closed_Handed_Off' });

    expect(fieldsOf(early)).toEqual(['Closing_Waiver_Reason__c']);
    expect(then).toEqual([]);
  });

  test('needs a Technical Advisor', async () => {
    const nobody = await createCustomer(org, 'Cobalt Robotics', { Technical_Advisor__c: null });
    const id = await importRequest(org, nobody, 'Deployment_Complete', { Closing_Reason__c: null });
    await waiveItems(org, id);

    const refusal = await org.as('igor').refusalToUpdate(REQUEST, id, { Status__c: 'Closed_Handed_Off' });

    expect(told(refusal)['Technical_Advisor__c']).toBe(
      'This customer has no Technical Advisor. Set one on the Account first.',
    );
  });
});

describe('16: only the IE lead', () => {
  test.each([
    ['igor', { Backlog_Rank__c: 1 }],
    ['chen', { Backlog_Rank__c: 1 }],
    ['igor', { Priority__c: 'P1' }],
    ['chen', { Decision_Reason__c: 'Out_of_scope' }],
    ['chen', { Decision__c: 'Qualified' }],
  ])('not %s, sets %p', async (alias, values) => {
    const id = await importRequest(org, customer, 'In_Triage');

    const [refusal] = await org.as(alias).refusalToUpdate(REQUEST, id, values);

    expect(refusal?.errorCode).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
  });

  test('ranks, and who may edit everything else does not', async () => {
    const [profile] = await org.as('adi').query("SELECT Id FROM Profile WHERE Name = 'System Administrator'");
    await org.as('adi').create('User', {
      ...{ Username: 'root@groundwork.example', Email: 'root@groundwork.example', LastName: 'Root', Alias: 'root' },
      ...{ ProfileId: profile?.['Id'], TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US' },
      ...{ EmailEncodingKey: 'UTF-8', LanguageLocaleKey: 'en_US' },
    });
    const id = await importRequest(org, customer, 'In_Triage');
    const { Backlog_Rank__c: rank } = await org.as('ines').read(REQUEST, id, ['Backlog_Rank__c']);

    expect(told(await org.as('root').refusalToUpdate(REQUEST, id, { Backlog_Rank__c: Number(rank) + 1 }))).toEqual({
      Backlog_Rank__c: 'Only the Implementation Engineering lead ranks requests.',
    });
    expect(await org.as('root').refusalToUpdate(REQUEST, id, { Additional_Information__c: 'More' })).toEqual([]);
  });

  test('ranks, from 1 on', async () => {
    const id = await importRequest(org, customer, 'In_Triage');

    expect(await org.as('ines').refusalToUpdate(REQUEST, id, { Backlog_Rank__c: 1 })).toEqual([]);
    expect(fieldsOf(await org.as('ines').refusalToUpdate(REQUEST, id, { Backlog_Rank__c: 0 }))).toEqual([
      'Backlog_Rank__c',
    ]);
  });

  test('waives, and an administrator who is none does not', async () => {
    const values = { Early_Start_Reason__c: 'The board agreed' };
    const id = await importRequest(org, customer, 'Selected', { Opportunity__c: customer.deal });
    await waiveItems(org, id);

    const refusal = await org.as('adi').refusalToUpdate(REQUEST, id, values);
    const closing = await org.as('adi').refusalToUpdate(REQUEST, id, { Closing_Waiver_Reason__c: 'The board agreed' });
    const [lead] = await org
      .as('adi')
      .query("SELECT Id FROM PermissionSet WHERE Name = 'Groundwork_Implementation_Lead'");
    const assigned = await org.as('adi').create('PermissionSetAssignment', {
      AssigneeId: org.userId('adi'),
      PermissionSetId: lead?.['Id'],
    });
    const waived = await org.as('adi').refusalToUpdate(REQUEST, id, { ...values, Status__c: 'In_Deployment' });
    await org.as('adi').delete('PermissionSetAssignment', assigned);

    const message = 'Only the Implementation Engineering lead may waive this. Ask them.';
    expect(told(refusal)).toEqual({ Early_Start_Reason__c: message });
    expect(told(closing)).toEqual({ Closing_Waiver_Reason__c: message });
    expect(waived).toEqual([]);
  });
});

describe('what a status needs', () => {
  test.each<[string, string, Row, string[]]>([
    ['In_Triage', 'Needs_Info', { Question__c: null }, ['Question__c']],
    ['In_Triage', 'Withdrawn', { Closing_Reason__c: null }, ['Closing_Reason__c']],
    ['In_Deployment', 'Cancelled', { Closing_Reason__c: null }, ['Closing_Reason__c']],
    ['In_Triage', 'Duplicate', {}, ['Duplicate_Of__c']],
    ['Planned_Post_Live', 'Submitted', { Limit_Evidence__c: null }, ['Limit_Trigger__c']],
    ['Planned_Post_Live', 'Submitted', { Limit_Trigger__c: null }, ['Limit_Trigger__c']],
  ])('%s → %s with %p is told at %p', async (from, to, missing, fields) => {
    expect(fieldsOf(await moving(from, to, missing))).toEqual(fields);
  });

  test('a request is no duplicate of itself, nor of a duplicate', async () => {
    const stays = await importRequest(org, customer, 'Submitted');
    const gone = await importRequest(org, customer, 'Duplicate', { Duplicate_Of__c: stays });
    const id = await importRequest(org, customer, 'In_Triage');

    for (const other of [id, gone]) {
      const values = { Status__c: 'Duplicate', Duplicate_Of__c: other };
      expect(fieldsOf(await org.as('ines').refusalToUpdate(REQUEST, id, values))).toEqual(['Duplicate_Of__c']);
    }
  });

  test('a request waits for a reason', async () => {
    const id = await importRequest(org, customer, 'Qualified');

    expect(fieldsOf(await org.as('ines').refusalToUpdate(REQUEST, id, { On_Hold__c: true }))).toEqual([
      'On_Hold_Reason__c',
    ]);
  });

  test('a question is taken back unanswered by Implementation Engineering only', async () => {
    const id = await importRequest(org, customer, 'Needs_Info', { Answer__c: null });
    const back = { Status__c: 'In_Triage' };

    expect(fieldsOf(await org.as('chen').refusalToUpdate(REQUEST, id, back))).toEqual(['Answer__c']);
    expect(await org.as('igor').refusalToUpdate(REQUEST, id, back)).toEqual([]);
  });
});

describe('11, 13, 14: blocking items of the handoffs', () => {
  async function owe(id: string, gate: string, values: Row): Promise<void> {
    await waiveItems(org, id);
    const [item] = await org
      .as('adi')
      .query(
        `SELECT Id FROM Handoff_Item__c WHERE Implementation_Request__c = '${id}' AND Gate__c = '${gate}' AND Blocking__c = true AND Needs_Acceptance__c = false ORDER BY Sort_Order__c`,
      );
    await org.as('ines').update('Handoff_Item__c', String(item?.['Id']), { State__c: 'In_Progress', ...values });
  }

  test.each<[string, string, string, Row, boolean]>([
    ['Selected', 'In_Deployment', 'G3_Handoff', {}, false],
    ['Selected', 'In_Deployment', 'G3_Handoff', { State__c: 'Waived', Waiver_Reason__c: 'Known customer' }, true],
    ['Selected', 'In_Deployment', 'G3_Handoff', { State__c: 'Not_Applicable' }, true],
    ['Selected', 'In_Deployment', 'G7_Complete', {}, true],
    ['In_Deployment', 'Deployment_Complete', 'G7_Complete', {}, false],
    ['In_Deployment', 'Deployment_Complete', 'G7_Complete', { State__c: 'Done' }, true],
    ['Deployment_Complete', 'Closed_Handed_Off', 'G8_Close', {}, false],
    [
      'Deployment_Complete',
      'Closed_Handed_Off',
      'G8_Close',
      { State__c: 'Waived', Waiver_Reason__c: 'Known customer' },
      true,
    ],
  ])('%s → %s with an item of %s that is %p: %p', async (from, to, gate, values, moves) => {
    const id = await importRequest(org, customer, from);
    await org.as('adi').create(LINK, {
      Implementation_Request__c: id,
      Url__c: 'https://docs.example/design',
      Mirror_State__c: 'Mirrored',
    });
    await owe(id, gate, values);

    const refusal = await org.as('igor').refusalToUpdate(REQUEST, id, { Status__c: to });

    expect(fieldsOf(refusal)).toEqual(moves ? [] : ['Status__c']);
  });
});
