import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestOrg, type Row } from './support/org.ts';
import { createCustomer, createDeal, importRequest, REQUEST, type Customer } from './support/requests.ts';

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createCustomer(org, 'Northwind Logistics', {
    Addressable_Market__c: 2600,
    BillingCountry: 'Norway',
  });
}, 60_000);

afterAll(() => org.close());

/** These fields of a request that was made for them, as an administrator reads them. */
async function worked(more: Row, ...fields: string[]): Promise<Row> {
  const id = await importRequest(org, customer, 'In_Triage', more);
  return await org.as('adi').read(REQUEST, id, fields);
}

async function workedOn(deal: Row, ...fields: string[]): Promise<Row> {
  const id = await createDeal(org, customer.account, 'Value Proposition', deal);
  return await worked({ Opportunity__c: id }, ...fields);
}

test('money, probability, stage and market are read through the lookups, as they stand now', async () => {
  const deal = await createDeal(org, customer.account, 'Qualification', { Annual_Recurring_Revenue__c: 480_000 });
  const id = await importRequest(org, customer, 'In_Triage', { Opportunity__c: deal });
  const fields = ['Opportunity_ARR__c', 'Weighted_ARR__c', 'Probability__c', 'Stage__c', 'Close_Date__c'];
  const before = await org.as('adi').read(REQUEST, id, fields);

  await org.as('adi').update('Opportunity', deal, { StageName: 'Negotiation/Review', CloseDate: '2023-06-30' });

  expect(before).toEqual({
    Opportunity_ARR__c: 480_000,
    Weighted_ARR__c: 48_000,
    Probability__c: 10,
    Stage__c: 'Qualification',
    Close_Date__c: '2023-05-31',
  });
  expect(await org.as('adi').read(REQUEST, id, fields)).toEqual({
    Opportunity_ARR__c: 480_000,
    Weighted_ARR__c: 432_000,
    Probability__c: 90,
    Stage__c: 'Negotiation/Review',
    Close_Date__c: '2023-06-30',
  });
  expect(await org.as('adi').read(REQUEST, id, ['Addressable_Market__c', 'Segment__c', 'Region__c'])).toEqual({
    Addressable_Market__c: 2600,
    Segment__c: 'Strategic',
    Region__c: 'Norway',
  });
});

test.each([
  ['deal', 'Open'],
  ['won', 'Won'],
] as const)('the outcome of a %s is %s', async (deal, outcome) => {
  expect(await worked({ Opportunity__c: customer[deal] }, 'Opportunity_Outcome__c')).toEqual({
    Opportunity_Outcome__c: outcome,
  });
});

describe('the size tier is the larger of users and repositories', () => {
  test.each<[number | null, number | null, number | null, string | null]>([
    [null, null, null, null],
    [null, 500, 5_000, 'XS'],
    [null, 501, 5_000, 'S'],
    [null, 500, 5_001, 'S'],
    [null, 1_000, 80_000, 'L'],
    [null, 5_000, 50_000, 'M'],
    [null, 10_000, 100_000, 'L'],
    [null, 20_000, 250_000, 'XL'],
    [null, 20_001, 1, 'Beyond XL'],
    [null, 1, 250_001, 'Beyond XL'],
    [2_000, null, null, 'M'],
    [2_000, 30_000, null, 'Beyond XL'],
    [null, null, 60_000, 'L'],
  ])('%p first users, %p users and %p repositories: %p', async (first, users, repositories, tier) => {
    const size = { Initial_Users__c: first, Full_Users__c: users, Repositories__c: repositories };

    expect(await worked(size, 'Size_Tier__c')).toEqual({ Size_Tier__c: tier });
  });
});

test.each([
  ['2022-02-01', 'FY23', 'FY23 Q1'],
  ['2022-04-30', 'FY23', 'FY23 Q1'],
  ['2022-05-01', 'FY23', 'FY23 Q2'],
  ['2022-10-31', 'FY23', 'FY23 Q3'],
  ['2023-01-31', 'FY23', 'FY23 Q4'],
  ['2023-02-01', 'FY24', 'FY24 Q1'],
  ['2024-02-15', 'FY25', 'FY25 Q1'],
])('a close on %s is revenue of %s, %s', async (close, year, quarter) => {
  expect(await workedOn({ CloseDate: close }, 'Revenue_Fiscal_Year__c', 'Revenue_Fiscal_Quarter__c')).toEqual({
    Revenue_Fiscal_Year__c: year,
    Revenue_Fiscal_Quarter__c: quarter,
  });
});

test('without a deal there is no revenue year', async () => {
  const more = { Opportunity__c: null, Request_Type__c: 'Post_Live_Jointly_Managed' };

  expect(await worked(more, 'Revenue_Fiscal_Year__c', 'Opportunity_Outcome__c', 'Days_Slipped__c')).toEqual({
    Revenue_Fiscal_Year__c: null,
    Opportunity_Outcome__c: null,
    Days_Slipped__c: null,
  });
});

describe('the status', () => {
  test.each<[string, string, boolean, boolean]>([
    ['Draft', 'Draft', false, false],
    ['Planned_Post_Live', 'Planned', false, false],
    ['Submitted', 'In triage', true, true],
    ['Needs_Info', 'In triage', true, true],
    ['Qualified', 'Qualified', true, true],
    ['Selected', 'Implementation', true, false],
    ['Deployment_Complete', 'Implementation', true, false],
    ['Closed_Handed_Off', 'Handed off', false, false],
    ['Not_Selected', 'Not pursued', false, false],
  ])('%s is of the group %s, open: %p, in the backlog: %p', async (status, group, open, backlog) => {
    const id = await importRequest(org, customer, status);

    expect(await org.as('adi').read(REQUEST, id, ['Status_Group__c', 'Is_Open__c', 'Is_In_Backlog__c'])).toEqual({
      Status_Group__c: group,
      Is_Open__c: open,
      Is_In_Backlog__c: backlog,
    });
  });
});

describe('time', () => {
  test('passes from submission to decision to completion', async () => {
    const times = {
      Submitted_On__c: '2022-11-01T10:00:00Z',
      Decide_By__c: '2022-11-08T10:00:00Z',
      Decided_On__c: '2022-11-07T22:00:00Z',
      Actual_Start__c: '2022-11-09',
      Actual_Completion__c: '2022-12-09',
      Target_Completion__c: '2022-12-01',
      Close_Date_At_Selection__c: '2023-04-30',
    };

    const id = await importRequest(org, customer, 'In_Deployment', times);

    expect(
      await org
        .as('adi')
        .read(REQUEST, id, [
          'Age_Days__c',
          'Days_To_Decision__c',
          'Decided_In_Time__c',
          'Qualified_Share__c',
          'Duration_Days__c',
          'Within_Ideal_Duration__c',
          'Days_Slipped__c',
          'Days_Late__c',
        ]),
    ).toEqual({
      Age_Days__c: 14,
      Days_To_Decision__c: 6.5,
      Decided_In_Time__c: 100,
      Qualified_Share__c: 100,
      Duration_Days__c: 30,
      Within_Ideal_Duration__c: 100,
      Days_Slipped__c: 31,
      Days_Late__c: 8,
    });
  });

  test.each<[Row, Row]>([
    [{ Actual_Completion__c: null, Target_Completion__c: '2022-11-10' }, { Days_Late__c: 5 }],
    [{ Actual_Completion__c: null, Target_Completion__c: '2022-11-20' }, { Days_Late__c: 0 }],
    [{ Target_Completion__c: null }, { Days_Late__c: null }],
    [{ Actual_Start__c: '2022-10-01' }, { Within_Ideal_Duration__c: 0 }],
    [{ Submitted_On__c: '2022-11-14T11:00:00Z' }, { Age_Days__c: 0 }],
    [{}, { Decided_In_Time__c: null, Qualified_Share__c: null, Days_To_Decision__c: null, Duration_Days__c: null }],
  ])('of %p is %p', async (given, expected) => {
    expect(await worked(given, ...Object.keys(expected))).toEqual(expected);
  });

  test('stands still when the request has ended', async () => {
    const more = { Submitted_On__c: '2022-11-01T10:00:00Z' };
    const id = await importRequest(org, customer, 'In_Triage', more);
    await org.as('chen').update(REQUEST, id, { Status__c: 'Withdrawn' });

    const age = await org.as('adi').read(REQUEST, id, ['Age_Days__c', 'Days_In_Status__c']);

    expect(age).toEqual({ Age_Days__c: 14, Days_In_Status__c: 0 });
  });
});

test('a migration leads from one method to another', async () => {
  const migration = {
    Request_Type__c: 'Production_Migration',
    Migration_Type__c: 'Self_Hosted_To_Complex',
    Current_Method__c: 'Docker_Compose',
  };

  expect(await worked(migration, 'Migration_Path__c')).toEqual({
    Migration_Path__c: 'Docker Compose → Kubernetes Helm',
  });
  expect(await worked({}, 'Migration_Path__c')).toEqual({ Migration_Path__c: null });
});

test('users today are held against the limit of One-Click', async () => {
  expect(await worked({ Current_Users__c: 15_000 }, 'Users_Of_Limit__c')).toEqual({ Users_Of_Limit__c: 75 });
});

test('documents are Pending, Partial or in Vitally', async () => {
  const id = await importRequest(org, customer, 'Deployment_Complete');
  const adi = org.as('adi');
  const state = async (): Promise<unknown> =>
    Object.values(await adi.read(REQUEST, id, ['Documents_In_Vitally__c', 'Missing_Documents__c']));
  const link = { Implementation_Request__c: id, Url__c: 'https://docs.example/runbook' };
  const seen = [await state()];

  const required = await adi.create('Request_Link__c', { ...link, Required__c: true });
  seen.push(await state());
  await adi.create('Request_Link__c', { ...link, Mirror_State__c: 'Mirrored' });
  seen.push(await state());
  await adi.update('Request_Link__c', required, { Mirror_State__c: 'Mirrored' });
  seen.push(await state());

  expect(seen).toEqual([
    ['Pending', 0],
    ['Pending', 1],
    ['Partial', 1],
    ['Yes', 0],
  ]);
});

describe('warnings', () => {
  const CLOUD = {
    Request_Type__c: 'Production_Migration',
    Migration_Type__c: 'Self_Hosted_To_Cloud',
    Current_Method__c: 'Docker_Compose',
    Deployment_Method__c: 'Sourcegraph_Cloud',
  };

  test.each<[Row, string | null]>([
    [{}, null],
    [{ Target_Completion__c: '2025-11-15' }, null],
    [{ Target_Completion__c: '2025-11-16' }, 'A date is more than three years away.'],
    [{ Deployment_Method__c: 'Docker_Compose' }, 'Docker Compose is discouraged: discuss it internally first.'],
    [{ Deployment_Method__c: 'Docker_Single_Container' }, 'A single Docker container is not for production.'],
    [{ Deployment_Method__c: 'Machine_Image_AWS', Full_Users__c: 20_000 }, null],
    [
      { Deployment_Method__c: 'Machine_Image_AWS', Full_Users__c: 20_001 },
      'An instance of this size needs Kubernetes.',
    ],
    [
      { Deployment_Method__c: 'Machine_Image_AWS', Repositories__c: 200_001 },
      'An instance of this size needs Kubernetes.',
    ],
    [{ Full_Users__c: 20_001 }, null],
    [
      { Cloud_Not_Ruled_Out__c: true, Filed_After_Close__c: true },
      'Cloud is not ruled out yet. Filed after the deal was closed.',
    ],
    [
      CLOUD,
      'The Managed Instance Request of the Cloud team is not linked. Nobody may use the new instance before the data migration, which overwrites it.',
    ],
  ])('of %p: %p', async (given, warnings) => {
    expect(await worked(given, 'Warnings__c')).toEqual({ Warnings__c: warnings });
  });
});
