import { parseInput } from '../account-input.ts';
import type { WorkspaceRecord } from '../entities.ts';
import { badRequest, takenExternalId, unknownRecord } from '../errors.ts';
import { listedUntil, placeOf, toPage } from '../listing.ts';
import { ACTIVITY_PREPARATIONS } from '../prepare.ts';
import { addTemplateTasks } from '../project-tasks.ts';
import type { NewRecord } from '../record-store.ts';
import { RESOURCE_KINDS, type ResourceKind } from '../resource-kinds.ts';
import { OneQuery } from '../resource-input.ts';
import { checkTraits } from '../trait-catalogue.ts';
import { recordToWire } from '../wire.ts';
import type { RouteContext } from './route-context.ts';

interface ById {
  Params: { id: string };
  Querystring: Record<string, string>;
}

/** Notes, tasks, projects, users and organizations: listed, created, read, changed and deleted alike. */
export function resourceRoutes(context: RouteContext): void {
  for (const kind of RESOURCE_KINDS) {
    listRoutes(context, kind);
    recordRoutes(context, kind);
  }
}

function listRoutes({ app, store, records, undocumented, clock }: RouteContext, kind: ResourceKind): void {
  const { name, listShape } = kind;
  const list = (given: unknown, owner: { accountId?: string; organizationId?: string }): unknown => {
    const query = parseInput(listShape, given);
    const { sortBy, limit, source } = query;
    const archived = query.archived ?? (undocumented.archivedListed === 'listed' ? undefined : false);
    const until = listedUntil(undocumented, clock);
    const page = { sortBy, count: limit + 1, archived, source, ...placeOf(query) };
    const found = records.list(name, { ...page, ...owner, ...until });
    return toPage(found, query, (record) => recordToWire(record, kind, store));
  };

  app.get(`/resources/${name}`, (request) => list(request.query, {}));
  if (!kind.isActivity) return;
  app.get<ById>(`/resources/accounts/:id/${name}`, (request) => {
    const account = store.find(request.params.id);
    if (account === undefined) throw unknownRecord('Account', request.params.id, undocumented.unknownId);
    return list(request.query, { accountId: account.id });
  });
  app.get<ById>(`/resources/organizations/:id/${name}`, (request) => {
    const { id } = request.params;
    const organization = records.find('organizations', id) ?? records.findByExternalId('organizations', id);
    if (organization === undefined) throw unknownRecord('Organization', id, undocumented.unknownId);
    return list(request.query, { organizationId: organization.id });
  });
}

function recordRoutes(context: RouteContext, kind: ResourceKind): void {
  const { app, store, records, undocumented, clock, changed } = context;
  const { name, noun } = kind;
  const found = (id: string, query: unknown = {}): WorkspaceRecord => {
    const { source } = parseInput(OneQuery, query);
    const known = records.findByExternalId(name, id);
    const isMeant = kind.isFoundByExternalId || (source !== undefined && known?.fields['source'] === source);
    const record = records.find(name, id) ?? (isMeant ? known : undefined);
    if (record === undefined) throw unknownRecord(noun, id, undocumented.unknownId);
    return record;
  };
  const tell = (record: WorkspaceRecord): Record<string, unknown> => recordToWire(record, kind, store);

  app.post(`/resources/${name}`, (request, reply) => {
    const { externalId, accountId, organizationId, traits, ...given } = parseInput(kind.newShape, request.body);
    const wanted = {
      ...ownerOf(context, accountId, organizationId),
      externalId: externalId as string | undefined,
      traits: checkTraits(traits, name, context),
    };
    const existing = wanted.externalId === undefined ? undefined : findTaken(context, kind, wanted.externalId);
    const fields = ACTIVITY_PREPARATIONS[name]?.(given, { undocumented, ...(existing && { existing }) }) ?? given;
    const record =
      existing === undefined
        ? records.add(name, { ...wanted, fields })
        : records.change(existing, { fields, traits: wanted.traits });
    if (name === 'projects') addTemplateTasks(records, record, clock.now());
    changed();
    return reply.code(undocumented.created === 'created' && existing === undefined ? 201 : 200).send(tell(record));
  });

  app.get<ById>(`/resources/${name}/:id`, (request) => tell(found(request.params.id, request.query)));

  app.put<ById>(`/resources/${name}/:id`, (request) => {
    const record = found(request.params.id, request.query);
    const { traits, ...given } = parseInput(kind.changedShape, request.body);
    const fields = ACTIVITY_PREPARATIONS[name]?.(given, { undocumented, existing: record }) ?? given;
    const written = records.change(record, { fields, traits: checkTraits(traits, name, context) });
    changed();
    return tell(written);
  });

  app.delete<ById>(`/resources/${name}/:id`, (request, reply) => {
    const record = found(request.params.id);
    const told = tell(kind.deletion === 'archive' ? records.archive(record) : record);
    if (kind.deletion === 'remove') records.remove(record);
    changed();
    return undocumented.deleted === 'ok' ? reply.send(told) : reply.code(204).send();
  });
}

/** What a POST with this external id updates; throws when it must not. Undefined when the id is free. */
function findTaken(
  { records, undocumented }: RouteContext,
  { name, noun, taken }: ResourceKind,
  externalId: string,
): WorkspaceRecord | undefined {
  const existing = records.findByExternalId(name, externalId);
  if (existing === undefined || taken === 'none') return undefined;
  if (existing.archivedAt !== null) {
    const { archivedExternalId: answer } = undocumented;
    if (answer === 'free') return undefined;
    if (answer === 'reject') throw takenExternalId(noun, externalId, answer);
    return answer === 'revived' ? records.revive(existing) : existing;
  }
  const answer = taken === 'upsert' ? taken : undocumented[taken];
  if (answer !== 'upsert') throw takenExternalId(noun, externalId, answer);
  return existing;
}

/** Only Vitally's own ids are taken here; the external id of an account is not. */
function ownerOf(
  { store, records }: RouteContext,
  accountId: unknown,
  organizationId: unknown,
): Pick<NewRecord, 'accountId' | 'organizationId'> {
  if (typeof accountId === 'string' && store.find(accountId)?.id !== accountId) {
    throw badRequest(`accountId: There is no account "${accountId}"`);
  }
  if (typeof organizationId === 'string' && records.find('organizations', organizationId) === undefined) {
    throw badRequest(`organizationId: There is no organization "${organizationId}"`);
  }
  return { accountId: accountId as string | undefined, organizationId: organizationId as string | undefined };
}
