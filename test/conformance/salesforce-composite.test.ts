import { afterEach, expect, test } from '@jest/globals';
import { clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

const BASE = '/services/data/v66.0';
const HALTED = 'The transaction was rolled back since another operation in the same transaction failed.';

function post(referenceId: string, object: string, body: unknown) {
  return { method: 'POST', url: `${BASE}/sobjects/${object}`, referenceId, body };
}

function get(referenceId: string, soql: string) {
  return { method: 'GET', url: `${BASE}/query?q=${soql}`, referenceId };
}

test('a request refers to the answers before it', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);

  const { body } = await call('POST', '/composite', {
    allOrNone: true,
    compositeRequest: [
      post('account', 'Account', { Name: 'Acme' }),
      post('project', 'Project__c', { Name: 'Bridge', Account__c: '@{account.id}' }),
      get('found', "SELECT Account__r.Name FROM Project__c WHERE Id = '@{project.id}'"),
    ],
  });

  expect(body).toMatchObject({
    compositeResponse: [
      { httpStatusCode: 201, referenceId: 'account' },
      { httpStatusCode: 201, referenceId: 'project' },
      { httpStatusCode: 200, body: { records: [{ Account__r: { Name: 'Acme' } }] } },
    ],
  });
});

test('a question mark in a query belongs to the query', async () => {
  const { salesforce } = await startSalesforce();
  for (const Website of ['a.example/?x', 'a.example/']) createRecord(salesforce, 'Account', { Name: 'A', Website });

  const { body } = await clientOf(salesforce)('POST', '/composite', {
    compositeRequest: [get('found', "SELECT COUNT() FROM Account WHERE Website = 'a.example/?x'")],
  });

  expect(body).toMatchObject({ compositeResponse: [{ httpStatusCode: 200, body: { totalSize: 1 } }] });
});

test('with allOrNone one failure undoes all, and the rest is halted', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);

  const { status, body } = await call('POST', '/composite', {
    allOrNone: true,
    compositeRequest: [
      post('a', 'Account', { Name: 'Undone' }),
      post('b', 'Account', {}),
      post('c', 'Account', { Name: 'C' }),
    ],
  });

  const halted = { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED', message: HALTED }] };
  expect(status).toBe(200);
  expect(body).toMatchObject({
    compositeResponse: [halted, { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] }, halted],
  });
  expect((await call('GET', '/query?q=SELECT COUNT() FROM Account')).body).toMatchObject({ totalSize: 0 });
});

test('without allOrNone only what refers to a failure is halted', async () => {
  const { salesforce } = await startSalesforce();

  const { body } = await clientOf(salesforce)('POST', '/composite', {
    compositeRequest: [
      post('a', 'Account', {}),
      post('b', 'Project__c', { Name: 'B', Account__c: '@{a.id}' }),
      post('c', 'Account', { Name: 'C' }),
    ],
  });

  expect(body).toMatchObject({
    compositeResponse: [
      { httpStatusCode: 400 },
      {
        httpStatusCode: 400,
        body: [
          { errorCode: 'PROCESSING_HALTED', message: 'Invalid reference specified. No value for a.id found in a' },
        ],
      },
      { httpStatusCode: 201 },
    ],
  });
});

test.each([
  ['26 requests', Array.from({ length: 26 }, (_, index) => post(`r${index}`, 'Account', { Name: 'A' }))],
  ['6 queries', Array.from({ length: 6 }, (_, index) => get(`r${index}`, 'SELECT Id FROM Account'))],
])('%s are too many', async (_name, compositeRequest) => {
  const { salesforce } = await startSalesforce();

  const { status, body } = await clientOf(salesforce)('POST', '/composite', { compositeRequest });

  expect([status, body]).toMatchObject([400, [{ errorCode: 'LIMIT_EXCEEDED' }]]);
});

test('a composite request is one call of the day, a batch one for each', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  const batchRequests = [1, 2].map(() => ({ method: 'GET', url: 'v66.0/query?q=SELECT Id FROM Account' }));

  const composite = await call('POST', '/composite', {
    compositeRequest: [get('a', 'SELECT Id FROM Account'), get('b', 'SELECT Id FROM Account')],
  });
  const batch = await call('POST', '/composite/batch', { batchRequests });
  const after = await call('GET', '/limits');

  expect(composite.headers.get('sforce-limit-info')).toBe('api-usage=1/100000');
  expect(batch.body).toMatchObject({ hasErrors: false, results: [{ statusCode: 200 }, { statusCode: 200 }] });
  expect(after.headers.get('sforce-limit-info')).toBe('api-usage=5/100000');
});

test('a batch stops at the first failure when it shall', async () => {
  const { salesforce } = await startSalesforce();

  const { body } = await clientOf(salesforce)('POST', '/composite/batch', {
    haltOnError: true,
    batchRequests: [
      { method: 'GET', url: 'v66.0/sobjects/Nope' },
      { method: 'GET', url: 'v66.0/limits' },
    ],
  });

  expect(body).toMatchObject({
    hasErrors: true,
    results: [{ statusCode: 404 }, { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }],
  });
});

test('a collection with allOrNone keeps none when one is wrong', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  const records = [
    { attributes: { type: 'Account' }, Name: 'A' },
    { attributes: { type: 'Project__c' }, Name: 'B', Budget__c: -1 },
  ];

  const { status, body } = await call('POST', '/composite/sobjects', { allOrNone: true, records });

  expect(status).toBe(200);
  expect(body).toMatchObject([
    { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
    {
      success: false,
      errors: [
        {
          statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message: 'A budget is not negative.',
          fields: ['Budget__c'],
        },
      ],
    },
  ]);
  expect((await call('GET', '/query?q=SELECT COUNT() FROM Account')).body).toMatchObject({ totalSize: 0 });
});

test('a collection is updated, read and deleted by ids', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  const ids = ['A', 'B'].map((Name) => createRecord(salesforce, 'Account', { Name }));

  const updated = await call('PATCH', '/composite/sobjects', {
    records: ids.map((id) => ({ attributes: { type: 'Account' }, id, Phone: '1' })),
  });
  const read = await call('POST', '/composite/sobjects/Account', { ids, fields: ['Name', 'Phone'] });
  const readByGet = await call('GET', `/composite/sobjects/Account?ids=${ids[0] ?? ''}&fields=Name`);
  const deleted = await call('DELETE', `/composite/sobjects?ids=${ids.join(',')}`);

  expect(updated.body).toMatchObject([
    { id: ids[0], success: true },
    { id: ids[1], success: true },
  ]);
  expect(read.body).toMatchObject([
    { Name: 'A', Phone: '1' },
    { Name: 'B', Phone: '1' },
  ]);
  expect(readByGet.body).toMatchObject([{ Name: 'A' }]);
  expect(deleted.body).toMatchObject([{ success: true }, { success: true }]);
});

test('a tree is created with its children, or not at all', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);
  const tree = (milestone: Record<string, unknown>) => ({
    records: [
      {
        attributes: { type: 'Project__c', referenceId: 'p' },
        Name: 'Bridge',
        Milestones__r: { records: [{ attributes: { type: 'Milestone__c', referenceId: 'm' }, ...milestone }] },
      },
    ],
  });

  const refused = await call('POST', '/composite/tree/Project__c', tree({ Nope__c: 1 }));
  const made = await call('POST', '/composite/tree/Project__c', tree({ Name: 'Pier' }));

  expect([refused.status, refused.body]).toMatchObject([
    400,
    { hasErrors: true, results: [{ referenceId: 'm', errors: [{ statusCode: 'INVALID_FIELD' }] }] },
  ]);
  expect([made.status, made.body]).toMatchObject([
    201,
    { hasErrors: false, results: [{ referenceId: 'p' }, { referenceId: 'm' }] },
  ]);
  expect((await call('GET', '/query?q=SELECT Project__r.Name FROM Milestone__c')).body).toMatchObject({
    totalSize: 1,
    records: [{ Project__r: { Name: 'Bridge' } }],
  });
});

test('a user sees and writes only what is allowed', async () => {
  const { salesforce } = await startSalesforce();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Bridge', Budget__c: 5 });
  const call = clientOf(salesforce, READER);

  const row = await call('GET', `/sobjects/Project__c/${id}`);
  const budget = await call('GET', '/query?q=SELECT Budget__c FROM Project__c');
  const hidden = await call('GET', '/query?q=SELECT Id FROM Milestone__c');
  const write = await call('PATCH', `/sobjects/Project__c/${id}`, { Stage__c: 'Done' });

  expect(row.body).toMatchObject({ Name: 'Bridge', Stage__c: 'Planned' });
  expect(row.body).not.toHaveProperty('Budget__c');
  expect([budget.status, budget.body]).toMatchObject([400, [{ errorCode: 'INVALID_FIELD' }]]);
  expect([hidden.status, hidden.body]).toMatchObject([400, [{ errorCode: 'INVALID_TYPE' }]]);
  expect([write.status, write.body]).toMatchObject([403, [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }]]);
});
