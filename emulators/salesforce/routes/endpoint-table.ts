import { methodNotAllowed, notFound } from '../errors.ts';
import type { Endpoint } from './endpoint.ts';

/** An endpoint that a request is for, and the parameters in its path, decoded. */
export interface Found {
  endpoint: Endpoint;
  params: Record<string, string>;
}

interface Route {
  endpoint: Endpoint;
  parts: string[];
  /** Fixed parts of the path: the more, the better the match. */
  fixed: number;
}

/** Finds endpoints by method and path. Routes are set up with the first request. */
export class EndpointTable {
  readonly #endpoints: () => Endpoint[];
  /** By the number of parts of their paths, the best matches first. */
  #routes: Map<number, Route[]> | undefined;

  constructor(endpoints: () => Endpoint[]) {
    this.#endpoints = endpoints;
  }

  /** A path under `/services/data/vXX.X`. What is not there is NOT_FOUND, another method METHOD_NOT_ALLOWED. */
  find(method: string, path: string): Found {
    const given = path.split('/');
    const there = (this.#bySize().get(given.length) ?? []).filter((route) => matches(route, given));
    const route = there.find(({ endpoint }) => endpoint.method === method);
    if (route !== undefined) return { endpoint: route.endpoint, params: paramsOf(route, given) };
    if (there.length === 0) throw notFound();
    throw methodNotAllowed(method, [...new Set(there.map(({ endpoint }) => endpoint.method))]);
  }

  #bySize(): Map<number, Route[]> {
    return (this.#routes ??= Map.groupBy(
      this.#endpoints()
        .map(toRoute)
        .toSorted((one, other) => other.fixed - one.fixed),
      ({ parts }) => parts.length,
    ));
  }
}

function toRoute(endpoint: Endpoint): Route {
  const parts = endpoint.path.split('/');
  return { endpoint, parts, fixed: parts.filter((part) => !isParam(part)).length };
}

function isParam(part: string): boolean {
  return part.startsWith(':');
}

function matches({ parts }: Route, given: string[]): boolean {
  return parts.every((part, index) => (isParam(part) ? given[index] !== '' : part === given[index]));
}

function paramsOf({ parts }: Route, given: string[]): Record<string, string> {
  return Object.fromEntries(
    parts.flatMap((part, index) => (isParam(part) ? [[part.slice(1), decode(given[index] ?? '')]] : [])),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}
