import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createGoogleSheets, type GoogleSheetsEmulator } from '../../emulators/google-sheets/index.ts';
import { createSlack, type SlackEmulator, type SlackOptions } from '../../emulators/slack/index.ts';
import { machineClock, MINUTE, type Clock } from '../../sync/clock.ts';
import { readConfig } from '../../sync/config.ts';
import { explainSettings, isHealthy, reportFindings, runDoctor, type Finding } from '../../sync/doctor/index.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

let landscape: Landscape;
let folder: string;
const extra = new Set<{ close(): Promise<void> }>();

beforeAll(async () => {
  landscape = await startLandscape();
  folder = mkdtempSync(join(tmpdir(), 'groundwork-doctor-'));
  await landscape.cycle();
});

afterEach(async () => {
  for (const vendor of ['salesforce', 'googleSheets', 'vitally', 'slack'] as const) landscape[vendor].faults.clear();
  for (const one of extra) await one.close();
  extra.clear();
});

afterAll(async () => {
  await landscape.close();
  rmSync(folder, { recursive: true });
});

async function examine(differences: Record<string, string> = {}, clock: Clock = machineClock): Promise<Finding[]> {
  try {
    return await runDoctor(readConfig({ ...landscape.environment, ...differences }), clock);
  } catch (thrown) {
    return explainSettings(thrown);
  }
}

/** What is broken, as a person reads it, with what to do. */
function complaints(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ state }) => state === 'broken')
    .map(({ area, check, says, fix = '' }) => `${area}, ${check}: ${says}. ${fix}`);
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function otherKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

test('finds nothing to mend where everything is well, and changes nothing', async () => {
  const before = landscape.slack.countMessages();

  const findings = await examine();

  expect(reportFindings(findings)).toMatch(/Everything that is needed works\.$/);
  expect(findings.filter(({ state }) => state !== 'fine')).toEqual([]);
  expect(isHealthy(findings)).toBe(true);
  expect(landscape.slack.countMessages()).toBe(before);
});

test.each<[string, () => Record<string, string>, RegExp]>([
  ['another app', () => ({ SALESFORCE_CLIENT_ID: 'other' }), /Sign-in: Salesforce does not know the connected app/],
  ['a user who did not approve', () => ({ SALESFORCE_USERNAME: 'who@x.example' }), /may not act for who@x\.example/],
  [
    'another key',
    () => ({ SALESFORCE_PRIVATE_KEY_FILE: file('other.pem', otherKey()) }),
    /The signature does not match/,
  ],
  ['a key that is none', () => ({ SALESFORCE_PRIVATE_KEY_FILE: file('none.pem', 'hello') }), /holds no private key/],
  ['nobody there', () => ({ SALESFORCE_LOGIN_URL: 'http://127.0.0.1:1' }), /Nobody answers at http:\/\/127\.0\.0\.1:1/],
  [
    'a session that ended',
    () => ({ SALESFORCE_INSTANCE_URL: landscape.salesforce.url, SALESFORCE_ACCESS_TOKEN: '00D!gone' }),
    /Salesforce does not know the session\. SALESFORCE_ACCESS_TOKEN/,
  ],
])('Salesforce: names the cause when there is %s', async (_title, differences, complaint) => {
  expect(complaints(await examine(differences()))).toEqual([expect.stringMatching(complaint)]);
});

test('Salesforce: names each field that a user without the permission set may not see or edit', async () => {
  const findings = await examine({
    SALESFORCE_INSTANCE_URL: landscape.salesforce.url,
    SALESFORCE_ACCESS_TOKEN: landscape.salesforce.accessTokenFor('ana@groundwork.example'),
  });

  expect(complaints(findings).join('\n')).toMatch(
    /Fields to write: The user may not edit .*Implementation_Request__c\.Backlog_Rank__c.*Assign the permission set Groundwork Integration/,
  );
});

test('Salesforce: tells of a clock that is off, whether it lets the service in or not', async () => {
  const at = (ms: number): Clock => ({ ...machineClock, now: () => new Date(Date.now() + ms) });

  expect(complaints(await examine({}, at(-10 * MINUTE)))).toEqual(
    expect.arrayContaining([expect.stringMatching(/this machine’s clock is off\. Set the clock/)]),
  );
  const ahead = (await examine({}, at(2 * MINUTE))).find(({ check }) => check === 'Clock');
  expect(ahead).toMatchObject({ state: 'warning', says: expect.stringMatching(/1[12]\d s ahead of/) as unknown });
});

test('Google Sheets: tells a wrong id, a wrong token and a file that is no key from one another', async () => {
  const [wrongId] = complaints(await examine({ SPREADSHEET_ID: '1Nowhere' }));
  const [wrongToken] = complaints(await examine({ GOOGLE_ACCESS_TOKEN: 'ya29.gone' }));
  const [wrongFile] = complaints(await examine({ GOOGLE_SERVICE_ACCOUNT_KEY_FILE: file('key.json', '{}') }));

  expect(wrongId).toMatch(/There is no spreadsheet 1Nowhere\. Check SPREADSHEET_ID/);
  expect(wrongToken).toMatch(/does not take the access token\. GOOGLE_ACCESS_TOKEN has ended/);
  expect(wrongFile).toMatch(/The key file is none of a service account/);
});

async function otherSheets(shared: boolean): Promise<[GoogleSheetsEmulator, Record<string, string>]> {
  const sheets = await createGoogleSheets({ spreadsheets: [{ id: 'other', title: 'Other', shared }] });
  extra.add(sheets);
  const keyFile = file('other.json', JSON.stringify(sheets.serviceAccountKey()));
  return [sheets, { GOOGLE_SHEETS_URL: sheets.url, SPREADSHEET_ID: 'other', GOOGLE_SERVICE_ACCOUNT_KEY_FILE: keyFile }];
}

async function change({ url, accessToken }: GoogleSheetsEmulator, id: string, request: unknown): Promise<void> {
  const answer = await fetch(`${url}/v4/spreadsheets/${id}:batchUpdate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests: [request] }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

test('Google Sheets: says with whom the spreadsheet has to be shared', async () => {
  const [, unshared] = await otherSheets(false);
  landscape.googleSheets.faults.add({ fault: { kind: 'status', status: 403 }, path: ':batchUpdate' });

  expect(complaints(await examine(unshared))).toEqual([
    'Google Sheets, Reading: The spreadsheet is not shared with the service. ' +
      'Share the spreadsheet with sync@groundwork-local.iam.gserviceaccount.com as an editor.',
  ]);
  expect(complaints(await examine())).toEqual([
    'Google Sheets, Writing: The spreadsheet is shared for reading only. ' +
      'Share the spreadsheet with sync@groundwork-local.iam.gserviceaccount.com as an editor.',
  ]);
});

test('Google Sheets: finds a tab in the way, and a key column that was deleted', async () => {
  const [sheets, environment] = await otherSheets(true);
  await change(sheets, 'other', { addSheet: { properties: { title: 'Backlog' } } });
  expect(complaints(await examine(environment))).toEqual([
    expect.stringMatching(/Tabs: The spreadsheet has a tab "Backlog" that is not Groundwork's\. Rename that tab/),
  ]);

  await change(sheets, 'other', { addSheet: { properties: { title: 'Ours', sheetId: 740_001 } } });
  expect(complaints(await examine(environment))).toEqual([
    expect.stringMatching(/Tab "Ours": The hidden column "Salesforce Id" was deleted\. Restore it/),
  ]);
});

test('Vitally: tells a wrong key from a wrong address, and names the traits that are missing', async () => {
  const key = { VITALLY_API_KEY: 'sk_live_wrong' };
  const { vitally } = landscape;

  expect(complaints(await examine(key))).toEqual([
    expect.stringMatching(/Vitally, Key: Vitally does not take the key/),
  ]);
  expect(complaints(await examine({ VITALLY_URL: 'http://127.0.0.1:1' }))).toEqual([
    expect.stringMatching(/Vitally, Key: Nobody answers at .* Check VITALLY_URL/),
  ]);
  vitally.leaveOut(['vitally.custom.codeHosts', 'vitally.custom.implementationHealth']);
  expect(complaints(await examine())).toEqual([
    expect.stringMatching(/Traits: Not set up for accounts: implementationHealth, codeHosts\. Make them/),
  ]);
  vitally.leaveOut([]);
});

async function otherSlack(options: SlackOptions): Promise<[SlackEmulator, Record<string, string>]> {
  const slack = await createSlack(options);
  extra.add(slack);
  return [slack, { SLACK_API_URL: `${slack.url}/api/`, SLACK_TOKEN: slack.token, SLACK_CHANNEL: slack.channel }];
}

test.each<[string, SlackOptions, Record<string, string>, RegExp]>([
  ['a wrong token', {}, { SLACK_TOKEN: 'xoxb-wrong' }, /Token: Slack does not know the token/],
  [
    'a name',
    {},
    { SLACK_CHANNEL: 'ask-implementation' },
    /Channel: Slack shows the bot no channel ask-.*must be the id/,
  ],
  ['an archived channel', { channels: [{ name: 'old', isArchived: true }] }, {}, /Channel: #old is archived/],
  [
    'a channel not joined',
    { channels: [{ name: 'new', isMember: false }] },
    {},
    /The bot is not in #new\. Write "\/invite/,
  ],
  [
    'a missing scope',
    { scopes: ['chat:write', 'channels:read', 'users:read', 'users:read.email'] },
    {},
    /Scopes: The token lacks metadata\.message:read, channels:history\. Add them/,
  ],
])('Slack: names the cause when there is %s', async (_title, options, differences, complaint) => {
  const [, environment] = await otherSlack(options);

  expect(complaints(await examine({ ...environment, ...differences }))).toEqual([expect.stringMatching(complaint)]);
});

test('Slack: tells a token that was revoked, and warns when nobody can be mentioned', async () => {
  const [slack, environment] = await otherSlack({
    scopes: ['chat:write', 'channels:read', 'channels:history', 'metadata.message:read'],
  });

  const warned = await examine(environment);
  slack.revokeToken();

  expect(warned.find(({ state }) => state === 'warning')).toMatchObject({
    says: 'Without users:read, users:read.email, people are named but not mentioned',
  });
  expect(complaints(await examine(environment))).toEqual([expect.stringMatching(/Token: The token was revoked/)]);
});

test('settings: names every variable that does not do', async () => {
  expect(complaints(await examine({ SYNC_SCHEDULE: 'often', SLACK_QUIET_HOURS: 'night' }))).toEqual([
    expect.stringMatching(/^Settings, SLACK_QUIET_HOURS: expected two hours such as 20-7\. Correct it/),
    expect.stringMatching(/^Settings, SYNC_SCHEDULE: expected a cron expression\. Correct it/),
  ]);
});
