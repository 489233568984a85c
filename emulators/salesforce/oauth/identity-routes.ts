import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../caller.ts';
import type { User } from '../entities.ts';
import { ApiError } from '../errors.ts';
import type { Platform } from '../platform.ts';

/** Who is asking: OpenID's userinfo and Salesforce's identity. */
export function identityRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/services/oauth2/userinfo', (request, reply) => answer(platform, request, reply, userinfo));
  app.post('/services/oauth2/userinfo', (request, reply) => answer(platform, request, reply, userinfo));
  app.get<{ Querystring: { oauth_token?: string } }>('/id/:organizationId/:userId', (request, reply) => {
    const { oauth_token: token } = request.query;
    if (token !== undefined) request.headers.authorization = `Bearer ${token}`;
    return answer(platform, request, reply, identity);
  });
}

function answer(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  tell: (platform: Platform, user: User) => unknown,
): FastifyReply {
  try {
    return reply.send(tell(platform, callerOf(platform, request)));
  } catch (error) {
    if (error instanceof ApiError) return reply.code(403).type('text/plain').send('Bad_OAuth_Token');
    throw error;
  }
}

function userinfo({ org, origin }: Platform, user: User) {
  const access = org.access(user);
  const permissions = [...org.schema.customPermissions].filter((name) => access.hasCustomPermission(name));
  return {
    sub: `${origin()}/id/${org.id}/${user.id}`,
    user_id: user.id,
    organization_id: org.id,
    preferred_username: user.username,
    nickname: user.username.split('@')[0],
    name: user.name,
    email: user.email,
    email_verified: true,
    zoneinfo: 'GMT',
    active: true,
    user_type: 'STANDARD',
    language: 'en_US',
    locale: 'en_US',
    utcOffset: 0,
    // As with the scope of that name; pages read `@salesforce/customPermission` from it.
    custom_permissions: Object.fromEntries(permissions.map((name) => [name, true])),
    urls: { rest: `${origin()}/services/data/v{version}/`, sobjects: `${origin()}/services/data/v{version}/sobjects/` },
  };
}

function identity(platform: Platform, user: User) {
  const { sub, preferred_username, nickname, name, zoneinfo, ...rest } = userinfo(platform, user);
  return {
    ...rest,
    id: sub,
    asserted_user: true,
    username: preferred_username,
    nick_name: nickname,
    display_name: name,
    timezone: zoneinfo,
  };
}
