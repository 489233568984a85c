import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Builder } from '../build/index.ts';
import { describedObjects } from '../described-objects.ts';
import type { LightningExperienceOptions } from '../entities.ts';
import { loginPage } from '../pages/login-page.ts';
import { firstRequests, type Shown } from '../pages/preloads.ts';
import { shellPage } from '../pages/shell-page.ts';
import { hasSession } from '../session.ts';

const RECORD_ID = '[a-zA-Z0-9]{15,18}';

/** Parts of an address. */
type Parameters = Partial<Record<'object' | 'tab', string>>;

/** The addresses that a person opens. */
export function pageRoutes(
  app: FastifyInstance,
  { builder, source, portal }: { builder: Builder } & Pick<LightningExperienceOptions, 'source' | 'portal'>,
): void {
  const show = (shownBy?: (parameters: Parameters) => Shown) => (request: FastifyRequest, reply: FastifyReply) => {
    if (!hasSession(request)) return toLogin(reply);
    const bundle = builder.start();
    const shown = shownBy?.(request.params as Parameters);
    const first = firstRequests(source(), shown, builder.preloads(bundle));
    const page = shellPage({ bundle, first, portal: portal?.() });
    return reply.type('text/html').header('cache-control', 'no-store').send(page);
  };
  const showPage = show();
  const showRecord = show(({ object = '' }) => ({ kind: 'record', object }));
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
  app.get(
    '/lightning/page/home',
    show(() => ({ kind: 'home' })),
  );
  app.get('/lightning/search', showPage);
  app.get('/lightning/o/:object/list', showPage);
  app.get('/lightning/o/:object/home', showPage);
  app.get('/lightning/o/:object/new', showPage);
  app.get(
    '/lightning/n/:tab',
    show(({ tab = '' }) => ({ kind: 'tab', tab })),
  );
  app.get('/lightning/r/:object/:id/view', showRecord);
  app.get('/lightning/r/:object/:id/edit', showRecord);
  app.get('/lightning/r/:object/:id/related/:relatedListId/view', showPage);
  app.get(`/lightning/r/:id(^${RECORD_ID}$)/view`, toRecord);
  app.get(`/:id(^${RECORD_ID}$)`, toRecord);
  app.get('/lightning/_login', (_request, reply) => toLogin(reply));
}

/** The object whose ids begin as this one does, as the org describes itself to this person. */
async function objectOf(app: FastifyInstance, request: FastifyRequest, id: string): Promise<string | undefined> {
  const objects = await describedObjects(app, request);
  return objects.find(({ keyPrefix }) => keyPrefix !== null && id.startsWith(keyPrefix))?.name;
}
