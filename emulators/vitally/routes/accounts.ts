import { AccountListQuery, ChangedAccount, NewAccount, parseInput } from '../account-input.ts';
import { parseCursor, toCursor } from '../cursor.ts';
import type { Account } from '../entities.ts';
import { accountNotFound, badRequest } from '../errors.ts';
import type { VitallyStore } from '../store.ts';
import { toWire } from '../wire.ts';
import type { RouteContext } from './route-context.ts';

/** `/resources/accounts`. `:id` is Vitally's UUID or the external id. */
export function accountRoutes({ app, store, undocumented, changed }: RouteContext): void {
  const tell = (account: Account): Record<string, unknown> => toWire(account, store.traitsOf(account.id));

  app.get('/resources/accounts', (request) => {
    const { limit, from, sortBy, status } = parseInput(AccountListQuery, request.query);
    const after = from === undefined ? {} : { after: parseCursor(from) };
    const found = store.list({ status, sortBy, count: limit + 1, ...after });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const atEnd = found.length <= limit;
    const next = atEnd || last === undefined ? null : toCursor({ at: last[sortBy], id: last.id });
    return { results: page.map(tell), next, atEnd };
  });

  app.post('/resources/accounts', (request) => {
    const { externalId, name, traits, ...links } = parseInput(NewAccount, request.body);
    const existing = store.find(externalId);
    if (existing !== undefined && undocumented.duplicateExternalId === 'reject') {
      throw badRequest(`externalId: An account with the externalId "${externalId}" already exists`);
    }
    const account = existing ?? store.add({ externalId, name });
    const written = store.change(account.id, { name, traits, ...links });
    changed();
    return tell(written);
  });

  app.get<{ Params: { id: string } }>('/resources/accounts/:id', (request) => tell(found(store, request.params.id)));

  app.put<{ Params: { id: string } }>('/resources/accounts/:id', (request) => {
    const account = found(store, request.params.id);
    const written = store.change(account.id, parseInput(ChangedAccount, request.body));
    changed();
    return tell(written);
  });

  app.delete<{ Params: { id: string } }>('/resources/accounts/:id', (request, reply) => {
    store.remove(found(store, request.params.id).id);
    changed();
    return reply.code(204).send();
  });
}

function found(store: VitallyStore, id: string): Account {
  const account = store.find(id);
  if (account === undefined) throw accountNotFound(id);
  return account;
}
