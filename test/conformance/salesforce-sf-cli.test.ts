import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { renderSampleData } from '../support/sample-data.ts';
import { sf as runSf, type SfAnswer } from '../support/sf.ts';
import { ADMIN, startSalesforce, stopSalesforce } from './salesforce-org.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let home: string;
let salesforce: SalesforceEmulator;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'groundwork-sf-'));
  ({ salesforce } = await startSalesforce());
  await renderSampleData(join(home, 'data'));
  for (const part of ['force-app', 'sfdx-project.json', '.forceignore']) {
    await cp(join(ROOT, part), join(home, part), { recursive: true });
  }
});
afterAll(async () => {
  await stopSalesforce();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});

/** Runs the real command as the administrator; `--by-rest` chooses the REST form of a deployment. */
async function sf(command: string, ...words: string[]): Promise<SfAnswer> {
  const all = [...command.split(' '), ...words.filter((word) => word !== '--by-rest')];
  return runSf(home, all, {
    SF_ACCESS_TOKEN: salesforce.accessTokenFor(ADMIN),
    ...(words.includes('--by-rest') && { SF_ORG_METADATA_REST_DEPLOY: 'true' }),
  });
}

/** Replaces something in a file of the project. */
async function edit(path: string, from: string, to: string): Promise<void> {
  const file = join(home, 'force-app/main/default', path);
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

test('the sf command logs in, creates a record and finds it', async () => {
  await sf('org login access-token --alias local --set-default --no-prompt --instance-url', salesforce.url);

  const made = await sf('data create record -s Project__c -v', "Name='Bridge' Budget__c=50 Urgent__c=true");
  const found = await sf('data query -q', 'SELECT Name, Budget__c, Urgent__c FROM Project__c');

  expect(made).toMatchObject({ status: 0, result: { success: true } });
  expect(found).toMatchObject({
    status: 0,
    result: { totalSize: 1, done: true, records: [{ Name: 'Bridge', Budget__c: 50, Urgent__c: true }] },
  });
}, 60_000);

test('the sf command imports and exports in bulk', async () => {
  await writeFile(join(home, 'projects.csv'), 'Name,Budget__c\nQuay,7\nDock,8\n');

  const imported = await sf(
    'data',
    'import',
    'bulk',
    '-o',
    'local',
    '-f',
    'projects.csv',
    '-s',
    'Project__c',
    '-w',
    '1',
  );
  await sf(
    ...['data', 'export', 'bulk', '-o', 'local', '-w', '1', '--output-file', 'out.csv'],
    ...['-q', "SELECT Name, Budget__c FROM Project__c WHERE Name IN ('Quay', 'Dock') ORDER BY Name"],
  );

  expect(imported).toMatchObject({
    status: 0,
    result: { processedRecords: 2, successfulRecords: 2, failedRecords: 0 },
  });
  expect(await readFile(join(home, 'out.csv'), 'utf8')).toBe('"Name","Budget__c"\n"Dock","8"\n"Quay","7"\n');
}, 90_000);

test('a login by JWT finds the user', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await writeFile(join(home, 'key.pem'), privateKey);
  salesforce.registerConnectedApp({ clientId: 'cli', publicKeyPem: publicKey });

  const login = await sf(
    'org login jwt --client-id cli --jwt-key-file key.pem --alias local --set-default --username',
    ADMIN,
    '--instance-url',
    salesforce.url,
  );

  expect(login).toMatchObject({ status: 0, result: { username: ADMIN } });
}, 60_000);

test('deployments that cannot work name the component and the line', async () => {
  const object = 'objects/Implementation_Request__c';
  const rule = `${object}/validationRules/Opportunity_For_Production_Deployment.validationRule-meta.xml`;
  await edit(rule, 'ISCHANGED(Status__c)', 'ISCHANGED(State__c)');
  await edit(`${object}/fields/Priority__c.field-meta.xml`, '<type>Picklist<', '<kind>1</kind><type>Pick<');

  const failed = await sf('project deploy start --source-dir', 'force-app');

  expect(failed).toMatchObject({
    status: 1,
    result: {
      status: 'Failed',
      files: expect.arrayContaining([
        expect.objectContaining({
          ...{
            state: 'Failed',
            type: 'ValidationRule',
            problemType: 'Error',
            filePath: join(home, `force-app/main/default/${rule}`),
          },
          ...{ fullName: 'Implementation_Request__c.Opportunity_For_Production_Deployment', lineNumber: expect.any(Number) },
          error: expect.stringContaining('Field State__c does not exist. Check spelling.'),
        }),
        expect.objectContaining({
          ...{ fullName: 'Implementation_Request__c.Priority__c', type: 'CustomField' },
          error: expect.stringContaining("'Pick' is not a valid value for the enum 'FieldType'"),
        }),
        expect.objectContaining({
          error: expect.stringContaining('Element kind invalid at this location in type CustomField'),
        }),
      ]),
    },
  });
  await cp(join(ROOT, 'force-app'), join(home, 'force-app'), { recursive: true });
}, 60_000);

test('the product deploys to a bare org: validated over SOAP, deployed over REST, granted, filled and retrieved', async () => {
  const validated = await sf('project deploy start --dry-run --source-dir', 'force-app');
  const bare = salesforce.org.schema.findObject('Implementation_Request__c');
  const deployed = await sf('project deploy start --source-dir', 'force-app', '--by-rest');
  const granted = await sf('org assign permset --name', 'Groundwork_Account_Executive');
  const filled = await sf('data import tree --plan', 'data/plan.json');
  await rm(join(home, 'force-app/main/default/objects/Request_Link__c/fields/Title__c.field-meta.xml'));
  const retrieved = await sf('project retrieve start --metadata', 'CustomField:Request_Link__c.Title__c');

  expect(validated).toMatchObject({ status: 0, result: { status: 'Succeeded', checkOnly: true } });
  expect(bare).toBeUndefined();
  expect(deployed).toMatchObject({ status: 0, result: { status: 'Succeeded', numberComponentErrors: 0 } });
  expect(granted).toMatchObject({ status: 0, result: { successes: [{ value: 'Groundwork_Account_Executive' }] } });
  expect(filled.status).toBe(0);
  expect(retrieved).toMatchObject({
    status: 0,
    result: { files: [{ fullName: 'Request_Link__c.Title__c', type: 'CustomField' }] },
  });
  expect(
    await readFile(join(home, 'force-app/main/default/objects/Request_Link__c/fields/Title__c.field-meta.xml'), 'utf8'),
  ).toContain('<length>120</length>');
}, 120_000);

test('what the org has is listed as a manifest, deployed from it and deleted', async () => {
  const listed = await sf('project generate manifest --from-org', ADMIN, '--metadata', 'PermissionSet');
  const manifest = await readFile(join(home, 'package.xml'), 'utf8');
  // This one the project does not have.
  await writeFile(join(home, 'package.xml'), manifest.replace('<members>Project_Reader</members>', ''));
  const deployed = await sf('project deploy start --manifest', 'package.xml');
  const deleted = await sf(
    'project delete source --no-prompt --metadata',
    'ListView:Implementation_Request__c.Backlog',
  );

  expect(listed.status).toBe(0);
  expect(manifest).toContain('<members>Groundwork_Leadership</members>');
  expect(deployed).toMatchObject({ status: 0, result: { status: 'Succeeded' } });
  expect(deleted).toMatchObject({ status: 0 });
  expect([...salesforce.org.source().keys()].filter((path) => path.includes('/listViews/Backlog'))).toEqual([]);
}, 120_000);
