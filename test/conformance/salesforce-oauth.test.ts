import { createHash, createHmac } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { Connection, OAuth2 } from 'jsforce';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ADMIN, clientOf, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

const APP = { clientId: 'app', clientSecret: 'hush', redirectUri: 'https://app.example/back' };
const CLIENT = { client_id: APP.clientId, client_secret: APP.clientSecret };

async function start() {
  const { salesforce, clock } = await startSalesforce();
  salesforce.registerWebApp(APP);
  salesforce.setPassword(ADMIN, 'correct horse');
  return { salesforce, clock };
}

async function post(salesforce: SalesforceEmulator, path: string, form: Record<string, string>) {
  const body = new URLSearchParams(form);
  const response = await fetch(`${salesforce.url}/services/oauth2/${path}`, { method: 'POST', body });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, string> };
}

/** Opens the page that asks for a code, as a browser with a session does. */
async function authorize(salesforce: SalesforceEmulator, query: Record<string, string>, username?: string) {
  const asked = { response_type: 'code', client_id: APP.clientId, redirect_uri: APP.redirectUri, ...query };
  const cookie = username === undefined ? '' : `sid=${encodeURIComponent(salesforce.accessTokenFor(username))}`;
  const address = `${salesforce.url}/services/oauth2/authorize?${new URLSearchParams(asked).toString()}`;
  const response = await fetch(address, { headers: { cookie }, redirect: 'manual' });
  return { status: response.status, to: response.headers.get('location'), text: await response.text() };
}

async function codeFor(salesforce: SalesforceEmulator, query: Record<string, string> = {}): Promise<string> {
  const { to } = await authorize(salesforce, query, READER);
  return new URL(to ?? '').searchParams.get('code') ?? '';
}

const byCode = (code: string) => ({ grant_type: 'authorization_code', redirect_uri: APP.redirectUri, code });

test('jsforce logs in by username and password', async () => {
  const { salesforce } = await start();
  const oauth2 = new OAuth2({ loginUrl: salesforce.url, clientId: APP.clientId, clientSecret: APP.clientSecret });
  const connection = new Connection({ oauth2, version: '66.0' });

  await connection.login(ADMIN, 'correct horse');

  expect(await connection.identity()).toMatchObject({ username: ADMIN });
});

async function idOf(salesforce: SalesforceEmulator, username: string): Promise<string> {
  const soql = `SELECT Id FROM User WHERE Username = '${username}'`;
  const { body } = await clientOf(salesforce)('GET', `/query?q=${encodeURIComponent(soql)}`);
  return (body as { records: { Id: string }[] }).records[0]?.Id ?? '';
}

test('jsforce logs in over SOAP with a password that an administrator has set, until it is another', async () => {
  const { salesforce } = await start();
  const admin = new Connection({ instanceUrl: salesforce.url, accessToken: salesforce.accessTokenFor(ADMIN) });
  const reader = new Connection({ loginUrl: salesforce.url, version: '66.0' });
  const id = await idOf(salesforce, READER);

  await expect(reader.login(READER, 'open sesame')).rejects.toThrow('INVALID_LOGIN');
  await admin.soap.setPassword(id, 'open sesame');
  await reader.login(READER, 'open sesame');

  expect(reader.userInfo).toMatchObject({ id, organizationId: salesforce.org.id });
  expect(await reader.soap.getUserInfo()).toMatchObject({ userId: id, userName: READER, userTimeZone: 'GMT' });
  expect(await reader.soap.getServerTimestamp()).toEqual({ timestamp: '2026-11-22T10:00:00.000Z' });
  await expect(reader.soap.setPassword(await idOf(salesforce, ADMIN), 'mine now')).rejects.toThrow(
    'INVALID_CROSS_REFERENCE_KEY',
  );
  const { password } = await admin.soap.resetPassword(id);
  await expect(reader.login(READER, 'open sesame')).rejects.toThrow('INVALID_LOGIN');
  await reader.login(READER, password);
  await reader.logout();
});

test('a password is set, made up and looked at over REST', async () => {
  const { salesforce } = await start();
  const admin = clientOf(salesforce);
  const reader = clientOf(salesforce, READER);
  const connection = new Connection({ loginUrl: salesforce.url, version: '66.0' });
  const id = await idOf(salesforce, READER);

  expect(await admin('POST', `/sobjects/User/${id}/password`, { NewPassword: 'open sesame' })).toMatchObject({
    status: 204,
  });
  await connection.login(READER, 'open sesame');
  const madeUp = await reader('DELETE', `/sobjects/User/${id}/password`);
  await connection.login(READER, (madeUp.body as { NewPassword: string }).NewPassword);

  expect(await reader('GET', `/sobjects/User/${id}/password`)).toMatchObject({
    status: 200,
    body: { isExpired: false },
  });
  expect(
    await reader('POST', `/sobjects/User/${await idOf(salesforce, ADMIN)}/password`, { NewPassword: 'mine now' }),
  ).toMatchObject({ status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS' }] });
});

test.each([
  [{ ...CLIENT, username: ADMIN, password: 'wrong' }, 'invalid_grant', 'authentication failure'],
  [{ ...CLIENT, username: READER, password: 'correct horse' }, 'invalid_grant', 'authentication failure'],
  [{ ...CLIENT, username: 'nobody' }, 'invalid_grant', 'authentication failure'],
  [{ ...CLIENT, client_id: 'other', username: ADMIN }, 'invalid_client_id', 'client identifier invalid'],
  [{ ...CLIENT, client_secret: 'loud', username: ADMIN }, 'invalid_client', 'invalid client credentials'],
])('a password is refused for %j', async (form, error, description) => {
  const { salesforce } = await start();

  const { status, body } = await post(salesforce, 'token', { grant_type: 'password', ...form });

  expect([status, body]).toEqual([400, { error, error_description: description }]);
});

test('a code from the browser brings tokens once, and the refresh token others', async () => {
  const { salesforce } = await start();
  const code = await codeFor(salesforce);

  const { body: first } = await post(salesforce, 'token', { ...CLIENT, ...byCode(code) });
  const again = await post(salesforce, 'token', { ...CLIENT, ...byCode(code) });
  const refresh = { grant_type: 'refresh_token', refresh_token: first['refresh_token'] ?? '' };
  const { body: second } = await post(salesforce, 'token', { ...CLIENT, ...refresh });
  const connection = new Connection({ instanceUrl: salesforce.url, accessToken: second['access_token'] ?? '' });

  const signed = createHmac('sha256', APP.clientSecret).update(`${first['id'] ?? ''}${first['issued_at'] ?? ''}`);
  expect(first).toMatchObject({
    token_type: 'Bearer',
    instance_url: salesforce.url,
    signature: signed.digest('base64'),
  });
  expect(again.body).toEqual({ error: 'invalid_grant', error_description: 'invalid authorization code' });
  expect(second).not.toHaveProperty('refresh_token');
  expect(await connection.identity()).toMatchObject({ username: READER });
});

test('jsforce refreshes a session that has ended', async () => {
  const { salesforce } = await start();
  const { body } = await post(salesforce, 'token', { ...CLIENT, ...byCode(await codeFor(salesforce)) });
  const connection = new Connection({
    oauth2: { loginUrl: salesforce.url, clientId: APP.clientId, clientSecret: APP.clientSecret },
    instanceUrl: salesforce.url,
    accessToken: body['access_token'] ?? '',
    refreshToken: body['refresh_token'] ?? '',
    version: '66.0',
  });
  await post(salesforce, 'revoke', { token: body['access_token'] ?? '' });

  const found = await connection.query('SELECT Id FROM Project__c');

  expect(found.done).toBe(true);
  expect(connection.accessToken).not.toBe(body['access_token']);
});

test('a code with a challenge needs its verifier, and no secret', async () => {
  const { salesforce } = await start();
  const challenge = { code_challenge: createHash('sha256').update('verifier').digest('base64url') };
  const ask = async (code_verifier: string) =>
    post(salesforce, 'token', {
      client_id: APP.clientId,
      code_verifier,
      ...byCode(await codeFor(salesforce, challenge)),
    });

  const right = await ask('verifier');
  const wrong = await ask('other');
  const without = await post(salesforce, 'token', { client_id: APP.clientId, ...byCode(await codeFor(salesforce)) });

  expect(right.status).toBe(200);
  expect(wrong.body).toEqual({ error: 'invalid_grant', error_description: 'invalid code verifier' });
  expect(without.body).toMatchObject({ error: 'invalid_client' });
});

test('a code is good for a quarter of an hour, and for its own address', async () => {
  const { salesforce, clock } = await start();
  const late = await codeFor(salesforce);
  clock.advance(16 * 60 * 1000);
  const elsewhere = { ...byCode(await codeFor(salesforce)), redirect_uri: 'https://evil.example' };

  const answers = [await post(salesforce, 'token', { ...CLIENT, ...byCode(late) })];
  answers.push(await post(salesforce, 'token', { ...CLIENT, ...elsewhere }));

  expect(answers.map(({ body }) => body)).toEqual([
    { error: 'invalid_grant', error_description: 'expired authorization code' },
    { error: 'redirect_uri_mismatch', error_description: 'redirect_uri must match configuration' },
  ]);
});

test('the browser is sent back only to where the app lives', async () => {
  const { salesforce } = await start();

  const back = await authorize(salesforce, { state: 's 1' }, READER);
  const implicit = await authorize(salesforce, { response_type: 'token' }, READER);
  const evil = await authorize(salesforce, { redirect_uri: 'https://evil.example' }, READER);
  const unknown = await authorize(salesforce, { client_id: 'other' }, READER);
  const stranger = await authorize(salesforce, {});

  expect(back.to).toMatch(/^https:\/\/app\.example\/back\?state=s\+1&code=aPrx/);
  expect(implicit.to).toContain('error=unsupported_response_type');
  expect([evil.status, evil.text]).toEqual([400, expect.stringContaining('redirect_uri_mismatch')]);
  expect([unknown.status, unknown.text]).toEqual([400, expect.stringContaining('invalid_client_id')]);
  expect(stranger.status).toBe(403);
});

test('tokens are introspected until they are revoked', async () => {
  const { salesforce } = await start();
  const { body } = await post(salesforce, 'token', { ...CLIENT, ...byCode(await codeFor(salesforce)) });
  const { access_token: access = '', refresh_token: refresh = '' } = body;
  const ask = async (token: string) => (await post(salesforce, 'introspect', { ...CLIENT, token })).body;

  const before = [await ask(access), await ask(refresh)];
  await post(salesforce, 'revoke', { token: refresh });
  const refused = await post(salesforce, 'token', { ...CLIENT, grant_type: 'refresh_token', refresh_token: refresh });
  const stranger = await post(salesforce, 'introspect', {
    client_id: APP.clientId,
    client_secret: 'loud',
    token: access,
  });

  expect(before).toMatchObject([
    { active: true, username: READER, token_type: 'access_token', client_id: APP.clientId },
    { active: true, username: READER, token_type: 'refresh_token' },
  ]);
  expect(await ask(refresh)).toEqual({ active: false });
  expect(refused.body).toEqual({ error: 'invalid_grant', error_description: 'expired access/refresh token' });
  expect([stranger.status, stranger.body['error']]).toEqual([401, 'invalid_client']);
});
