import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { itemOf, selectRequest } from './support/handoffs.ts';
import { TestOrg, type Row } from './support/org.ts';
import { createCustomer, REQUEST } from './support/requests.ts';
import { ITEM } from './support/roles.ts';

const UPDATE = 'Status_Update__c';

let org: TestOrg;
let request: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

beforeEach(async () => {
  request = await selectRequest(org, await createCustomer(org, 'Northwind Logistics'));
});

afterAll(() => org.close());

function update(day: string, health: string, percent: number | null): Row {
  return { Implementation_Request__c: request, Update_On__c: day, Health__c: health, Percent_Complete__c: percent };
}

async function shown(): Promise<Row> {
  return await org.as('tara').read(REQUEST, request, ['Health__c', 'Percent_Complete__c', 'Last_Status_Update_On__c']);
}

describe('the request shows', () => {
  test('the latest update, in whatever order they come', async () => {
    await org.as('igor').create(UPDATE, update('2022-11-10', 'Amber', 40));
    await org.as('tomas').create(UPDATE, update('2022-11-14', 'Green', 60));
    await org.as('igor').create(UPDATE, update('2022-11-12', 'Red', 50));

    expect(await shown()).toEqual({
      Health__c: 'Green',
      Percent_Complete__c: 60,
      Last_Status_Update_On__c: '2022-11-14',
    });
  });

  test('the later of two of one day', async () => {
    await org.as('igor').create(UPDATE, update('2022-11-14', 'Green', 60));
    await org.as('igor').create(UPDATE, update('2022-11-14', 'Red', 55));

    expect(await shown()).toMatchObject({ Health__c: 'Red', Percent_Complete__c: 55 });
  });

  test('what is mended in the latest', async () => {
    const id = await org.as('igor').create(UPDATE, update('2022-11-14', 'Green', 60));

    await org.as('igor').update(UPDATE, id, { Health__c: 'Amber' });

    expect(await shown()).toMatchObject({ Health__c: 'Amber', Percent_Complete__c: 60 });
  });
});

test.each<[string, Row, string]>([
  ['about tomorrow', { Update_On__c: '2022-11-16' }, 'Update_On__c'],
  ['of more than everything', { Percent_Complete__c: 101 }, 'Percent_Complete__c'],
  ['of less than nothing', { Percent_Complete__c: -1 }, 'Percent_Complete__c'],
])('no update is %s', async (_, values, field) => {
  expect(
    await org.as('igor').refusalToCreate(UPDATE, { ...update('2022-11-15', 'Green', 10), ...values }),
  ).toMatchObject([{ fields: [field] }]);
});

test.each([
  ['2022-11-07', 1],
  ['2022-11-08', 0],
])('updates are current for a week: %s', async (day, messages) => {
  await org.as('igor').create(UPDATE, update(day, 'Green', 10));

  expect(
    await org.as('igor').refusalToUpdate(ITEM, await itemOf(org, request, 'UPDATES'), { State__c: 'Done' }),
  ).toHaveLength(messages);
});
