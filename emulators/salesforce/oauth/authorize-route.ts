import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callerOf } from '../caller.ts';
import type { User } from '../entities.ts';
import { ApiError } from '../errors.ts';
import type { Platform } from '../platform.ts';

const Authorization = z.object({
  response_type: z.string().optional(),
  client_id: z.string().optional(),
  redirect_uri: z.string().optional(),
  state: z.string().optional(),
  code_challenge: z.string().optional(),
});

/**
 * The web server flow: whoever is logged in in the browser is taken back to the app with a code. Nobody is asked whether
 * the app may; without a session there is nothing but 403.
 */
export function authorizeRoute(app: FastifyInstance, platform: Platform): void {
  app.get('/services/oauth2/authorize', (request, reply) => {
    const asked = Authorization.safeParse(request.query).data ?? {};
    const webApp = platform.webApps.find(asked.client_id ?? '');
    if (webApp === undefined) return refuse(reply, 'invalid_client_id', 'client identifier invalid');
    const { redirect_uri: redirectUri, state } = asked;
    if (redirectUri !== webApp.redirectUri) {
      return refuse(reply, 'redirect_uri_mismatch', 'redirect_uri must match configuration');
    }
    const back = new URL(redirectUri);
    if (state !== undefined) back.searchParams.set('state', state);
    if (asked.response_type !== 'code') {
      back.searchParams.set('error', 'unsupported_response_type');
      back.searchParams.set('error_description', 'response type not supported');
      return reply.redirect(back.href);
    }
    const user = loggedIn(platform, request);
    if (user === undefined) return reply.code(403).type('text/plain; charset=utf-8').send('Session expired or invalid');
    const code = platform.webApps.issueCode({
      clientId: webApp.clientId,
      username: user.username,
      redirectUri,
      codeChallenge: asked.code_challenge ?? null,
    });
    back.searchParams.set('code', code);
    return reply.redirect(back.href);
  });
}

function refuse(reply: FastifyReply, error: string, description: string): FastifyReply {
  const text = new URLSearchParams({ error, error_description: description }).toString();
  return reply.code(400).type('text/plain; charset=utf-8').send(text);
}

function loggedIn(platform: Platform, request: FastifyRequest): User | undefined {
  try {
    return callerOf(platform, request);
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}
