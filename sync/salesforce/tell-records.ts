import type { Rest } from './rest.ts';
import { SaveResults } from './schema.ts';

/** What one record is told of another system, by API field name. */
export interface Telling {
  object: string;
  id: string;
  fields: Record<string, string | null>;
}

/** sObject collections take so many records a call. */
const AT_ONCE = 200;

/** Writes each update for itself, and answers why Salesforce refused it, or undefined. Results come in the same order. */
export async function tellRecords(rest: Rest, tellings: readonly Telling[]): Promise<(string | undefined)[]> {
  const refusals: (string | undefined)[] = [];
  for (let start = 0; start < tellings.length; start += AT_ONCE) {
    const records = tellings
      .slice(start, start + AT_ONCE)
      .map(({ object, id, fields }) => ({ attributes: { type: object }, id, ...fields }));
    const { body } = await rest.request('PATCH', '/composite/sobjects', { allOrNone: false, records });
    for (const { success, errors } of SaveResults.parse(body)) {
      refusals.push(success ? undefined : errors.map(({ message }) => message).join('; '));
    }
  }
  return refusals;
}
