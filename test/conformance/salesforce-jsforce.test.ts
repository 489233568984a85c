import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ADMIN, createRecord, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

async function connect(): Promise<{ salesforce: SalesforceEmulator; connection: Connection }> {
  const { salesforce } = await startSalesforce();
  const connection = new Connection({
    instanceUrl: salesforce.url,
    loginUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
  });
  return { salesforce, connection };
}

function assertionFor(salesforce: SalesforceEmulator, claims: Record<string, unknown> = {}): string {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  salesforce.registerConnectedApp({
    clientId: 'app',
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  });
  const part = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const expiry = Math.floor(Date.now() / 1000) + 180;
  const body = `${part({ alg: 'RS256' })}.${part({ iss: 'app', sub: ADMIN, aud: salesforce.url, exp: expiry, ...claims })}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(privateKey).toString('base64url')}`;
}

function authorize(salesforce: SalesforceEmulator, assertion: string): Promise<unknown> {
  const connection = new Connection({ loginUrl: salesforce.url, version: '66.0' });
  return connection
    .authorize({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion })
    .then(() => connection.identity());
}

test('logs in with a signed assertion and knows who it is', async () => {
  const { salesforce } = await startSalesforce();

  const identity = await authorize(salesforce, assertionFor(salesforce));

  expect(identity).toMatchObject({ username: ADMIN, organization_id: salesforce.org.id });
});

test.each([
  ['an expiry that has passed', { exp: 1_600_000_000 }, 'expired assertion'],
  ['another audience', { aud: 'https://elsewhere.example' }, 'audience is invalid'],
  ['an unknown user', { sub: 'nobody@groundwork.example' }, "user hasn't approved this consumer"],
  ['an unknown app', { iss: 'other' }, 'client identifier invalid'],
])('is refused for %s', async (_name, claims, message) => {
  const { salesforce } = await startSalesforce();

  await expect(authorize(salesforce, assertionFor(salesforce, claims))).rejects.toThrow(message);
});

test('is refused for a signature by another key', async () => {
  const { salesforce } = await startSalesforce();
  const assertion = assertionFor(salesforce);
  assertionFor(salesforce);

  await expect(authorize(salesforce, assertion)).rejects.toThrow('invalid assertion');
});

test('accepts an expiry in milliseconds, as the sf command sends it', async () => {
  const { salesforce } = await startSalesforce();

  const identity = authorize(salesforce, assertionFor(salesforce, { exp: Date.now() + 60_000 }));

  await expect(identity).resolves.toMatchObject({ username: ADMIN });
});

test('creates, reads, changes and deletes a record', async () => {
  const { connection } = await connect();
  const projects = connection.sobject('Project__c');

  const made = await projects.create({ Name: 'Bridge', Budget__c: 12.5 });
  const id = made.id ?? '';
  await projects.update({ Id: id, Stage__c: 'Active' });
  const read = await projects.retrieve(id);
  await projects.destroy(id);

  expect(read).toMatchObject({ Id: id, Name: 'Bridge', Budget__c: 12.5, Stage__c: 'Active', Urgent__c: false });
  await expect(projects.retrieve(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
});

test('writes many records at once and tells which failed', async () => {
  const { connection } = await connect();

  const results = await connection.sobject('Project__c').create([{ Name: 'A' }, { Name: 'B', Stage__c: 'Nope' }]);

  expect(results).toMatchObject([
    { success: true },
    {
      success: false,
      errors: [
        {
          statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
          message: 'Stage: bad value for restricted picklist field: Nope',
          fields: ['Stage__c'],
        },
      ],
    },
  ]);
});

test('upserts by external id, one and many', async () => {
  const { connection } = await connect();
  const projects = connection.sobject('Project__c');

  const created = await projects.upsert({ Code__c: 'X', Name: 'First' }, 'Code__c');
  const updated = await projects.upsert({ Code__c: 'X', Name: 'Second' }, 'Code__c');
  const many = await projects.upsert([{ Code__c: 'X' }, { Code__c: 'Y' }], 'Code__c');

  expect(created).toMatchObject({ success: true, created: true });
  expect(updated).toMatchObject({ id: created.id, success: true, created: false });
  expect(many).toMatchObject([{ created: false }, { created: true }]);
});

test('several matches of an external id are 300 and their addresses', async () => {
  const { salesforce, connection } = await connect();
  const ids = [1, 2].map(() => createRecord(salesforce, 'Project__c', { Name: 'Twin', Batch__c: 'B' }));

  await expect(connection.sobject('Project__c').upsert({ Batch__c: 'B' }, 'Batch__c')).rejects.toMatchObject({
    errorCode: 'MULTIPLE_CHOICES',
    data: ids.map((id) => `/services/data/v66.0/sobjects/Project__c/${id}`),
  });
});

test('follows a long answer from page to page', async () => {
  const { salesforce, connection } = await connect();
  const admin = salesforce.org.findUser(ADMIN);
  if (admin === undefined) throw new Error('The org has no administrator');
  const operations = Array.from({ length: 2001 }, (_, index) => ({
    kind: 'insert' as const,
    object: 'Project__c',
    values: { Name: `P${index}` },
  }));
  salesforce.org.write(admin, operations, { allOrNone: true });

  const first = await connection.query('SELECT Name FROM Project__c');
  const second = await connection.queryMore(first.nextRecordsUrl ?? '');

  expect([first.totalSize, first.records.length, first.done]).toEqual([2001, 2000, false]);
  expect([second.records.length, second.done, second.records[0]?.['Name']]).toEqual([1, true, 'P2000']);
});

test('describes one object and all', async () => {
  const { connection } = await connect();

  const project = await connection.describe('Project__c');
  const all = await connection.describeGlobal();

  expect(project.fields.find(({ name }) => name === 'Stage__c')).toMatchObject({
    type: 'picklist',
    restrictedPicklist: true,
    picklistValues: [{ value: 'Planned', defaultValue: true }, { value: 'Active' }, { value: 'Done' }],
  });
  expect(project.childRelationships).toMatchObject([
    { childSObject: 'Milestone__c', field: 'Project__c', relationshipName: 'Milestones__r', cascadeDelete: true },
  ]);
  expect(all.sobjects.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Account', 'Milestone__c', 'Project__c']),
  );
});

test('tells what changed and what was deleted', async () => {
  const { salesforce, connection } = await connect();
  const [kept, gone] = ['Kept', 'Gone'].map((Name) => createRecord(salesforce, 'Project__c', { Name }));
  const projects = connection.sobject('Project__c');
  await projects.destroy(gone ?? '');

  const updated = await projects.updated('2026-11-22T09:00:00Z', '2026-11-22T11:00:00Z');
  const deleted = await projects.deleted('2026-11-22T09:00:00Z', '2026-11-22T11:00:00Z');

  expect(updated.ids).toEqual([kept]);
  expect(deleted.deletedRecords).toEqual([{ id: gone, deletedDate: '2026-11-22T10:00:00.000+0000' }]);
});

test('counts the calls of the day', async () => {
  const { connection } = await connect();

  await connection.query('SELECT Id FROM Account');
  await connection.query('SELECT Id FROM Account');

  expect(connection.limitInfo).toEqual({ apiUsage: { used: 2, limit: 100_000 } });
});

test('an ended session is INVALID_SESSION_ID', async () => {
  const { salesforce, connection } = await connect();
  const { accessToken } = connection;
  const other = new Connection({ instanceUrl: salesforce.url, accessToken: accessToken ?? '', version: '66.0' });

  await connection.logoutByOAuth2();

  await expect(other.query('SELECT Id FROM Account')).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
});
