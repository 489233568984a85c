import { afterEach, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ADMIN, clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

const FAST = { pollInterval: 5, pollTimeout: 20_000 };

function connectionOf(salesforce: SalesforceEmulator): Connection {
  return new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
  });
}

/** Speaks CSV and JSON to the job addresses. */
function bulkOf(salesforce: SalesforceEmulator, username = ADMIN) {
  return async (method: string, path: string, body?: string | object) => {
    const response = await fetch(`${salesforce.url}/services/data/v66.0/jobs${path}`, {
      method,
      headers: {
        authorization: `Bearer ${salesforce.accessTokenFor(username)}`,
        ...(body !== undefined && { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, text, json };
  };
}

async function ingest(salesforce: SalesforceEmulator, job: object, csv: string): Promise<Record<string, unknown>> {
  const bulk = bulkOf(salesforce);
  const { json: made } = await bulk('POST', '/ingest', job);
  const path = `/ingest/${String(made['id'])}`;
  await bulk('PUT', `${path}/batches`, csv);
  await bulk('PATCH', path, { state: 'UploadComplete' });
  return finished(salesforce, path);
}

async function finished(salesforce: SalesforceEmulator, path: string): Promise<Record<string, unknown>> {
  const bulk = bulkOf(salesforce);
  for (;;) {
    const { json } = await bulk('GET', path);
    if (json['state'] !== 'UploadComplete' && json['state'] !== 'InProgress') return json;
  }
}

test('jsforce loads rows, learns of each what became of it, and reads them back', async () => {
  const { salesforce } = await startSalesforce();
  const { bulk2 } = connectionOf(salesforce);

  const loaded = await bulk2.loadAndWaitForResults({
    object: 'Project__c',
    operation: 'insert',
    input: [
      { Name: 'Bridge', Budget__c: '5' },
      { Name: 'Tunnel', Budget__c: '-1' },
      { Name: 'Quay "B", north\nside', Budget__c: '' },
    ],
    ...FAST,
  });
  const stream = await bulk2.query(
    'SELECT Name, Budget__c, Urgent__c, CreatedDate FROM Project__c ORDER BY Name',
    FAST,
  );
  const rows = await stream.toArray();

  expect(loaded.successfulResults).toMatchObject([
    { sf__Created: 'true', Name: 'Bridge' },
    { sf__Created: 'true', Name: 'Quay "B", north\nside' },
  ]);
  expect(loaded.failedResults).toEqual([
    {
      sf__Id: '',
      sf__Error: 'FIELD_CUSTOM_VALIDATION_EXCEPTION:A budget is not negative.:Budget__c --',
      Name: 'Tunnel',
      Budget__c: '-1',
    },
  ]);
  expect(loaded.unprocessedRecords).toEqual([]);
  expect(rows).toEqual([
    { Name: 'Bridge', Budget__c: '5', Urgent__c: 'false', CreatedDate: '2026-11-22T10:00:00.000Z' },
    { Name: 'Quay "B", north\nside', Budget__c: '', Urgent__c: 'false', CreatedDate: '2026-11-22T10:00:00.000Z' },
  ]);
});

test('updates, upserts and deletes; an empty value leaves a field alone, #N/A makes it blank', async () => {
  const { salesforce } = await startSalesforce();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Old', Code__c: 'a', Budget__c: 5, Batch__c: 'x' });

  const updated = await ingest(
    salesforce,
    { object: 'Project__c', operation: 'update', lineEnding: 'CRLF', columnDelimiter: 'SEMICOLON' },
    `Id;Name;Budget__c;Batch__c\r\n${id};New;#N/A;\r\n`,
  );
  const upserted = await ingest(
    salesforce,
    { object: 'Project__c', operation: 'upsert', externalIdFieldName: 'Code__c' },
    'Code__c,Name\na,Newer\nb,Fresh\n',
  );
  const query = clientOf(salesforce);
  const { body } = await query(
    'GET',
    '/query?q=SELECT+Name,Code__c,Budget__c,Batch__c+FROM+Project__c+ORDER+BY+Code__c',
  );
  const results = await bulkOf(salesforce)('GET', `/ingest/${String(upserted['id'])}/successfulResults`);
  const deleted = await ingest(salesforce, { object: 'Project__c', operation: 'delete' }, `Id\n${id}\n`);

  expect(updated).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 0 });
  expect(body).toMatchObject({
    records: [
      { Name: 'Newer', Code__c: 'a', Budget__c: null, Batch__c: 'x' },
      { Name: 'Fresh', Code__c: 'b' },
    ],
  });
  expect(results.text.split('\n')[1]).toBe(`"${id}","false","a","Newer"`);
  expect(deleted).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 0 });
});

test('what is deleted hard is not in the recycle bin, and only an administrator does so', async () => {
  const { salesforce } = await startSalesforce();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Old' });

  const refused = await bulkOf(salesforce, READER)('POST', '/ingest', {
    object: 'Project__c',
    operation: 'hardDelete',
  });
  const { state } = await ingest(salesforce, { object: 'Project__c', operation: 'hardDelete' }, `Id\n${id}\n`);
  const { body } = await clientOf(salesforce)('GET', '/queryAll?q=SELECT+Id+FROM+Project__c');

  expect(refused.json).toMatchObject([{ errorCode: 'FEATURENOTENABLED' }]);
  expect(state).toBe('JobComplete');
  expect(body).toMatchObject({ totalSize: 0 });
});

test.each([
  ['a column that is no field', 'Name,Nothing__c\na,b\n', 'InvalidBatch : Field name not found : Nothing__c'],
  [
    'the other line ending',
    'Name\r\na\r\n',
    'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
  ],
  ['nothing', '', 'InvalidBatch : Records not processed'],
])('a file with %s fails as a whole and its rows stay unprocessed', async (_what, csv, errorMessage) => {
  const { salesforce } = await startSalesforce();

  const job = await ingest(salesforce, { object: 'Project__c', operation: 'insert' }, csv);
  const { text } = await bulkOf(salesforce)('GET', `/ingest/${String(job['id'])}/unprocessedrecords`);

  expect(job).toMatchObject({ state: 'Failed', errorMessage, numberRecordsProcessed: 0 });
  expect(text.split('\n').filter((line) => line !== '')).toHaveLength(
    csv.split('\n').filter((one) => one !== '').length,
  );
});

test('a job goes its way once: a second upload, a second close and results before the end are refused', async () => {
  const { salesforce } = await startSalesforce();
  const bulk = bulkOf(salesforce);
  const made = await bulk('POST', '/ingest', { object: 'Project__c', operation: 'insert' });
  const path = `/ingest/${String(made.json['id'])}`;

  const first = await bulk('PUT', `${path}/batches`, 'Name\na\n');
  const second = await bulk('PUT', `${path}/batches`, 'Name\nb\n');
  const early = await bulk('GET', `${path}/successfulResults`);
  const open = await bulk('DELETE', path);
  const aborted = await bulk('PATCH', path, { state: 'Aborted' });
  const late = await bulk('PATCH', path, { state: 'UploadComplete' });
  const unprocessed = await bulk('GET', `${path}/unprocessedrecords`);
  const list = await bulk('GET', '/ingest');
  const deleted = await bulk('DELETE', path);
  const gone = await bulk('GET', path);

  expect(made.json).toMatchObject({
    state: 'Open',
    apiVersion: 66,
    contentType: 'CSV',
    contentUrl: `services/data/v66.0/jobs${path}/batches`,
  });
  expect(first.status).toBe(201);
  expect(second.json).toMatchObject([{ errorCode: 'INVALIDJOB' }]);
  expect(early.json).toMatchObject([{ errorCode: 'INVALIDJOBSTATE' }]);
  expect(open.status).toBe(400);
  expect(aborted.json).toMatchObject({ state: 'Aborted' });
  expect(late.status).toBe(400);
  expect(unprocessed.text).toBe('"Name"\n"a"\n');
  expect(list.json).toMatchObject({ done: true, records: [{ state: 'Aborted' }] });
  expect(deleted.status).toBe(204);
  expect(gone.status).toBe(404);
});

test('a query job gives its answer in pages', async () => {
  const { salesforce } = await startSalesforce();
  const account = createRecord(salesforce, 'Account', { Name: 'Acme' });
  for (const Name of ['A', 'B', 'C']) createRecord(salesforce, 'Project__c', { Name, Account__c: account });
  const bulk = bulkOf(salesforce);

  const made = await bulk('POST', '/query', {
    operation: 'query',
    query: 'SELECT Name, Account__r.Name FROM Project__c ORDER BY Name',
  });
  const path = `/query/${String(made.json['id'])}`;
  const job = await finished(salesforce, path);
  const first = await bulk('GET', `${path}/results?maxRecords=2`);
  const locator = first.headers.get('sforce-locator') ?? '';
  const second = await bulk('GET', `${path}/results?maxRecords=2&locator=${locator}`);
  const list = await bulk('GET', '/query');
  const deleted = await bulk('DELETE', path);

  expect(job).toMatchObject({ state: 'JobComplete', object: 'Project__c', numberRecordsProcessed: 3 });
  expect(first.text).toBe('"Name","Account__r.Name"\n"A","Acme"\n"B","Acme"\n');
  expect(first.headers.get('sforce-numberofrecords')).toBe('2');
  expect(second.text).toBe('"Name","Account__r.Name"\n"C","Acme"\n');
  expect(second.headers.get('sforce-locator')).toBe('null');
  expect(list.json).toMatchObject({ done: true, records: [{ state: 'JobComplete' }] });
  expect(deleted.status).toBe(204);
});

test.each([
  ['SELECT COUNT() FROM Project__c', 'API_ERROR'],
  ['SELECT Id, (SELECT Id FROM Projects__r) FROM Account', 'API_ERROR'],
  ['SELECT BillingAddress FROM Account', 'API_ERROR'],
  ['SELECT Nothing__c FROM Project__c', 'INVALID_FIELD'],
  ["SELECT Id FROM Project__c WHERE Nothing__c = 'a'", 'INVALID_FIELD'],
  ['SELECT Id FROM', 'MALFORMED_QUERY'],
])('%s is no query for a job', async (query, errorCode) => {
  const { salesforce } = await startSalesforce();

  const { status, json } = await bulkOf(salesforce)('POST', '/query', { operation: 'query', query });

  expect(status).toBe(400);
  expect(json).toMatchObject([{ errorCode }]);
});

test('a query job that is done cannot be aborted', async () => {
  const { salesforce } = await startSalesforce();
  const bulk = bulkOf(salesforce);
  const made = await bulk('POST', '/query', { operation: 'queryAll', query: 'SELECT Id FROM Project__c' });
  const path = `/query/${String(made.json['id'])}`;
  await finished(salesforce, path);

  const late = await bulk('PATCH', path, { state: 'Aborted' });

  expect(late.json).toMatchObject([{ errorCode: 'INVALIDJOBSTATE' }]);
});
