import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  labelled,
  navigationOf,
  readApplication,
  readHomePage,
  readRecordPage,
  readTabPage,
} from '../metadata/index.ts';
import { describedObjects } from '../described-objects.ts';
import { permissionSetsOf } from '../permission-sets.ts';
import { hasSession } from '../session.ts';

/** What the shell asks of the project's metadata: the app, and the page of an object, a tab or home. Read anew each time. */
export function projectRoutes(app: FastifyInstance, { source }: { source: () => string }): void {
  app.get('/lightning/_app', async (request, reply) => {
    if (!hasSession(request)) return nobody(reply);
    const application = readApplication(source());
    const permissionSets = await permissionSetsOf(app, request, source());
    const objects = await describedObjects(app, request);
    const navigation = labelled(navigationOf(source(), application, permissionSets), objects);
    return reply.send({ ...application, navigation });
  });
  app.get<{ Params: { object: string } }>('/lightning/_page/:object(^\\w+$)', (request, reply) => {
    const { object } = request.params;
    return answer(request, reply, object, () => readRecordPage(source(), object));
  });
  app.get('/lightning/_home', (request, reply) =>
    answer(request, reply, 'home', () => ({ page: readHomePage(source()) })),
  );
  app.get<{ Params: { tab: string } }>('/lightning/_tab/:tab(^\\w+$)', (request, reply) => {
    const { tab } = request.params;
    return answer(request, reply, tab, () => ({ page: readTabPage(source(), tab) }));
  });
}

function answer(request: FastifyRequest, reply: FastifyReply, whose: string, read: () => unknown): FastifyReply {
  if (!hasSession(request)) return nobody(reply);
  try {
    return reply.send(read());
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return reply.code(500).send({ error: `The page of ${whose} cannot be laid out: ${words}` });
  }
}

function nobody(reply: FastifyReply): FastifyReply {
  return reply.code(401).send({ error: 'Nobody is logged in' });
}
