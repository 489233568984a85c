import type { User } from '../entities.ts';
import type { Access } from '../org.ts';
import type { Platform } from '../platform.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One request to the data API, whether it came by itself or inside a composite request. */
export interface Call {
  platform: Platform;
  user: User;
  access: Access;
  /** `66.0` */
  version: string;
  /** Path parameters, decoded. */
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  /** Header names in lower case. */
  headers: Record<string, string>;
}

export interface Answer {
  status: number;
  /** JSON; absent means an empty answer. */
  body?: unknown;
  /** Text in pieces instead of JSON. */
  stream?: { type: string; content: Iterable<string> };
  headers?: Record<string, string>;
}

/** A resource under `/services/data/vXX.X`. */
export interface Endpoint {
  method: Method;
  /** `/sobjects/:type/:id` */
  path: string;
  answer(call: Call): Answer;
}

/** `/services/data/v66.0` */
export function baseOf({ version }: Call): string {
  return `/services/data/v${version}`;
}

/** A path parameter of the endpoint itself. */
export function param({ params }: Call, name: string): string {
  return params[name] ?? '';
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}
