import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { VitallyStore } from '../store.ts';
import { accountPage, noAccountPage } from './account-page.ts';
import { accountsPage } from './accounts-page.ts';

/** What a person looks at: the list of accounts and each account. */
export function pageRoutes(
  app: FastifyInstance,
  store: VitallyStore,
  { portal }: { portal: (() => string | undefined) | undefined },
): void {
  app.get('/', (_request, reply) =>
    reply.type('text/html').send(
      accountsPage({
        accounts: store
          .list({ status: 'activeOrChurned', sortBy: 'updatedAt', count: 500 })
          .map((account) => ({ account, traits: store.traitsOf(account.id) })),
        portal: portal?.(),
      }),
    ),
  );

  app.get<{ Params: { id: string } }>('/accounts/:id', (request, reply) => {
    const account = store.find(request.params.id);
    if (account === undefined)
      return reply
        .code(404)
        .type('text/html')
        .send(noAccountPage({ portal: portal?.() }));
    return reply
      .type('text/html')
      .send(accountPage({ account, traits: store.traitsOf(account.id), portal: portal?.() }));
  });

  app.get('/_emulator/vitally.css', (_request, reply) =>
    reply.type('text/css').send(readFileSync(new URL('./vitally.css', import.meta.url), 'utf8')),
  );
}
