import { DELIVERY_OBJECTS } from './delivery.ts';
import { parseQueryPart } from './query-requests.ts';
import type { Rest } from './rest.ts';
import { CompositeAnswer, DeletedIds, ImplementationRequest, QueryPage } from './schema.ts';
import { changedRequests, requestsWithChanged } from './soql.ts';

/** Some of the requests that changed. A request may come twice. The records can be gone through once. */
export interface ChangePage {
  records: Iterable<ImplementationRequest>;
  /** How many records the query finds in all. */
  total: number;
  /** Ids that are gone for good or in the recycle bin. */
  deleted: readonly string[];
  /** Deletions of the whole stretch are no longer known: only a comparison of all records finds them. */
  isDeletionLogCut: boolean;
  /** The server's time when the first page was answered: everything that had committed by then is in the pages. */
  serverTime: Date;
}

/** From when on, and until when, something is asked for; both in the server's time. */
export interface Stretch {
  since: Date;
  /** When the server last answered. Deletions are asked for up to then, since a stretch may not end in the future. */
  until: Date;
}

/** `getDeleted` looks back so far and no further. */
const RECYCLE_BIN_MS = 15 * 24 * 60 * 60 * 1000;

/**
 * Everything that changed in the stretch and since: one call, and one more for each further page. Without a stretch, all
 * records. What `queryAll` still has of deleted ones comes as a record, what is gone for good as an Id one cycle later.
 */
export async function* queryChanges(
  rest: Rest,
  version: string,
  stretch: Stretch | undefined,
): AsyncGenerator<ChangePage> {
  const since = stretch?.since;
  const root = `/services/data/v${version}`;
  const children = ['Request_Link__c', ...DELIVERY_OBJECTS];
  const queries = [
    changedRequests(since),
    ...(since === undefined ? [] : children.map((child) => requestsWithChanged(child, since))),
  ];
  const urls = queries.map((soql) => `${root}/queryAll?q=${encodeURIComponent(soql)}`);
  if (stretch !== undefined) urls.push(deletedUrl(root, stretch));
  const { body, serverTime } = await rest.request('POST', '/composite', {
    allOrNone: false,
    compositeRequest: urls.map((url, index) => ({ method: 'GET', url, referenceId: `changes${index}` })),
  });
  const further: string[] = [];
  const answers = CompositeAnswer.parse(body).compositeResponse;
  for (const part of answers.slice(0, queries.length)) {
    const page = parseQueryPart(part);
    if (page.nextRecordsUrl !== undefined) further.push(page.nextRecordsUrl);
    yield { records: parseEach(page.records), total: page.totalSize, ...NOTHING_DELETED, serverTime };
  }
  const last = answers[queries.length];
  if (last !== undefined && stretch !== undefined) {
    yield { records: [], total: 0, ...parseDeleted(last, stretch, serverTime), serverTime };
  }
  for (const first of further) {
    let next: string | undefined = first;
    while (next !== undefined) {
      const page: QueryPage = QueryPage.parse((await rest.request('GET', next)).body);
      yield { records: parseEach(page.records), total: page.totalSize, ...NOTHING_DELETED, serverTime };
      next = page.nextRecordsUrl;
    }
  }
}

const NOTHING_DELETED = { deleted: [], isDeletionLogCut: false };

function* parseEach(records: readonly unknown[]): Generator<ImplementationRequest> {
  for (const record of records) yield ImplementationRequest.parse(record);
}

function deletedUrl(root: string, { since, until }: Stretch): string {
  const query = new URLSearchParams({ start: since.toISOString(), end: until.toISOString() });
  return `${root}/sobjects/Implementation_Request__c/deleted/?${query.toString()}`;
}

/** A stretch that the log of deletions does not cover is not an error: whoever asks compares everything instead. */
function parseDeleted(part: { httpStatusCode: number; body?: unknown }, { since }: Stretch, serverTime: Date) {
  const isTooOld = serverTime.getTime() - since.getTime() > RECYCLE_BIN_MS;
  if (part.httpStatusCode !== 200 || isTooOld) return { deleted: [], isDeletionLogCut: true };
  const { deletedRecords, earliestDateAvailable } = DeletedIds.parse(part.body);
  const earliest = new Date(earliestDateAvailable.replace(/\+0000$/, 'Z'));
  return { deleted: deletedRecords.map(({ id }) => id), isDeletionLogCut: earliest > since };
}
