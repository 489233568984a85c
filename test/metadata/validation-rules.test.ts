import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fieldsOf, told } from './support/refusals.ts';
import { TestOrg, type Refusal, type Row } from './support/org.ts';
import {
  ask,
  createCustomer,
  createDeal,
  importRequest,
  MIGRATION,
  REQUEST,
  type Customer,
} from './support/requests.ts';

const LINK = 'Request_Link__c';

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createCustomer(org, 'Northwind Logistics');
}, 60_000);

afterAll(() => org.close());

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

  test('of the parent or a child counts when a setting says so', async () => {
    const child = await createCustomer(org, 'Northwind Air', { ParentId: customer.account });
    const up = { Account__c: child.account };
    const down = { Opportunity__c: child.deal };
    expect(fieldsOf(await filing('chen', up))).toEqual(['Opportunity__c']);

    org.changeSetting('Account_Hierarchy_Allowed__c', 'true');

    expect(await filing('chen', up)).toEqual([]);
    expect(await filing('chen', down)).toEqual([]);
    org.changeSetting('Account_Hierarchy_Allowed__c', 'false');
    expect(fieldsOf(await filing('chen', down))).toEqual(['Opportunity__c']);
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
    ['Cloud at the end', { Migration_Type__c: 'Self_Hosted_To_Cloud', Deployment_Method__c: 'Sourcegraph_Cloud' }, []],
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
    const mirrored = { Implementation_Request__c: id, Url__c: 'https://docs.example/a', Vitally_Url__c: address };
    const inVitally = await org.as('adi').refusalToCreate(LINK, mirrored);
    const vitally = await org.as('adi').refusalToUpdate(REQUEST, id, { Vitally_Url__c: address });

    expect(told(instance)).toEqual(taken ? {} : { Instance_Url__c: message });
    expect(told(link)).toEqual(taken ? {} : { Url__c: message });
    expect(told(inVitally)).toEqual(taken ? {} : { Vitally_Url__c: message });
    expect(told(vitally)).toEqual(taken ? {} : { Vitally_Url__c: message });
  });

  test('of a document elsewhere than where the company keeps its documents is marked, and taken', async () => {
    const id = await importRequest(org, customer, 'Submitted');
    const link = async (Url__c: string): Promise<unknown> => {
      const made = await org.as('chen').create(LINK, { Implementation_Request__c: id, Url__c });
      return (await org.as('igor').read(LINK, made, ['Warning__c']))['Warning__c'];
    };
    const unsaid = await link('https://paste.example/a');
    org.changeSetting('Document_Hosts__c', 'docs.google.com docs.example');

    expect(unsaid).toBeNull();
    expect(await link('https://Docs.Example')).toBeNull();
    expect(await link('https://docs.google.com/document/d/1')).toBeNull();
    expect(await link('https://google.com/x')).toBe('Not where the company keeps its documents: google.com');
    expect(await link('https://docs.google.com.evil.example?a=/')).toMatch(/: docs\.google\.com\.evil\.example/);
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
  const lost = {
    Opportunity__c: 'This Opportunity is Closed Lost. Reopen it before you file a request or move one on.',
  };

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
