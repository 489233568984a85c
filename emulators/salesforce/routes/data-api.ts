import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../caller.ts';
import { notFound } from '../errors.ts';
import type { Platform } from '../platform.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { originOf } from './origin.ts';

export const OLDEST_VERSION = 45;
export const NEWEST_VERSION = 66;

/** Puts endpoints on the server: version, session and the day's allowance are looked at first. */
export function dataApiRoutes(app: FastifyInstance, platform: Platform, endpoints: Endpoint[]): void {
  for (const endpoint of endpoints) {
    app.route({
      // Fastify would make a second route for HEAD.
      method: endpoint.method === 'GET' ? ['GET', 'HEAD'] : endpoint.method,
      exposeHeadRoute: false,
      url: `/services/data/:version${endpoint.path}`,
      handler: (request, reply) => answer(platform, endpoint, request, reply),
    });
  }
}

function answer(platform: Platform, endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { version: versionPart = '', ...params } = request.params as Record<string, string>;
  const version = toVersion(versionPart);
  const user = callerOf(platform, request);
  platform.usage.count();
  reply.header('Sforce-Limit-Info', platform.usage.header);

  const call: Call = {
    platform,
    user,
    access: platform.org.access(user),
    version,
    params,
    query: singles(request.query as Record<string, string | string[]>),
    body: request.body,
    headers: singles(request.headers),
  };
  const { status, body, stream, headers } = platform.org.changeEvents.from(originOf(call), () => endpoint.answer(call));
  reply.code(status).headers(headers ?? {});
  if (stream !== undefined) return reply.header('content-type', stream.type).send(Readable.from(stream.content));
  if (body === undefined) return reply.send();
  return reply.header('content-type', 'application/json;charset=UTF-8').send(JSON.stringify(body));
}

/** `v66.0` → `66.0`. A version that is not served is NOT_FOUND. */
export function toVersion(part: string): string {
  const version = /^v(\d+)\.0$/.exec(part)?.[1];
  const number = Number(version);
  if (version === undefined || number < OLDEST_VERSION || number > NEWEST_VERSION) throw notFound();
  return `${version}.0`;
}

function singles(values: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value;
      return last === undefined ? [] : [[name, last]];
    }),
  );
}
