import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestOrg } from './support/org.ts';
import { ask, createCustomer, REQUEST, type Customer } from './support/requests.ts';

const REQUESTS = 600;
/** So many that a batch of requests does not all lie on one deal. */
const CUSTOMERS = 20;

let org: TestOrg;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
}, 60_000);

afterAll(() => org.close());

test('ranks of one job of the Bulk API, more than a batch, come out as sent', async () => {
  const customers = await Promise.all(
    Array.from({ length: CUSTOMERS }, async (_, index) => createCustomer(org, `Customer ${index}`)),
  );
  const requests = Array.from({ length: REQUESTS }, (_, index) => ({
    ...ask(customers[index % CUSTOMERS] as Customer),
    Requester__c: org.userId('chen'),
    Source__c: 'Sheet_Import',
    Reason_Other__c: index,
  }));
  expect(failures(await org.as('adi').inBulk('insert', REQUEST, requests))).toEqual([]);
  const ranked = () => org.as('ines').query(`SELECT Id, Backlog_Rank__c FROM ${REQUEST} WHERE Is_In_Backlog__c = true`);
  const wanted = new Map((await ranked()).map(({ Id, Backlog_Rank__c: rank }) => [Id, REQUESTS + 1 - Number(rank)]));
  const turnedRound = Array.from(wanted, ([Id, Backlog_Rank__c]) => ({ Id, Backlog_Rank__c }));

  expect(failures(await org.as('sync').inBulk('update', REQUEST, turnedRound))).toEqual([]);

  const numbered = await ranked();
  expect(numbered).toHaveLength(REQUESTS);
  expect(new Map(numbered.map(({ Id, Backlog_Rank__c: rank }) => [Id, rank]))).toEqual(wanted);
}, 900_000);

/** The rows that a job refused, without the head of the file. */
function failures(csv: string): readonly string[] {
  return csv.trim().split('\n').slice(1);
}
