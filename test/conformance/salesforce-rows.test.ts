import { afterEach, expect, test } from '@jest/globals';
import { clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

const BEFORE = 'Sun, 22 Nov 2026 09:59:59 GMT';
const THEN = 'Sun, 22 Nov 2026 10:00:00 GMT';

test('a row that has not changed since is not sent again', async () => {
  const { salesforce } = await startSalesforce();
  const path = `/sobjects/Project__c/${createRecord(salesforce, 'Project__c', { Name: 'Bridge' })}`;
  const call = clientOf(salesforce);

  const first = await call('GET', path);
  const known = await call('GET', path, undefined, { 'If-Modified-Since': THEN });
  const stale = await call('GET', path, undefined, { 'If-Modified-Since': BEFORE });

  expect([first.status, first.headers.get('last-modified'), first.headers.get('etag')]).toEqual([200, THEN, null]);
  expect([known.status, known.body]).toEqual([304, undefined]);
  expect(stale).toMatchObject({ status: 200, body: { Name: 'Bridge' } });
});

test('a row that somebody has changed meanwhile is neither overwritten nor deleted', async () => {
  const { salesforce } = await startSalesforce();
  const path = `/sobjects/Project__c/${createRecord(salesforce, 'Project__c', { Name: 'Bridge' })}`;
  const call = clientOf(salesforce);
  const since = (time: string) => ({ 'If-Unmodified-Since': time });

  const statuses = [
    (await call('PATCH', path, { Name: 'Tunnel' }, since(BEFORE))).status,
    (await call('DELETE', path, undefined, since(BEFORE))).status,
    (await call('PATCH', path, { Name: 'Ferry' }, since(THEN))).status,
  ];

  expect(statuses).toEqual([412, 412, 204]);
  expect((await call('GET', path)).body).toMatchObject({ Name: 'Ferry' });
});

test('accounts have an entity tag', async () => {
  const { salesforce } = await startSalesforce();
  const path = `/sobjects/Account/${createRecord(salesforce, 'Account', { Name: 'Acme' })}`;
  const call = clientOf(salesforce);
  const tag = (await call('GET', path)).headers.get('etag') ?? '';

  const known = await call('GET', path, undefined, { 'If-None-Match': tag });
  const changed = await call('PATCH', path, { Name: 'Acme Corp' }, { 'If-Match': tag });
  const stale = await call('PATCH', path, { Name: 'Acme Ltd' }, { 'If-Match': tag });
  const fresh = await call('GET', path, undefined, { 'If-None-Match': tag });

  expect([known.status, changed.status, stale.status, fresh.status]).toEqual([304, 204, 412, 200]);
});

test.each(['PATCH', 'DELETE'])('%s of a record that never was is a bad reference', async (method) => {
  const { salesforce } = await startSalesforce();

  const answer = await clientOf(salesforce)(method, '/sobjects/Account/001000000000001AAA', { Name: 'x' });

  expect([answer.status, answer.body]).toEqual([
    404,
    [{ errorCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: [] }],
  ]);
});

test('a write without a body says so', async () => {
  const { salesforce } = await startSalesforce();

  const answer = await clientOf(salesforce)('POST', '/sobjects/Account');

  expect([answer.status, answer.body]).toEqual([
    400,
    [
      {
        errorCode: 'JSON_PARSER_ERROR',
        message: 'The HTTP entity body is required, but this request has no entity body.',
      },
    ],
  ]);
});

test('recent records are the caller’s own, the latest first', async () => {
  const { salesforce, clock } = await startSalesforce();
  const account = createRecord(salesforce, 'Account', { Name: 'Acme' });
  clock.advance(60_000);
  const project = createRecord(salesforce, 'Project__c', { Name: 'Bridge' });

  const all = await clientOf(salesforce)('GET', '/recent');
  const one = await clientOf(salesforce)('GET', '/recent?limit=1');
  const others = await clientOf(salesforce, READER)('GET', '/recent');

  const url = `/services/data/v66.0/sobjects/Project__c/${project}`;
  expect(all.body).toMatchObject([
    { Id: project, Name: 'Bridge', attributes: { type: 'Project__c', url } },
    { Id: account },
  ]);
  expect(one.body).toHaveLength(1);
  expect(others.body).toEqual([]);
});

test('limits tell of requests and of space', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  await call('GET', '/limits');

  const { body, headers } = await call('GET', '/limits');

  expect(body).toMatchObject({
    DailyApiRequests: { Max: 100_000, Remaining: 99_998 },
    DataStorageMB: { Remaining: 10_239 },
  });
  expect(headers.get('sforce-limit-info')).toBe('api-usage=2/100000');
});

test('a refused request counts too, and says so', async () => {
  const { salesforce } = await startSalesforce();

  const { status, headers } = await clientOf(salesforce)('GET', '/query?q=SELECT');

  expect([status, headers.get('sforce-limit-info')]).toEqual([400, 'api-usage=1/100000']);
});

test('describes approval and compact layouts, and says where', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  const { body } = await call('GET', '/sobjects/Project__c/describe');
  const { urls } = body as { urls: Record<string, string> };
  const at = async (name: string) => (await call('GET', (urls[name] ?? '').replace('/services/data/v66.0', ''))).body;

  expect(await at('approvalLayouts')).toEqual({ approvalLayouts: [] });
  expect(await at('compactLayouts')).toMatchObject({
    compactLayouts: [{ name: 'SYSTEM', fieldItems: [{ label: 'Project Name' }] }],
    recordTypeCompactLayoutMappings: [{ recordTypeId: '012000000000000AAA' }],
  });
});
