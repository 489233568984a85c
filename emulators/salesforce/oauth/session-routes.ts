import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { callerOf, tokenOf } from '../caller.ts';
import type { Platform } from '../platform.ts';

const HOME = '/lightning/page/home';

const Revocation = z.object({ token: z.string() });
const FrontDoor = z.object({ sid: z.string().optional(), otp: z.string().optional(), retURL: z.string().optional() });
const SingleAccess = z.object({ redirect_uri: z.string().optional() });

/** The ways into the browser and out of a session. */
export function sessionRoutes(app: FastifyInstance, platform: Platform): void {
  app.post('/services/oauth2/revoke', (request, reply) => revoke(platform, request.body, reply));
  app.get('/services/oauth2/revoke', (request, reply) => revoke(platform, request.query, reply));

  app.get('/services/oauth2/singleaccess', (request, reply) => {
    callerOf(platform, request);
    const { redirect_uri: target } = SingleAccess.parse(request.query);
    const otp = platform.sessions.issueTicket(tokenOf(request));
    const door = new URL('/secur/frontdoor.jsp', platform.origin());
    door.searchParams.set('otp', otp);
    if (target !== undefined) door.searchParams.set('retURL', localPath(target));
    return reply.send({ frontdoor_uri: door.href });
  });

  app.get('/secur/frontdoor.jsp', (request, reply) => {
    const { sid, otp, retURL } = FrontDoor.parse(request.query);
    const token = otp === undefined ? sid : platform.sessions.redeemTicket(otp);
    if (token === undefined || platform.sessions.usernameOf(token) === undefined) {
      return reply.code(403).type('text/plain; charset=utf-8').send('Session expired or invalid');
    }
    const cookie = `sid=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Lax`;
    return reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect(localPath(retURL));
  });
}

function revoke({ sessions, webApps }: Platform, given: unknown, reply: FastifyReply): FastifyReply {
  const token = Revocation.safeParse(given).data?.token;
  if (token === undefined || !(sessions.close(token) || webApps.revokeRefreshToken(token))) {
    return reply.code(400).send({ error: 'invalid_token', error_description: 'invalid token: the token is unknown' });
  }
  return reply.code(200).send();
}

/** A path on this origin; anything else, such as `//elsewhere`, becomes the home page. */
export function localPath(target: string | undefined): string {
  if (target === undefined || !/^\/(?![/\\])/.test(target)) return HOME;
  const base = 'http://local.invalid';
  const url = new URL(target, base);
  return url.origin === base ? url.pathname + url.search + url.hash : HOME;
}
