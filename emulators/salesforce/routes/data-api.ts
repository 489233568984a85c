import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../caller.ts';
import { notFound } from '../errors.ts';
import type { Platform } from '../platform.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { EndpointTable, type Found } from './endpoint-table.ts';
import { originOf } from './origin.ts';

export const OLDEST_VERSION = 45;
export const NEWEST_VERSION = 66;

const BASE = '/services/data/:version';
const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'];

/**
 * Puts endpoints on the server: version, session and the day's allowance are looked at first.
 *
 * They share a route, since many routes are dear to register.
 */
export function dataApiRoutes(app: FastifyInstance, platform: Platform, endpoints: Endpoint[]): void {
  const table = new EndpointTable(() => endpoints);
  const shared = {
    method: METHODS,
    // Fastify would make a second route for HEAD.
    exposeHeadRoute: false,
    handler: (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      return answer(platform, table.find(method, pathBelowVersion(request)), request, reply);
    },
  };
  const standsFor = endpoints.map(({ method, path }) => `${method} ${BASE}${path}`);
  app.route({ ...shared, url: BASE, config: { standsFor } });
  app.route({ ...shared, url: `${BASE}/*`, config: { standsFor: [] } });
}

/** As it was sent: parameters are decoded one by one. */
function pathBelowVersion({ url }: FastifyRequest): string {
  const [path = ''] = url.split('?');
  return path.replace(/^\/services\/data\/[^/]+/, '');
}

function answer(
  platform: Platform,
  { endpoint, params }: Found,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { version: versionPart = '' } = request.params as Record<string, string>;
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
