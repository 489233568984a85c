import { afterEach, expect, test } from '@jest/globals';
import { clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

const MASTER = '012000000000000AAA';

test('a record has values to work with and values to show', async () => {
  const { salesforce } = await startSalesforce();
  const account = createRecord(salesforce, 'Account', { Name: 'Acme' });
  const id = createRecord(salesforce, 'Project__c', {
    Name: 'Bridge',
    Account__c: account,
    Budget__c: 1250.5,
    Start__c: '2026-12-01',
    Due__c: '2026-12-24T18:05:00Z',
    Tags__c: 'red;blue',
  });
  const names = ['Name', 'Account__r.Name', 'Budget__c', 'Start__c', 'Due__c', 'Urgent__c', 'Tags__c', 'Stage__c'];

  const { body } = await clientOf(salesforce)(
    'GET',
    `/ui-api/records/${id}?fields=${names.map((name) => `Project__c.${name}`).join(',')}`,
  );

  expect(body).toMatchObject({
    apiName: 'Project__c',
    childRelationships: {},
    id,
    lastModifiedDate: '2026-11-22T10:00:00.000Z',
    systemModstamp: '2026-11-22T10:00:00.000Z',
    recordTypeInfo: null,
    fields: {
      Name: { displayValue: null, value: 'Bridge' },
      Account__r: {
        displayValue: 'Acme',
        value: { apiName: 'Account', id: account, fields: { Name: { value: 'Acme' } } },
      },
      Budget__c: { displayValue: '$1,250.50', value: 1250.5 },
      Start__c: { displayValue: '12/1/2026', value: '2026-12-01' },
      Due__c: { displayValue: '12/24/2026 6:05 PM', value: '2026-12-24T18:05:00.000Z' },
      Urgent__c: { displayValue: null, value: false },
      Tags__c: { displayValue: 'red;blue', value: 'red;blue' },
      Stage__c: { displayValue: 'Planned', value: 'Planned' },
    },
  });
});

test('a field one may not read is an error, and left out when it was optional', async () => {
  const { salesforce } = await startSalesforce();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Bridge', Budget__c: 1 });
  const call = clientOf(salesforce, READER);

  const asked = await call('GET', `/ui-api/records/${id}?fields=Project__c.Budget__c`);
  const wished = await call('GET', `/ui-api/records/${id}?fields=Project__c.Name&optionalFields=Project__c.Budget__c`);
  const info = await call('GET', '/ui-api/object-info/Project__c');

  expect([asked.status, asked.body]).toMatchObject([400, [{ errorCode: 'INVALID_FIELD' }]]);
  expect(wished.body).toHaveProperty('fields', { Name: { displayValue: null, value: 'Bridge' } });
  expect(info.body).not.toHaveProperty('fields.Budget__c');
  expect(info.body).toMatchObject({
    createable: false,
    updateable: false,
    fields: { Stage__c: { updateable: false } },
  });
});

test('a record is created, changed and deleted', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);

  const made = await call('POST', '/ui-api/records', { apiName: 'Project__c', fields: { Name: 'Bridge' } });
  const { id } = made.body as { id: string };
  const changed = await call('PATCH', `/ui-api/records/${id}`, { fields: { Stage__c: 'Active' } });
  const removed = await call('DELETE', `/ui-api/records/${id}`);

  expect([made.status, made.body]).toMatchObject([201, { fields: { Stage__c: { value: 'Planned' } } }]);
  expect([changed.status, changed.body]).toMatchObject([200, { fields: { Stage__c: { value: 'Active' } } }]);
  expect(removed.status).toBe(204);
});

test('what is wrong stands at its field', async () => {
  const { salesforce } = await startSalesforce();

  const { status, body } = await clientOf(salesforce)('POST', '/ui-api/records', {
    apiName: 'Project__c',
    fields: { Name: 'Bridge', Budget__c: -1 },
  });

  expect([status, body]).toEqual([
    400,
    {
      message: 'An error occurred while trying to create the record. Please try again.',
      statusCode: 400,
      enhancedErrorType: 'RecordError',
      output: {
        errors: [],
        fieldErrors: {
          Budget__c: [
            {
              constituentField: null,
              duplicateRecordError: null,
              errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
              field: 'Budget__c',
              fieldLabel: 'Budget',
              message: 'A budget is not negative.',
            },
          ],
        },
      },
    },
  ]);
});

test('a change that somebody else overtook is refused', async () => {
  const { salesforce, clock } = await startSalesforce();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Bridge' });
  const call = clientOf(salesforce);
  const seen = { 'if-unmodified-since': 'Sun, 22 Nov 2026 10:00:00 GMT' };
  clock.advance(60_000);

  const first = await call('PATCH', `/ui-api/records/${id}`, { fields: { Stage__c: 'Active' } }, seen);
  const second = await call('PATCH', `/ui-api/records/${id}`, { fields: { Stage__c: 'Done' } }, seen);

  expect([first.status, second.status]).toEqual([200, 409]);
});

test('picklists tell their values and the default', async () => {
  const { salesforce } = await startSalesforce();
  const call = clientOf(salesforce);

  const one = await call('GET', `/ui-api/object-info/Project__c/picklist-values/${MASTER}/Stage__c`);
  const all = await call('GET', `/ui-api/object-info/Project__c/picklist-values/${MASTER}`);

  expect(one.body).toMatchObject({
    controllerValues: {},
    defaultValue: { label: 'Planned', value: 'Planned' },
    url: `/services/data/v66.0/ui-api/object-info/Project__c/picklist-values/${MASTER}/Stage__c`,
    values: [
      { attributes: null, label: 'Planned', validFor: [], value: 'Planned' },
      { attributes: null, label: 'Active', validFor: [], value: 'Active' },
      { attributes: null, label: 'Done', validFor: [], value: 'Done' },
    ],
  });
  expect(all.body).toHaveProperty('picklistFieldValues.Tags__c.values.length', 3);
});

test('a related list comes in pages, sorted', async () => {
  const { salesforce } = await startSalesforce();
  const project = createRecord(salesforce, 'Project__c', { Name: 'Bridge' });
  for (const Name of ['A', 'B', 'C']) createRecord(salesforce, 'Milestone__c', { Name, Project__c: project });
  const call = clientOf(salesforce);
  const path = `/ui-api/related-list-records/${project}/Milestones__r`;

  const first = await call('GET', `${path}?fields=Milestone__c.Name&sortBy=-Milestone__c.Name&pageSize=2`);
  const second = await call('POST', path, {
    fields: ['Milestone__c.Name'],
    sortBy: ['-Name'],
    pageSize: 2,
    pageToken: '2',
  });

  expect(first.body).toMatchObject({
    count: 2,
    currentPageToken: '0',
    nextPageToken: '2',
    records: [{ fields: { Name: { value: 'C' } } }, { fields: { Name: { value: 'B' } } }],
  });
  expect(second.body).toMatchObject({ count: 1, nextPageToken: null, records: [{ fields: { Name: { value: 'A' } } }] });
});

test('several records and several objects are asked for at once', async () => {
  const { salesforce } = await startSalesforce();
  const id = createRecord(salesforce, 'Account', { Name: 'Acme' });
  const call = clientOf(salesforce);

  const records = await call('GET', `/ui-api/records/batch/${id},001GW00000000zzYAA?fields=Account.Name`);
  const objects = await call('GET', '/ui-api/object-info/batch/Account,Nope');

  expect(records.body).toMatchObject({ hasErrors: true, results: [{ statusCode: 200 }, { statusCode: 404 }] });
  expect(objects.body).toMatchObject({
    hasErrors: true,
    results: [
      { statusCode: 200, result: { apiName: 'Account', keyPrefix: '001', nameFields: ['Name'] } },
      { statusCode: 404 },
    ],
  });
});
