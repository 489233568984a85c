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

test.each([
  ['POST', '', { Name: 'x', Start__c: 'soon' }, 'date', 'VALUE_STRING value soon'],
  ['POST', '', { Name: 'x', Budget__c: 'much' }, 'double', 'VALUE_STRING value much'],
  ['PATCH', '/Code__c/X', { Urgent__c: 'perhaps' }, 'boolean', 'VALUE_STRING value perhaps'],
])('%s%s of %j fails while it is read', async (method, path, values, type, value) => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  const message = `Cannot deserialize instance of ${type} from ${value} or request may be missing a required field`;

  const single = await call(method, `/sobjects/Project__c${path}`, values);
  const many = await call('POST', '/composite/sobjects', {
    records: [{ Name: 'fine' }, values].map((own) => ({ attributes: { type: 'Project__c' }, ...own })),
  });

  const body = [{ errorCode: 'JSON_PARSER_ERROR', message }];
  expect(single).toMatchObject({ status: 400, body });
  expect(many).toMatchObject({ status: 400, body });
  expect((await call('GET', '/query?q=SELECT COUNT() FROM Project__c')).body).toMatchObject({ totalSize: 0 });
});

test('a blank checkbox is a matter of the record', async () => {
  const { salesforce } = await startSalesforce();

  const { body } = await clientOf(salesforce)('POST', '/sobjects/Project__c', { Name: 'x', Urgent__c: null });

  expect(body).toMatchObject([{ errorCode: 'INVALID_TYPE_ON_FIELD_IN_RECORD', fields: ['Urgent__c'] }]);
});

test('the key of the address may not stand in the body', async () => {
  const { salesforce } = await startSalesforce();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Bridge' });
  const call = clientOf(salesforce);

  const answers = [
    await call('PATCH', `/sobjects/Project__c/${id}`, { Id: id }),
    await call('POST', '/sobjects/Project__c', { Id: id, Name: 'x' }),
    await call('PATCH', '/sobjects/Project__c/Code__c/X', { Code__c: 'X' }),
  ];

  expect(answers.map(({ status, body }) => [status, body])).toEqual(
    ['Id', 'Id', 'Code__c'].map((key) => [
      400,
      [{ errorCode: 'INVALID_FIELD', message: `The ${key} field should not be specified in the sobject data.` }],
    ]),
  );
});

test('a tree names each record once', async () => {
  const { salesforce } = await startSalesforce();
  const attributes = { type: 'Account', referenceId: 'one' };

  const answer = await clientOf(salesforce)('POST', '/composite/tree/Account', {
    records: [
      { attributes, Name: 'A' },
      { attributes, Name: 'B' },
    ],
  });

  const message = 'Duplicate ReferenceId provided in the request.';
  expect([answer.status, answer.body]).toEqual([
    400,
    {
      hasErrors: true,
      results: [{ referenceId: 'one', errors: [{ statusCode: 'INVALID_INPUT', message, fields: [] }] }],
    },
  ]);
});

test('a record leads to its parent and its children by the names of the relationships', async () => {
  const { salesforce } = await startSalesforce();
  const client = clientOf(salesforce);
  const acme = createRecord(salesforce, 'Account', { Name: 'Acme' });
  const project = createRecord(salesforce, 'Project__c', { Name: 'Move', Account__c: acme });
  const lonely = createRecord(salesforce, 'Project__c', { Name: 'Alone' });

  const up = await client('GET', `/sobjects/Project__c/${project}/Account__r?fields=Name`);
  const down = await client('GET', `/sobjects/Account/${acme}/Projects__r?fields=Name,Stage__c`);
  const renamed = await client('PATCH', `/sobjects/Project__c/${project}/account__r`, { Name: 'Acme & Co' });

  expect(up).toMatchObject({ status: 200, body: { attributes: { type: 'Account' }, Name: 'Acme', Id: acme } });
  expect(down).toMatchObject({
    status: 200,
    body: { totalSize: 1, done: true, records: [{ Id: project, Name: 'Move', Stage__c: 'Planned' }] },
  });
  expect(renamed.status).toBe(204);
  expect(await client('GET', `/sobjects/Account/${acme}`)).toMatchObject({ body: { Name: 'Acme & Co' } });
  expect(await client('GET', `/sobjects/Account/${acme}/Contacts`)).toMatchObject({
    body: { totalSize: 0, records: [] },
  });
  expect(await client('GET', `/sobjects/Account/${acme}/Projects__r?fields=Nope`)).toMatchObject({
    status: 400,
    body: [{ errorCode: 'INVALID_FIELD' }],
  });
  for (const [method, path] of [
    ['GET', `/sobjects/Project__c/${lonely}/Account__r`],
    ['GET', `/sobjects/Project__c/${project}/Nope__r`],
    ['PATCH', `/sobjects/Account/${acme}/Projects__r`],
  ] as const) {
    expect(await client(method, path, method === 'GET' ? undefined : {})).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND' }],
    });
  }
  expect((await client('DELETE', `/sobjects/Project__c/${project}/Account__r`)).status).toBe(204);
  expect(await client('GET', `/sobjects/Account/${acme}`)).toMatchObject({
    body: [{ errorCode: 'ENTITY_IS_DELETED' }],
  });
});

test('users have roles, of which none stands above another', async () => {
  const { salesforce } = await startSalesforce();
  const client = clientOf(salesforce);
  const made = await client('POST', '/sobjects/UserRole', { Name: 'Deal Desk' });
  const { id } = made.body as { id: string };
  const users = `/query?q=${encodeURIComponent("SELECT Id, UserRole.DeveloperName FROM User WHERE UserRoleId != null OR Username = '" + READER + "'")}`;
  const [reader] = ((await client('GET', users)).body as { records: { Id: string }[] }).records;

  expect(id).toMatch(/^00E/);
  expect((await client('PATCH', `/sobjects/User/${reader?.Id ?? ''}`, { UserRoleId: id })).status).toBe(204);
  expect(await client('GET', users)).toMatchObject({
    body: { records: [{ UserRole: { DeveloperName: 'Deal_Desk' } }] },
  });
  expect(await client('DELETE', `/sobjects/UserRole/${id}`)).toMatchObject({
    status: 400,
    body: [{ errorCode: 'DELETE_FAILED' }],
  });
  expect(await client('POST', '/sobjects/UserRole', { Name: 'Below', ParentRoleId: id })).toMatchObject({
    status: 400,
    body: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['ParentRoleId'] }],
  });
  expect(await clientOf(salesforce, READER)('POST', '/sobjects/UserRole', { Name: 'Mine' })).toMatchObject({
    status: 403,
  });
});

test('people are found by their e-mail address, and custom records by their names, as describe says', async () => {
  const { salesforce } = await startSalesforce();
  const client = clientOf(salesforce);
  const upsert = (type: string, key: string, values: Record<string, unknown>) =>
    client('PATCH', `/composite/sobjects/${type}/${key}`, { records: [{ attributes: { type }, ...values }] });
  const rosa = { Email: 'rosa@example.com', LastName: 'Lindgren' };

  const created = await upsert('Contact', 'Email', rosa);
  const updated = await upsert('Contact', 'Email', { ...rosa, Email: 'ROSA@example.com', Title: 'CTO' });
  const named = await client('PATCH', '/sobjects/Project__c/Name/Move', { Stage__c: 'Active' });
  const bySurname = await upsert('Contact', 'LastName', rosa);
  const asked = await client('POST', '/sobjects/Case', { Subject: 'Help', Contact: { Email: rosa.Email } });
  const { id } = asked.body as { id: string };

  expect([created.body, updated.body]).toMatchObject([
    [{ success: true, created: true }],
    [{ success: true, created: false }],
  ]);
  expect(named).toMatchObject({ status: 201, body: { created: true } });
  expect(bySurname.body).toMatchObject([
    {
      success: false,
      errors: [
        {
          statusCode: 'INVALID_FIELD',
          message:
            'Field name provided, LastName does not match an External ID, Salesforce Id, or indexed field for Contact',
        },
      ],
    },
  ]);
  expect(await client('GET', `/sobjects/Contact/Email/${rosa.Email}?fields=Title`)).toMatchObject({
    body: { Title: 'CTO' },
  });
  expect(await client('GET', `/sobjects/Case/${id}/Contact?fields=LastName`)).toMatchObject({
    body: { LastName: 'Lindgren' },
  });
});
