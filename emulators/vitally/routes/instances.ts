import { z } from 'zod';
import { parseInput } from '../account-input.ts';
import type { WorkspaceRecord } from '../entities.ts';
import { badRequest, unknownRecord } from '../errors.ts';
import { listedUntil, placeOf, toPage } from '../listing.ts';
import { ChangedInstance, ListQuery, NewInstance } from '../resource-input.ts';
import { checkTraits } from '../trait-catalogue.ts';
import { CUSTOM_OBJECTS } from '../workspace.ts';
import type { RouteContext } from './route-context.ts';

const CRITERIA = ['id', 'externalId', 'customerId', 'organizationId', 'name'] as const;
const Search = z
  .strictObject(Object.fromEntries(CRITERIA.map((name) => [name, z.string().optional()])))
  .refine((query) => Object.keys(query).length === 1, { message: 'Exactly one criterion is required' });

interface OfObject {
  Params: { objectId: string };
}
interface OfInstance {
  Params: { objectId: string; id: string };
}

/** Instances of custom objects. Creating is plain: an external id that is taken makes a second one. */
export function instanceRoutes(context: RouteContext): void {
  const { app, store, records, undocumented, clock, changed } = context;
  const kindOf = (objectId: string): string => {
    if (!CUSTOM_OBJECTS.some(({ id }) => id === objectId)) {
      throw unknownRecord('Custom object', objectId, undocumented.unknownId);
    }
    return `instances/${objectId}`;
  };
  const tell = ({ id, externalId, accountId, organizationId, fields, traits, ...record }: WorkspaceRecord): unknown => {
    const account = accountId === null ? undefined : store.find(accountId);
    const customer = account && { id: account.id, externalId: account.externalId, name: account.name };
    return {
      ...{ id, createdAt: record.createdAt, updatedAt: record.updatedAt, name: null, externalId },
      customObjectId: record.kind.split('/')[1],
      ...{ createdByVitallyUserId: null, ownedByVitallyUserId: null, ...fields },
      ...{ customerId: accountId, customer: customer ?? null, customers: customer ? [customer] : [] },
      ...{ organizationId, traits, archivedAt: record.archivedAt },
    };
  };
  const found = ({ objectId, id }: OfInstance['Params']): WorkspaceRecord => {
    const instance = records.find(kindOf(objectId), id);
    if (instance === undefined) throw unknownRecord('Instance', id, undocumented.unknownId);
    return instance;
  };

  app.get<OfObject>('/resources/customObjects/:objectId/instances', (request) => {
    const query = parseInput(ListQuery, request.query);
    const page = {
      sortBy: query.sortBy,
      count: query.limit + 1,
      ...placeOf(query),
      ...listedUntil(undocumented, clock),
    };
    return toPage(records.list(kindOf(request.params.objectId), page), query, tell);
  });

  app.get<OfObject>('/resources/customObjects/:objectId/instances/search', (request) => {
    const [criterion] = Object.entries(parseInput(Search, request.query));
    const kind = kindOf(request.params.objectId);
    const all = records.list(kind, { sortBy: 'createdAt', count: 10_000, ...listedUntil(undocumented, clock) });
    return all.map(tell).filter((one) => (one as Record<string, unknown>)[criterion?.[0] ?? ''] === criterion?.[1]);
  });

  app.post<OfObject>('/resources/customObjects/:objectId/instances', (request, reply) => {
    const kind = kindOf(request.params.objectId);
    const { externalId, customerId, organizationId, traits, ...fields } = parseInput(NewInstance, request.body);
    if (customerId !== undefined && store.find(customerId)?.id !== customerId) {
      throw badRequest(`customerId: There is no account "${customerId}"`);
    }
    const checked = checkTraits(traits, 'customObjects', context);
    const instance = records.add(kind, { externalId, accountId: customerId, organizationId, fields, traits: checked });
    changed();
    return reply.code(undocumented.created === 'created' ? 201 : 200).send(tell(instance));
  });

  app.put<OfInstance>('/resources/customObjects/:objectId/instances/:id', (request) => {
    const instance = found(request.params);
    const { traits, externalId, ...fields } = parseInput(ChangedInstance, request.body);
    if (externalId !== undefined) records.identify(instance, externalId);
    const checked = checkTraits(traits, 'customObjects', context);
    const written = records.change(found(request.params), { fields, traits: checked });
    changed();
    return tell(written);
  });

  app.delete<OfInstance>('/resources/customObjects/:objectId/instances/:id', (request, reply) => {
    const instance = found(request.params);
    records.remove(instance);
    changed();
    return undocumented.deleted === 'ok' ? reply.send(tell(instance)) : reply.code(204).send();
  });
}
