import { AccountListQuery, ChangedAccount, NewAccount, parseInput } from '../account-input.ts';
import type { Account } from '../entities.ts';
import { takenExternalId, unknownRecord } from '../errors.ts';
import { listedUntil, placeOf, toPage } from '../listing.ts';
import { checkTraits } from '../trait-catalogue.ts';
import { toWire } from '../wire.ts';
import type { RouteContext } from './route-context.ts';

interface ById {
  Params: { id: string };
}

/** `/resources/accounts`. `:id` is Vitally's UUID or the external id. */
export function accountRoutes(context: RouteContext): void {
  const { app, store, records, undocumented, clock, changed } = context;
  const tell = (account: Account): Record<string, unknown> =>
    toWire(account, store.traitsOf(account.id), records.countUsers(account.id));

  app.get('/resources/accounts', (request) => {
    const query = parseInput(AccountListQuery, request.query);
    const { limit, sortBy, status } = query;
    return toPage(
      store.list({ status, sortBy, count: limit + 1, ...placeOf(query), ...listedUntil(undocumented, clock) }),
      query,
      tell,
    );
  });

  app.get<ById>('/resources/organizations/:id/accounts', (request) => {
    const { id } = request.params;
    const organization = records.find('organizations', id) ?? records.findByExternalId('organizations', id);
    if (organization === undefined) throw unknownRecord('Organization', id, undocumented.unknownId);
    const query = parseInput(AccountListQuery, request.query);
    const { limit, sortBy, status } = query;
    const page = { status, sortBy, count: limit + 1, organizationId: organization.id, ...placeOf(query) };
    return toPage(store.list({ ...page, ...listedUntil(undocumented, clock) }), query, tell);
  });

  app.post('/resources/accounts', (request, reply) => {
    const { externalId, name, traits, ...links } = parseInput(NewAccount, request.body);
    const existing = store.find(externalId);
    const { duplicateExternalId: answer } = undocumented;
    if (existing !== undefined && answer !== 'upsert') throw takenExternalId('An account', externalId, answer);
    const checked = checkTraits(traits, 'accounts', context);
    const account = existing ?? store.add({ externalId, name });
    const written = store.change(account.id, { name, traits: checked, ...links });
    changed();
    return reply.code(undocumented.created === 'created' && existing === undefined ? 201 : 200).send(tell(written));
  });

  app.get<ById>('/resources/accounts/:id', (request) => tell(found(context, request.params.id)));

  app.put<ById>('/resources/accounts/:id', (request) => {
    const account = found(context, request.params.id);
    const { traits, ...change } = parseInput(ChangedAccount, request.body);
    const written = store.change(account.id, { ...change, traits: checkTraits(traits, 'accounts', context) });
    changed();
    return tell(written);
  });

  app.delete<ById>('/resources/accounts/:id', (request, reply) => {
    const account = found(context, request.params.id);
    const told = tell(account);
    if (undocumented.deletedAccount === 'kept') store.hide(account.id);
    else store.remove(account.id);
    changed();
    return undocumented.deleted === 'ok' ? reply.send(told) : reply.code(204).send();
  });
}

function found({ store, undocumented }: RouteContext, id: string): Account {
  const account = store.find(id);
  if (account === undefined) throw unknownRecord('Account', id, undocumented.unknownId);
  return account;
}
