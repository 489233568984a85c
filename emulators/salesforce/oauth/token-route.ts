import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { User } from '../entities.ts';
import type { Platform } from '../platform.ts';
import { checkAssertion, OAuthError, readClaims } from './assertion.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

const TokenRequest = z.object({
  grant_type: z.string().optional(),
  assertion: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});
type TokenRequest = z.infer<typeof TokenRequest>;

/** A session token for a signed assertion or for a client's secret, without refresh token or expiry. */
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
