import type { FastifyRequest } from 'fastify';
import type { User } from './entities.ts';
import { invalidAuthHeader, invalidSession } from './errors.ts';
import type { Platform } from './platform.ts';

/** Who sent a request, by its Authorization header or by the `sid` cookie of a page. No session is INVALID_SESSION_ID. */
export function callerOf({ org, sessions }: Platform, request: FastifyRequest): User {
  const username = sessions.usernameOf(tokenOf(request));
  const user = username === undefined ? undefined : org.findUser(username);
  if (user === undefined) throw invalidSession();
  return user;
}

/** The token of a request. A header that is neither Bearer nor OAuth is INVALID_AUTH_HEADER. */
export function tokenOf(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const token = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(header)?.[1];
    if (token === undefined) throw invalidAuthHeader();
    return token;
  }
  return cookie(request, 'sid') ?? '';
}

function cookie(request: FastifyRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return decodeURIComponent(value.join('='));
  }
  return undefined;
}
