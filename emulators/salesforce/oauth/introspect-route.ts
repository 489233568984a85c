import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Platform } from '../platform.ts';

const Introspection = z.object({
  token: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});

/** What there is to know of a token, for an app with its secret. RFC 7662 */
export function introspectRoute(app: FastifyInstance, platform: Platform): void {
  app.post('/services/oauth2/introspect', (request, reply) => {
    const form = Introspection.safeParse(request.body).data ?? {};
    const known = clientSecretOf(platform, form.client_id ?? '');
    if (known === undefined || known !== form.client_secret) {
      return reply.code(401).send({ error: 'invalid_client', error_description: 'invalid client credentials' });
    }
    return reply.send(introspect(platform, form.token ?? '', form.client_id ?? ''));
  });
}

function clientSecretOf({ sessions, webApps }: Platform, clientId: string): string | undefined {
  return (webApps.find(clientId) ?? sessions.findClientCredentials(clientId))?.clientSecret;
}

function introspect({ org, sessions, webApps, origin }: Platform, token: string, clientId: string) {
  const session = sessions.find(token);
  const found = session ?? webApps.findRefreshToken(token);
  const user = found === undefined ? undefined : org.findUser(found.username);
  if (found === undefined || user === undefined) return { active: false };
  const issued = Math.floor(Date.parse(found.issuedAt) / 1000);
  return {
    active: true,
    scope: 'refresh_token web api',
    client_id: clientId,
    username: user.username,
    sub: `${origin()}/id/${org.id}/${user.id}`,
    token_type: session === undefined ? 'refresh_token' : 'access_token',
    ...(session?.expiresAt !== undefined && { exp: Math.floor(Date.parse(session.expiresAt) / 1000) }),
    iat: issued,
    nbf: issued,
  };
}
