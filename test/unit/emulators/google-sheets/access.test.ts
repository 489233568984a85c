import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../../emulators/core/index.ts';
import { startSheets, type Sheets } from './start-sheets.ts';

const OTHER = 'other@elsewhere.example';
const SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:30Z') });
let sheets: Sheets;

beforeEach(async () => {
  const spreadsheets = [
    { id: 'first', title: 'First' },
    { id: 'private', title: 'Private', shared: false },
  ];
  const serviceAccount = { clientEmail: OTHER, publicKeyPem: keys.publicKey };
  sheets = await startSheets({ clock, spreadsheets, serviceAccount });
});
afterEach(() => sheets.close());

function assertion(changed: Record<string, unknown> = {}): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: OTHER, scope: SCOPE, aud: `${sheets.emulator.url}/token`, iat, exp: iat + 3600, ...changed };
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(keys.privateKey, 'base64url')}`;
}

async function exchange(jwt: string): Promise<{ status: number; body: unknown }> {
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: jwt });
  const response = await fetch(`${sheets.emulator.url}/token`, { method: 'POST', body });
  return { status: response.status, body: await response.json() };
}

test('gives a token of an hour for an assertion signed with a known key', async () => {
  const { status, body } = await exchange(assertion());

  expect({ status, body }).toMatchObject({ status: 200, body: { expires_in: 3599, token_type: 'Bearer' } });
  const { access_token: token } = body as { access_token: string };
  expect(await sheets.send('GET', '?fields=spreadsheetId', undefined, token)).toMatchObject({ status: 200 });
});

test.each([
  [
    'an unknown account',
    () => assertion({ iss: 'nobody@x.example' }),
    'invalid_grant',
    'Invalid grant: account not found',
  ],
  ['a forged signature', () => `${assertion().slice(0, -8)}AAAAAAAA`, 'invalid_grant', 'Invalid JWT Signature.'],
  [
    'another audience',
    () => assertion({ aud: 'https://evil.example' }),
    'invalid_grant',
    'Invalid JWT: Failed audience check.',
  ],
  ['no scope', () => assertion({ scope: ' ' }), 'invalid_scope', 'Invalid OAuth scope or ID token audience provided.'],
  ['no assertion at all', () => 'nonsense', 'invalid_request', 'Bad Request'],
])('refuses %s', async (_what, jwt, error, description) => {
  expect(await exchange(jwt())).toEqual({ status: 400, body: { error, error_description: description } });
});

test('tells apart a token that is not good, a spreadsheet that is not shared and one that is not there', async () => {
  const ask = async (path: string, token: string): Promise<unknown> => {
    const response = await fetch(`${sheets.emulator.url}/v4/spreadsheets/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { error } = (await response.json()) as { error: { code: number; status: string } };
    return [error.code, error.status];
  };

  expect(await ask('first', 'ya29.nonsense')).toEqual([401, 'UNAUTHENTICATED']);
  expect(await ask('private', sheets.emulator.accessToken)).toEqual([403, 'PERMISSION_DENIED']);
  expect(await ask('missing', sheets.emulator.accessToken)).toEqual([404, 'NOT_FOUND']);
});

test('counts reads and writes apart, refuses the sixty-first of a minute and forgets with the next', async () => {
  for (let count = 0; count < 60; count += 1) await sheets.ok('GET', '/values/A1');

  const refused = await sheets.send('GET', '/values/A1');
  const written = await sheets.send('POST', '/values/A1:clear');
  clock.advance(60_000);
  const later = await sheets.send('GET', '/values/A1');

  expect(refused).toMatchObject({
    status: 429,
    body: {
      error: {
        status: 'RESOURCE_EXHAUSTED',
        message:
          "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:100000000000'.",
        details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit: 'ReadRequestsPerMinutePerUser' } }, {}],
      },
    },
  });
  expect([written.status, later.status]).toEqual([200, 200]);
});

test('lets no sixty seconds have more than sixty reads, wherever the minute begins, and tells so', async () => {
  const read = async (): Promise<number> => (await sheets.send('GET', '/values/A1')).status;
  const statuses: number[] = [];
  for (let count = 0; count < 130; count += 1) {
    statuses.push(await read());
    clock.advance(500);
  }

  const { counts } = (await (await fetch(`${sheets.emulator.url}/_emulator/quotas`)).json()) as { counts: unknown };

  // Sixty in the first half minute, none in the second, and one for each that falls out of the window after it.
  expect(statuses.map((status, index) => (status === 200 ? index : -1)).filter((index) => index >= 0)).toEqual([
    ...Array.from({ length: 60 }, (_none, index) => index),
    ...Array.from({ length: 10 }, (_none, index) => 120 + index),
  ]);
  expect(counts).toContainEqual(
    expect.objectContaining({ kind: 'read', inLastMinute: 59, mostInAMinute: 60, made: 70, refused: 60 }),
  );
});

test('quotas can be set and switched off', async () => {
  const set = (perMinute: unknown): Promise<Response> =>
    fetch(`${sheets.emulator.url}/_emulator/quotas`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ perMinute }),
    });

  await set(0);
  const none = await sheets.send('GET', '/values/A1');
  await set(null);
  const unlimited = await sheets.send('GET', '/values/A1');

  expect([none.status, unlimited.status, (await set('many')).status]).toEqual([429, 200, 400]);
});
