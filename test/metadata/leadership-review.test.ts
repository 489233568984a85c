import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setHolidays } from './support/holidays.ts';
import { TestOrg, type Row } from './support/org.ts';
import { createCustomer, REQUEST, type Customer } from './support/requests.ts';
import { DECISION, inTriage, review, reviewOf, REVIEW, score } from './support/triage.ts';

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-17T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, 'Northwind Logistics');
});

afterAll(() => org.close());

async function statusOf(id: string): Promise<unknown> {
  return (await org.as('adi').read(REQUEST, id, ['Status__c']))['Status__c'];
}

async function ask(id: string): Promise<void> {
  await score(org, 'ines', id, { Leadership_Review__c: 'Requested', Leadership_Reviewer__c: org.userId('val') });
}

async function answer(id: string, outcome: string): Promise<void> {
  await score(org, 'val', id, { Leadership_Review__c: outcome, Leadership_Comment__c: 'As discussed' });
}

const DISQUALIFIED = {
  Status__c: 'Disqualified',
  Next_Steps__c: 'Talk to the Cloud team',
  Decision_Reason__c: 'Cloud_viable',
  Alternative_Path__c: 'Cloud',
};

describe('a leadership review', () => {
  test('that the lead asks for sends the request to leadership, due in three business days', async () => {
    const id = await inTriage(org, customer);

    await ask(id);

    expect(await statusOf(id)).toBe('Leadership_Review');
    expect(await review(org, id, 'Leadership_Due__c', 'Leadership_Outcome_On__c', 'Leadership_By_Rule__c')).toEqual({
      Leadership_Due__c: '2022-11-22',
      Leadership_Outcome_On__c: null,
      Leadership_By_Rule__c: false,
    });
    expect(await org.as('ana').read(REQUEST, id, ['Leadership_Review_State__c'])).toEqual({
      Leadership_Review_State__c: 'Requested',
    });
  });

  test('is due later for a holiday on a business day', async () => {
    const id = await inTriage(org, customer);
    setHolidays(org, { Saturday: '2022-11-19', Tuesday: '2022-11-22', Wednesday: '2022-11-23' });

    await ask(id);
    setHolidays(org, { Saturday: null, Tuesday: null, Wednesday: null });

    expect(await review(org, id, 'Leadership_Due__c')).toEqual({ Leadership_Due__c: '2022-11-24' });
  });

  test('keeps the due date that the lead gives', async () => {
    const id = await inTriage(org, customer);

    await score(org, 'ines', id, { Leadership_Review__c: 'Requested', Leadership_Due__c: '2022-12-01' });

    expect(await review(org, id, 'Leadership_Due__c')).toEqual({ Leadership_Due__c: '2022-12-01' });
  });

  test('is asked for by an engineer who sends the request there', async () => {
    const id = await inTriage(org, customer);

    await org.as('igor').update(REQUEST, id, { Status__c: 'Leadership_Review' });

    expect(await review(org, id, 'Leadership_Review__c')).toEqual({ Leadership_Review__c: 'Requested' });
  });

  test('of a qualified request is a new round', async () => {
    const id = await inTriage(org, customer);
    await org.as('ines').update(REQUEST, id, { Status__c: 'Qualified', ...DECISION });

    await org.as('ines').update(REQUEST, id, { Status__c: 'Leadership_Review' });

    expect(await review(org, id, 'Round__c', 'Leadership_Review__c', 'Open__c')).toEqual({
      Round__c: 2,
      Leadership_Review__c: 'Requested',
      Open__c: true,
    });
  });

  test.each([
    [499_999, 'In_Triage', false],
    [500_000, 'Leadership_Review', true],
  ])('of a deal of $%p leaves the request %s by itself', async (arr, status, byRule) => {
    await org.as('adi').update('Opportunity', customer.deal, { Annual_Recurring_Revenue__c: arr });

    const id = await inTriage(org, customer);

    expect(await statusOf(id)).toBe(status);
    expect(await review(org, id, 'Leadership_By_Rule__c')).toEqual({ Leadership_By_Rule__c: byRule });
  });

  test('is asked for by the rule once', async () => {
    await org.as('adi').update('Opportunity', customer.deal, { Annual_Recurring_Revenue__c: 600_000 });
    const id = await inTriage(org, customer);
    await score(org, 'ines', id, { Leadership_Reviewer__c: org.userId('val') });
    await answer(id, 'Approved');
    await org.as('ines').update(REQUEST, id, { Status__c: 'Qualified', ...DECISION });

    await org.as('ines').update(REQUEST, id, { Status__c: 'In_Triage' });

    expect(await statusOf(id)).toBe('In_Triage');
  });

  test.each(['Approved', 'Declined'])('%s brings the request back into triage', async (outcome) => {
    const id = await inTriage(org, customer);
    await ask(id);
    org.moveTo('2022-11-18T10:00:00Z');

    await answer(id, outcome);

    expect(await statusOf(id)).toBe('In_Triage');
    const { Leadership_Outcome_On__c: on } = await review(org, id, 'Leadership_Outcome_On__c');
    expect(String(on)).toMatch(/^2022-11-18T10:00:00/);
  });

  test('that declined keeps the request from being selected until there is another', async () => {
    const id = await inTriage(org, customer);
    await ask(id);
    await answer(id, 'Declined');
    await org.as('ines').update(REQUEST, id, { Status__c: 'Qualified', ...DECISION });
    const people = { Implementation_Engineer__c: org.userId('igor'), Project_Manager__c: org.userId('tomas') };

    const [refusal] = await org.as('ines').refusalToUpdate(REQUEST, id, { Status__c: 'Selected', ...people });
    await org.as('ines').update(REQUEST, id, { Status__c: 'Leadership_Review' });
    await score(org, 'ines', id, { Leadership_Reviewer__c: org.userId('val') });
    await answer(id, 'Approved');
    await org.as('ines').update(REQUEST, id, { Status__c: 'Qualified' });
    await org.as('ines').update(REQUEST, id, { Status__c: 'Selected', ...people });

    expect(refusal?.message).toMatch(/^Leadership has not approved this request/);
    expect(await statusOf(id)).toBe('Selected');
  });
});

describe('the outcome', () => {
  test.each(['ines', 'sasha'])('is not recorded by %s', async (alias) => {
    const id = await inTriage(org, customer);
    await ask(id);

    const [refusal] = await org
      .as(alias)
      .refusalToUpdate(REVIEW, await reviewOf(org, id), { Leadership_Review__c: 'Approved' });

    expect(refusal?.message).toMatch(/^Only the named reviewer records the outcome/);
  });

  test.each<[string, Row, string]>([
    ['Declined without a comment', { Leadership_Review__c: 'Declined' }, 'Leadership_Comment__c'],
  ])('%s is refused', async (_what, values, field) => {
    const id = await inTriage(org, customer);
    await ask(id);

    const [refusal] = await org.as('val').refusalToUpdate(REVIEW, await reviewOf(org, id), values);

    expect(refusal?.fields).toEqual([field]);
  });

  test('answers a question', async () => {
    const id = await inTriage(org, customer);
    await score(org, 'ines', id, { Leadership_Reviewer__c: org.userId('val') });

    const [refusal] = await org
      .as('val')
      .refusalToUpdate(REVIEW, await reviewOf(org, id), { Leadership_Review__c: 'Approved' });

    expect(refusal?.message).toMatch(/^No leadership review is waiting/);
  });
});

describe('an appeal', () => {
  const APPEAL = { Appeal__c: true, Appeal_Reason__c: 'The customer cannot use Cloud after all' };

  async function disqualified(): Promise<string> {
    const id = await inTriage(org, customer);
    await org.as('ines').update(REQUEST, id, DISQUALIFIED);
    return id;
  }

  test.each(['ana', 'chen'])('of %s against a disqualification asks leadership', async (alias) => {
    const id = await disqualified();

    await score(org, alias, id, APPEAL);

    expect(await statusOf(id)).toBe('Disqualified');
    expect(await review(org, id, 'Leadership_Review__c', 'Leadership_Due__c', 'Open__c')).toEqual({
      Leadership_Review__c: 'Requested',
      Leadership_Due__c: expect.any(String),
      Open__c: false,
    });
  });

  test('that is granted asks the lead to open the request again', async () => {
    const id = await disqualified();
    await score(org, 'ana', id, APPEAL);
    await score(org, 'ines', id, { Leadership_Reviewer__c: org.userId('val') });

    await answer(id, 'Approved');

    expect(await org.as('ines').read(REQUEST, id, ['Retriage_Needed__c', 'Retriage_Reason__c'])).toEqual({
      Retriage_Needed__c: true,
      Retriage_Reason__c: 'Leadership granted the appeal',
    });
    await org.as('ines').update(REQUEST, id, { Status__c: 'In_Triage' });
    expect(await review(org, id, 'Round__c', 'Open__c')).toEqual({ Round__c: 2, Open__c: true });
  });

  test.each<[string, string, Row]>([
    ['without a reason', 'ana', { Appeal__c: true }],
    ['of somebody else', 'ben', APPEAL],
  ])('%s is refused', async (_what, alias, values) => {
    const id = await disqualified();

    expect(await org.as(alias).refusalToUpdate(REVIEW, await reviewOf(org, id), values)).not.toEqual([]);
  });

  test('is made once', async () => {
    const id = await disqualified();
    await score(org, 'ana', id, APPEAL);

    const [refusal] = await org.as('ana').refusalToUpdate(REVIEW, await reviewOf(org, id), { Appeal__c: false });

    expect(refusal?.message).toBe('An appeal cannot be taken back or made again.');
  });

  test('against what is not decided is refused', async () => {
    const id = await inTriage(org, customer);

    const [refusal] = await org.as('ana').refusalToUpdate(REVIEW, await reviewOf(org, id), APPEAL);

    expect(refusal?.message).toBe('Only a disqualification can be appealed.');
  });
});
