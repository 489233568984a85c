import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newLines } from '../support/messages.ts';
import { createNorthwind, NORTHWIND } from '../support/northwind.ts';
import { TestOrg } from '../support/org.ts';
import { openDashboard, runReport } from '../support/reports.ts';
import { createDeal, REQUEST, type Customer } from '../support/requests.ts';
import { DECISION, inTriage, review, score } from '../support/triage.ts';

let org: TestOrg;
let customer: Customer;
let id: string;
let name: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createNorthwind(org);
  id = await inTriage(org, customer);
  name = String((await org.as('val').read(REQUEST, id, ['Name']))['Name']);
  await org.newMessages();
}, 60_000);

afterAll(() => org.close());

describe('Val leads', () => {
  test('1. is asked for a review, with the considerations at hand', async () => {
    await score(org, 'ines', id, { Leadership_Review__c: 'Requested', Leadership_Reviewer__c: org.userId('val') });

    const told = await newLines(org);
    expect(told.filter((line) => line.includes('Val Okafor') && line.includes(NORTHWIND))).toHaveLength(1);
    const { Current_Review__c: reviewId } = await org.as('val').read(REQUEST, id, ['Current_Review__c']);
    expect(
      await org
        .as('val')
        .read('Triage_Review__c', String(reviewId), ['Revenue_Score__c', 'Value_Score__c', 'Score_Text__c', 'Open__c']),
    ).toMatchObject({ Revenue_Score__c: 2, Value_Score__c: 4, Open__c: true });
    expect(await runReport(org.as('val'), 'Awaiting_Leadership')).toMatchObject({ totals: { RowCount: 1 } });
  });

  test('2. holds the selection until it is approved', async () => {
    const [refusal] = await org.as('ines').refusalToUpdate(REQUEST, id, { Status__c: 'Selected', ...DECISION });

    await score(org, 'val', id, { Leadership_Review__c: 'Approved', Leadership_Comment__c: 'A reference customer' });
    const back = await org.as('val').read(REQUEST, id, ['Status__c', 'Leadership_Review_State__c']);
    await org.as('ines').update(REQUEST, id, { Status__c: 'Qualified', ...DECISION });

    expect(refusal?.message).toContain('cannot become Selected');
    expect(back).toEqual({ Status__c: 'In_Triage', Leadership_Review_State__c: 'Approved' });
    expect(await review(org, id, 'Leadership_Comment__c')).toEqual({ Leadership_Comment__c: 'A reference customer' });
  });

  test('3. opens the dashboard, and reads in the backlog by fiscal quarter what the records say', async () => {
    const components = await openDashboard(org.as('val'), 'Groundwork for Leadership');
    const { rows } = await runReport(org.as('val'), 'Open_Backlog_by_Priority');

    expect(components.filter(({ report }) => report === undefined)).toEqual([]);
    expect(rows.map((row) => row['Name'])).toEqual([name]);
    expect(await org.as('val').read(REQUEST, id, ['Revenue_Fiscal_Quarter__c'])).toEqual({
      Revenue_Fiscal_Quarter__c: expect.stringContaining('FY24'),
    });
  });

  test('4. finds the late deal that nobody has assessed', async () => {
    const deal = await createDeal(org, customer.account, 'Negotiation/Review', { Name: 'A surprise' });

    const { rows } = await runReport(org.as('val'), 'Deals_without_Assessment_or_Request');

    expect(JSON.stringify(rows)).toContain('A surprise');
    await org.as('adi').delete('Opportunity', deal);
  });

  test('5. sees a slip move the amount, and the decision keep what was believed', async () => {
    const quarterOf = async (): Promise<unknown> =>
      (await org.as('val').read(REQUEST, id, ['Revenue_Fiscal_Year__c']))['Revenue_Fiscal_Year__c'];
    const before = await quarterOf();

    await org.as('ana').update('Opportunity', customer.deal, { CloseDate: '2024-02-15' });

    expect([before, await quarterOf()]).toEqual(['FY24', 'FY25']);
    const { groups } = await runReport(org.as('val'), 'Backlog_Value_by_Fiscal_Quarter');
    expect(groups.map(({ labels }) => labels[0])).toEqual([expect.stringContaining('FY25')]);
    expect(await review(org, id, 'Fiscal_Year_At_Decision__c', 'Close_Date_At_Decision__c')).toEqual({
      Fiscal_Year_At_Decision__c: 'FY24',
      Close_Date_At_Decision__c: '2023-05-31',
    });
  });

  test('6. edits no request', async () => {
    const [refusal] = await org.as('val').refusalToUpdate(REQUEST, id, { Priority__c: 'P1' });

    expect(refusal?.errorCode).toMatch(/^INSUFFICIENT_ACCESS|^INVALID_FIELD/);
  });
});
