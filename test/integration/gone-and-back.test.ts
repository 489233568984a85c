import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openBacklog, type Backlog } from './support/backlog.ts';
import { fileRequest, NORTHWIND, type Filed } from './support/file-request.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

const REQUEST = 'Implementation_Request__c';
const DAY = 24 * 60 * 60_000;
let landscape: Landscape;
let backlog: Backlog;
let filed: Filed;

beforeAll(async () => {
  landscape = await startLandscape();
  backlog = openBacklog(landscape.googleSheets);
});

afterAll(() => landscape.close());

beforeEach(async () => {
  filed = await fileRequest(landscape.admin, NORTHWIND);
  expect((await landscape.cycle()).failures).toEqual({});
});

async function expectQuiet(): Promise<void> {
  await landscape.cycle();
  expect(await landscape.cycle()).toMatchObject({ cells: 0, edits: 0, refusals: 0, calls: { sheetWrites: 0 } });
}

/** Deletes a record past the recycle bin, as an administrator can through the Bulk API. */
async function deleteForGood(id: string): Promise<void> {
  const { url } = landscape.salesforce;
  const authorization = `Bearer ${landscape.salesforce.accessTokenFor('adi@groundwork.example')}`;
  const jobs = `${url}/services/data/v66.0/jobs/ingest`;
  const send = (method: string, path: string, type: string, body: string): Promise<Response> =>
    fetch(`${jobs}${path}`, { method, headers: { authorization, 'content-type': type }, body });
  const settings = { object: REQUEST, operation: 'hardDelete', contentType: 'CSV', lineEnding: 'LF' };
  const job = (await (await send('POST', '', 'application/json', JSON.stringify(settings))).json()) as { id: string };
  await send('PUT', `/${job.id}/batches`, 'text/csv', `Id\n${id}\n`);
  await send('PATCH', `/${job.id}`, 'application/json', '{"state":"UploadComplete"}');
  for (;;) {
    const answer = await fetch(`${jobs}/${job.id}`, { headers: { authorization } });
    const { state } = (await answer.json()) as { state: string };
    if (state === 'JobComplete') return;
    if (state === 'Failed') throw new Error('The job failed');
    await wait(20);
  }
}

async function undelete(id: string): Promise<void> {
  await fetch(`${landscape.salesforce.url}/_emulator/undelete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids: [id] }),
  });
}

test('a request that comes out of the recycle bin has its row again', async () => {
  await landscape.admin.remove(REQUEST, filed.id);
  await landscape.cycle();
  expect(backlog.row(filed.number)).toBeUndefined();

  await undelete(filed.id);
  await landscape.cycle();

  expect(backlog.row(filed.number)).toMatchObject({ Customer: 'Northwind Logistics' });
  await expectQuiet();
});

test('an Account and an Opportunity that are renamed reach the row', async () => {
  const [opportunity] = await landscape.admin.query(`SELECT Id FROM Opportunity WHERE Name = '${NORTHWIND}'`);
  const original = filed.accountId;
  await landscape.admin.update('Opportunity', String(opportunity?.['Id']), { Name: `${NORTHWIND}, renewed` });
  await landscape.admin.update('Account', original, { Name: 'Northwind Old' });
  await landscape.cycle();
  expect(backlog.row(filed.number)).toMatchObject({
    Customer: 'Northwind Old',
    Opportunity: `${NORTHWIND}, renewed`,
  });

  await landscape.admin.update('Account', original, { Name: 'Northwind Logistics' });
  await landscape.admin.update('Opportunity', String(opportunity?.['Id']), { Name: NORTHWIND });
  await landscape.cycle();
  await expectQuiet();
});

test('an Account that is merged with another keeps its rows, under the name that stays', async () => {
  const { admin } = landscape;
  const master = await admin.create('Account', { Name: 'Northwind Group' });
  const before = backlog.row(filed.number);
  const rows = backlog.rows().length;
  const place = backlog.indexOf(filed.number);

  const [request] = await admin.query(`SELECT Opportunity__c FROM ${REQUEST} WHERE Id = '${filed.id}'`);
  await admin.update('Opportunity', String(request?.['Opportunity__c']), { AccountId: master });
  await landscape.cycle();

  expect(before).toMatchObject({ Customer: 'Northwind Logistics' });
  expect(backlog.row(filed.number)).toMatchObject({
    Customer: 'Northwind Group',
    Opportunity: before?.['Opportunity'],
  });
  expect([backlog.rows().length, backlog.indexOf(filed.number)]).toEqual([rows, place]);
  await expectQuiet();

  await admin.update('Opportunity', String(request?.['Opportunity__c']), { AccountId: filed.accountId });
  await landscape.cycle();
});

test('a row typed by hand is left alone and told of once', async () => {
  const { human } = landscape.googleSheets;
  const at = human.read('Backlog').length;
  human.edit('Backlog', `F${at + 1}`, 'A customer without a request');
  human.edit('Backlog', `C${at + 1}`, '1');
  await landscape.cycle();
  const lines = backlog.issues().length;

  expect(backlog.issues().at(-1)?.at(-1)).toBe(
    `Row ${at + 1} belongs to no request, so nothing of it is taken over. File it in Salesforce.`,
  );
  landscape.restart();
  await landscape.cycle();
  expect(backlog.issues()).toHaveLength(lines);
  human.deleteRow('Backlog', at);
  await expectQuiet();
});

test('a sort of some columns that leaves key and number in place changes nothing in Salesforce', async () => {
  const ranks = `SELECT Name, Backlog_Rank__c, Next_Steps__c FROM ${REQUEST} ORDER BY Name`;
  const before = [await landscape.admin.query(ranks), new Map(backlog.rows().map((row) => [row['Request'], row]))];
  landscape.googleSheets.human.sortRange('Backlog', `C2:BA${backlog.rows().length + 1}`, 2, true);
  expect(await landscape.cycle()).toMatchObject({ edits: 0, failures: {} });

  expect([await landscape.admin.query(ranks), new Map(backlog.rows().map((row) => [row['Request'], row]))]).toEqual(
    before,
  );
  await expectQuiet();
});

// Last: the emulators' clocks do not follow, so that nobody can sign in any more.
test('a request that is gone for good leaves the sheet when everything is compared, once a night', async () => {
  await deleteForGood(filed.id);
  landscape.passTime(DAY);
  const record = await landscape.cycle();

  expect(record.failures).toEqual({});
  expect(backlog.row(filed.number)).toBeUndefined();
  await expectQuiet();
});
