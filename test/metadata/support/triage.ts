import { type Row, type TestOrg } from './org.ts';
import { ask, REQUEST, type Customer } from './requests.ts';

export const REVIEW = 'Triage_Review__c';

/** What a decision has to say. */
export const DECISION = { Next_Steps__c: 'Plan the kickoff', Decision_Reason__c: 'Fits_Priorities' };

/** A request of Chen, filed as people file it. */
export async function file(org: TestOrg, customer: Customer, more: Row = {}): Promise<string> {
  return await org.as('chen').create(REQUEST, ask(customer, more));
}

/** A request that Igor has begun to triage. */
export async function inTriage(org: TestOrg, customer: Customer, more: Row = {}): Promise<string> {
  const id = await file(org, customer, more);
  await org.as('igor').update(REQUEST, id, { Status__c: 'In_Triage' });
  return id;
}

/** Fields of the current review, as the administrator sees them. */
export async function review(org: TestOrg, request: string, ...fields: string[]): Promise<Row> {
  return await org.as('adi').read(REVIEW, await reviewOf(org, request), fields);
}

export async function reviewOf(org: TestOrg, request: string): Promise<string> {
  const { Current_Review__c: id } = await org.as('adi').read(REQUEST, request, ['Current_Review__c']);
  return String(id);
}

/** Changes the current review, as the person with this alias. */
export async function score(org: TestOrg, alias: string, request: string, values: Row): Promise<void> {
  await org.as(alias).update(REVIEW, await reviewOf(org, request), values);
}
