import { afterEach, expect, test } from '@jest/globals';
import { clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

test('each graph is kept or rolled back by itself', async () => {
  const { salesforce } = await startSalesforce();
  const client = clientOf(salesforce);
  const node = (referenceId: string, body: object, object = 'Project__c') => ({
    method: 'POST',
    url: `/services/data/v66.0/sobjects/${object}`,
    referenceId,
    body,
  });

  const { status, body } = await client('POST', '/composite/graph', {
    graphs: [
      {
        graphId: 'good',
        compositeRequest: [
          node('project', { Name: 'Bridge' }),
          node('start', { Name: 'Start', Project__c: '@{project.id}' }, 'Milestone__c'),
        ],
      },
      {
        graphId: 'bad',
        compositeRequest: [node('one', { Name: 'Tunnel' }), node('two', { Budget__c: -1, Name: 'x' })],
      },
    ],
  });
  const kept = await client('GET', '/query?q=SELECT+Name,(SELECT+Name+FROM+Milestones__r)+FROM+Project__c');

  expect(status).toBe(200);
  expect(body).toMatchObject({
    graphs: [
      {
        graphId: 'good',
        isSuccessful: true,
        graphResponse: { compositeResponse: [{ httpStatusCode: 201 }, { httpStatusCode: 201 }] },
      },
      {
        graphId: 'bad',
        isSuccessful: false,
        graphResponse: {
          compositeResponse: [
            { referenceId: 'one', body: [{ errorCode: 'PROCESSING_HALTED' }] },
            { referenceId: 'two', body: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] },
          ],
        },
      },
    ],
  });
  expect(kept.body).toMatchObject({ records: [{ Name: 'Bridge', Milestones__r: { records: [{ Name: 'Start' }] } }] });
});

test('a description that the client has already is not sent again', async () => {
  const { salesforce } = await startSalesforce();
  const client = clientOf(salesforce);

  const first = await client('GET', '/sobjects/Project__c/describe');
  const since = { 'if-modified-since': first.headers.get('last-modified') ?? '' };
  const second = await client('GET', '/sobjects/Project__c/describe', undefined, since);
  const older = await client('GET', '/sobjects', undefined, { 'if-modified-since': 'Sat, 01 Jan 2000 00:00:01 GMT' });
  const inside = await client('POST', '/composite', {
    compositeRequest: [
      {
        method: 'GET',
        url: '/services/data/v66.0/sobjects',
        referenceId: 'all',
        httpHeaders: { 'If-Modified-Since': since['if-modified-since'] },
      },
    ],
  });

  expect(first).toMatchObject({ status: 200, body: { name: 'Project__c' } });
  expect(second).toMatchObject({ status: 304, body: undefined });
  expect(older.status).toBe(200);
  expect(inside.body).toMatchObject({
    compositeResponse: [
      {
        body: null,
        httpStatusCode: 304,
        httpHeaders: { ETag: expect.any(String) as unknown, 'Last-Modified': since['if-modified-since'] },
      },
    ],
  });
});

test('the call that is one too many for the day is refused until a day has passed', async () => {
  const { salesforce, clock } = await startSalesforce({ dailyApiRequests: 2 });
  const client = clientOf(salesforce);

  const limits = await client('GET', '/limits');
  await client('GET', '/sobjects');
  const refused = await client('GET', '/sobjects');
  clock.advance(24 * 60 * 60 * 1000);
  const later = await client('GET', '/sobjects');

  expect(limits.body).toMatchObject({ DailyApiRequests: { Max: 2, Remaining: 1 } });
  expect(refused).toMatchObject({
    status: 403,
    body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
  });
  expect(later.status).toBe(200);
});

test('a session that is not used for its lifetime ends', async () => {
  const { salesforce, clock } = await startSalesforce({ sessionLifetimeMs: 60_000 });
  const client = clientOf(salesforce);

  clock.advance(50_000);
  const used = await client('GET', '/limits');
  clock.advance(50_000);
  const usedAgain = await client('GET', '/limits');
  clock.advance(60_001);
  const ended = await client('GET', '/limits');

  expect([used.status, usedAgain.status]).toEqual([200, 200]);
  expect(ended).toMatchObject({ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID' }] });
});

test('search finds words in the fields that it is told to look at', async () => {
  const { salesforce } = await startSalesforce();
  createRecord(salesforce, 'Account', { Name: 'Acme East', Phone: '555-0100' });
  createRecord(salesforce, 'Account', { Name: 'Acme West' });
  createRecord(salesforce, 'Project__c', { Name: 'Acme bridge' });
  const client = clientOf(salesforce);
  const search = async (sosl: string) => (await client('GET', `/search?q=${encodeURIComponent(sosl)}`)).body;

  const names = await search(
    'FIND {acme} IN NAME FIELDS RETURNING Account(Name ORDER BY Name DESC LIMIT 1), Project__c(Id, Name)',
  );
  const filtered = await search("FIND {acme} RETURNING Account(Name WHERE Name LIKE '%East')");
  const phones = await search('FIND {0100} IN PHONE FIELDS RETURNING Account(Name)');
  const short = await search('FIND {a}');
  const byParameters = await client('GET', '/parameterizedSearch?q=acme+west&sobject=Account&fields=Name');

  expect(names).toMatchObject({
    searchRecords: [{ Name: 'Acme West' }, { attributes: { type: 'Project__c' }, Name: 'Acme bridge' }],
  });
  expect(filtered).toMatchObject({ searchRecords: [{ Name: 'Acme East' }] });
  expect(phones).toMatchObject({ searchRecords: [{ Name: 'Acme East' }] });
  expect(short).toMatchObject([{ errorCode: 'MALFORMED_SEARCH' }]);
  expect(byParameters.body).toMatchObject({ searchRecords: [{ Name: 'Acme West' }] });
});

test('search joins words, takes phrases and wildcards, and refuses what it does not know', async () => {
  const { salesforce } = await startSalesforce();
  for (const Name of ['Acme East (old)', 'Acme West', 'Eastern Union', 'École Élite', "O'Brien & Sons"]) {
    createRecord(salesforce, 'Account', { Name });
  }
  const client = clientOf(salesforce);
  const search = async (words: string, inner = 'Name ORDER BY Name') => {
    const sosl = `FIND {${words}} IN NAME FIELDS RETURNING Account(${inner})`;
    const { body } = await client('GET', `/search?q=${encodeURIComponent(sosl)}`);
    const { searchRecords } = body as { searchRecords?: { Name: string }[] };
    return searchRecords?.map(({ Name }) => Name) ?? body;
  };

  expect(await search('acme AND east')).toEqual(['Acme East (old)']);
  expect(await search('east acme')).toEqual(['Acme East (old)']);
  expect(await search('west OR union')).toEqual(['Acme West', 'Eastern Union']);
  expect(await search('acme AND NOT (west OR north)')).toEqual(['Acme East (old)']);
  expect(await search('"east old"')).toEqual(['Acme East (old)']);
  expect(await search('"old east"')).toEqual([]);
  expect(await search('east')).toEqual(['Acme East (old)']);
  expect(await search('east*')).toEqual(['Acme East (old)', 'Eastern Union']);
  expect(await search('?est')).toEqual(['Acme West']);
  expect(await search('école')).toEqual(['École Élite']);
  expect(await search("o'brien")).toEqual(["O'Brien & Sons"]);
  expect(await search('acme', "Name WHERE (Name LIKE '%(old)' OR Name = ')') ORDER BY Name LIMIT 5")).toEqual([
    'Acme East (old)',
  ]);
  for (const words of ['acme AND', '(acme', 'acme)', 'AND acme', 'x']) {
    expect(await search(words)).toMatchObject([{ errorCode: 'MALFORMED_SEARCH' }]);
  }
  const snippet = encodeURIComponent('FIND {acme} RETURNING Account(Name) WITH SNIPPET');
  expect(await client('GET', `/search?q=${snippet}`)).toMatchObject({
    status: 400,
    body: [{ errorCode: 'MALFORMED_SEARCH', message: 'WITH SNIPPET is not supported by this emulator' }],
  });

  const byQuery = await client(
    'GET',
    '/parameterizedSearch?q=acme&sobject=Account&Account.fields=Name&Account.limit=1',
  );
  const byBody = await client('POST', '/parameterizedSearch', {
    q: 'acme',
    in: 'NAME',
    sobjects: [{ name: 'Account', fields: ['Name'], where: "Name LIKE '%West'" }, { name: 'Project__c' }],
  });
  expect(byQuery.body).toMatchObject({ searchRecords: [{ Name: expect.stringContaining('Acme') as unknown }] });
  expect((byQuery.body as { searchRecords: unknown[] }).searchRecords).toHaveLength(1);
  expect(byBody.body).toMatchObject({ searchRecords: [{ Name: 'Acme West' }] });
});

test('a query plan is refused by name', async () => {
  const { salesforce } = await startSalesforce();

  const { status, body } = await clientOf(salesforce)('GET', '/query?explain=SELECT+Id+FROM+Account');

  expect(status).toBe(400);
  expect(body).toMatchObject([
    { errorCode: 'FUNCTIONALITY_NOT_ENABLED', message: expect.stringContaining('explain') as unknown },
  ]);
});

test('a client gets in by its secret as the user it runs as', async () => {
  const { salesforce } = await startSalesforce();
  salesforce.registerClientCredentials({ clientId: 'app', clientSecret: 'hush', runAs: READER });
  const ask = async (form: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${salesforce.url}/services/oauth2/token`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(form),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const grant = { grant_type: 'client_credentials' };

  const granted = await ask({ ...grant, client_id: 'app', client_secret: 'hush' });
  const basic = await ask(grant, { authorization: `Basic ${Buffer.from('app:hush').toString('base64')}` });
  const wrong = await ask({ ...grant, client_id: 'app', client_secret: 'loud' });
  const unknown = await ask({ ...grant, client_id: 'other', client_secret: 'hush' });
  const info = await fetch(`${salesforce.url}/services/oauth2/userinfo`, {
    headers: { authorization: `Bearer ${String(granted.body['access_token'])}` },
  });

  expect(granted).toMatchObject({ status: 200, body: { token_type: 'Bearer', instance_url: salesforce.url } });
  expect(await info.json()).toMatchObject({ preferred_username: READER });
  expect(basic.status).toBe(200);
  expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
  expect(unknown).toMatchObject({ status: 400, body: { error: 'invalid_client_id' } });
});
