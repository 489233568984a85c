import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { User } from '../entities.ts';
import type { Platform } from '../platform.ts';
import { checkAssertion, OAuthError, readClaims } from './assertion.ts';
import { TokenRequest } from './token-request.ts';
import { byCode, byPassword, byRefreshToken, type WebGrant } from './web-grants.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/** Session tokens, without expiry: for a signed assertion, a client's secret, a password, a code or a refresh token. */
export function tokenRoute(app: FastifyInstance, platform: Platform): void {
  app.post('/services/oauth2/token', (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      return reply.send(grant(platform, request.body, request.headers.authorization));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return reply.code(400).send({ error: error.code, error_description: error.message });
    }
  });
}

function grant(platform: Platform, body: unknown, authorization: string | undefined) {
  const form = TokenRequest.safeParse(body).data;
  switch (form?.grant_type) {
    case JWT_BEARER:
      return tokenOf(platform, userOfAssertion(platform, form));
    case 'client_credentials':
      return tokenOf(platform, userOfClient(platform, form, authorization));
    case 'password':
      return withSignature(platform, byPassword(platform, form));
    case 'refresh_token':
      return withSignature(platform, byRefreshToken(platform, form));
    case 'authorization_code':
      return withSignature(platform, byCode(platform, form));
    default:
      throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
}

function userOfAssertion({ org, sessions, origin }: Platform, { assertion }: TokenRequest): User {
  if (assertion === undefined) throw new OAuthError('invalid_request', 'must include assertion');
  const claims = readClaims(assertion);
  const connectedApp = sessions.findConnectedApp(claims.iss);
  if (connectedApp === undefined) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  // A client signs by its machine's clock, which nobody can move forward from here.
  const now = new Date();
  checkAssertion(assertion, claims, { ...connectedApp, audiences: [origin(), ...LOGIN_HOSTS], now });
  const user = org.findUser(claims.sub);
  if (user === undefined) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  return user;
}

// The secret comes in the form or as HTTP Basic.
function userOfClient({ org, sessions }: Platform, form: TokenRequest, authorization: string | undefined): User {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const [id, ...secret] = basic === undefined ? [] : Buffer.from(basic, 'base64').toString('utf8').split(':');
  const clientId = id ?? form.client_id ?? '';
  const app = sessions.findClientCredentials(clientId);
  if (app === undefined) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  const given = id === undefined ? form.client_secret : secret.join(':');
  if (given !== app.clientSecret) throw new OAuthError('invalid_client', 'invalid client credentials');
  const user = org.findUser(app.runAs);
  if (user === undefined) throw new OAuthError('invalid_grant', 'no client credentials user enabled');
  return user;
}

function tokenOf({ org, sessions, origin }: Platform, user: User) {
  return {
    access_token: sessions.open(org.id, user.username),
    scope: 'web api',
    instance_url: origin(),
    id: `${origin()}/id/${org.id}/${user.id}`,
    token_type: 'Bearer',
  };
}

/** Signed with the app's secret, so that it can tell who has answered. */
function withSignature(platform: Platform, { user, app, withRefreshToken }: WebGrant) {
  const token = tokenOf(platform, user);
  const issuedAt = String(platform.org.clock.now().getTime());
  const signature = createHmac('sha256', app.clientSecret)
    .update(token.id + issuedAt)
    .digest('base64');
  return {
    ...token,
    ...(withRefreshToken && {
      refresh_token: platform.webApps.issueRefreshToken(app.clientId, user.username),
      scope: 'refresh_token web api',
    }),
    issued_at: issuedAt,
    signature,
  };
}
