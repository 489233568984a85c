import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import { checkAssertion, OAuthError, readClaims } from './assertion.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

const TokenRequest = z.object({ grant_type: z.string().optional(), assertion: z.string().optional() });

/** The JWT bearer flow: a signed assertion for a session token, without refresh token or expiry. */
export function tokenRoute(app: FastifyInstance, platform: Platform): void {
  app.post('/services/oauth2/token', (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      return reply.send(grant(platform, request.body));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return reply.code(400).send({ error: error.code, error_description: error.message });
    }
  });
}

function grant({ org, sessions, origin }: Platform, body: unknown) {
  const form = TokenRequest.safeParse(body).data;
  if (form?.grant_type !== JWT_BEARER) {
    throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
  if (form.assertion === undefined) throw new OAuthError('invalid_request', 'must include assertion');

  const claims = readClaims(form.assertion);
  const connectedApp = sessions.findConnectedApp(claims.iss);
  if (connectedApp === undefined) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  // A client signs by its machine's clock, which nobody can move forward from here.
  const now = new Date();
  checkAssertion(form.assertion, claims, { ...connectedApp, audiences: [origin(), ...LOGIN_HOSTS], now });
  const user = org.findUser(claims.sub);
  if (user === undefined) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");

  return {
    access_token: sessions.open(org.id, user.username),
    scope: 'web api',
    instance_url: origin(),
    id: `${origin()}/id/${org.id}/${user.id}`,
    token_type: 'Bearer',
  };
}
