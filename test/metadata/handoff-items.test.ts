import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HANDOFF, handoffOf, itemOf, itemsOf, selectRequest } from './support/handoffs.ts';
import { TestOrg } from './support/org.ts';
import { createCustomer, createDeal, importRequest, REQUEST, type Customer } from './support/requests.ts';
import { ITEM } from './support/roles.ts';

const KEYS = [
  ...['PLAYBOOK', 'TDD', 'DISCOVERY', 'LEVELSET'],
  ...['REQ_TECH', 'REQ_TIMELINE', 'REQ_CADENCE', 'REQ_STAFFING', 'REQ_REPORTING', 'REQ_ROLES', 'REQ_PREREQ'],
  ...['REQ_SIGNOFF', 'KICKOFF', 'PARTNER', 'PREREQ'],
  ...['TA_ENGAGED', 'UPDATES', 'ONBOARD_PLAN', 'EXIT', 'DOCS', 'TA_OK', 'SUPPORT_OK'],
];

let org: TestOrg;
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  customer = await createCustomer(org, 'Northwind Logistics');
});

afterAll(() => org.close());

describe('selection', () => {
  test('makes both handoffs with an item for each template, owed by the people of the request', async () => {
    const id = await selectRequest(org, customer, { Support_Contact__c: org.userId('sam') });

    const owed = await itemsOf(org, id, 'Assigned_To__c');
    expect(Object.keys(owed)).toEqual(KEYS);
    expect(owed).toMatchObject({
      PLAYBOOK: org.userId('tomas'),
      TDD: org.userId('chen'),
      REQ_SIGNOFF: org.userId('tomas'),
      EXIT: org.userId('igor'),
      TA_OK: org.userId('tara'),
      SUPPORT_OK: org.userId('sam'),
    });
    expect(
      await org
        .as('igor')
        .query(`SELECT Leg__c, Items__c, State__c FROM ${HANDOFF} WHERE Implementation_Request__c = '${id}' ORDER BY Leg__c`),
    ).toMatchObject([
      { Leg__c: 'To_Implementation', Items__c: 15, State__c: 'Not started' },
      { Leg__c: 'To_Technical_Advisor', Items__c: 7, State__c: 'Not started' },
    ]);
  });
});
