import type { Row, TestOrg } from './org.ts';
import { importRequest, REQUEST, type Customer } from './requests.ts';
import { ITEM } from './roles.ts';

export const HANDOFF = 'Handoff__c';

/** A request of Chen that Ines selects now, with Igor and Tomas to work on it. */
export async function selectRequest(org: TestOrg, customer: Customer, more: Row = {}): Promise<string> {
  const id = await importRequest(org, customer, 'Qualified', { Opportunity__c: customer.deal, ...more });
  await org.as('ines').update(REQUEST, id, { Status__c: 'Selected' });
  return id;
}

/** The item of a request with this key, which there has to be once. */
export async function itemOf(org: TestOrg, request: string, key: string): Promise<string> {
  const found = await org
    .as('adi')
    .query(`SELECT Id FROM ${ITEM} WHERE Implementation_Request__c = '${request}' AND Key__c = '${key}'`);
  if (found.length !== 1) throw new Error(`Expected one item ${key}, found ${found.length}`);
  return String(found[0]?.['Id']);
}

/** One leg of a request’s handoff. */
export async function handoffOf(org: TestOrg, request: string, leg: string): Promise<string> {
  const [found] = await org
    .as('adi')
    .query(`SELECT Id FROM ${HANDOFF} WHERE Implementation_Request__c = '${request}' AND Leg__c = '${leg}'`);
  return String(found?.['Id']);
}

/** One field of all items of a request, by key. */
export async function itemsOf(org: TestOrg, request: string, field: string): Promise<Row> {
  const items = await org
    .as('adi')
    .query(
      `SELECT Key__c, ${field} FROM ${ITEM} WHERE Implementation_Request__c = '${request}' ORDER BY Sort_Order__c`,
    );
  return Object.fromEntries(items.map((item): [string, unknown] => [String(item['Key__c']), item[field]]));
}

/** What the work on an item needs: what shows that it is done, and where a person confirms an area, all four of them. */
export const COMPLETE: Row = {
  Evidence_Url__c: 'https://docs.example/document',
  Technical_Complete__c: true,
  Infrastructure_Complete__c: true,
  Project_Complete__c: true,
  Timeline_Complete__c: true,
};
export const ACCEPTED: Row = {
  Technical_Accepted__c: true,
  Infrastructure_Accepted__c: true,
  Project_Accepted__c: true,
  Timeline_Accepted__c: true,
};
