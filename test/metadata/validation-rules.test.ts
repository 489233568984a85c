import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestOrg, type Refusal, type Row } from './support/org.ts';
import { ask, createCustomer, createDeal, importRequest, REQUEST, type Customer } from './support/requests.ts';

const LINK = 'Request_Link__c';
const MIGRATION = {
  Request_Type__c: 'Production_Migration',
  Migration_Type__c: 'Self_Hosted_To_Complex',
  Current_Method__c: 'Docker_Compose',
};

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createCustomer(org, 'Northwind Logistics');
}, 60_000);

afterAll(() => org.close());

function told(refusal: readonly Refusal[]): Record<string, string> {
  return Object.fromEntries(refusal.map(({ message, fields }) => [fields.join() || 'page', message]));
}

function fieldsOf(refusal: readonly Refusal[]): string[] {
  return refusal.flatMap(({ fields }) => fields).toSorted();
}

async function filing(alias: string, more: Row): Promise<readonly Refusal[]> {
  return await org.as(alias).refusalToCreate(REQUEST, ask(customer, more));
}

/** What Ines is told who moves a request on. */
async function moving(from: string, to: string, more: Row, change: Row = {}): Promise<readonly Refusal[]> {
  const id = await importRequest(org, customer, from, more);
  return await org.as('ines').refusalToUpdate(REQUEST, id, { Status__c: to, ...change });
}

describe('1: what is submitted', () => {
  test('is complete, and is told so at each field', async () => {
    const refusal = await filing('chen', {
      Opportunity__c: null,
      Deployment_Method__c: null,
      Hosting_Provider__c: null,
    });

    expect(told(refusal)).toEqual({
      Opportunity__c: 'Choose the Opportunity. A Production Deployment needs one.',
      Deployment_Method__c: 'Choose the expected deployment method. If it is open, choose “Not yet known”.',
      Hosting_Provider__c: 'Choose the expected hosting provider. If it is open, choose “Not yet known”.',
    });
  });

  test.each<[string, string, Row]>([
    ['chen', 'a draft', { Status__c: 'Draft', Deployment_Method__c: null, Opportunity__c: null }],
    ['chen', 'not yet known', { Deployment_Method__c: 'Not_Yet_Known', Hosting_Provider__c: 'Not_Yet_Known' }],
    ['chen', 'a migration without a deal', { ...MIGRATION, Opportunity__c: null }],
    ['chen', 'post-live work without a deal', { Request_Type__c: 'Post_Live_Jointly_Managed', Opportunity__c: null }],
  ])('%s files %s', async (alias, _what, more) => {
    expect(await filing(alias, more)).toEqual([]);
  });

  test('a draft is complete when it is submitted', async () => {
    const draft = { Status__c: 'Draft', Deployment_Method__c: null, Opportunity__c: null };
    const id = await org.as('chen').create(REQUEST, ask(customer, draft));

    const refusal = await org.as('chen').refusalToUpdate(REQUEST, id, { Status__c: 'Submitted' });

    expect(fieldsOf(refusal)).toEqual(['Deployment_Method__c', 'Opportunity__c']);
  });
});

describe('2: the Opportunity', () => {
  test('belongs to the Account', async () => {
    const stranger = await createCustomer(org, 'Halcyon Biotech');

    expect(told(await filing('chen', { Account__c: stranger.account }))).toEqual({
      Opportunity__c: 'This Opportunity belongs to another customer. Choose one of this Account.',
    });
  });

  test('of the parent does not count until a setting says so', async () => {
    const child = await createCustomer(org, 'Northwind Air', { ParentId: customer.account });

    expect(fieldsOf(await filing('chen', { Account__c: child.account }))).toEqual(['Opportunity__c']);
  });

  test('may move to another customer later without freezing the request', async () => {
    const stranger = await createCustomer(org, 'Brightwater Energy');
    const deal = await createDeal(org, customer.account, 'Qualification');
    const id = await org.as('chen').create(REQUEST, ask(customer, { Opportunity__c: deal }));
    await org.as('adi').update('Opportunity', deal, { AccountId: stranger.account });

    const refusal = await org.as('chen').refusalToUpdate(REQUEST, id, { Additional_Information__c: 'More' });

    expect(refusal).toEqual([]);
  });
});

describe('3: a migration', () => {
  test.each<[string, Row, string[]]>([
    ['nothing else', { Migration_Type__c: null, Current_Method__c: null }, ['Current_Method__c', 'Migration_Type__c']],
    ['what fits', {}, []],
    ['Kubernetes at the start', { Current_Method__c: 'Kubernetes_Helm' }, ['Current_Method__c']],
    ['a machine image at the end', { Deployment_Method__c: 'Machine_Image_AWS' }, ['Deployment_Method__c']],
    ['Cloud, but not at the end', { Migration_Type__c: 'Self_Hosted_To_Cloud' }, ['Deployment_Method__c']],
    [
      'Cloud at the end',
      { Migration_Type__c: 'Self_Hosted_To_Cloud', Deployment_Method__c: 'Sourcegraph_Cloud' },
      [],
    ],
    ['another kind without words', { Migration_Type__c: 'Other' }, ['Migration_Detail__c']],
    ['another kind in words', { Migration_Type__c: 'Other', Migration_Detail__c: 'Region to region' }, []],
  ])('with %s is told of %p: %p', async (_what, more, fields) => {
    expect(fieldsOf(await filing('chen', { ...MIGRATION, ...more }))).toEqual(fields);
  });
});

test.each<[Row, string[]]>([
  [{ Reasons_For_IE__c: 'Cloud_not_viable' }, ['Cloud_Blockers__c']],
  [{ Reasons_For_IE__c: 'Likely_Kubernetes;Cloud_not_viable', Cloud_Blockers__c: 'Certification' }, []],
  [{ Reasons_For_IE__c: 'Other' }, ['Reason_Other__c']],
  [{ Reasons_For_IE__c: 'Other', Reason_Other__c: 'A partner asks for it' }, []],
  [{ Deployment_Method__c: 'Other' }, ['Deployment_Method_Other__c']],
  [{ Hosting_Provider__c: 'Other' }, ['Hosting_Provider_Other__c']],
  [{ Hosting_Provider__c: 'Other', Hosting_Provider_Other__c: 'OVH' }, []],
])('4: %p is told at %p', async (more, fields) => {
  expect(fieldsOf(await filing('chen', more))).toEqual(fields);
});

describe('5: an address', () => {
  test.each([
    ['http://docs.example/design', false],
    ['https://docs.example/my design', false],
    ['https://docs.example/design', true],
  ])('%s of a link or an instance is taken: %p', async (address, taken) => {
    const id = await importRequest(org, customer, 'In_Deployment');
    const message = 'Enter an address that begins with https:// and has no spaces.';

    const instance = await org.as('igor').refusalToUpdate(REQUEST, id, { Instance_Url__c: address });
    const link = await org.as('chen').refusalToCreate(LINK, { Implementation_Request__c: id, Url__c: address });
    const vitally = await org.as('adi').refusalToUpdate(REQUEST, id, { Vitally_Url__c: address });

    expect(told(instance)).toEqual(taken ? {} : { Instance_Url__c: message });
    expect(told(link)).toEqual(taken ? {} : { Url__c: message });
    expect(told(vitally)).toEqual(taken ? {} : { Vitally_Url__c: message });
  });
});

describe('6: a number', () => {
  test.each([
    'Initial_Users__c',
    'Full_Users__c',
    'Repositories__c',
    'Current_Users__c',
    'Current_Repositories__c',
    'Monorepos__c',
    'Largest_Repository_MB__c',
    'Hosted_Code_GB__c',
    'Effort_Points__c',
    'Entered_Revenue__c',
    'Total_CPU__c',
    'Total_Memory_GB__c',
    'Total_Disk_GB__c',
  ])('%s is not below 0', async (field) => {
    const id = await importRequest(org, customer, 'In_Triage');

    expect(fieldsOf(await org.as('adi').refusalToUpdate(REQUEST, id, { [field]: -1 }))).toEqual([field]);
    expect(await org.as('adi').refusalToUpdate(REQUEST, id, { [field]: 0 })).toEqual([]);
  });

  test('of all users is not below that of the first ones', async () => {
    expect(fieldsOf(await filing('chen', { Initial_Users__c: 300, Full_Users__c: 200 }))).toEqual(['Full_Users__c']);
    expect(await filing('chen', { Initial_Users__c: 300, Full_Users__c: 300 })).toEqual([]);
    expect(await filing('chen', { Initial_Users__c: 300 })).toEqual([]);
  });
});

describe('8: a lost Opportunity', () => {
  const lost = { Opportunity__c: 'This Opportunity is Closed Lost. Reopen it before you file a request or move one on.' };

  test('takes no request, but drafts', async () => {
    expect(told(await filing('chen', { Opportunity__c: customer.lost }))).toEqual(lost);
    expect(await filing('chen', { Opportunity__c: customer.lost, Status__c: 'Draft' })).toEqual([]);
  });

  test('lets no request come back', async () => {
    const more = { Opportunity__c: customer.lost };

    expect(told(await moving('Closed_Opportunity_Lost', 'Submitted', more))).toEqual(lost);
    expect(told(await moving('Withdrawn', 'In_Triage', more))).toEqual(lost);
  });

  test('takes a late request when it was won', async () => {
    expect(await filing('chen', { Opportunity__c: customer.won })).toEqual([]);
  });

  test('is the only one whose requests are closed as lost', async () => {
    expect(told(await moving('In_Triage', 'Closed_Opportunity_Lost', {}))).toEqual({
      Status__c: 'The Opportunity is not Closed Lost. Withdraw the request instead.',
    });
  });
});

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
    const refusal = await moving('Qualified', 'Selected', { Implementation_Engineer__c: null, Project_Manager__c: null });

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
    ['no deal and post-live work', () => ({ Opportunity__c: null, Request_Type__c: 'Post_Live_Jointly_Managed' }), true],
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

    const refusal = await org.as('adi').refusalToUpdate(REQUEST, id, values);
    const closing = await org.as('adi').refusalToUpdate(REQUEST, id, { Closing_Waiver_Reason__c: 'The board agreed' });
    const [lead] = await org.as('adi').query("SELECT Id FROM PermissionSet WHERE Name = 'Groundwork_Implementation_Lead'");
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

describe('what is asked for', () => {
  test.each([
    ['Submitted', true],
    ['Needs_Info', true],
    ['In_Triage', false],
    ['Qualified', false],
  ])('changes while %s: %p', async (status, changes) => {
    const id = await importRequest(org, customer, status);

    const refusal = await org.as('chen').refusalToUpdate(REQUEST, id, { Full_Users__c: 900 });

    expect(refusal.map(({ message }) => message)).toEqual(
      changes
        ? []
        : [
            'Triage has begun, so the request stands as it is. Write what has changed into Additional Information, and Implementation Engineering will ask.',
          ],
    );
  });

  test('can be explained at any time, and Implementation Engineering may correct it', async () => {
    const id = await importRequest(org, customer, 'Qualified');

    expect(await org.as('chen').refusalToUpdate(REQUEST, id, { Additional_Information__c: 'More' })).toEqual([]);
    expect(await org.as('igor').refusalToUpdate(REQUEST, id, { Full_Users__c: 900 })).toEqual([]);
  });
});
