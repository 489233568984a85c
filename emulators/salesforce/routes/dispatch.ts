import { ApiError, methodNotAllowed, notFound } from '../errors.ts';
import type { Answer, Call, Endpoint } from './endpoint.ts';

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

interface Route {
  endpoint: Endpoint;
  pattern: RegExp;
  names: string[];
  /** Fixed parts of the path: the more, the better the match. */
  fixed: number;
}

/** Answers sub-requests from the same endpoints that the server has, errors as the answers that they would be. */
export function createDispatch(endpoints: () => Endpoint[]): Dispatch {
  let routes: Route[] | undefined;
  return (outer, request) => {
    routes ??= endpoints().map(toRoute);
    try {
      return dispatch(routes, outer, request);
    } catch (error) {
      if (error instanceof ApiError) return { status: error.status, body: error.entries };
      throw error;
    }
  };
}

function dispatch(routes: Route[], outer: Call, { method, url, body, headers }: SubRequest): Answer {
  const [path = '', ...search] = url.split('?');
  const trimmed = path.length > 1 ? path.replace(/\/$/, '') : path;
  const matching = routes
    .map((route) => ({ route, match: route.pattern.exec(trimmed) }))
    .filter(({ match }) => match !== null)
    .toSorted((one, other) => other.route.fixed - one.route.fixed);
  const [nearest] = matching;
  if (nearest === undefined) throw notFound();
  const alike = matching.filter(({ route }) => route.fixed === nearest.route.fixed);
  const found = alike.find(({ route }) => route.endpoint.method === method.toUpperCase());
  if (found === undefined) {
    throw methodNotAllowed(
      method,
      alike.map(({ route }) => route.endpoint.method),
    );
  }
  const values = found.match?.slice(1) ?? [];
  const params = Object.fromEntries(found.route.names.map((name, index) => [name, decode(values[index] ?? '')]));
  const query = Object.fromEntries(new URLSearchParams(search.join('?')));
  return found.route.endpoint.answer({ ...outer, params, query, body, headers });
}

function toRoute(endpoint: Endpoint): Route {
  const parts = endpoint.path.split('/').slice(1);
  const names = parts.filter((part) => part.startsWith(':')).map((part) => part.slice(1));
  const pattern = new RegExp(`^/${parts.map((part) => (part.startsWith(':') ? '([^/]+)' : part)).join('/')}$`);
  return { endpoint, pattern, names, fixed: parts.length - names.length };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}
