import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, importRequest, REQUEST, type Customer } from './support/requests.ts';
import { DECISION, file, inTriage, review, reviewOf, REVIEW, score } from './support/triage.ts';

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, 'Northwind Logistics', { Addressable_Market__c: 2600 });
});

afterAll(() => org.close());

async function move(alias: string, id: string, status: string, more: Row = {}): Promise<void> {
  await org.as(alias).update(REQUEST, id, { Status__c: status, ...more });
}

async function rounds(id: string): Promise<readonly Row[]> {
  const found = await org
    .as('adi')
    .query(`SELECT Round__c, Open__c, Decision__c FROM Triage_Review__c WHERE Implementation_Request__c = '${id}'`);
  return found.map(({ Round__c: round, Open__c: open, Decision__c: decision }) => ({ round, open, decision }));
}

const OUTCOME = { ...DECISION, Alternative_Path__c: 'Cloud', Closing_Reason__c: 'On their own' };

describe('a round', () => {
  test('opens with the request, with the weights that count', async () => {
    const id = await file(org, customer);

    expect(await rounds(id)).toEqual([{ round: 1, open: true, decision: 'Pending' }]);
    expect(
      await review(org, id, 'Weights_Version__c', 'Revenue_Weight__c', 'Bandwidth_Weight__c', 'P1_From__c'),
    ).toEqual({ Weights_Version__c: '1', Revenue_Weight__c: 30, Bandwidth_Weight__c: 10, P1_From__c: 75 });
  });

  test('is not opened for a draft, but when it is submitted', async () => {
    const id = await file(org, customer, { Status__c: 'Draft' });
    expect(await rounds(id)).toEqual([]);

    await move('chen', id, 'Submitted');

    expect(await rounds(id)).toEqual([{ round: 1, open: true, decision: 'Pending' }]);
  });

  test.each([
    ['Disqualified', 'Disqualified'],
    ['Qualified', 'Qualified'],
    ['Withdrawn', 'Withdrawn'],
  ])('closes when the request becomes %s', async (status, decision) => {
    const id = await inTriage(org, customer);

    await move('ines', id, status, OUTCOME);

    expect(await rounds(id)).toEqual([{ round: 1, open: false, decision }]);
  });

  test('closes when the deal is lost', async () => {
    const id = await inTriage(org, customer);
    await org.as('adi').update('Opportunity', customer.deal, { StageName: 'Closed Lost' });
    const { Status__c: status } = await org.as('adi').read(REQUEST, id, ['Status__c']);
    if (status !== 'Closed_Opportunity_Lost') await move('ines', id, 'Closed_Opportunity_Lost');

    expect(await rounds(id)).toEqual([{ round: 1, open: false, decision: 'Opportunity_Lost' }]);
  });

  test.each([
    ['Selected', { Implementation_Engineer__c: true, Project_Manager__c: true }],
    ['Not_Selected', {}],
  ])('that qualified says %s afterwards, and keeps what was believed', async (status, people) => {
    const id = await inTriage(org, customer);
    await move('ines', id, 'Qualified', DECISION);
    const before = await review(org, id, 'Decided_On__c', 'Score_At_Decision__c');
    org.moveTo('2022-11-16T10:00:00Z');
    await org.as('ines').update(REQUEST, id, { Effort_Points__c: 9 });

    const names = { Implementation_Engineer__c: org.userId('igor'), Project_Manager__c: org.userId('tomas') };
    await move('ines', id, status, { ...OUTCOME, ...('Project_Manager__c' in people ? names : {}) });

    expect(await rounds(id)).toEqual([{ round: 1, open: false, decision: status }]);
    expect(await review(org, id, 'Decided_On__c', 'Score_At_Decision__c')).toEqual(before);
    expect(await review(org, id, 'Effort_Points_At_Decision__c')).toEqual({ Effort_Points_At_Decision__c: null });
  });

  test('follows the one before with the scores of people', async () => {
    const id = await inTriage(org, customer);
    const scores = {
      Deployment_Risk__c: 3,
      Admin_Aptitude__c: 1,
      Strategic_Context__c: 4,
      Complexity_Score__c: 2,
      Intangibles_Note__c: 'New administrators',
      Value_Override__c: 5,
      Value_Override_Reason__c: 'Part of a group',
    };
    await score(org, 'igor', id, scores);
    const overridden = await review(org, id, 'Overridden_On__c');
    expect(String(overridden['Overridden_On__c'])).toMatch(/^\d{4}-\d\d-\d\dT/);
    await move('ines', id, 'Qualified', DECISION);

    await move('ines', id, 'In_Triage');

    expect(await rounds(id)).toEqual([
      { round: 1, open: false, decision: 'Qualified' },
      { round: 2, open: true, decision: 'Pending' },
    ]);
    expect(await review(org, id, ...Object.keys(scores))).toEqual(scores);
    expect(await review(org, id, 'Overridden_By__c', 'Overridden_On__c')).toEqual({
      Overridden_By__c: org.userId('igor'),
      Overridden_On__c: overridden['Overridden_On__c'],
    });
  });

  test('is one for each of two hundred requests of one call', async () => {
    const saved = await org.as('chen').createAll(
      REQUEST,
      Array.from({ length: 200 }, () => ask(customer)),
    );

    expect(saved.filter(({ success }) => !success)).toEqual([]);
    const [{ n } = {}] = await org
      .as('adi')
      .query(
        `SELECT COUNT(Id) n FROM Triage_Review__c WHERE Open__c = true AND Implementation_Request__r.Account__c = '${customer.account}'`,
      );
    expect(n).toBe(200);
  }, 120_000);
});

describe('the decision', () => {
  test('freezes what was believed', async () => {
    await org.as('adi').update('Opportunity', customer.deal, {
      Annual_Recurring_Revenue__c: 480_000,
      Probability: 20,
      CloseDate: '2023-05-31',
    });
    const id = await inTriage(org, customer, { Full_Users__c: 2600 });
    await move('ines', id, 'Qualified', { ...DECISION, Decision_Detail__c: 'Next quarter' });
    const totals = await review(org, id, 'Score__c', 'Revenue_Score__c');

    await org.as('adi').update('Opportunity', customer.deal, {
      Annual_Recurring_Revenue__c: 1000,
      CloseDate: '2025-05-31',
      OwnerId: org.userId('ben'),
    });

    expect(totals).toEqual({ Score__c: 36, Revenue_Score__c: 2 });
    expect(await review(org, id, 'Score__c', 'Revenue_Score__c')).toEqual(totals);
    expect(
      await review(
        org,
        id,
        ...['Score_At_Decision__c', 'ARR_At_Decision__c', 'Probability_At_Decision__c', 'Close_Date_At_Decision__c'],
        ...['Fiscal_Year_At_Decision__c', 'Fiscal_Year_Impact_At_Decision__c', 'Addressable_Market_At_Decision__c'],
        ...['Size_Tier_At_Decision__c', 'Account_Executive_At_Decision__c', 'Customer_Engineer_At_Decision__c'],
        ...['Stage_At_Decision__c', 'Priority_At_Decision__c', 'Decided_By__c', 'Decision_Reason__c'],
        ...['Decision_Detail__c', 'Next_Steps_At_Decision__c'],
      ),
    ).toEqual({
      Score_At_Decision__c: 36,
      ARR_At_Decision__c: 480_000,
      Probability_At_Decision__c: 20,
      Close_Date_At_Decision__c: '2023-05-31',
      Fiscal_Year_At_Decision__c: 'FY24',
      Fiscal_Year_Impact_At_Decision__c: 64_000,
      Addressable_Market_At_Decision__c: 2600,
      Size_Tier_At_Decision__c: 'M',
      Account_Executive_At_Decision__c: 'Ana Ruiz',
      Customer_Engineer_At_Decision__c: 'Chen Wei',
      Stage_At_Decision__c: 'Qualification',
      Priority_At_Decision__c: 'P3',
      Decided_By__c: org.userId('ines'),
      Decision_Reason__c: 'Fits_Priorities',
      Decision_Detail__c: 'Next quarter',
      Next_Steps_At_Decision__c: 'Plan the kickoff',
    });
  });

  test('keeps the rank that the request gives up', async () => {
    const id = await inTriage(org, customer);
    const { Backlog_Rank__c: rank } = await org.as('adi').read(REQUEST, id, ['Backlog_Rank__c']);

    await move('ines', id, 'Disqualified', OUTCOME);

    expect(await review(org, id, 'Rank_At_Decision__c')).toEqual({ Rank_At_Decision__c: rank });
  });

  test.each<[string, Row]>([
    ['a score', { Deployment_Risk__c: 2 }],
    ['an override', { Size_Override__c: 2, Size_Override_Reason__c: 'Smaller' }],
    ['that it is closed', { Open__c: true }],
  ])('lets nobody change %s afterwards', async (_what, values) => {
    const id = await inTriage(org, customer);
    await move('ines', id, 'Qualified', DECISION);

    const [refusal] = await org.as('adi').refusalToUpdate(REVIEW, await reviewOf(org, id), values);

    expect(refusal?.message).toBe(
      'This round is closed with the decision and stays as it is. Bring the request back into triage to score it anew.',
    );
  });
});

describe('the priority', () => {
  test('is the band when triage begins, and again when it is decided', async () => {
    const id = await inTriage(org, customer);
    expect(await org.as('adi').read(REQUEST, id, ['Priority__c'])).toEqual({ Priority__c: 'P4' });
    await score(org, 'igor', id, { Revenue_Override__c: 5, Revenue_Override_Reason__c: 'Signed' });
    await score(org, 'igor', id, { Value_Override__c: 5, Value_Override_Reason__c: 'Signed' });

    await move('ines', id, 'Qualified', DECISION);

    expect(await org.as('adi').read(REQUEST, id, ['Priority__c'])).toEqual({ Priority__c: 'P2' });
    expect(await review(org, id, 'Priority_At_Decision__c')).toEqual({ Priority_At_Decision__c: 'P2' });
  });

  test('of a person needs a reason when the band is another, and then stays', async () => {
    const id = await inTriage(org, customer);

    const refusal = await org.as('ines').refusalToUpdate(REQUEST, id, { Priority__c: 'P1' });
    await org.as('ines').update(REQUEST, id, { Priority__c: 'P1', Priority_Override_Reason__c: 'The board asked' });
    await move('ines', id, 'Qualified', DECISION);

    expect(refusal).toEqual([
      expect.objectContaining({
        message: 'The score suggests another priority. Say why this one is right.',
        fields: ['Priority_Override_Reason__c'],
      }),
    ]);
    expect(await org.as('adi').read(REQUEST, id, ['Priority__c'])).toEqual({ Priority__c: 'P1' });
  });

  test('that is the band again needs no reason any more', async () => {
    const id = await inTriage(org, customer);
    await org.as('ines').update(REQUEST, id, { Priority__c: 'P1', Priority_Override_Reason__c: 'The board asked' });

    await org.as('ines').update(REQUEST, id, { Priority__c: 'P4' });

    expect(await org.as('adi').read(REQUEST, id, ['Priority_Override_Reason__c'])).toEqual({
      Priority_Override_Reason__c: null,
    });
  });

  test('from the backlog sheet says so', async () => {
    const id = await inTriage(org, customer);

    await org.as('sync').update(REQUEST, id, { Priority__c: 'P2' });

    expect(await org.as('adi').read(REQUEST, id, ['Priority__c', 'Priority_Override_Reason__c'])).toEqual({
      Priority__c: 'P2',
      Priority_Override_Reason__c: 'Via the backlog sheet',
    });
  });
});

test('a review by hand for a request that was taken over gets number and weights', async () => {
  const id = await importRequest(org, customer, 'Qualified');

  const created = await org.as('adi').create(REVIEW, { Implementation_Request__c: id });

  expect(await org.as('adi').read(REVIEW, created, ['Round__c', 'Weights_Version__c'])).toEqual({
    Round__c: 1,
    Weights_Version__c: '1',
  });
});
