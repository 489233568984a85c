import { createSign } from 'node:crypto';
import { Connection } from 'jsforce';
import type { Clock } from '../clock.ts';
import { toError } from '../errors.ts';
import { keepSecret } from '../secrets.ts';

/** How the service is let into the org. */
export type SalesforceAccess =
  | { kind: 'jwt'; loginUrl: string; clientId: string; username: string; privateKey: string }
  | { kind: 'token'; instanceUrl: string; accessToken: string };

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LIFETIME_SECONDS = 180;

/** A connection that names itself `groundwork` on every write; with a key, it signs in again when its session ends. */
export async function connect(
  access: SalesforceAccess,
  version: string,
  clock: Clock,
  onSignIn: () => void,
): Promise<Connection> {
  const callOptions = { client: 'groundwork' };
  if (access.kind === 'token') {
    const { instanceUrl, accessToken } = access;
    return new Connection({ version, loginUrl: instanceUrl, instanceUrl, accessToken, callOptions });
  }
  const grant = () => {
    onSignIn();
    return { grant_type: GRANT, assertion: signAssertion(access, clock.now()) };
  };
  const connection: Connection = new Connection({
    version,
    loginUrl: access.loginUrl,
    callOptions,
    // The JWT flow gives no refresh token: a session that ended is replaced by a new one.
    refreshFn: (expired, done) => {
      expired.oauth2.requestToken(grant()).then(
        ({ access_token: token }) => {
          keepSecret('Salesforce session', token);
          done(null, token);
        },
        (error: unknown) => {
          done(toError(error));
        },
      );
    },
  });
  await connection.authorize(grant());
  keepSecret('Salesforce session', connection.accessToken ?? '');
  return connection;
}

function signAssertion(access: SalesforceAccess & { kind: 'jwt' }, now: Date): string {
  const claims = {
    iss: access.clientId,
    sub: access.username,
    aud: access.loginUrl.replace(/\/$/, ''),
    exp: Math.floor(now.getTime() / 1000) + LIFETIME_SECONDS,
  };
  const content = [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${createSign('RSA-SHA256').update(content).sign(access.privateKey, 'base64url')}`;
}
