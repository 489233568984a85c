import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sf } from '../support/sf.ts';
import { startGroundwork, stop } from '../support/start-groundwork.ts';
import { until } from '../support/until.ts';
import { askVendors, type Vendors } from '../support/vendors.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-e2e-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

interface Arrived {
  row: string[];
  traits: Record<string, unknown>;
  messages: string[];
}

/** Waits until a request is everywhere. */
async function arrival(vendors: Vendors, id: string, accountId: string): Promise<Arrived> {
  return until(`request ${id} everywhere`, async () => {
    const rows = (await vendors.backlog()).filter(([key]) => key === id);
    const traits = await vendors.traits(accountId);
    const messages = (await vendors.messages()).filter((text) => text.includes(id));
    const [row] = rows;
    const url = String(traits['vitally.custom.implementationRequestUrl']);
    if (row === undefined || rows.length > 1 || messages.length === 0 || !url.includes(id)) return undefined;
    return { row, traits, messages };
  });
}

test('a record that the sf command creates arrives everywhere, and is all there after a restart', async () => {
  const state = join(folder, 'state');
  const first = await startGroundwork('--state', state);
  const { salesforce } = first.ready;
  const before = askVendors(first.ready);
  const [opportunity] = await before.query(
    "SELECT Id, AccountId FROM Opportunity WHERE Name LIKE 'Larkspur%' AND IsClosed = false LIMIT 1",
  );
  const accountId = String(opportunity?.['AccountId']);

  const credentials = { SF_ACCESS_TOKEN: salesforce.accessToken };
  const login = ['org', 'login', 'access-token', '--instance-url', salesforce.url, '--alias', 'local', '--no-prompt'];
  await sf(folder, [...login, '--set-default'], credentials);
  const values =
    `Account__c=${accountId} Opportunity__c=${String(opportunity?.['Id'])} Request_Type__c=Production_Deployment ` +
    'Deployment_Method__c=Kubernetes_Helm Hosting_Provider__c=AWS Strategy__c=Jointly_Managed';
  const create = ['data', 'create', 'record', '--sobject', 'Implementation_Request__c', '--values', values];
  const made = await sf(folder, create);
  const { id } = made.result as { id: string };
  const soql = `SELECT Name, Status__c FROM Implementation_Request__c WHERE Id = '${id}'`;
  const [filed] = await before.query(soql);
  const number = String(filed?.['Name']);
  expect(await sf(folder, ['data', 'query', '--query', soql])).toMatchObject({
    result: { totalSize: 1, records: [{ Name: number, Status__c: 'Submitted' }] },
  });

  const arrived = await arrival(before, id, accountId);
  expect(arrived.row).toEqual(expect.arrayContaining([id, number, 'Larkspur Media', 'Kubernetes (Helm)', 'AWS']));
  expect(arrived.traits).toMatchObject({ 'vitally.custom.implementationRequest': number });
  expect(arrived.messages).toHaveLength(1);
  expect(arrived.messages[0]).toContain(`${salesforce.url}/lightning/r/Implementation_Request__c/${id}/view`);

  const rows = (await before.backlog()).length;
  await stop(first.process);
  await using second = await startGroundwork('--state', state);
  const after = askVendors(second.ready);

  expect(await after.query(soql)).toMatchObject([{ Name: number }]);
  const still = await arrival(after, id, accountId);
  expect(still.row.slice(1)).toEqual(arrived.row.slice(1));
  expect((await after.backlog()).length).toBe(rows);
  expect((await after.messages()).filter((text) => text.includes(number))).toHaveLength(1);
}, 120_000);

test('an option that makes no sense is refused by name', async () => {
  await expect(startGroundwork('--port', 'many')).rejects.toThrow(
    '--port: expected a whole number from 0 to 65531, got "many"',
  );
});
