import { parseInput } from '../account-input.ts';
import type { WorkspaceRecord } from '../entities.ts';
import { unknownRecord } from '../errors.ts';
import { listedUntil, placeOf, toPage } from '../listing.ts';
import { ChangedCustomObject, ListQuery, NewCustomObject } from '../resource-input.ts';
import { CUSTOM_OBJECTS, SET_UP_AT } from '../workspace.ts';
import type { RouteContext } from './route-context.ts';

const KIND = 'customObjects';

interface ById {
  Params: { id: string };
}

interface CustomObject {
  id: string;
  createdAt: string;
  updatedAt: string;
}

/** The custom object with this id: one that the workspace has from the start, or one that was made over the API. */
export function findCustomObject({ records, undocumented }: RouteContext, id: string): CustomObject {
  const record = records.find(KIND, id);
  const found = record === undefined ? CUSTOM_OBJECTS.find((one) => one.id === id) : tell(record);
  if (found === undefined) throw unknownRecord('Custom object', id, undocumented.unknownId);
  return found;
}

/** `/resources/customObjects`. What the workspace has from the start is set up in its settings, and stays as it is. */
export function customObjectRoutes(context: RouteContext): void {
  const { app, records, undocumented, clock, changed } = context;

  app.get('/resources/customObjects', (request) => {
    const query = parseInput(ListQuery, request.query);
    const page = { sortBy: query.sortBy, count: query.limit + 1, ...placeOf(query) };
    const made = records.list(KIND, { ...page, ...listedUntil(undocumented, clock) }).map(tell);
    // Nothing is older than what was set up first.
    const isBefore = query.from === undefined || placeOf(query).after?.at !== SET_UP_AT;
    return toPage([...made, ...(isBefore ? CUSTOM_OBJECTS : [])], query, (one) => one);
  });

  app.get<ById>('/resources/customObjects/:id', (request) => findCustomObject(context, request.params.id));

  app.post('/resources/customObjects', (request, reply) => {
    const record = records.add(KIND, { fields: parseInput(NewCustomObject, request.body) });
    changed();
    return reply.code(undocumented.created === 'created' ? 201 : 200).send(tell(record));
  });

  app.put<ById>('/resources/customObjects/:id', (request) => {
    const { id } = request.params;
    const record = records.find(KIND, id);
    if (record === undefined) throw unknownRecord('Custom object', id, undocumented.unknownId);
    const written = records.change(record, { fields: parseInput(ChangedCustomObject, request.body) });
    changed();
    return tell(written);
  });
}

function tell({ id, createdAt, updatedAt, fields }: WorkspaceRecord): CustomObject {
  return {
    ...{ id, createdAt, updatedAt, name: '', label: fields['name'], syncActive: false, writeMode: 'api' },
    ...{ customFields: [], ...fields },
  };
}
