import { SyncError } from '../errors.ts';
import type { Rest } from './rest.ts';
import { DELIVERY_OBJECTS } from './delivery.ts';
import { ApiErrors, CompositeAnswer, ImplementationRequest, QueryPage } from './schema.ts';
import { changedRequests, requestsWithChanged } from './soql.ts';

/** Some of the requests that changed. A request may come twice. The records can be gone through once. */
export interface ChangePage {
  records: Iterable<ImplementationRequest>;
  /** The server's time when the first page was answered: everything that had committed by then is in the pages. */
  serverTime: Date;
}

/** Everything that changed since then, deleted requests included: one call, and one more for each further page. */
export async function* queryChanges(rest: Rest, version: string, since: Date | undefined): AsyncGenerator<ChangePage> {
  const children = ['Request_Link__c', ...DELIVERY_OBJECTS];
  const queries = [
    changedRequests(since),
    ...(since === undefined ? [] : children.map((child) => requestsWithChanged(child, since))),
  ];
  const { body, serverTime } = await rest.request('POST', '/composite', {
    allOrNone: false,
    compositeRequest: queries.map((soql, index) => ({
      method: 'GET',
      url: `/services/data/v${version}/queryAll?q=${encodeURIComponent(soql)}`,
      referenceId: `changes${index}`,
    })),
  });
  const further: string[] = [];
  for (const part of CompositeAnswer.parse(body).compositeResponse) {
    if (part.httpStatusCode !== 200) throw refusal(part.body);
    const page = QueryPage.parse(part.body);
    if (page.nextRecordsUrl !== undefined) further.push(page.nextRecordsUrl);
    yield { records: parseEach(page.records), serverTime };
  }
  for (const first of further) {
    let next: string | undefined = first;
    while (next !== undefined) {
      const page: QueryPage = QueryPage.parse((await rest.request('GET', next)).body);
      yield { records: parseEach(page.records), serverTime };
      next = page.nextRecordsUrl;
    }
  }
}

function* parseEach(records: readonly unknown[]): Generator<ImplementationRequest> {
  for (const record of records) yield ImplementationRequest.parse(record);
}

function refusal(body: unknown): SyncError {
  const { data } = ApiErrors.safeParse(body);
  const said = data?.map(({ errorCode, message }) => `${errorCode}: ${message}`).join('; ') ?? JSON.stringify(body);
  return new SyncError('refused', `Salesforce refused the query for changes: ${said}`);
}
