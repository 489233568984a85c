import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

const RECORDED = fileURLToPath(new URL('../../../shared/oracles/ui-api/', import.meta.url));
const withOracles = existsSync(RECORDED) ? test : test.skip;

afterEach(stopSalesforce);

function recorded(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(RECORDED + name, 'utf8')) as Record<string, unknown>;
}

/** The paths of a recorded answer that ours lacks, by the first entry of each list. */
function lacking(theirs: unknown, ours: unknown, place = ''): string[] {
  if (Array.isArray(theirs)) {
    return theirs.length === 0 || !Array.isArray(ours) ? [] : lacking(theirs[0], ours[0], `${place}[]`);
  }
  if (typeof theirs !== 'object' || theirs === null) return [];
  if (typeof ours !== 'object' || ours === null) return [place];
  return Object.entries(theirs).flatMap(([key, value]) =>
    key in ours ? lacking(value, (ours as Record<string, unknown>)[key], `${place}.${key}`) : [`${place}.${key}`],
  );
}

test('a layout tells its fields row by row, and what one may do with each', async () => {
  const { salesforce } = await startSalesforce();

  const { body } = await clientOf(salesforce)('GET', '/ui-api/layout/Project__c?layoutType=Full&mode=Edit');

  expect(body).toMatchObject({
    layoutType: 'Full',
    mode: 'Edit',
    sections: [
      {
        heading: 'Information',
        columns: 2,
        rows: 3,
        layoutRows: [
          {
            layoutItems: [
              {
                editableForNew: true,
                layoutComponents: [{ apiName: 'Name', componentType: 'Field' }],
                lookupIdApiName: null,
                required: true,
              },
              { layoutComponents: [{ apiName: 'Budget__c' }], required: false },
            ],
          },
          { layoutItems: [{ label: 'Stage' }, { editableForUpdate: false, lookupIdApiName: 'CreatedById' }] },
          { layoutItems: [{ lookupIdApiName: 'Account__c' }, { layoutComponents: [{ componentType: 'EmptySpace' }] }] },
        ],
      },
    ],
  });
});

test('a record is read by its layout, with the names behind its lookups', async () => {
  const { salesforce } = await startSalesforce();
  const account = createRecord(salesforce, 'Account', { Name: 'Acme' });
  const id = createRecord(salesforce, 'Project__c', { Name: 'Bridge', Account__c: account });

  const { body } = await clientOf(salesforce)('GET', `/ui-api/records/${id}?layoutTypes=Full&modes=View`);
  const bad = await clientOf(salesforce)('GET', `/ui-api/records/${id}?layoutTypes=Half`);

  expect(Object.keys((body as { fields: object }).fields)).toEqual([
    ...['Account__c', 'Account__r', 'Budget__c', 'CreatedBy', 'CreatedById', 'CreatedDate', 'Id', 'LastModifiedById'],
    ...['LastModifiedDate', 'Name', 'Stage__c', 'SystemModstamp'],
  ]);
  expect(body).toMatchObject({ fields: { Account__r: { displayValue: 'Acme' } } });
  expect(bad).toMatchObject({ status: 400, body: [{ errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE' }] });
});

test('record-ui brings layouts, object-infos and records together', async () => {
  const { salesforce } = await startSalesforce();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Bridge' });

  const { body } = await clientOf(salesforce)(
    'GET',
    `/ui-api/record-ui/${id}?layoutTypes=Full,Compact&modes=View,Edit`,
  );

  expect(body).toMatchObject({
    layouts: {
      Project__c: {
        '012000000000000AAA': { Full: { View: {}, Edit: {} }, Compact: { View: {}, Edit: {} } },
      },
    },
    layoutUserStates: {},
    objectInfos: { Project__c: {}, Account: {}, User: {} },
    records: { [id]: { fields: { Name: { value: 'Bridge' } } } },
  });
});

test('a form for a new record begins with the defaults, and one for a copy with what is not unique', async () => {
  const { salesforce } = await startSalesforce();
  const id = createRecord(salesforce, 'Project__c', { Name: 'Bridge', Stage__c: 'Active', Code__c: 'x', Budget__c: 5 });

  const fresh = await clientOf(salesforce)(
    'GET',
    '/ui-api/record-defaults/create/Project__c?optionalFields=Project__c.Urgent__c',
  );
  const copy = await clientOf(salesforce)('GET', `/ui-api/record-defaults/clone/${id}?optionalFields=Code__c`);

  expect(fresh.body).toMatchObject({
    layout: { mode: 'Create' },
    record: {
      apiName: 'Project__c',
      id: null,
      fields: {
        Stage__c: { value: 'Planned', displayValue: 'Planned' },
        Name: { value: null },
        Urgent__c: { value: false },
      },
    },
  });
  expect(copy.body).toMatchObject({
    record: {
      id: null,
      fields: { Name: { value: 'Bridge' }, Stage__c: { value: 'Active' }, Code__c: { value: null } },
    },
  });
});

test('a list view shows what its filters let through, page by page', async () => {
  const { salesforce } = await startSalesforce();
  const account = createRecord(salesforce, 'Account', { Name: 'Acme' });
  createRecord(salesforce, 'Project__c', { Name: 'A', Stage__c: 'Done', Budget__c: 5 });
  createRecord(salesforce, 'Project__c', { Name: 'B', Stage__c: 'Done', Budget__c: 50 });
  createRecord(salesforce, 'Project__c', { Name: 'C', Account__c: account });
  const client = clientOf(salesforce);

  const all = await client('GET', '/ui-api/list-ui/Project__c');
  const ui = await client('GET', '/ui-api/list-ui/Project__c/Open_Projects?pageSize=1');
  const info = await client('GET', '/ui-api/list-info/Project__c/Open_Projects');
  const next = await client('GET', '/ui-api/list-records/Project__c/Open_Projects?pageSize=1&pageToken=1');
  const mine = await client('GET', '/ui-api/list-records/Project__c/Mine?sortBy=-Name');
  const byBudget = await client('GET', '/ui-api/list-records/Project__c/Mine?sortBy=Project__c.Budget__c');
  const infos = await client('GET', '/ui-api/list-info/Project__c?pageSize=1');
  const none = await client('GET', '/ui-api/list-records/Project__c/Nothing');

  expect(all.body).toMatchObject({
    count: 2,
    lists: [{ apiName: 'Mine' }, { apiName: 'Open_Projects', label: 'Open Projects' }],
  });
  expect(ui.body).toMatchObject({
    info: {
      displayColumns: [{ fieldApiName: 'Name' }, { fieldApiName: 'Account__r.Name' }, { fieldApiName: 'Owner.Alias' }],
    },
    records: { count: 1, currentPageToken: '0', nextPageToken: '1', records: [{ fields: { Name: { value: 'B' } } }] },
  });
  expect(info.body).toMatchObject({
    filterLogicString: '1 OR 2',
    filteredByInfo: [
      { fieldApiName: 'Stage__c', operator: 'NotEqual', operandLabels: ['Done'] },
      { fieldApiName: 'Budget__c' },
    ],
    listReference: { listViewApiName: 'Open_Projects', objectApiName: 'Project__c', type: 'listView' },
  });
  expect(next.body).toMatchObject({
    nextPageToken: null,
    previousPageToken: '0',
    records: [{ fields: { Name: { value: 'C' }, Account__r: { displayValue: 'Acme' } } }],
  });
  expect(mine.body).toMatchObject({ count: 3, records: [{ fields: { Name: { value: 'C' } } }, {}, {}] });
  expect(byBudget.body).toMatchObject({
    records: [{ fields: { Name: { value: 'A' } } }, { fields: { Name: { value: 'B' } } }, {}],
  });
  expect(infos.body).toMatchObject({
    count: 1,
    nextPageToken: '1',
    objectApiName: 'Project__c',
    lists: [{ apiName: 'Mine' }],
  });
  expect(none.status).toBe(404);
});

test('a lookup finds records by a part of their name', async () => {
  const { salesforce } = await startSalesforce();
  for (const Name of ['Acme', 'Zebra', 'Acme West']) createRecord(salesforce, 'Account', { Name });
  const client = clientOf(salesforce);

  const one = await client('GET', '/ui-api/lookups/Project__c/Account__c/Account?q=acm');
  const all = await client('GET', '/ui-api/lookups/Project__c/Account__c?q=zeb');
  const bad = await client('GET', '/ui-api/lookups/Project__c/Stage__c?q=zeb');

  expect(one.body).toMatchObject({
    count: 2,
    records: [{ fields: { Name: { value: 'Acme' } } }, { fields: { Name: { value: 'Acme West' } } }],
  });
  expect(all.body).toMatchObject({ lookupResults: { Account: { count: 1 } } });
  expect(bad.status).toBe(400);
});

test('related lists are told of an object and counted for a record', async () => {
  const { salesforce } = await startSalesforce();
  const project = createRecord(salesforce, 'Project__c', { Name: 'Bridge' });
  createRecord(salesforce, 'Milestone__c', { Name: 'Start', Project__c: project });
  const client = clientOf(salesforce);

  const all = await client('GET', '/ui-api/related-list-info/Project__c');
  const one = await client('GET', '/ui-api/related-list-info/Project__c/Milestones__r');
  const count = await client('GET', `/ui-api/related-list-count/${project}/Milestones__r`);
  const bad = await client('GET', `/ui-api/related-list-count/${project}/Nothing__r`);

  expect(all.body).toMatchObject({
    relatedLists: [{ relatedListId: 'Milestones__r', objectApiName: 'Milestone__c', label: 'Milestones' }],
  });
  expect(one.body).toMatchObject({ label: 'Milestones', displayColumns: [{ fieldApiName: 'Name' }] });
  expect(count.body).toMatchObject({ count: 1, hasMore: false, listReference: { relatedListId: 'Milestones__r' } });
  expect(bad.status).toBe(400);
});

test('a page shows no field that its reader may not read', async () => {
  const { salesforce } = await startSalesforce();

  const { body } = await clientOf(salesforce, READER)('GET', '/ui-api/record-defaults/create/Project__c');

  expect(Object.keys((body as { record: { fields: object } }).record.fields)).toEqual([
    'CreatedById',
    'Name',
    'Stage__c',
  ]);
});

withOracles('list views and create defaults have every part that recorded ones have', async () => {
  const { salesforce } = await startSalesforce();
  const account = createRecord(salesforce, 'Account', { Name: 'Acme' });
  createRecord(salesforce, 'Project__c', { Name: 'Bridge', Account__c: account });
  const client = clientOf(salesforce);
  const { info, records } = recorded('wireListView.getListUi.json');
  const { layout, record } = recorded('ldsGenerateRecordInputForCreate.getRecordCreateDefaults.json');

  const list = (await client('GET', '/ui-api/list-ui/Project__c/Open_Projects')).body as Record<string, unknown>;
  const defaults = (await client('GET', '/ui-api/record-defaults/create/Account')).body as Record<string, unknown>;

  const ofOtherFields = /^\.(userPreferences\.column\w+|records\[\]\.fields|fields)\./;
  expect(lacking(info, list['info']).filter((path) => !ofOtherFields.test(path))).toEqual([]);
  expect(lacking(records, list['records']).filter((path) => !ofOtherFields.test(path))).toEqual([]);
  expect(lacking(layout, defaults['layout'])).toEqual([]);
  expect(lacking(record, defaults['record']).filter((path) => !ofOtherFields.test(path))).toEqual([]);
});
