import { z } from 'zod';
import { parseInput } from '../account-input.ts';
import type { WorkspaceRecord } from '../entities.ts';
import { badRequest, unknownRecord } from '../errors.ts';
import { listedUntil, placeOf, toPage } from '../listing.ts';
import { ActivityQuery, ChangedInstance, NewInstance } from '../resource-input.ts';
import { checkTraits } from '../trait-catalogue.ts';
import { findCustomObject } from './custom-objects.ts';
import type { RouteContext } from './route-context.ts';

const CRITERIA = ['id', 'externalId', 'customerId', 'organizationId', 'customFieldId', 'customFieldValue'] as const;
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
    findCustomObject(context, objectId);
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
  const checkCustomer = (customerId: string | undefined): void => {
    if (customerId === undefined || store.find(customerId)?.id === customerId) return;
    throw badRequest(`customerId: There is no account "${customerId}"`);
  };
  const found = ({ objectId, id }: OfInstance['Params']): WorkspaceRecord => {
    const instance = records.find(kindOf(objectId), id);
    if (instance === undefined) throw unknownRecord('Instance', id, undocumented.unknownId);
    return instance;
  };

  app.get<OfObject>('/resources/customObjects/:objectId/instances', (request) => {
    const query = parseInput(ActivityQuery.omit({ source: true }), request.query);
    const page = {
      archived: query.archived ?? (undocumented.archivedListed === 'listed' ? undefined : false),
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
    const [name = '', value = ''] = criterion ?? [];
    const standing = { sortBy: 'createdAt', count: 10_000, archived: false } as const;
    const all = records.list(kind, { ...standing, ...listedUntil(undocumented, clock) });
    if (name === 'customFieldId') return all.filter(({ traits }) => value in traits).map(tell);
    if (name === 'customFieldValue') {
      return all.filter(({ traits }) => Object.values(traits).some((one) => String(one) === value)).map(tell);
    }
    return all.map(tell).filter((one) => (one as Record<string, unknown>)[name] === value);
  });

  app.post<OfObject>('/resources/customObjects/:objectId/instances', (request, reply) => {
    const kind = kindOf(request.params.objectId);
    const { externalId, customerId, organizationId, traits, ...fields } = parseInput(NewInstance, request.body);
    checkCustomer(customerId);
    const checked = checkTraits(traits, 'customObjects', context);
    const instance = records.add(kind, { externalId, accountId: customerId, organizationId, fields, traits: checked });
    changed();
    return reply.code(undocumented.created === 'created' ? 201 : 200).send(tell(instance));
  });

  app.put<OfInstance>('/resources/customObjects/:objectId/instances/:id', (request) => {
    const instance = found(request.params);
    const { traits, externalId, customerId, organizationId, ...fields } = parseInput(ChangedInstance, request.body);
    checkCustomer(customerId);
    if (externalId !== undefined) records.identify(instance, externalId);
    records.hand(instance, { accountId: customerId, organizationId });
    const checked = checkTraits(traits, 'customObjects', context);
    const written = records.change(found(request.params), { fields, traits: checked });
    changed();
    return tell(written);
  });

  app.delete<OfInstance>('/resources/customObjects/:objectId/instances/:id', (request, reply) => {
    const instance = records.archive(found(request.params));
    changed();
    return undocumented.deleted === 'ok' ? reply.send(tell(instance)) : reply.code(204).send();
  });
}
