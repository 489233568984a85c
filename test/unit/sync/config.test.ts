import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Environment, readConfig } from '../../../sync/config.ts';

const SMALLEST = {
  SALESFORCE_INSTANCE_URL: 'https://org.example',
  SALESFORCE_ACCESS_TOKEN: '00Dx!token',
  GOOGLE_ACCESS_TOKEN: 'ya29.token',
  SPREADSHEET_ID: 'sheet-1',
};

function problemsOf(variables: Record<string, string>): string {
  try {
    readConfig(variables);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

test('is content with an org and a spreadsheet; Vitally and Slack are off', () => {
  expect(readConfig(SMALLEST)).toEqual({
    salesforce: {
      apiVersion: '66.0',
      access: { kind: 'token', instanceUrl: 'https://org.example', accessToken: '00Dx!token' },
      callsShare: 0.9,
      changeEvents: false,
    },
    googleSheets: {
      url: 'https://sheets.googleapis.com/',
      spreadsheetId: 'sheet-1',
      access: { kind: 'token', accessToken: 'ya29.token' },
      checkMinutes: 15,
      checkCells: 250_000,
      perMinute: 60,
    },
    vitally: undefined,
    slack: undefined,
    columns: undefined,
    reconcileHour: 3,
    stateDir: '.state',
    schedule: '*/15 * * * * *',
    logLevel: 'info',
  });
});

test('tells all that is wrong at once, by the names as typed', () => {
  expect(
    problemsOf({ SALESFORCE_LOGIN_URL: 'login', SYNC_SCHEDULE: 'often', LOG_LEVEL: 'loud', SPREADSHEET_ID: '' }),
  ).toBe(
    [
      'The settings do not do:',
      '  SALESFORCE_LOGIN_URL: expected an http(s) address',
      '  SYNC_SCHEDULE: expected a cron expression',
      '  LOG_LEVEL: Invalid option: expected one of "debug"|"info"|"warn"|"error"|"silent"',
      '  Salesforce: expected SALESFORCE_CLIENT_ID, SALESFORCE_USERNAME and SALESFORCE_PRIVATE_KEY_FILE, or SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN',
      '  Google: expected GOOGLE_SERVICE_ACCOUNT_KEY_FILE or GOOGLE_ACCESS_TOKEN',
      '  SPREADSHEET_ID: is missing',
    ].join('\n'),
  );
});

test('asks for what belongs together', () => {
  expect(
    problemsOf({ SPREADSHEET_ID: 'sheet-1', VITALLY_URL: 'https://acme.rest.vitally.io', SLACK_TOKEN: 'xoxb-1' }),
  ).toBe(
    [
      'The settings do not do:',
      '  Salesforce: expected SALESFORCE_CLIENT_ID, SALESFORCE_USERNAME and SALESFORCE_PRIVATE_KEY_FILE, ' +
        'or SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN',
      '  Google: expected GOOGLE_SERVICE_ACCOUNT_KEY_FILE or GOOGLE_ACCESS_TOKEN',
      '  VITALLY_API_KEY: is missing, since VITALLY_URL is given (or VITALLY_API_KEY_FILE)',
      '  SLACK_CHANNEL: is missing, since a Slack token is given',
    ].join('\n'),
  );
});

test('reads secrets from files, and names a file that is not there', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'groundwork-config-')), 'token');
  writeFileSync(file, 'xoxb-1\n');

  expect(readConfig({ ...SMALLEST, SLACK_TOKEN_FILE: file, SLACK_CHANNEL: 'C1' }).slack).toEqual({
    url: 'https://slack.com/api/',
    token: 'xoxb-1',
    channel: 'C1',
    announceHours: 24,
  });
  expect(problemsOf({ ...SMALLEST, SLACK_TOKEN_FILE: '/nowhere', SLACK_CHANNEL: 'C1' })).toContain(
    'SLACK_TOKEN_FILE: there is no file /nowhere',
  );
});

test('.env.example documents every variable, and no other', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const documented = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);

  expect(documented.toSorted()).toEqual(Object.keys(Environment.shape).toSorted());
});
