import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ADMIN, clientOf, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

const BASE = '/services/data/v66.0/tooling';

let salesforce: SalesforceEmulator;

beforeAll(async () => {
  ({ salesforce } = await startSalesforce());
});
afterAll(stopSalesforce);

function tooling(path: string, username = ADMIN) {
  return clientOf(salesforce, username)('GET', `/tooling${path}`);
}

/** What a query answers, whether it goes well or not. */
async function ask(soql: string): Promise<unknown> {
  return (await tooling(`/query?q=${encodeURIComponent(soql)}`)).body;
}

function refusal(message: unknown): unknown {
  return [{ message, errorCode: 'EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION' }];
}

test('objects and their fields are records, and go by their durable ids', async () => {
  const found = await ask(
    "SELECT DurableId, Label, KeyPrefix FROM EntityDefinition WHERE QualifiedApiName = 'Project__c'",
  );

  expect(found).toMatchObject({
    size: 1,
    totalSize: 1,
    done: true,
    queryLocator: null,
    entityTypeName: 'EntityDefinition',
    records: [{ DurableId: expect.stringMatching(/^01I\w{15}$/) as unknown, Label: 'Project', KeyPrefix: 'a01' }],
  });
  expect(
    await ask(
      "SELECT QualifiedApiName, DataType, EntityDefinition.QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Project__c' AND QualifiedApiName IN ('Code__c', 'Account__c', 'Budget__c', 'Stage__c') ORDER BY QualifiedApiName",
    ),
  ).toMatchObject({
    records: [
      { DataType: 'Lookup(Account)', EntityDefinition: { QualifiedApiName: 'Project__c' } },
      { DataType: 'Currency(16, 2)' },
      { DataType: 'Text(20) (External ID) (Unique Case Insensitive)' },
      { DataType: 'Picklist' },
    ],
  });
  expect(
    await ask("SELECT Id, DeveloperName FROM FieldDefinition WHERE EntityDefinitionId = 'Account' LIMIT 1"),
  ).toMatchObject({
    records: expect.arrayContaining([
      expect.objectContaining({ Id: '000000000000000AAA', DeveloperName: 'Name' }),
    ]) as unknown,
  });
});

test.each([
  [
    'SELECT COUNT(Id) FROM EntityDefinition',
    /^The requested operation is not yet supported by this SObject storage type/,
  ],
  ["SELECT Label FROM EntityDefinition WHERE Label = 'a' OR Label = 'b'", /^Disjunctions not supported$/],
  ["SELECT Label FROM EntityDefinition WHERE QualifiedApiName != 'Account'", /^Only equals comparisons permitted$/],
  ['SELECT Label FROM FieldDefinition', /^FieldDefinition: a filter on a reified column is required/],
])('%s is more than the object answers', async (soql, message) => {
  expect(await ask(soql)).toEqual(refusal(expect.stringMatching(message)));
});

test('rules, flows and custom fields are records with ids of their own', async () => {
  expect(
    await ask('SELECT ValidationName, Active, ErrorMessage, EntityDefinition.QualifiedApiName FROM ValidationRule'),
  ).toMatchObject({
    records: [
      {
        ValidationName: 'No_Negative_Budget',
        Active: true,
        ErrorMessage: 'A budget is not negative.',
        EntityDefinition: { QualifiedApiName: 'Project__c' },
      },
    ],
  });
  const fields = (await ask("SELECT Id FROM CustomField WHERE DeveloperName = 'Budget'")) as {
    records: { Id: string }[];
  };
  const [field] = fields.records;

  expect((await tooling(`/sobjects/CustomField/${String(field?.Id)}`)).body).toMatchObject({
    attributes: { type: 'CustomField', url: `${BASE}/sobjects/CustomField/${String(field?.Id)}` },
    DeveloperName: 'Budget',
    Precision: 18,
  });
  expect(await tooling('/sobjects/CustomField/00N000000000000AAA')).toMatchObject({ status: 404 });
});

test('a query tells its columns', async () => {
  expect((await tooling('/query?q=SELECT+Label+FROM+EntityDefinition&columns=true')).body).toMatchObject({
    columnMetadata: [{ columnName: 'Label' }],
  });
});

test('there is no Apex and there are no packages, and nothing runs', async () => {
  const nothing = { size: 0, totalSize: 0, done: true, queryLocator: null, entityTypeName: null, records: [] };

  expect(await ask("SELECT Id, Name FROM ApexClass WHERE NamespacePrefix = null AND (Name LIKE '%_TEST%')")).toEqual(
    nothing,
  );
  expect(
    await ask(
      'SELECT Id, SubscriberPackage.NamespacePrefix, SubscriberPackageVersion.Name, SubscriberPackageVersion.IsManaged, SubscriberPackageVersion.Package2ContainerOptions FROM InstalledSubscriberPackage ORDER BY SubscriberPackageId',
    ),
  ).toEqual(nothing);
  expect(await tooling('/executeAnonymous?anonymousBody=x')).toMatchObject({
    status: 404,
    body: [{ errorCode: 'NOT_FOUND' }],
  });
});

test('jsforce finds its way about', async () => {
  const connection = new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
  });

  expect(await connection.request(BASE)).toEqual({ query: `${BASE}/query`, sobjects: `${BASE}/sobjects` });
  expect((await connection.tooling.describeGlobal()).sobjects.map(({ name }) => name)).toContain('EntityDefinition');
  expect((await connection.tooling.sobject('Flow').describe()).fields.map(({ name }) => name)).toContain('ProcessType');
  expect(await tooling('/sobjects/Flow')).toMatchObject({ body: { objectDescribe: { keyPrefix: '301' } } });
  expect(await tooling('/sobjects/Nothing/describe')).toMatchObject({ status: 404 });
  expect(await tooling('/query/01gGW0000000000AAA-2000')).toMatchObject({
    body: [{ errorCode: 'INVALID_QUERY_LOCATOR' }],
  });
  expect(await tooling('/sobjects', READER)).toMatchObject({ status: 403 });
});
