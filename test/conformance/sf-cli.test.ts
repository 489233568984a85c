import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { renderSampleData } from '../support/sample-data.ts';
import { sf as runSf, type SfAnswer } from '../support/sf.ts';
import { ADMIN, startSalesforce, stopSalesforce } from './salesforce-org.ts';

/** Milliseconds; each command is a process of a few seconds, more on a busy machine. */
const PATIENCE = 300_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let home: string;
let salesforce: SalesforceEmulator;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'groundwork-sf-'));
  ({ salesforce } = await startSalesforce());
  await renderSampleData(join(home, 'data'));
  for (const part of ['force-app', '.forceignore']) {
    await cp(join(ROOT, part), join(home, part), { recursive: true });
  }
  const project = await readFile(join(ROOT, 'sfdx-project.json'), 'utf8');
  await mkdir(join(home, 'extra'));
  await writeFile(join(home, 'sfdx-project.json'), project.replace('[{', '[{ "path": "extra" }, {'));
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

/** What a command answered, which must have gone well. */
async function result(command: string, ...words: string[]): Promise<unknown> {
  const answer = await sf(command, ...words);
  expect([command, answer.status, answer.message]).toEqual([command, 0, undefined]);
  return answer.result;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(home, path)), { recursive: true });
  await writeFile(join(home, path), text);
}

/** A component of the package directory `extra`, as source. */
async function component(path: string, type: string, elements: string[]): Promise<void> {
  const body = elements.map((element) => `    ${element}\n`).join('');
  const namespace = 'http://soap.sforce.com/2006/04/metadata';
  await write(
    `extra/${path}`,
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="${namespace}">\n${body}</${type}>\n`,
  );
}

test(
  'a login by JWT finds the user, and one by token becomes the default',
  async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    await write('key.pem', privateKey);
    salesforce.registerConnectedApp({ clientId: 'cli', publicKeyPem: publicKey });
    const address = ['--instance-url', salesforce.url];

    const jwt = await result(`org login jwt --client-id cli --jwt-key-file key.pem --username ${ADMIN}`, ...address);
    const token = await result('org login access-token --alias local --set-default --no-prompt', ...address);

    expect(jwt).toMatchObject({ username: ADMIN });
    expect(token).toMatchObject({ username: ADMIN, isDevHub: false, isSandbox: false });
  },
  PATIENCE,
);

test(
  'the org tells what it is, what it allows and what it holds',
  async () => {
    const [display, limits, page] = await Promise.all([
      result('org display'),
      result('org list limits'),
      result('org open --url-only --path lightning/page/home'),
    ]);
    const [objects, describe, components] = await Promise.all([
      result('sobject list'),
      result('sobject describe -s Project__c'),
      result('org list metadata -m CustomField'),
    ]);

    expect(display).toMatchObject({ username: ADMIN, connectedStatus: 'Connected', apiVersion: '66.0' });
    expect(limits).toContainEqual(expect.objectContaining({ name: 'DailyApiRequests', max: 100_000 }));
    expect(objects).toEqual(expect.arrayContaining(['Opportunity', 'Project__c']));
    expect(describe).toMatchObject({ name: 'Project__c', custom: true, createable: true });
    expect(components).toContainEqual(
      expect.objectContaining({ fullName: 'Project__c.Stage__c', fileName: 'objects/Project__c.object' }),
    );
    const { url } = page as { url: string };
    const opened = await fetch(url, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('set-cookie')]).toEqual([302, expect.stringContaining('sid=')]);
  },
  PATIENCE,
);

test(
  'a record is made, found, changed and deleted',
  async () => {
    const made = await result('data create record -s Account -v', "Name='Acme & Sons' NumberOfEmployees=7");
    const { id } = made as { id: string };
    await result('data create record -s Project__c -v', `Name=Bridge Budget__c=50 Urgent__c=true Account__c=${id}`);

    const [got, related, grouped, wrong] = await Promise.all([
      result('data get record -s Account -w', "Name='Acme & Sons'"),
      result('data query -q', 'SELECT Name, Urgent__c, Account__r.Name, Owner.Profile.Name FROM Project__c'),
      result('data query -q', 'SELECT Stage__c, COUNT(Id) n, SUM(Budget__c) total FROM Project__c GROUP BY Stage__c'),
      sf('data query -q', 'SELECT Ghost__c FROM Project__c'),
    ]);
    await result(`data update record -s Account -i ${id} -v`, 'Name=Acme');
    await result('data delete record -s Project__c -w', 'Name=Bridge');
    const left = await result('data query -q', 'SELECT Name, (SELECT Id FROM Projects__r) FROM Account');

    expect(got).toMatchObject({ Id: id, NumberOfEmployees: 7 });
    const names = { Account__r: { Name: 'Acme & Sons' }, Owner: { Profile: { Name: 'System Administrator' } } };
    expect(related).toMatchObject({ totalSize: 1, records: [{ Name: 'Bridge', Urgent__c: true, ...names }] });
    expect(grouped).toMatchObject({ records: [{ Stage__c: 'Planned', n: 1, total: 50 }] });
    expect(wrong).toMatchObject({ status: 1, message: expect.stringContaining("No such column 'Ghost__c' on entity") });
    expect(left).toMatchObject({ totalSize: 1, records: [{ Name: 'Acme', Projects__r: null }] });
  },
  PATIENCE,
);

test(
  'records are imported, upserted and exported in bulk',
  async () => {
    await write('new.csv', 'Name,Code__c,Budget__c\nQuay,q,7\nDock,d,8\n');
    await write('changed.csv', 'Name,Code__c,Budget__c\nQuay,q,70\nPier,p,9\nPond,o,-1\n');

    const imported = await result('data import bulk -f new.csv -s Project__c -w 1');
    const upserted = await sf('data upsert bulk -f changed.csv -s Project__c -i Code__c -w 1');
    const query = 'SELECT Name, Budget__c FROM Project__c ORDER BY Name';
    const exported = await result('data export bulk -w 1 --output-file out.csv -q', query);

    expect(imported).toMatchObject({ processedRecords: 2, successfulRecords: 2, failedRecords: 0 });
    expect(upserted).toMatchObject({
      status: 1,
      message: 'Job finished being processed but failed to process 1 records.',
    });
    expect(exported).toMatchObject({ totalSize: 3 });
    expect(await readFile(join(home, 'out.csv'), 'utf8')).toBe(
      '"Name","Budget__c"\n"Dock","8"\n"Pier","9"\n"Quay","70"\n',
    );
  },
  PATIENCE,
);

test(
  'a deployment that cannot work names each component, its line and its column',
  async () => {
    const number = ['<precision>18</precision>', '<scale>0</scale>', '<type>Number</type>'];
    const field = (name: string): string => `objects/Project__c/fields/${name}.field-meta.xml`;
    const named = (name: string): string[] => [`<fullName>${name}</fullName>`, `<label>${name}</label>`];
    await component(field('Double__c'), 'CustomField', [
      '<formula>Ghost__c * 2</formula>',
      ...named('Double__c'),
      ...number,
    ]);
    await component(field('Sum__c'), 'CustomField', ['<formula>Name + 1</formula>', ...named('Sum__c'), ...number]);
    await component(field('Kind__c'), 'CustomField', [...named('Kind__c'), '<kind>1</kind>', '<type>Pick</type>']);
    await component('flows/Stamp.flow-meta.xml', 'Flow', [
      '<interviewLabel>Stamp</interviewLabel>',
      '<label>Stamp</label>',
      '<processType>AutoLaunchedFlow</processType>',
      '<start><locationX>0</locationX><locationY>0</locationY>',
      '<connector><targetReference>Nowhere</targetReference></connector></start>',
      '<status>Active</status>',
    ]);

    const failed = await sf('project deploy start --source-dir', 'extra');

    expect(failed.status).toBe(1);
    const { details } = failed.result as { details: { componentFailures: Record<string, unknown>[] } };
    const told = details.componentFailures.map((one) => [
      one['fullName'],
      one['lineNumber'],
      one['columnNumber'],
      one['problem'],
    ]);
    expect(told.toSorted()).toEqual([
      ['Project__c.Double__c', 4, 18, 'Field Ghost__c does not exist. Check spelling.'],
      ['Project__c.Kind__c', 14, 15, 'Element kind invalid at this location in type CustomField'],
      ['Project__c.Kind__c', 15, 15, "'Pick' is not a valid value for the enum 'FieldType'"],
      ['Project__c.Sum__c', 18, 18, expect.stringContaining('Incorrect parameter type')],
      ['Stamp', 7, 16, 'The element has an invalid reference to "Nowhere".'],
    ]);
    await rm(join(home, 'extra/objects'), { recursive: true });
    await rm(join(home, 'extra/flows'), { recursive: true });
  },
  PATIENCE,
);

test(
  'the product deploys to a bare org: tried over SOAP, validated, deployed quickly, and again over REST',
  async () => {
    const tried = await result('project deploy start --dry-run --source-dir force-app');
    const bare = salesforce.org.schema.findObject('Implementation_Request__c');
    const validated = await result('project deploy validate --source-dir force-app --test-level RunLocalTests');
    const { id } = validated as { id: string };
    const deployed = await result('project deploy quick --job-id', id);
    const again = await result('project deploy start --source-dir force-app', '--by-rest');

    expect(tried).toMatchObject({ status: 'Succeeded', checkOnly: true, numberComponentErrors: 0 });
    expect(bare).toBeUndefined();
    expect(validated).toMatchObject({ status: 'Succeeded', checkOnly: true });
    expect(deployed).toMatchObject({ status: 'Succeeded', checkOnly: false });
    const { files } = again as { files: { state: string }[] };
    expect(new Set(files.map(({ state }) => state))).toEqual(new Set(['Unchanged']));
  },
  PATIENCE,
);

test(
  'the product is granted, filled, and comes back as it was by name, by folder and by manifest',
  async () => {
    const granted = await result('org assign permset --name Groundwork_Customer_Engineer');
    const filled = await result('data import tree --plan data/plan.json');
    const link = 'force-app/main/default/objects/Request_Link__c';
    const title = await readFile(join(home, `${link}/fields/Title__c.field-meta.xml`), 'utf8');
    await rm(join(home, `${link}/fields/Title__c.field-meta.xml`));
    await rm(join(home, 'force-app/main/default/lwc/errorPanel'), { recursive: true });
    const type = (name: string): string => `<types><members>*</members><name>${name}</name></types>`;
    await write(
      'manifest.xml',
      `<?xml version="1.0"?><Package xmlns="http://soap.sforce.com/2006/04/metadata">${type('PermissionSet')}${type('FlexiPage')}<version>66.0</version></Package>`,
    );

    await result(
      'project retrieve start -m CustomField:Request_Link__c.Title__c -m LightningComponentBundle:errorPanel',
    );
    const folder = await result('project retrieve start --source-dir', link);
    const listed = await result('project retrieve start --manifest manifest.xml');

    expect(granted).toMatchObject({ successes: [{ value: 'Groundwork_Customer_Engineer' }], failures: [] });
    expect((filled as unknown[]).length).toBeGreaterThan(10);
    const lines = (text: string): string[] => text.split('\n').slice(1);
    expect(lines(await readFile(join(home, `${link}/fields/Title__c.field-meta.xml`), 'utf8'))).toEqual(lines(title));
    expect(existsSync(join(home, 'force-app/main/default/lwc/errorPanel/errorPanel.html'))).toBe(true);
    expect(folder).toMatchObject({
      files: expect.arrayContaining([expect.objectContaining({ fullName: 'Request_Link__c' })]),
    });
    expect(listed).toMatchObject({
      files: expect.arrayContaining([
        expect.objectContaining({ type: 'FlexiPage', fullName: 'Groundwork_Opportunity' }),
      ]),
    });
  },
  PATIENCE,
);

test(
  'what the org has is listed as a manifest and deployed from it, converted and deployed, and deleted',
  async () => {
    await result(`project generate manifest --from-org ${ADMIN} --metadata PermissionSet`);
    const manifest = await readFile(join(home, 'package.xml'), 'utf8');
    const deployed = await result('project deploy start --manifest package.xml');
    await result('project convert source --source-dir force-app --output-dir mdapi');
    const converted = await result('project deploy start --metadata-dir mdapi --dry-run');
    const listView = 'ListView:Implementation_Request__c.Backlog';
    const deleted = await result('project delete source --no-prompt --metadata', listView);

    expect(manifest).toContain('<members>Groundwork_Leadership</members>');
    expect(deployed).toMatchObject({ status: 'Succeeded' });
    expect(converted).toMatchObject({ status: 'Succeeded', numberComponentErrors: 0 });
    expect(deleted).toMatchObject({ status: 'Succeeded' });
    expect([...salesforce.org.source().keys()].filter((path) => path.includes('/listViews/Backlog'))).toEqual([]);
  },
  PATIENCE,
);
