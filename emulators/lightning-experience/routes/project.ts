import type { FastifyInstance } from 'fastify';
import { readApplication, readRecordPage } from '../metadata/index.ts';
import { hasSession } from '../session.ts';

/** What the shell asks of the project's metadata: the app, and the page of an object. Read anew each time. */
export function projectRoutes(app: FastifyInstance, { source }: { source: () => string }): void {
  app.get('/lightning/_app', (request, reply) => {
    if (!hasSession(request)) return reply.code(401).send({ error: 'Nobody is logged in' });
    return reply.send(readApplication(source()));
  });
  app.get<{ Params: { object: string } }>('/lightning/_page/:object(^\\w+$)', (request, reply) => {
    if (!hasSession(request)) return reply.code(401).send({ error: 'Nobody is logged in' });
    try {
      return reply.send(readRecordPage(source(), request.params.object));
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      return reply.code(500).send({ error: `The page of ${request.params.object} cannot be laid out: ${words}` });
    }
  });
}
