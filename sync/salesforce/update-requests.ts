import type { Rest } from './rest.ts';
import { SaveResults } from './schema.ts';

/** New values for one request, by API field name. */
export interface RequestUpdate {
  id: string;
  fields: Record<string, string | number | null>;
}

/** What became of one update; of a refused one, Salesforce's own words and the fields that they concern. */
export type UpdateResult = { accepted: true } | { accepted: false; reason: string; fields: string[] };

/** sObject collections take so many records a call. */
const AT_ONCE = 200;

/** Writes each update for itself: one that is refused does not hold up the others. Results come in the same order. */
export async function updateRequests(rest: Rest, updates: readonly RequestUpdate[]): Promise<UpdateResult[]> {
  const results: UpdateResult[] = [];
  for (let start = 0; start < updates.length; start += AT_ONCE) {
    const records = updates
      .slice(start, start + AT_ONCE)
      .map(({ id, fields }) => ({ attributes: { type: 'Implementation_Request__c' }, id, ...fields }));
    const { body } = await rest.request('PATCH', '/composite/sobjects', { allOrNone: false, records });
    for (const { success, errors } of SaveResults.parse(body)) {
      results.push(
        success
          ? { accepted: true }
          : {
              accepted: false,
              reason: errors.map(({ message }) => message).join('; '),
              fields: errors.flatMap(({ fields }) => fields),
            },
      );
    }
  }
  return results;
}
