import { afterEach, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { ADMIN, clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

async function start() {
  const { salesforce, clock } = await startSalesforce();
  const client = clientOf(salesforce);
  const connection = new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
  });
  const queryAll = async (soql: string) => (await connection.query(soql, { scanAll: true })).records;
  return { salesforce, clock, client, connection, queryAll };
}

test('jsforce takes a project out of the recycle bin, and its milestones come with it', async () => {
  const { salesforce, clock, client, connection, queryAll } = await start();
  const project = createRecord(salesforce, 'Project__c', { Name: 'Move' });
  createRecord(salesforce, 'Milestone__c', { Name: 'Pack', Project__c: project });
  await client('DELETE', `/sobjects/Project__c/${project}`);
  const gone = await queryAll('SELECT Name, IsDeleted FROM Milestone__c');
  clock.advance(5_000);

  const results = await connection.soap.undelete([project]);

  expect(gone).toMatchObject([{ Name: 'Pack', IsDeleted: true }]);
  expect(results).toMatchObject([{ id: project, success: true }]);
  expect(await queryAll('SELECT Name, IsDeleted, SystemModstamp FROM Milestone__c')).toMatchObject([
    { Name: 'Pack', IsDeleted: false, SystemModstamp: '2026-11-22T10:00:05.000+0000' },
  ]);
  expect(await client('GET', `/sobjects/Project__c/${project}`)).toMatchObject({
    status: 200,
    body: { Name: 'Move', SystemModstamp: '2026-11-22T10:00:05.000+0000' },
  });
});

test('what is not in the bin is told one by one', async () => {
  const { salesforce, connection } = await start();
  const project = createRecord(salesforce, 'Project__c', { Name: 'Move' });

  const results = await connection.soap.undelete([project, 'nothing']);

  expect(results).toMatchObject([
    {
      success: false,
      errors: [{ statusCode: 'UNDELETE_FAILED', message: 'entity is not in the recycle bin' }],
    },
    { success: false, errors: [{ statusCode: 'MALFORMED_ID' }] },
  ]);
});

test('other operations and other people are refused', async () => {
  const { salesforce, client, connection } = await start();
  const project = createRecord(salesforce, 'Project__c', { Name: 'Move' });
  await client('DELETE', `/sobjects/Project__c/${project}`);
  const reader = new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(READER),
    version: '66.0',
  });
  const stranger = new Connection({ instanceUrl: salesforce.url, accessToken: 'none', version: '66.0' });

  expect(await reader.soap.undelete([project])).toMatchObject([
    { success: false, errors: [{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] },
  ]);
  await expect(stranger.soap.undelete([project])).rejects.toThrow('INVALID_SESSION_ID');
  await expect(connection.soap.emptyRecycleBin([project])).rejects.toThrow(
    'No operation available for request {urn:partner.soap.sforce.com}emptyRecycleBin',
  );
});

test('the lever of the recycle bin restores, and refuses what is no list of ids', async () => {
  const { salesforce, client } = await start();
  const project = createRecord(salesforce, 'Project__c', { Name: 'Move' });
  await client('DELETE', `/sobjects/Project__c/${project}`);
  const undelete = (body: unknown) =>
    fetch(`${salesforce.url}/_emulator/undelete`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const restored = await undelete({ ids: [project] });

  expect([restored.status, await restored.json()]).toEqual([
    200,
    { results: [{ id: project, success: true, errors: [] }] },
  ]);
  expect((await undelete({ ids: 'all' })).status).toBe(400);
  expect(await client('GET', `/sobjects/Project__c/${project}`)).toMatchObject({ status: 200 });
});
