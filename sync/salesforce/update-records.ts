import { SyncError } from '../errors.ts';
import { chunks, parseQueryPart } from './query-requests.ts';
import type { Rest } from './rest.ts';
import { CompositeAnswer, ImplementationRequest, SaveResults } from './schema.ts';
import { changedRequests } from './soql.ts';

/** New values for one record, by API field name. */
export interface RecordUpdate {
  object: 'Implementation_Request__c' | 'Triage_Review__c';
  id: string;
  fields: Record<string, string | number | null>;
}

/** What became of one update; of a refused one, Salesforce's own words and the fields that they concern. */
export type UpdateResult = { accepted: true } | { accepted: false; reason: string; fields: string[] };

export interface Updated {
  /** In the order of the updates. */
  results: UpdateResult[];
  /** Every request that the updates changed, those that Salesforce renumbered included, as it holds them now. */
  changed: ImplementationRequest[];
}

/** sObject collections take so many records a call, and a composite call takes so many of them beside one query. */
const AT_ONCE = 200;
const COLLECTIONS_AT_ONCE = 4;

interface Part {
  /** Where the part's updates stand in the whole list. */
  places: number[];
}

/**
 * Writes each update for itself: one that is refused does not hold up the others. Each call also reads back what changed
 * since then, so that what flows made of the values is known at once. A collection that is refused as a whole is halved
 * until the record is found that it is refused for.
 */
export async function updateRecords(
  rest: Rest,
  version: string,
  updates: readonly RecordUpdate[],
  since: Date,
): Promise<Updated> {
  const results: UpdateResult[] = updates.map(() => ({ accepted: true }));
  const changed = new Map<string, ImplementationRequest>();
  const places = updates.map((_, place) => place).sort((a, b) => objectOrder(updates[a]) - objectOrder(updates[b]));
  let waiting: Part[] = chunks(places, AT_ONCE).map((some) => ({ places: some }));
  while (waiting.length > 0) {
    const parts = waiting.slice(0, COLLECTIONS_AT_ONCE);
    waiting = waiting.slice(COLLECTIONS_AT_ONCE);
    const { body } = await rest.request('POST', '/composite', {
      allOrNone: false,
      compositeRequest: [
        ...parts.map((part, index) => toCollection(version, updates, part, index)),
        {
          method: 'GET',
          url: `/services/data/v${version}/queryAll?q=${encodeURIComponent(changedRequests(since))}`,
          referenceId: 'changed',
        },
      ],
    });
    const answers = CompositeAnswer.parse(body).compositeResponse;
    for (const [index, part] of parts.entries()) {
      const answer = answers[index];
      if (answer?.httpStatusCode === 200) keepResults(results, part, answer.body);
      else if (part.places.length > 1) waiting.push(...halve(part));
      else await updateAlone(rest, updates, results, part);
    }
    const last = answers.at(-1);
    if (last !== undefined) await readChanged(rest, parseQueryPart(last), changed);
  }
  return { results, changed: [...changed.values()] };
}

/** Parents before children: a collection locks what it writes, and runs of one object are written together. */
function objectOrder(update: RecordUpdate | undefined): number {
  return update?.object === 'Triage_Review__c' ? 1 : 0;
}

function toRecords(updates: readonly RecordUpdate[], { places }: Part): Record<string, unknown>[] {
  return places.flatMap((place) => {
    const update = updates[place];
    return update === undefined ? [] : [{ attributes: { type: update.object }, id: update.id, ...update.fields }];
  });
}

function toCollection(version: string, updates: readonly RecordUpdate[], part: Part, index: number) {
  return {
    method: 'PATCH',
    url: `/services/data/v${version}/composite/sobjects`,
    referenceId: `update${index}`,
    body: { allOrNone: false, records: toRecords(updates, part) },
  };
}

function keepResults(results: UpdateResult[], { places }: Part, body: unknown): void {
  const saved = SaveResults.parse(body);
  for (const [index, place] of places.entries()) {
    const result = saved[index];
    if (result?.success === true) continue;
    const errors = result?.errors ?? [];
    results[place] = {
      accepted: false,
      reason: errors.map(({ message }) => message).join('; ') || 'Salesforce gave no result.',
      fields: errors.flatMap(({ fields }) => fields),
    };
  }
}

function halve({ places }: Part): Part[] {
  return chunks(places, Math.ceil(places.length / 2)).map((some) => ({ places: some }));
}

/** Outside of a composite call, where a text such as `@{this}` is no reference to another answer. */
async function updateAlone(
  rest: Rest,
  updates: readonly RecordUpdate[],
  results: UpdateResult[],
  part: Part,
): Promise<void> {
  try {
    const { body } = await rest.request('PATCH', '/composite/sobjects', {
      allOrNone: false,
      records: toRecords(updates, part),
    });
    keepResults(results, part, body);
  } catch (thrown) {
    if (!(thrown instanceof SyncError) || thrown.kind !== 'refused') throw thrown;
    for (const place of part.places) results[place] = { accepted: false, reason: thrown.message, fields: [] };
  }
}

async function readChanged(
  rest: Rest,
  first: ReturnType<typeof parseQueryPart>,
  changed: Map<string, ImplementationRequest>,
): Promise<void> {
  let page = first;
  for (;;) {
    for (const record of page.records) {
      const request = ImplementationRequest.parse(record);
      changed.set(request.id, request);
    }
    if (page.nextRecordsUrl === undefined) return;
    const { body } = await rest.request('GET', page.nextRecordsUrl);
    page = parseQueryPart({ httpStatusCode: 200, body });
  }
}
