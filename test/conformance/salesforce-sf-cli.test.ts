import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ADMIN, startSalesforce, stopSalesforce } from './salesforce-org.ts';

const SF = fileURLToPath(new URL('../../node_modules/.bin/sf', import.meta.url));
const NODE_FOLDER = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));
const run = promisify(execFile);
const withCli = existsSync(SF) ? test : test.skip;

let home: string;
let salesforce: SalesforceEmulator;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'groundwork-sf-'));
  ({ salesforce } = await startSalesforce());
});
afterAll(async () => {
  await stopSalesforce();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
});

/** Runs the real command away from the user’s own settings, and off the internet. */
async function sf(...words: string[]): Promise<unknown> {
  const { stdout } = await run(SF, [...words, '--json'], {
    cwd: home,
    env: {
      PATH: `${NODE_FOLDER}:${process.env['PATH'] ?? ''}`,
      HOME: home,
      CI: 'true',
      NO_COLOR: '1',
      SF_ACCESS_TOKEN: salesforce.accessTokenFor(ADMIN),
      SF_AUTOUPDATE_DISABLE: 'true',
      SF_DISABLE_TELEMETRY: 'true',
      SF_HIDE_RELEASE_NOTES: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true',
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SFDX_DISABLE_TELEMETRY: 'true',
    },
  });
  return JSON.parse(stdout) as unknown;
}

withCli(
  'the sf command logs in, creates a record and finds it',
  async () => {
    await sf(
      'org',
      'login',
      'access-token',
      '--instance-url',
      salesforce.url,
      '--alias',
      'local',
      '--set-default',
      '--no-prompt',
    );

    const made = await sf(
      'data',
      'create',
      'record',
      '-o',
      'local',
      '-s',
      'Project__c',
      '-v',
      "Name='Bridge' Budget__c=50 Urgent__c=true",
    );
    const found = await sf('data', 'query', '-o', 'local', '-q', 'SELECT Name, Budget__c, Urgent__c FROM Project__c');

    expect(made).toMatchObject({ status: 0, result: { success: true } });
    expect(found).toMatchObject({
      status: 0,
      result: { totalSize: 1, done: true, records: [{ Name: 'Bridge', Budget__c: 50, Urgent__c: true }] },
    });
  },
  60_000,
);

withCli(
  'the sf command imports and exports in bulk',
  async () => {
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
  },
  90_000,
);
