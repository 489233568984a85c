import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { createServer, type Emulator, type EmulatorOptions } from '../core/index.ts';
import { isProgram } from './pages/people.ts';
import { portalPage } from './pages/portal-page.ts';
import { ClockMoves } from './clock-moves.ts';
import type { Places } from './places.ts';

const SECOND = 1000;
const LOOK_EVERY_MS = 2 * SECOND;

export interface PortalOptions extends EmulatorOptions {
  /** What runs, and where; asked at each request. */
  places: () => Places;
  /** How often it looks whether an open page would look different, in milliseconds; every two seconds when absent. */
  lookEveryMs?: number;
}

/** Starts the newcomer's first page. It keeps nothing: all that it shows is asked of the others. */
export async function createPortal(options: PortalOptions): Promise<Emulator> {
  const { places } = options;
  const server = await createServer({ ...options, faultBody: (status) => ({ error: `Injected status ${status}` }) });
  const { app, feed } = server;
  pageRoutes(app, places, new ClockMoves());
  assetRoutes(app);

  let seen = fingerprint(places());
  const look = setInterval(() => {
    const now = fingerprint(places());
    if (now !== seen) feed.changed();
    seen = now;
  }, options.lookEveryMs ?? LOOK_EVERY_MS);
  look.unref();

  return {
    url: await server.listen(),
    faults: server.faults,
    requests: server.requests,
    routes: server.routes,
    reset: async () => undefined,
    async close() {
      clearInterval(look);
      await server.close();
    },
  };
}

function pageRoutes(app: FastifyInstance, places: () => Places, moves: ClockMoves): void {
  app.get('/', (_request, reply) => reply.type('text/html').send(portalPage(places(), moves)));

  app.get<{ Params: { username: string }; Querystring: { to?: string } }>('/act-as/:username', (request, reply) => {
    const { username } = request.params;
    const { salesforce } = places();
    const person = salesforce?.people.find((one) => one.username === username);
    if (salesforce === undefined || person === undefined || isProgram(person)) {
      return reply.code(404).type('text/plain').send(`There is nobody called ${username} to act as.\n`);
    }
    return reply.redirect(new URL(person.loginPath(request.query.to ?? '/'), salesforce.url).href, 303);
  });

  app.post<{ Body: { step?: string; to?: string } | undefined }>('/clock', (request, reply) => {
    try {
      moves.move(places(), request.body ?? {});
      return reply.redirect('/#clock', 303);
    } catch (error) {
      if (error instanceof RangeError) return reply.code(400).send({ error: error.message });
      throw error;
    }
  });
}

/** The stylesheet and the script. */
function assetRoutes(app: FastifyInstance): void {
  const own = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
  app.get('/_emulator/portal.css', (_request, reply) => reply.type('text/css').send(own('./pages/portal.css')));
  app.get('/_emulator/portal.js', (_request, reply) => reply.type('text/javascript').send(own('./browser/portal.js')));
}

/** Changes whenever an open page would look different. */
function fingerprint(places: Places): string {
  const { salesforce, googleSheets, vitally, slack, sync, counts, milestones, clock } = places;
  const minute = clock.now().toISOString().slice(0, 16);
  const told = places.messagesSince?.(0).length;
  const urls = [salesforce, googleSheets, vitally, slack].map((place) => place?.url);
  return JSON.stringify([urls, salesforce?.sample?.[0], sync, counts, milestones, told, minute]);
}
