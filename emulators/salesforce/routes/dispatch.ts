import { ApiError } from '../errors.ts';
import type { Answer, Call, Endpoint } from './endpoint.ts';
import { EndpointTable } from './endpoint-table.ts';

/** A request inside another one. */
export interface SubRequest {
  method: string;
  /** Path under `/services/data/vXX.X` with its query. */
  url: string;
  body: unknown;
  headers: Record<string, string>;
}

/** Sends a request to the endpoint it is for, on behalf of the call it came in. */
export type Dispatch = (outer: Call, request: SubRequest) => Answer;

/** Answers sub-requests from the same endpoints that the server has, errors as the answers that they would be. */
export function createDispatch(endpoints: () => Endpoint[]): Dispatch {
  const table = new EndpointTable(endpoints);
  return (outer, request) => {
    try {
      return dispatch(table, outer, request);
    } catch (error) {
      if (error instanceof ApiError) return { status: error.status, body: error.entries };
      throw error;
    }
  };
}

function dispatch(table: EndpointTable, outer: Call, { method, url, body, headers }: SubRequest): Answer {
  const [path = '', ...search] = url.split('?');
  const trimmed = path.length > 1 ? path.replace(/\/$/, '') : path;
  const { endpoint, params } = table.find(method.toUpperCase(), trimmed);
  const query = Object.fromEntries(new URLSearchParams(search.join('?')));
  return endpoint.answer({ ...outer, params, query, body, headers });
}
