import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { AsyncJobs } from '../../emulators/salesforce/bulk-1/index.ts';
import type { AsyncJob } from '../../emulators/salesforce/bulk-1/job.ts';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ADMIN, clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

const NAMESPACE = 'http://www.force.com/2009/06/asyncapi/dataload';
const TYPES = { CSV: 'text/csv', JSON: 'application/json', XML: 'application/xml' };
type Format = keyof typeof TYPES;

function bulkOf(salesforce: SalesforceEmulator, username = ADMIN) {
  const token = salesforce.accessTokenFor(username);
  return async (
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    format?: Format,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(`${salesforce.url}/services/async/66.0${path}`, {
      method,
      headers: { 'x-sfdc-session': token, ...(format && { 'content-type': TYPES[format] }), ...headers },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
  };
}

type Bulk = ReturnType<typeof bulkOf>;

async function begin(bulk: Bulk, wish: Record<string, string>): Promise<string> {
  const elements = Object.entries(wish).map(([name, value]) => `<${name}>${value}</${name}>`);
  const { text } = await bulk('POST', '/job', `<jobInfo xmlns="${NAMESPACE}">${elements.join('')}</jobInfo>`, 'XML');
  return idIn(text);
}

/** Sends one batch and waits for its end; gives the path of the batch and what is told of it. */
async function process(bulk: Bulk, job: string, content: string, format: Format) {
  const path = `/job/${job}/batch/${idIn((await bulk('POST', `/job/${job}/batch`, content, format)).text)}`;
  for (;;) {
    const { text } = await bulk('GET', path);
    if (!/Queued|InProgress/.test(text)) return { path, info: text };
  }
}

function idIn(text: string): string {
  const [, ofXml, ofJson] = /<id>(\w{18})<\/id>|"id":"(\w{18})"/.exec(text) ?? [];
  return ofXml ?? ofJson ?? text;
}

function stateOf(state: 'Closed' | 'Aborted'): string {
  return `<jobInfo xmlns="${NAMESPACE}"><state>${state}</state></jobInfo>`;
}

function connectionOf(salesforce: SalesforceEmulator): Connection {
  const connection = new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
  });
  connection.bulk.pollInterval = 5;
  return connection;
}

test('jsforce inserts, updates, upserts, deletes and queries', async () => {
  const { salesforce } = await startSalesforce();
  const { bulk } = connectionOf(salesforce);

  const inserted = await bulk.load('Project__c', 'insert', [
    { Name: 'Bridge', Code__c: 'a', Budget__c: 5 },
    { Name: 'Tunnel', Code__c: 'b', Budget__c: -1 },
  ]);
  const [first, second] = inserted;
  const updated = await bulk.load('Project__c', 'update', [{ Id: String(first?.id), Name: 'New' }]);
  const upserted = await bulk.load('Project__c', 'upsert', { extIdField: 'Code__c' }, [
    { Code__c: 'a', Name: 'Wide', Budget__c: '7' },
    { Code__c: 'c', Name: 'Quay "B", north\nside', Budget__c: '' },
  ]);
  const rows = await (await bulk.query('SELECT Name, Budget__c FROM Project__c ORDER BY Code__c')).toArray();
  const deleted = await bulk.load('Project__c', 'delete', [{ Id: String(first?.id) }]);
  const left = await clientOf(salesforce)('GET', '/query?q=SELECT+Code__c+FROM+Project__c');

  expect(first).toMatchObject({ success: true, created: true, errors: [] });
  expect(second).toEqual({
    id: null,
    success: false,
    created: false,
    errors: ['FIELD_CUSTOM_VALIDATION_EXCEPTION:A budget is not negative.:Budget__c --'],
  });
  expect(updated).toMatchObject([{ id: first?.id, success: true, created: false }]);
  expect(upserted).toMatchObject([
    { id: first?.id, created: false },
    { success: true, created: true },
  ]);
  expect(rows).toEqual([
    { Name: 'Wide', Budget__c: '7' },
    { Name: 'Quay "B", north\nside', Budget__c: '' },
  ]);
  expect(deleted).toMatchObject([{ id: first?.id, success: true }]);
  expect(left.body).toMatchObject({ totalSize: 1, records: [{ Code__c: 'c' }] });
});

test('a job is told as XML in the order of the service, and closes', async () => {
  const { salesforce } = await startSalesforce();
  const bulk = bulkOf(salesforce);

  const job = await begin(bulk, { operation: 'insert', object: 'Project__c', contentType: 'CSV' });
  await process(bulk, job, 'Name\nBridge\n', 'CSV');
  const closed = await bulk('POST', `/job/${job}`, stateOf('Closed'), 'XML');
  const late = await bulk('POST', `/job/${job}/batch`, 'Name\nTunnel\n', 'CSV');

  expect([closed.status, closed.type]).toEqual([200, 'application/xml']);
  expect(closed.text.replace(/(\w*ProcessingTime)>\d+/g, '$1>0')).toBe(
    [
      `<?xml version="1.0" encoding="UTF-8"?><jobInfo\n   xmlns="${NAMESPACE}">`,
      ` <id>${job}</id>`,
      ' <operation>insert</operation>',
      ' <object>Project__c</object>',
      ` <createdById>${salesforce.org.findUser(ADMIN)?.id ?? ''}</createdById>`,
      ' <createdDate>2026-11-22T10:00:00.000Z</createdDate>',
      ' <systemModstamp>2026-11-22T10:00:00.000Z</systemModstamp>',
      ' <state>Closed</state>',
      ' <concurrencyMode>Parallel</concurrencyMode>',
      ' <contentType>CSV</contentType>',
      ' <numberBatchesQueued>0</numberBatchesQueued>',
      ' <numberBatchesInProgress>0</numberBatchesInProgress>',
      ' <numberBatchesCompleted>1</numberBatchesCompleted>',
      ' <numberBatchesFailed>0</numberBatchesFailed>',
      ' <numberBatchesTotal>1</numberBatchesTotal>',
      ' <numberRecordsProcessed>1</numberRecordsProcessed>',
      ' <numberRetries>0</numberRetries>',
      ' <apiVersion>66.0</apiVersion>',
      ' <numberRecordsFailed>0</numberRecordsFailed>',
      ' <totalProcessingTime>0</totalProcessingTime>',
      ' <apiActiveProcessingTime>0</apiActiveProcessingTime>',
      ' <apexProcessingTime>0</apexProcessingTime>',
      '</jobInfo>',
    ].join('\n'),
  );
  expect(late.status).toBe(400);
  expect(late.text).toContain('<exceptionCode>InvalidJobState</exceptionCode>');
});

test('a JSON job speaks JSON: rows with parents by external id, results, and datetimes as milliseconds', async () => {
  const { salesforce } = await startSalesforce();
  const bulk = bulkOf(salesforce);
  const wish = { operation: 'insert', object: 'Project__c', contentType: 'JSON' };

  const made = await bulk('POST', '/job', JSON.stringify(wish), 'JSON');
  const job = idIn(made.text);
  const rows = [
    { Name: 'Bridge', Budget__c: 5, Urgent__c: true },
    { Name: 'Tunnel', Budget__c: -1 },
  ];
  const { path, info } = await process(bulk, job, JSON.stringify(rows), 'JSON');
  const result = JSON.parse((await bulk('GET', `${path}/result`)).text) as unknown;
  const list = JSON.parse((await bulk('GET', `/job/${job}/batch`)).text) as unknown;
  const sent = await bulk('GET', `${path}/request`);
  const query = await begin(bulk, { operation: 'query', object: 'Project__c', contentType: 'JSON' });
  const soql = 'SELECT Name, Urgent__c, CreatedDate FROM Project__c';
  const answered = await process(bulk, query, soql, 'JSON');
  const [id = ''] = JSON.parse((await bulk('GET', `${answered.path}/result`)).text) as string[];
  const records = JSON.parse((await bulk('GET', `${answered.path}/result/${id}`)).text) as unknown;

  expect(made.status).toBe(201);
  expect(JSON.parse(made.text)).toMatchObject({ ...wish, apiVersion: 66, state: 'Open', externalIdFieldName: null });
  expect(JSON.parse(info)).toMatchObject({ state: 'Completed', numberRecordsProcessed: 2, numberRecordsFailed: 1 });
  expect(list).toEqual({ batchInfo: [JSON.parse(info)] });
  expect(sent).toMatchObject({ text: JSON.stringify(rows) });
  expect(result).toMatchObject([
    { success: true, created: true, errors: [] },
    {
      success: false,
      created: false,
      id: null,
      errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Budget__c'] }],
    },
  ]);
  expect(id).toHaveLength(15);
  expect(records).toMatchObject([
    {
      attributes: { type: 'Project__c' },
      Name: 'Bridge',
      Urgent__c: true,
      CreatedDate: Date.parse('2026-11-22T10:00:00Z'),
    },
  ]);
});

test('an XML job reads and writes XML; nil makes a field blank and an empty element leaves it alone', async () => {
  const { salesforce } = await startSalesforce();
  const bulk = bulkOf(salesforce);
  const id = createRecord(salesforce, 'Project__c', { Name: 'Old & new', Code__c: 'a', Budget__c: 5, Batch__c: 'x' });

  const job = await begin(bulk, { operation: 'update', object: 'Project__c' });
  const row = `<Id>${id}</Id><Budget__c xsi:nil="true"/><Batch__c></Batch__c><Code__c>b</Code__c>`;
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const batch = `<sObjects xmlns="${NAMESPACE}" ${xsi}><sObject>${row}</sObject></sObjects>`;
  const { path } = await process(bulk, job, batch, 'XML');
  const result = await bulk('GET', `${path}/result`);
  const query = await begin(bulk, { operation: 'queryAll', object: 'Project__c', contentType: 'XML' });
  const soql = 'SELECT Name, Code__c, Budget__c, Batch__c FROM Project__c';
  const answered = await process(bulk, query, soql, 'XML');
  const [, resultId = ''] = /<result>(\w+)</.exec((await bulk('GET', `${answered.path}/result`)).text) ?? [];
  const { text } = await bulk('GET', `${answered.path}/result/${resultId}`);

  expect(result.text.replace(/\s*\n\s*/g, '')).toContain(
    `<result><id>${id}</id><success>true</success><created>false</created></result>`,
  );
  expect(text.replace(/\s*\n\s*/g, '')).toContain(
    '<records xsi:type="sObject"><type>Project__c</type><Name>Old &amp; new</Name><Code__c>b</Code__c><Budget__c xsi:nil="true"></Budget__c><Batch__c>x</Batch__c></records>',
  );
});

test.each([
  ['insert', 'Name,Nothing__c\na,b\n', 'InvalidBatch : Field name not found : Nothing__c'],
  ['delete', 'Id,Name\na,b\n', 'InvalidBatch : delete batch must contain only ids'],
  ['insert', '', 'InvalidBatch : Records not processed'],
  ['query', 'SELECT Nothing__c FROM Project__c', 'InvalidBatch : Failed to process query: INVALID_FIELD: '],
  [
    'query',
    'SELECT Id FROM Account',
    'InvalidBatch : Failed to process query: INVALID_TYPE_FOR_OPERATION: The root entity of the requested query (Account) does not match the entity of the requested Bulk API Job (Project__c).',
  ],
  ['query', 'SELECT COUNT(Id) FROM Project__c', 'FUNCTIONALITY_NOT_ENABLED: Aggregate Relationships not supported'],
])('a batch of %s with %j fails as a whole', async (operation, content, message) => {
  const { salesforce } = await startSalesforce();
  const bulk = bulkOf(salesforce);

  const job = await begin(bulk, { operation, object: 'Project__c', contentType: 'CSV' });
  const { path, info } = await process(bulk, job, content, 'CSV');
  const result = await bulk('GET', `${path}/result`);

  expect(info).toContain('<state>Failed</state>');
  expect(info).toContain(`<stateMessage>`);
  expect(info).toContain(message);
  expect(result.status).toBe(400);
  expect(result.text).toContain('<exceptionMessage>Batch not completed</exceptionMessage>');
});

test.each([
  ['POST', '/job', '{"operation":"insert","object":"Nope"}', 'InvalidEntity'],
  ['POST', '/job', '{"object":"Project__c"}', 'InvalidJob'],
  ['POST', '/job', '{"operation":"grow","object":"Project__c"}', 'InvalidJob'],
  ['POST', '/job', '{"operation":"upsert","object":"Project__c"}', 'InvalidJob'],
  ['POST', '/job', '{"operation":"upsert","object":"Project__c","externalIdFieldName":"Notes__c"}', 'InvalidJob'],
  ['POST', '/job', '{"operation":"insert","object":"Project__c","contentType":"ZIP_CSV"}', 'InvalidJob'],
  ['POST', '/job', '{"operation":"insert","object":"Project__c","assignmentRuleId":"01Q"}', 'InvalidJob'],
  ['POST', '/job', '{', 'ClientInputError'],
  ['GET', '/job/750000000000000AAA', undefined, 'InvalidJob'],
])('%s %s with %s is refused as %s', async (method, path, body, exceptionCode) => {
  const { salesforce } = await startSalesforce();

  const { status, text } = await bulkOf(salesforce)(method, path, body, 'JSON');

  expect([status, JSON.parse(text)]).toMatchObject([400, { exceptionCode }]);
});

test('without a session, or with a version or a feature that is not served, the error is XML', async () => {
  const { salesforce } = await startSalesforce();
  const bulk = bulkOf(salesforce);
  const job = `<jobInfo xmlns="${NAMESPACE}"><operation>query</operation><object>Account</object></jobInfo>`;

  const stranger = await bulk('POST', '/job', job, 'XML', { 'x-sfdc-session': 'nobody' });
  const chunked = await bulk('POST', '/job', job, 'XML', { 'sforce-enable-pkchunking': 'chunkSize=100' });
  const broken = await bulk('POST', '/job', '<jobInfo>', 'XML');
  const old = await fetch(`${salesforce.url}/services/async/16.0/job/1`);
  const reader = await bulkOf(salesforce, READER)('POST', '/job', job.replace('query', 'hardDelete'), 'XML');

  expect(stranger.text).toBe(
    `<?xml version="1.0" encoding="UTF-8"?><error\n   xmlns="${NAMESPACE}">\n <exceptionCode>InvalidSessionId</exceptionCode>\n <exceptionMessage>Invalid session id</exceptionMessage>\n</error>`,
  );
  expect(chunked.text).toContain('FeatureNotEnabled');
  expect(broken.text).toContain('InvalidXML');
  expect(await old.text()).toContain('<exceptionMessage>unknown version: 16.0</exceptionMessage>');
  expect(reader.text).toContain('FeatureNotEnabled');
});

test('a job that is over is not changed; hardDelete leaves nothing in the recycle bin', async () => {
  const { salesforce } = await startSalesforce();
  const bulk = bulkOf(salesforce);
  const id = createRecord(salesforce, 'Project__c', { Name: 'Old' });

  const job = await begin(bulk, { operation: 'hardDelete', object: 'Project__c', contentType: 'CSV' });
  await process(bulk, job, `Id\n${id}\n`, 'CSV');
  const aborted = await bulk('POST', `/job/${job}`, stateOf('Aborted'), 'XML');
  const again = await bulk('POST', `/job/${job}`, stateOf('Closed'), 'XML');
  const empty = await begin(bulk, { operation: 'insert', object: 'Project__c', contentType: 'CSV' });
  const none = await bulk('GET', `/job/${empty}/batch`);
  const { body } = await clientOf(salesforce)('GET', '/queryAll?q=SELECT+Id+FROM+Project__c');

  expect(aborted.text).toContain('<state>Aborted</state>');
  expect(again.text).toContain('<exceptionCode>InvalidJobState</exceptionCode>');
  expect(none.text).toBe(`<?xml version="1.0" encoding="UTF-8"?><batchInfoList\n   xmlns="${NAMESPACE}" />`);
  expect(body).toMatchObject({ totalSize: 0 });
});

test('an aborted job leaves undone what is in the queue', async () => {
  const { salesforce } = await startSalesforce();
  const { org } = salesforce;
  const user = org.findUser(ADMIN);
  if (user === undefined) throw new Error('no administrator');
  const now = org.clock.now();
  const job: AsyncJob = {
    id: '750000000000001AAA',
    user,
    version: '66.0',
    operation: 'insert',
    object: 'Project__c',
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    state: 'Open',
    createdAt: now,
    changedAt: now,
    origin: '',
    batches: [],
  };
  const jobs = new AsyncJobs(org);

  const first = jobs.addBatch(job, Buffer.from('Name\nBridge\n'));
  const second = jobs.addBatch(job, Buffer.from('Name\nTunnel\n'));
  while (first.state !== 'Completed') await new Promise(setImmediate);
  jobs.end(job, 'Aborted');
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);

  expect([job.state, first.state, second.state]).toEqual(['Aborted', 'Completed', 'NotProcessed']);
  expect((await clientOf(salesforce)('GET', '/query?q=SELECT+Name+FROM+Project__c')).body).toMatchObject({
    records: [{ Name: 'Bridge' }],
  });
});

test('what a client has compressed is read, and what only says so is refused', async () => {
  const { salesforce } = await startSalesforce();
  const bulk = bulkOf(salesforce);
  const wish = '{"operation":"insert","object":"Project__c","contentType":"JSON"}';
  const zipped = { 'content-encoding': 'gzip' };

  const made = await bulk('POST', '/job', new Uint8Array(gzipSync(wish)), 'JSON', zipped);
  const plain = await bulk('POST', '/job', wish, 'JSON', zipped);

  expect(made.status).toBe(201);
  expect(JSON.parse(plain.text)).toMatchObject({ exceptionCode: 'ClientInputError' });
});
