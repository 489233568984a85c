import { createSign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { OAuth2Client } from 'google-auth-library';
import { z } from 'zod';
import { HOUR, SECOND, type Clock } from '../clock.ts';
import { SyncError } from '../errors.ts';
import { keepSecret } from '../secrets.ts';

/** How the service is let into the spreadsheet. */
export type SheetsAccess = { kind: 'key'; keyFile: string } | { kind: 'token'; accessToken: string };

const SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const TIMEOUT_MS = 30 * SECOND;

const KeyFile = z.object({
  client_email: z.string(),
  private_key: z.string(),
  token_uri: z.url().default('https://oauth2.googleapis.com/token'),
});
type KeyFile = z.infer<typeof KeyFile>;

const Token = z.object({ access_token: z.string(), expires_in: z.number() });

/** A client for Google's APIs. The library's own JWT client overlooks `token_uri`, so the exchange is made here. */
export function createAuth(access: SheetsAccess, clock: Clock, onSignIn: () => void): OAuth2Client {
  const client = new OAuth2Client({ forceRefreshOnFailure: true });
  if (access.kind === 'token') {
    client.setCredentials({ access_token: access.accessToken });
    return client;
  }
  client.refreshHandler = async () => {
    const key = KeyFile.parse(JSON.parse(await readFile(access.keyFile, 'utf8')));
    const now = clock.now();
    onSignIn();
    const token = await requestToken(key, now);
    keepSecret('Google session', token.access_token);
    return { access_token: token.access_token, expiry_date: now.getTime() + token.expires_in * SECOND };
  };
  return client;
}

/** See https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests */
async function requestToken(key: KeyFile, now: Date): Promise<z.infer<typeof Token>> {
  const answer = await fetch(key.token_uri, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: signAssertion(key, now),
    }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await answer.text();
  if (!answer.ok) {
    const kind = answer.status < 500 ? 'configuration' : 'unavailable';
    throw new SyncError(kind, `Google gave no access token for ${key.client_email} (${answer.status}): ${text}`);
  }
  return Token.parse(JSON.parse(text));
}

function signAssertion(key: KeyFile, now: Date): string {
  const iat = Math.floor(now.getTime() / SECOND);
  const claims = { iss: key.client_email, scope: SCOPE, aud: key.token_uri, iat, exp: iat + HOUR / SECOND };
  const content = [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key.private_key, 'base64url')}`;
}
