import { SyncError } from '../errors.ts';
import type { Rest } from './rest.ts';
import { ApiErrors, CompositeAnswer, ImplementationRequest, Person, QueryPage } from './schema.ts';
import { peopleCalled, requestsOf } from './soql.ts';

/** A query names so many Ids at most: its text stays well below the 16 KB of an address. */
const IDS_AT_ONCE = 200;
/** Queries that one composite call takes. */
const QUERIES_AT_ONCE = 5;

export interface Looked {
  requests: ImplementationRequest[];
  people: Person[];
}

/** Requests as they are at this moment, and the active users called so: one call for up to 800 requests. */
export async function lookUp(
  rest: Rest,
  version: string,
  ids: readonly string[],
  names: readonly string[],
): Promise<Looked> {
  const queries: { kind: 'requests' | 'people'; soql: string }[] = [
    ...chunks(names, IDS_AT_ONCE).map((some) => ({ kind: 'people' as const, soql: peopleCalled(some) })),
    ...chunks(ids, IDS_AT_ONCE).map((some) => ({ kind: 'requests' as const, soql: requestsOf(some) })),
  ];
  const looked: Looked = { requests: [], people: [] };
  for (const some of chunks(queries, QUERIES_AT_ONCE)) {
    const { body } = await rest.request('POST', '/composite', {
      allOrNone: false,
      compositeRequest: some.map(({ soql }, index) => ({
        method: 'GET',
        url: `/services/data/v${version}/queryAll?q=${encodeURIComponent(soql)}`,
        referenceId: `query${index}`,
      })),
    });
    for (const [index, part] of CompositeAnswer.parse(body).compositeResponse.entries()) {
      const { records } = parseQueryPart(part);
      if (some[index]?.kind === 'people') looked.people.push(...records.map((record) => Person.parse(record)));
      else looked.requests.push(...records.map((record) => ImplementationRequest.parse(record)));
    }
  }
  return looked;
}

/** The page that a query inside a composite call answered; a refused one is an error. */
export function parseQueryPart(part: { httpStatusCode: number; body?: unknown }): QueryPage {
  if (part.httpStatusCode === 200) return QueryPage.parse(part.body);
  const { data } = ApiErrors.safeParse(part.body);
  const said = data?.map(({ errorCode, message }) => `${errorCode}: ${message}`).join('; ');
  throw new SyncError('refused', `Salesforce refused a query: ${said ?? JSON.stringify(part.body)}`);
}

export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size));
  return parts;
}
