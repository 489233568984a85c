import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestOrg, type Row } from './support/org.ts';
import { ask, createCustomer, importRequest, REQUEST, type Customer } from './support/requests.ts';

let org: TestOrg;
let customer: Customer;
let number = 0;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

afterAll(() => org.close());

beforeEach(async () => {
  number += 1;
  customer = await createCustomer(org, `Customer ${number}`);
});

/** A request that claims to be the only one of its type on the Opportunity. */
function only(more: Row = {}): Row {
  return ask(customer, { Different_Because__c: null, ...more });
}

async function nameOf(id: string): Promise<unknown> {
  return (await org.as('adi').read(REQUEST, id, ['Name']))['Name'];
}

async function linksOf(id: string): Promise<unknown[]> {
  const soql = `SELECT Title__c, Url__c, Type__c FROM Request_Link__c WHERE Implementation_Request__c = '${id}' ORDER BY Title__c`;
  return (await org.as('adi').query(soql)).map(({ Title__c, Url__c, Type__c }) => [Title__c, Url__c, Type__c]);
}

describe('a second open request of the same type on the same Opportunity', () => {
  test('is stopped, and the message names the first', async () => {
    const first = await org.as('chen').create(REQUEST, only());

    const refusal = await org.as('ana').refusalToCreate(REQUEST, only());

    expect(refusal).toEqual([
      {
        message: `${String(await nameOf(first))} is already open for this Opportunity and request type. Add your information to it, or say here why yours is different.`,
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        fields: ['Different_Because__c'],
      },
    ]);
  });

  test('is taken when it says why it is different, and a third one that says nothing is not', async () => {
    await org.as('chen').create(REQUEST, only());

    expect(await org.as('ana').refusalToCreate(REQUEST, only({ Different_Because__c: 'Staging' }))).toEqual([]);
    expect(await org.as('ana').refusalToCreate(REQUEST, only())).toHaveLength(1);
  });

  test('is stopped even when only one that is different is left open', async () => {
    await org.as('chen').create(REQUEST, only({ Different_Because__c: 'Staging' }));

    expect(await org.as('ana').refusalToCreate(REQUEST, only())).toHaveLength(1);
  });

  test('may be of another type, on another Opportunity, a draft, or follow one that has ended', async () => {
    const first = await org.as('chen').create(REQUEST, only());
    const other = { Request_Type__c: 'Post_Live_Jointly_Managed' };

    expect(await org.as('ana').refusalToCreate(REQUEST, only(other))).toEqual([]);
    expect(await org.as('ana').refusalToCreate(REQUEST, only({ Opportunity__c: customer.won }))).toEqual([]);
    expect(await org.as('ana').refusalToCreate(REQUEST, only({ Status__c: 'Draft' }))).toEqual([]);
    await org.as('chen').update(REQUEST, first, { Status__c: 'Withdrawn', Closing_Reason__c: 'On our own' });
    expect(await org.as('ana').refusalToCreate(REQUEST, only())).toEqual([]);
  });

  test('is stopped when a draft is submitted, one is reinstated, or the reason to differ is taken away', async () => {
    const withdrawn = await org.as('chen').create(REQUEST, only());
    await org.as('chen').update(REQUEST, withdrawn, { Status__c: 'Withdrawn', Closing_Reason__c: 'On our own' });
    const draft = await org.as('chen').create(REQUEST, only({ Status__c: 'Draft' }));
    const different = await org.as('chen').create(REQUEST, only({ Different_Because__c: 'Staging' }));
    await org.as('chen').create(REQUEST, only({ Opportunity__c: customer.won }));
    await org.as('chen').update(REQUEST, different, { Opportunity__c: customer.won });

    const taken = await org.as('chen').refusalToUpdate(REQUEST, different, { Different_Because__c: null });
    await org.as('chen').create(REQUEST, only());
    const submitted = await org.as('chen').refusalToUpdate(REQUEST, draft, { Status__c: 'Submitted' });
    const reinstated = await org.as('chen').refusalToUpdate(REQUEST, withdrawn, { Status__c: 'Submitted' });

    for (const refusal of [taken, submitted, reinstated]) {
      expect(refusal.map(({ fields }) => fields)).toEqual([['Different_Because__c']]);
    }
  });

  test('is stopped by the platform when both come in one call', async () => {
    const results = await org.as('chen').createAll(REQUEST, [only(), only()]);

    expect(results.map(({ success }) => success)).toEqual([true, false]);
    expect(results[1]?.errors).toEqual([
      expect.objectContaining({
        statusCode: 'DUPLICATE_VALUE',
        message: expect.stringContaining('Open_Key__c duplicates value on record with id'),
      }),
    ]);
  });

  test('does not stop the first one from going on', async () => {
    const first = await org.as('chen').create(REQUEST, only());

    expect(await org.as('igor').refusalToUpdate(REQUEST, first, { Status__c: 'In_Triage' })).toEqual([]);
  });
});

describe('a request that is marked as a duplicate', () => {
  const DESIGN = { Url__c: 'https://docs.example/design', Title__c: 'Design', Type__c: 'Technical_Design_Document' };

  async function duplicate(): Promise<{ stays: string; gone: string }> {
    const stays = await importRequest(org, customer, 'In_Triage', { Requester__c: org.userId('ana') });
    const gone = await importRequest(org, customer, 'In_Triage');
    await org.as('chen').create('Request_Link__c', { ...DESIGN, Implementation_Request__c: gone });
    await org.as('ines').update(REQUEST, gone, { Status__c: 'Duplicate', Duplicate_Of__c: stays });
    return { stays, gone };
  }

  test('leaves its links and its requester with the one that stays', async () => {
    const { stays, gone } = await duplicate();

    expect(await linksOf(stays)).toEqual([['Design', 'https://docs.example/design', 'Technical_Design_Document']]);
    expect(await linksOf(gone)).toHaveLength(1);
    const soql = `SELECT User__c, Role__c, Side__c, Note__c FROM Request_Stakeholder__c WHERE Implementation_Request__c = '${stays}'`;
    expect(await org.as('adi').query(soql)).toEqual([
      expect.objectContaining({
        User__c: org.userId('chen'),
        Role__c: 'Requester',
        Side__c: 'Internal',
        Note__c: `Asked the same in ${String(await nameOf(gone))}, whose links were copied here.`,
      }),
    ]);
  });

  test('leaves them once, however often it is reopened', async () => {
    const { stays, gone } = await duplicate();
    await org.as('ines').update(REQUEST, gone, { Status__c: 'In_Triage' });

    await org.as('ines').update(REQUEST, gone, { Status__c: 'Duplicate' });

    expect(await linksOf(stays)).toHaveLength(1);
  });

  test('leaves them with another one when it was a mistake', async () => {
    const { gone } = await duplicate();
    const right = await importRequest(org, customer, 'In_Triage');
    await org.as('ines').update(REQUEST, gone, { Status__c: 'In_Triage' });

    await org.as('ines').update(REQUEST, gone, { Status__c: 'Duplicate', Duplicate_Of__c: right });

    expect(await linksOf(right)).toHaveLength(1);
  });
});
