import { readFileSync } from 'node:fs';
import type { RouteContext } from '../routes/route-context.ts';
import { accountPage, noAccountPage } from './account-page.ts';
import { accountsPage } from './accounts-page.ts';
import { traitPage } from './trait-page.ts';

interface OfAccount {
  Params: { id: string };
}

/** How much of a customer's activity one page shows. */
const SHOWN = 200;

/** What a person looks at, and the little that a person does there: correct a trait, tick a task. */
export function pageRoutes(
  { app, store, records, clock, changed }: RouteContext,
  { portal }: { portal: (() => string | undefined) | undefined },
): void {
  const activityOf = (accountId: string) => {
    const list = (kind: string) =>
      records.list(kind, { sortBy: 'createdAt', count: SHOWN, accountId, archived: false });
    const notes = list('notes').toSorted((a, b) => noteDate(b).localeCompare(noteDate(a)));
    return { accountId, notes, tasks: list('tasks'), projects: list('projects') };
  };
  const none = (): string => noAccountPage({ portal: portal?.() });

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

  app.get<OfAccount>('/accounts/:id', (request, reply) => {
    const account = store.find(request.params.id);
    if (account === undefined) return reply.code(404).type('text/html').send(none());
    const traits = store.traitsOf(account.id);
    return reply
      .type('text/html')
      .send(accountPage({ account, traits, activity: activityOf(account.id), portal: portal?.() }));
  });

  app.get<OfAccount & { Querystring: { path?: string } }>('/accounts/:id/edit', (request, reply) => {
    const account = store.find(request.params.id);
    if (account === undefined) return reply.code(404).type('text/html').send(none());
    const { path } = request.query;
    const value = store.traitsOf(account.id).find((trait) => trait.path === path)?.value;
    return reply.type('text/html').send(traitPage({ account, path, value, portal: portal?.() }));
  });

  app.post<OfAccount & { Body: { path?: string; value?: string } }>('/accounts/:id/traits', (request, reply) => {
    const account = store.find(request.params.id);
    const { path = '', value = '' } = request.body;
    if (account === undefined || path === '') return reply.code(404).type('text/html').send(none());
    const before = store.traitsOf(account.id).find((trait) => trait.path === path)?.value;
    store.change(account.id, { traits: { [path]: typedValue(value, before) } });
    changed();
    return reply.redirect(`/accounts/${account.id}`, 303);
  });

  app.post<{ Params: { id: string; taskId: string } }>('/accounts/:id/tasks/:taskId/complete', (request, reply) => {
    const { id, taskId } = request.params;
    const task = records.find('tasks', taskId);
    if (task === undefined || task.accountId !== id) return reply.code(404).type('text/html').send(none());
    records.change(task, { fields: { completedAt: clock.now().toISOString() } });
    changed();
    return reply.redirect(`/accounts/${id}`, 303);
  });

  app.get('/_emulator/vitally.css', (_request, reply) =>
    reply.type('text/css').send(readFileSync(new URL('./vitally.css', import.meta.url), 'utf8')),
  );
}

function noteDate({ fields, createdAt }: { fields: Record<string, unknown>; createdAt: string }): string {
  return `${String(fields['noteDate'])} ${createdAt}`;
}

/** A number stays a number; nothing typed removes the trait. */
function typedValue(text: string, before: unknown): string | number | null {
  if (text.trim() === '') return null;
  return typeof before === 'number' && Number.isFinite(Number(text)) ? Number(text) : text;
}
