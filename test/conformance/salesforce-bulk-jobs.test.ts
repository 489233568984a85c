import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ADMIN, clientOf, createRecord, startSalesforce, stopSalesforce } from './salesforce-org.ts';

let salesforce: SalesforceEmulator;

beforeEach(async () => {
  ({ salesforce } = await startSalesforce());
});
afterEach(stopSalesforce);

type Job = Record<string, unknown>;

async function send(method: string, path: string, body?: string | FormData, type?: string): Promise<Response> {
  const authorization = `Bearer ${salesforce.accessTokenFor(ADMIN)}`;
  return fetch(`${salesforce.url}/services/data/v66.0/jobs${path}`, {
    method,
    headers: { authorization, ...(type !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  });
}

async function sendJson(method: string, path: string, body: object): Promise<Job> {
  return (await (await send(method, path, JSON.stringify(body), 'application/json')).json()) as Job;
}

async function finished(path: string): Promise<Job> {
  for (;;) {
    const job = (await (await send('GET', path)).json()) as Job;
    if (job['state'] !== 'UploadComplete' && job['state'] !== 'InProgress') return job;
  }
}

async function ingest(job: object, csv: string): Promise<Job> {
  const path = `/ingest/${String((await sendJson('POST', '/ingest', job))['id'])}`;
  await send('PUT', `${path}/batches`, csv, 'text/csv');
  await sendJson('PATCH', path, { state: 'UploadComplete' });
  return finished(path);
}

test('a file is read and its results are written with any delimiter and either line ending', async () => {
  const signs = { BACKQUOTE: '`', CARET: '^', COMMA: ',', PIPE: '|', SEMICOLON: ';', TAB: '\t' };
  const told: string[] = [];
  for (const [columnDelimiter, sign] of Object.entries(signs)) {
    for (const [lineEnding, end] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ]) {
      const job = { object: 'Project__c', operation: 'insert', columnDelimiter, lineEnding };
      const csv = [`Name${sign}Batch__c`, `"a${sign}b"${sign}${columnDelimiter}`, ''].join(end);
      const { id } = await ingest(job, csv);
      const text = await (await send('GET', `/ingest/${String(id)}/successfulResults`)).text();
      told.push(text.replace(/^"sf__Id".*\r?\n"\w{18}"/, ''));
    }
  }

  const expected = Object.entries(signs).flatMap(([name, sign]) =>
    ['\n', '\r\n'].map((end) => `${sign}"true"${sign}"a${sign}b"${sign}"${name}"${end}`),
  );
  expect(told).toEqual(expected);
  const { body } = await clientOf(salesforce)('GET', '/query?q=SELECT+COUNT()+FROM+Project__c');
  expect(body).toMatchObject({ totalSize: 12 });
});

test('a job and its data may come in one request', async () => {
  const form = new FormData();
  form.append(
    'job',
    new Blob([JSON.stringify({ object: 'Project__c', operation: 'insert' })], { type: 'application/json' }),
  );
  form.append('content', new Blob(['Name\nQuay\nDock\n'], { type: 'text/csv' }), 'content');

  const made = (await (await send('POST', '/ingest', form)).json()) as Job;
  const job = await finished(`/ingest/${String(made['id'])}`);
  const lacking = new FormData();
  lacking.append('job', '{}');
  const refused = await send('POST', '/ingest', lacking);

  expect(made).toMatchObject({ state: 'UploadComplete', object: 'Project__c' });
  expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 0 });
  expect([refused.status, await refused.json()]).toMatchObject([400, [{ errorCode: 'INVALIDJOB' }]]);
});

test('jobs are listed by type, a thousand on a page', async () => {
  const one = JSON.stringify({ object: 'Project__c', operation: 'insert' });
  for (let made = 0; made < 1001; made += 91) {
    await Promise.all(Array.from({ length: 91 }, async () => send('POST', '/ingest', one, 'application/json')));
  }
  await sendJson('POST', '/query', { operation: 'query', query: 'SELECT Id FROM Project__c' });

  const list = async (path: string): Promise<{ done: boolean; records: Job[]; nextRecordsUrl: string | null }> =>
    (await (await send('GET', path)).json()) as never;
  const first = await list('/ingest');
  const second = await list((first.nextRecordsUrl ?? '').replace('/services/data/v66.0/jobs', ''));
  const classic = await list('/ingest?jobType=Classic');
  const chunked = await list('/ingest?jobType=V2Ingest&isPkChunkingEnabled=true');
  const queries = await list('/query?jobType=V2Query&concurrencyMode=parallel');

  expect([first.done, first.records.length, second.done, second.records.length]).toEqual([false, 1000, true, 1]);
  expect(second).toMatchObject({ nextRecordsUrl: null, records: [{ jobType: 'V2Ingest', state: 'Open' }] });
  expect([classic.records, chunked.records]).toEqual([[], []]);
  expect(queries.records).toMatchObject([{ jobType: 'V2Query' }]);
});

test('what is wrong with one row is told for it alone, in each operation', async () => {
  const id = createRecord(salesforce, 'Project__c', { Name: 'Old', Code__c: 'a' });
  const gone = 'a00000000000001AAA';
  const failures = async (job: object, csv: string): Promise<string[]> => {
    const { id: jobId } = await ingest({ object: 'Project__c', ...job }, csv);
    const text = await (await send('GET', `/ingest/${String(jobId)}/failedResults`)).text();
    return text.split('\n').slice(1, -1);
  };

  expect(await failures({ operation: 'insert' }, 'Name,Code__c\nNew,a\nOther,b\n')).toEqual([
    `"","DUPLICATE_VALUE:duplicate value found: Code__c duplicates value on record with id: ${id.slice(0, 15)}:--","New","a"`,
  ]);
  expect(await failures({ operation: 'update' }, `Id,Stage__c\n${id},Ghost\n`)).toEqual([
    `"${id}","INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Stage: bad value for restricted picklist field: Ghost:Stage__c --","${id}","Ghost"`,
  ]);
  expect(await failures({ operation: 'upsert', externalIdFieldName: 'Code__c' }, 'Code__c,Name\n,None\n')).toEqual([
    '"","MISSING_ARGUMENT:Code__c not specified:--","","None"',
  ]);
  expect((await failures({ operation: 'delete' }, `Id\n${gone}\n`))[0]).toContain('INVALID_CROSS_REFERENCE_KEY');
});
