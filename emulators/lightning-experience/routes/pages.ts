import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Builder } from '../build/index.ts';
import type { LightningExperienceOptions } from '../entities.ts';
import { loginPage } from '../pages/login-page.ts';
import { shellPage } from '../pages/shell-page.ts';
import { hasSession, sessionHeaders } from '../session.ts';

const RECORD_ID = '[a-zA-Z0-9]{15,18}';

const GlobalDescribe = z.object({
  sobjects: z.array(z.object({ name: z.string(), keyPrefix: z.string().nullable() })),
});

/** The addresses that a person opens. */
export function pageRoutes(
  app: FastifyInstance,
  { builder, portal }: { builder: Builder } & Pick<LightningExperienceOptions, 'portal'>,
): void {
  const showPage = (request: FastifyRequest, reply: FastifyReply) => {
    if (!hasSession(request)) return toLogin(reply);
    const page = shellPage({ bundle: builder.start(), portal: portal?.() });
    return reply.type('text/html').header('cache-control', 'no-store').send(page);
  };
  const toLogin = (reply: FastifyReply) => {
    const address = portal?.();
    if (address !== undefined) return reply.redirect(address);
    return reply.code(401).type('text/html').send(loginPage(address));
  };
  const toRecord = async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
    if (!hasSession(request)) return toLogin(reply);
    const { id } = request.params;
    const object = await objectOf(app, request, id);
    // Nobody's prefix: the page of such a record says that there is none.
    return reply.redirect(`/lightning/r/${object ?? 'Record'}/${id}/view`);
  };

  app.get('/lightning', (_request, reply) => reply.redirect('/lightning/page/home'));
  app.get('/lightning/page/home', showPage);
  app.get('/lightning/o/:object/list', showPage);
  app.get('/lightning/o/:object/home', showPage);
  app.get('/lightning/o/:object/new', showPage);
  app.get('/lightning/n/:tab', showPage);
  app.get('/lightning/r/:object/:id/view', showPage);
  app.get('/lightning/r/:object/:id/edit', showPage);
  app.get('/lightning/r/:object/:id/related/:relatedListId/view', showPage);
  app.get(`/lightning/r/:id(^${RECORD_ID}$)/view`, toRecord);
  app.get(`/:id(^${RECORD_ID}$)`, toRecord);
  app.get('/lightning/_login', (_request, reply) => toLogin(reply));
}

/** The object whose ids begin as this one does, as the org describes itself to this person. */
async function objectOf(app: FastifyInstance, request: FastifyRequest, id: string): Promise<string | undefined> {
  const answer = await app.inject({ url: '/services/data/v66.0/sobjects', headers: sessionHeaders(request) });
  const described = GlobalDescribe.safeParse(answer.statusCode === 200 ? answer.json() : undefined);
  return described.data?.sobjects.find(({ keyPrefix }) => keyPrefix !== null && id.startsWith(keyPrefix))?.name;
}
