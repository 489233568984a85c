import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDeployment } from './support/customer.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

const CUSTOMERS = 1000;
const REQUEST = 'Implementation_Request__c';
let landscape: Landscape;

beforeAll(async () => {
  landscape = await startLandscape();
  const first = await startDeployment(landscape, 'Customer 0');
  const [like] = await landscape.admin.query(
    `SELECT OwnerId, Requester__c, Implementation_Engineer__c, Project_Manager__c FROM ${REQUEST} WHERE Id = '${first.id}'`,
  );
  const people = Object.fromEntries(Object.entries(like ?? {}).filter(([name]) => name !== 'attributes'));
  const accounts = await createAll('Account', (index) => ({ Name: `Customer ${index + 1}` }));
  for (const [index, externalId] of accounts.entries()) {
    landscape.vitally.addAccount({ externalId, name: `Customer ${index + 1}` });
  }
  await createAll(REQUEST, (index) => ({
    ...people,
    ...{ Account__c: accounts[index], Request_Type__c: 'Production_Migration', Migration_Type__c: 'Other' },
    ...{ Migration_Detail__c: 'Moves', Current_Method__c: 'Docker_Compose', Strategy__c: 'Jointly_Managed' },
    ...{ Deployment_Method__c: 'Kubernetes_Helm', Hosting_Provider__c: 'AWS', Status__c: 'In_Deployment' },
    ...{ Next_Steps__c: 'Plan', Decision_Reason__c: 'Fits_Priorities' },
  }));
  await cyclesUntilAllIsTold();
}, 300_000);

afterAll(() => landscape.close());

/** Makes a thousand records, two hundred a call. */
async function createAll(type: string, fields: (index: number) => Record<string, unknown>): Promise<string[]> {
  const records = Array.from({ length: CUSTOMERS }, (_, index) => ({ attributes: { type }, ...fields(index) }));
  return collections('POST', records);
}

async function collections(method: string, records: Record<string, unknown>[]): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < records.length; start += 200) {
    const answer = await fetch(`${landscape.salesforce.url}/services/data/v66.0/composite/sobjects`, {
      method,
      headers: {
        authorization: `Bearer ${landscape.salesforce.accessTokenFor('adi@groundwork.example')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ allOrNone: true, records: records.slice(start, start + 200) }),
    });
    const results = (await answer.json()) as { success: boolean; id: string; errors: unknown[] }[];
    const failed = results.find(({ success }) => !success);
    if (failed !== undefined) throw new Error(JSON.stringify(failed.errors));
    ids.push(...results.map(({ id }) => id));
  }
  return ids;
}

/** Both clocks move on together by as much as Vitally asks for. */
async function cyclesUntilAllIsTold(): Promise<number[]> {
  const calls: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const record = await landscape.cycle();
    calls.push(record.calls.vitally);
    if (record.failures['vitally'] === undefined) return calls;
    await fetch(`${landscape.vitally.url}/_emulator/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMs: 61_000 }),
    });
    landscape.passTime(61_000);
  }
  throw new Error(`Not all was told after ${calls.join(', ')} calls`);
}

test('a thousand changed customers take a thousand calls, and never more than a thousand a minute', async () => {
  const ids = (
    await landscape.admin.query(
      `SELECT Id FROM ${REQUEST} WHERE Account__r.Name LIKE 'Customer %' AND Migration_Type__c = 'Other'`,
    )
  ).map(({ Id }) => String(Id));
  expect(ids).toHaveLength(CUSTOMERS);
  await collections(
    'PATCH',
    ids.map((id) => ({
      attributes: { type: REQUEST },
      id,
      Target_Completion__c: '2027-06-30',
      On_Hold__c: true,
      On_Hold_Reason__c: 'Budget',
    })),
  );
  landscape.vitally.requests.clear();
  const calls = await cyclesUntilAllIsTold();

  expect(calls.reduce((sum, one) => sum + one, 0)).toBe(CUSTOMERS);
  expect(landscape.vitally.requests.count).toBe(CUSTOMERS);
  expect(landscape.vitally.requests.list().filter(({ status }) => status === 429)).toEqual([]);
  expect(Math.max(...calls)).toBeLessThanOrEqual(1000);
  expect((await landscape.cycle()).calls.vitally).toBe(0);
}, 120_000);
