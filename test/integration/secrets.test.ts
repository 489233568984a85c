import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLog } from '../../sync/log.ts';
import { hideSecrets } from '../../sync/secrets.ts';
import { COMPILED_CODE } from '../support/compiled-code.ts';
import { startEchoServer, type EchoServer } from './support/echo-server.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';

const MAIN = fileURLToPath(new URL('../../sync/main.ts', import.meta.url));

/** Secrets that look like nothing in particular: only who was told of them can hide them. */
const PLANTED = Object.fromEntries(
  ['SALESFORCE_ACCESS_TOKEN', 'GOOGLE_ACCESS_TOKEN', 'VITALLY_API_KEY', 'SLACK_TOKEN'].map((name) => [
    name,
    `planted+${randomBytes(12).toString('hex')}`,
  ]),
);

let landscape: Landscape;
let echo: EchoServer;
let folder: string;
let pem: string;

beforeAll(async () => {
  landscape = await startLandscape();
  echo = await startEchoServer();
  folder = mkdtempSync(join(tmpdir(), 'groundwork-secrets-'));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
});

afterAll(async () => {
  echo.close();
  await landscape.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What a person or a log collector sees of a command. */
async function run(args: string[], environment: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...environment, ...COMPILED_CODE, LOG_LEVEL: 'debug' },
    cwd: folder,
  });
  let seen = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (seen += chunk.toString()));
  await once(child, 'close');
  return seen;
}

function expectNoSecret(text: string, secrets: readonly string[]): void {
  const forms = secrets.flatMap((secret) => [
    ...[secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)],
    ...[Buffer.from(secret).toString('base64'), Buffer.from(`${secret}:`).toString('base64')],
  ]);
  expect(forms.filter((form) => text.includes(form))).toEqual([]);
  expect(text).not.toMatch(/PRIVATE KEY-----|eyJ[\w-]+\.eyJ/);
}

/** Lines of a key: any one of them is too much. */
function linesOf(key: string): string[] {
  return key.split('\n').filter((line) => line.length > 20 && !line.startsWith('-----'));
}

test.each([401, 429, 500])(
  'tokens stay secret when every vendor repeats them in an error with status %d',
  async (status) => {
    echo.answer(status);
    const environment = {
      ...PLANTED,
      ...{ SALESFORCE_INSTANCE_URL: echo.url, GOOGLE_SHEETS_URL: echo.url, SPREADSHEET_ID: 'x' },
      ...{ VITALLY_URL: echo.url, SLACK_API_URL: `${echo.url}/api/`, SLACK_CHANNEL: 'C1' },
      STATE_DIR: join(folder, `state-${status}`),
    };

    const seen = [
      await run(['--once'], environment),
      await run(['doctor'], environment),
      await run(['plan'], environment),
      await run(['status'], environment),
      readFileSync(join(folder, `state-${status}`, 'sync.db'), 'latin1'),
    ];

    expect(seen[0]).toMatch(/Salesforce/);
    expect(seen[1]).toMatch(/to mend/);
    expectNoSecret(seen.join('\n'), Object.values(PLANTED));
  },
  60_000,
);

test('private keys and what they sign stay secret when the sign-in is refused with them', async () => {
  echo.answer(400);
  const google = { type: 'service_account', client_email: 'a@b.example', private_key: pem, token_uri: echo.url };
  const environment = {
    ...{ SALESFORCE_LOGIN_URL: echo.url, SALESFORCE_CLIENT_ID: 'app', SALESFORCE_USERNAME: 'who@x.example' },
    SALESFORCE_PRIVATE_KEY_FILE: file('key.pem', pem),
    GOOGLE_SERVICE_ACCOUNT_KEY_FILE: file('google.json', JSON.stringify(google)),
    ...{ SPREADSHEET_ID: 'x', GOOGLE_SHEETS_URL: echo.url, STATE_DIR: join(folder, 'state-keys') },
  };

  const seen = [
    await run(['--once'], environment),
    await run(['doctor'], environment),
    await run(['status'], environment),
  ];

  expect(seen[0]).toContain('assertion=[secret]');
  expectNoSecret(seen.join('\n'), linesOf(pem));
});

test('a secret in the place of another setting is not read out', async () => {
  const seen = await run(['doctor'], {
    ...PLANTED,
    SALESFORCE_INSTANCE_URL: String(PLANTED['SALESFORCE_ACCESS_TOKEN']),
    VITALLY_URL: 'http://user:hunter2-hunter2@127.0.0.1:1',
    SPREADSHEET_ID: 'x',
    GOOGLE_SHEETS_URL: 'http://127.0.0.1:1',
    BACKLOG_COLUMNS_FILE: file('columns.json', pem),
    STATE_DIR: join(folder, 'state-wrong'),
  });

  expect(seen).toContain('to mend');
  expectNoSecret(seen, [...Object.values(PLANTED), 'hunter2-hunter2', ...linesOf(pem)]);
});

test('no page, sheet or message shows a token after failures of every kind', async () => {
  const { salesforce, googleSheets, vitally, slack } = landscape;
  const failures: string[] = [];
  for (const fault of [
    { kind: 'reset' },
    { kind: 'replyLost' },
    { kind: 'status', status: 401 },
    { kind: 'status', status: 500 },
  ] as const) {
    for (const vendor of [salesforce, googleSheets, vitally, slack]) {
      vendor.faults.add({ fault, times: 4 });
      failures.push(JSON.stringify((await landscape.cycle()).failures));
      vendor.faults.clear();
      landscape.passTime(60_000);
    }
  }
  await landscape.cycle();

  const pages = await Promise.all(
    [slack.url, googleSheets.url, vitally.url].map(async (url) => (await fetch(url)).text()),
  );
  expect(failures.filter((one) => one !== '{}').length).toBeGreaterThan(4);
  expectNoSecret([...failures, ...pages].join('\n'), [slack.token, vitally.apiKey, googleSheets.accessToken]);
});

test('the log hides what looks like a secret, whatever it is logged as', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const error = Object.assign(new Error('no, Bearer abcdefgh12345678 is wrong'), { config: { token: 'xoxb-1-2-3' } });

  log.warn({ error, note: ['xoxb-123-abc'], deep: { er: { still: 'ya29.A0Ab-c_d' } } }, 'sk_live_0123456789');

  expect(lines.join('')).not.toMatch(/abcdefgh|xoxb|ya29|sk_live/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: '[secret]', error: { message: 'no, [secret] is wrong' } });
  expect(hideSecrets('Basic authentication of the OAuth application')).toBe(
    'Basic authentication of the OAuth application',
  );
});
