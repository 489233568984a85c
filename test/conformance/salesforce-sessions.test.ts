import { afterEach, expect, test } from '@jest/globals';
import { ADMIN, clientOf, createRecord, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

async function knock(url: string, path: string): Promise<{ status: number; to: string | null; cookie: string | null }> {
  const response = await fetch(url + path, { redirect: 'manual' });
  return { status: response.status, to: response.headers.get('location'), cookie: response.headers.get('set-cookie') };
}

test('the front door sets a cookie that the API accepts, and leads on', async () => {
  const { salesforce } = await startSalesforce();
  const sid = encodeURIComponent(salesforce.accessTokenFor(ADMIN));

  const door = await knock(salesforce.url, `/secur/frontdoor.jsp?sid=${sid}&retURL=%2Flightning%2Fo%2FAccount%2Flist`);
  const cookie = door.cookie?.split(';')[0] ?? '';
  const answer = await fetch(`${salesforce.url}/services/oauth2/userinfo`, { headers: { cookie } });

  expect([door.status, door.to]).toEqual([302, '/lightning/o/Account/list']);
  expect(door.cookie).toContain('; Path=/; HttpOnly; SameSite=Lax');
  expect(await answer.json()).toMatchObject({ preferred_username: ADMIN });
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', 'evil'])(
  'the front door never leads away (%j)',
  async (target) => {
    const { salesforce } = await startSalesforce();
    const sid = encodeURIComponent(salesforce.accessTokenFor(ADMIN));

    const door = await knock(salesforce.url, `/secur/frontdoor.jsp?sid=${sid}&retURL=${encodeURIComponent(target)}`);

    expect(door.to).toBe('/lightning/page/home');
  },
);

test('a single-access address opens once', async () => {
  const { salesforce } = await startSalesforce();
  const headers = { authorization: `Bearer ${salesforce.accessTokenFor(ADMIN)}` };

  const answer = await fetch(`${salesforce.url}/services/oauth2/singleaccess`, { headers });
  const { frontdoor_uri: address } = (await answer.json()) as { frontdoor_uri: string };
  const path = address.slice(salesforce.url.length);
  const statuses = [(await knock(salesforce.url, path)).status, (await knock(salesforce.url, path)).status];

  expect(statuses).toEqual([302, 403]);
});

test.each([
  [{ authorization: 'Bearer nothing' }, 'INVALID_SESSION_ID'],
  [{ authorization: 'Basic abc' }, 'INVALID_AUTH_HEADER'],
  [{}, 'INVALID_SESSION_ID'],
])('%j is refused with %s', async (headers, errorCode) => {
  const { salesforce } = await startSalesforce();

  const answer = await fetch(`${salesforce.url}/services/data/v66.0/limits`, { headers });

  expect([answer.status, await answer.json()]).toMatchObject([401, [{ errorCode }]]);
});

test.each([
  ['GET', '/jobs/dataTransform', 404, 'NOT_FOUND'],
  ['GET', '/tooling/executeAnonymous', 404, 'NOT_FOUND'],
  ['GET', '/search', 400, 'MALFORMED_SEARCH'],
  ['GET', '/ui-api/actions/record/001', 404, 'NOT_FOUND'],
  ['GET', '/sobjects/Nope/describe', 404, 'NOT_FOUND'],
  ['GET', '/sobjects/Account/001', 404, 'NOT_FOUND'],
  ['PUT', '/query', 405, 'METHOD_NOT_ALLOWED'],
  ['GET', '/query', 400, 'MALFORMED_QUERY'],
  ['GET', '/query/01gAAAAAAAAAAAAAAA-2000', 400, 'INVALID_QUERY_LOCATOR'],
  ['POST', '/composite', 400, 'JSON_PARSER_ERROR'],
  [
    'GET',
    '/sobjects/Account/updated?start=2026-11-22T09:00:00Z&end=2026-11-22T09:00:30Z',
    400,
    'INVALID_REPLICATION_DATE',
  ],
])('%s %s answers %i %s', async (method, path, status, errorCode) => {
  const { salesforce } = await startSalesforce();

  const answer = await clientOf(salesforce)(method, path, method === 'GET' ? undefined : []);

  expect([answer.status, answer.body]).toMatchObject([status, [{ errorCode }]]);
});

test.each(['/services/apexrest/anything'])('%s is not here', async (path) => {
  const { salesforce } = await startSalesforce();

  expect((await fetch(salesforce.url + path, { method: 'POST' })).status).toBe(404);
});

test('a grant that is not served is refused', async () => {
  const { salesforce } = await startSalesforce();
  const body = new URLSearchParams({ grant_type: 'device', code: 'x' });

  const answer = await fetch(`${salesforce.url}/services/oauth2/token`, { method: 'POST', body });

  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: 'unsupported_grant_type', error_description: 'grant type not supported' },
  ]);
});

test('a session is ended by GET too, and asked about by POST', async () => {
  const { salesforce } = await startSalesforce();
  const token = salesforce.accessTokenFor(ADMIN);
  const ask = () =>
    fetch(`${salesforce.url}/services/oauth2/userinfo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });

  const before = await ask();
  await fetch(`${salesforce.url}/services/oauth2/revoke?token=${encodeURIComponent(token)}`);
  const after = await ask();

  expect([before.status, after.status]).toEqual([200, 403]);
});

test('a record is read and deleted by external id', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  createRecord(salesforce, 'Project__c', { Name: 'Bridge', Code__c: "it's 1/2" });
  const path = `/sobjects/Project__c/Code__c/${encodeURIComponent("it's 1/2")}`;

  const read = await call('GET', path);
  const deleted = await call('DELETE', path);
  const again = await call('GET', path);

  expect(read.body).toMatchObject({ Name: 'Bridge', Code__c: "it's 1/2" });
  expect([deleted.status, again.status]).toEqual([204, 404]);
});

test('an object is summed up, its records are counted, and deleted ones are found by queryAll page by page', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  const ids = Array.from({ length: 201 }, (_, index) => createRecord(salesforce, 'Account', { Name: `A${index}` }));
  await call('DELETE', `/sobjects/Account/${ids[0] ?? ''}`);

  const summary = await call('GET', '/sobjects/Account');
  const count = await call('GET', '/limits/recordCount?sObjects=Account');
  const first = await call('GET', '/queryAll?q=SELECT Id FROM Account', undefined, {
    'sforce-query-options': 'batchSize=200',
  });
  const { nextRecordsUrl } = first.body as { nextRecordsUrl: string };
  const second = await call('GET', nextRecordsUrl.replace('/services/data/v66.0/query/', '/queryAll/'));

  expect(summary.body).toMatchObject({ objectDescribe: { name: 'Account' } });
  expect(count.body).toEqual({ sObjects: [{ count: 200, name: 'Account' }] });
  expect(first.body).toMatchObject({ totalSize: 201, done: false });
  expect(second.body).toMatchObject({ totalSize: 201, done: true, records: [{ Id: ids[200] }] });
});

test('versions are told to anybody, and only those are served', async () => {
  const { salesforce } = await startSalesforce();
  const headers = { authorization: `Bearer ${salesforce.accessTokenFor(ADMIN)}` };

  const versions = (await (await fetch(`${salesforce.url}//services/data/`)).json()) as unknown[];
  const statuses = await Promise.all(
    ['v44.0', 'v45.0', 'v66.0', 'v67.0'].map(
      async (version) => (await fetch(`${salesforce.url}/services/data/${version}/limits/`, { headers })).status,
    ),
  );

  expect(versions[0]).toEqual({ label: "Spring '19", url: '/services/data/v45.0', version: '45.0' });
  expect(versions.at(-1)).toEqual({ label: "Spring '26", url: '/services/data/v66.0', version: '66.0' });
  expect(statuses).toEqual([404, 200, 200, 404]);
});

test('a session outlives a reset, and what was written does not', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  await call('POST', '/sobjects/Account', { Name: 'Acme' });

  await salesforce.reset();

  expect((await call('GET', '/query?q=SELECT COUNT() FROM Account')).body).toMatchObject({ totalSize: 0 });
});
