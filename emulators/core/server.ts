import { setTimeout as delay } from 'node:timers/promises';
import formbody from '@fastify/formbody';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { VirtualClock } from './clock.ts';
import { controlRoutes } from './control-routes.ts';
import type { EmulatorOptions } from './emulator.ts';
import { Faults } from './faults.ts';
import { LiveFeed } from './live-feed.ts';
import { RequestLog, type LoggedRequest } from './request-log.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST_BODY = 160 * MEGABYTE;

/** Routes have no JSON schemas, so Fastify need not load what compiles them. */
const NO_SCHEMAS = { buildValidator: refuseSchema, buildSerializer: refuseSchema };

/** A Fastify server with what every emulator needs: faults, a request log, a clock, a live feed, tolerant bodies. */
export interface Server {
  app: FastifyInstance;
  clock: VirtualClock;
  faults: Faults;
  requests: RequestLog;
  /** Tells open pages that something changed. */
  feed: LiveFeed;
  routes: string[];
  /** Starts listening and answers the origin. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** What differs between vendors. */
export interface ServerOptions extends EmulatorOptions {
  /** The body of an injected error, in the vendor's shape. */
  faultBody(status: number): unknown;
  /** Changes a path before it is routed, such as a doubled slash that a client is known to send. */
  rewrite?(path: string): string;
  /** What `POST /_emulator/reset` does. */
  reset?(): Promise<void>;
}

declare module 'fastify' {
  interface FastifyRequest {
    logged?: LoggedRequest;
    replyLost?: boolean;
  }
  interface FastifyContextConfig {
    /** The routes, such as `GET /path`, that this one answers for. */
    standsFor?: string[];
  }
}

export async function createServer(options: ServerOptions): Promise<Server> {
  const app = fastify({
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    // A long list of fields in the address is what the UI API gets.
    http: { maxHeaderSize: 64 * 1024 },
    routerOptions: { maxParamLength: 10_000 },
    schemaController: { compilersFactory: NO_SCHEMAS },
    rewriteUrl: (request) => options.rewrite?.(request.url ?? '/') ?? request.url ?? '/',
  });
  const clock = options.clock ?? new VirtualClock();
  const faults = new Faults();
  const requests = new RequestLog();
  const feed = new LiveFeed();
  const routes: string[] = [];

  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.standsFor !== undefined) {
      routes.push(...config.standsFor);
      return;
    }
    for (const one of [method].flat()) {
      if (one !== 'HEAD' && !url.startsWith('/_emulator/')) routes.push(`${one} ${url}`);
    }
  });
  acceptBodies(app);
  await app.register(formbody, { bodyLimit: LARGEST_BODY });
  logAndFail(app, { clock, faults, requests, faultBody: (status) => options.faultBody(status) });
  controlRoutes(app, { clock, faults, requests, feed, reset: async () => options.reset?.() });

  return {
    app,
    clock,
    faults,
    requests,
    feed,
    routes,
    listen: async () => app.listen({ host: '127.0.0.1', port: options.port ?? 0 }),
    close: async () => {
      feed.close();
      await app.close();
    },
  };
}

/** JSON may be empty; a body of any other type arrives as a Buffer. */
function acceptBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(/^application\/(json|.*\+json)/, { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(body as string));
    } catch (error) {
      done(Object.assign(error as SyntaxError, { statusCode: 400, code: 'JSON_PARSER_ERROR' }), undefined);
    }
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
}

interface Rim {
  clock: VirtualClock;
  faults: Faults;
  requests: RequestLog;
  faultBody: (status: number) => unknown;
}

function logAndFail(app: FastifyInstance, { clock, faults, requests, faultBody }: Rim): void {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (isOwnRoute(request.url)) return undefined;
    const bytesIn = Number(request.headers['content-length'] ?? 0);
    request.logged = requests.arrived(clock.now(), request.method, request.url, bytesIn);

    const fault = faults.next(request.method, request.url);
    if (fault === undefined) return undefined;
    if (fault.kind === 'latency') await delay(fault.ms);
    if (fault.kind === 'reset') return drop(request, reply);
    if (fault.kind === 'replyLost') request.replyLost = true;
    if (fault.kind === 'status') {
      return reply
        .code(fault.status)
        .headers(fault.headers ?? {})
        .send(faultBody(fault.status));
    }
    return undefined;
  });

  app.addHook('onSend', async (request, reply, payload: unknown) => {
    if (request.replyLost === true) {
      drop(request, reply);
      return payload;
    }
    // Clients take the server's time from here, so it must be the time of the records' stamps.
    reply.header('date', clock.now().toUTCString());
    if (request.logged !== undefined) {
      const bytesOut = typeof payload === 'string' || Buffer.isBuffer(payload) ? Buffer.byteLength(payload) : 0;
      requests.answered(request.logged, reply.statusCode, bytesOut, typeof payload === 'string' ? payload : undefined);
    }
    return payload;
  });
}

function drop(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

function isOwnRoute(url: string): boolean {
  return url.startsWith('/_emulator/');
}

function refuseSchema(): never {
  throw new TypeError('Routes of emulators have no JSON schemas');
}
