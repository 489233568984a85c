import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { VirtualClock } from './clock.ts';
import type { FaultRule, Faults } from './faults.ts';
import type { LiveFeed } from './live-feed.ts';
import { pageStyles } from './page.ts';
import type { RequestLog } from './request-log.ts';

const INTER = fileURLToPath(import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'));

interface Controls {
  clock: VirtualClock;
  faults: Faults;
  requests: RequestLog;
  feed: LiveFeed;
  reset: () => Promise<void>;
}

/** The emulator's own levers, under a prefix that no vendor uses: clock, faults, request log, live feed, reset. */
export function controlRoutes(app: FastifyInstance, { clock, faults, requests, feed, reset }: Controls): void {
  app.get('/_emulator/clock', () => ({ now: clock.now().toISOString(), offsetMs: clock.offsetMs }));
  app.post<{ Body: { advanceMs?: number } }>('/_emulator/clock', (request, reply) => {
    const { advanceMs } = request.body;
    if (typeof advanceMs !== 'number' || !Number.isFinite(advanceMs) || advanceMs < 0) {
      return reply.code(400).send({ error: `advanceMs: expected 0 or more milliseconds, got ${String(advanceMs)}` });
    }
    clock.advance(advanceMs);
    return { now: clock.now().toISOString(), offsetMs: clock.offsetMs };
  });

  app.post<{ Body: FaultRule }>('/_emulator/faults', (request, reply) => {
    faults.add(request.body);
    return reply.code(201).send(request.body);
  });
  app.delete('/_emulator/faults', (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });

  app.get('/_emulator/requests', () => ({ count: requests.count, requests: requests.list() }));
  app.delete('/_emulator/requests', (_request, reply) => {
    requests.clear();
    return reply.code(204).send();
  });

  app.get('/_emulator/events', (_request, reply) => {
    reply.hijack();
    feed.add(reply.raw);
  });
  app.post('/_emulator/reset', async (_request, reply) => {
    await reset();
    feed.changed('reset');
    return reply.code(204).send();
  });
  app.get('/_emulator/inter.woff2', (_request, reply) =>
    reply.type('font/woff2').header('cache-control', 'max-age=86400').send(createReadStream(INTER)),
  );
  app.get('/_emulator/page.css', (_request, reply) => reply.type('text/css').send(pageStyles()));
}
