import type { Caller } from '../accounts.ts';
import { invalidArgument } from '../errors.ts';
import type { QuotaKind } from '../quotas.ts';
import type { SpreadsheetStore } from '../store.ts';
import { EVERYTHING, keepFields, parseFieldMask, type FieldMask } from '../wire/field-mask.ts';
import { parseBody, type ProtoType } from '../wire/proto.ts';

/** One call of an API method: what was sent, and who sent it. */
export interface Call<Q, B> {
  /** Segments of the path by the names in its template. */
  path: Record<string, string>;
  query: Q;
  body: B;
  /** What the caller wants to see of the answer. */
  mask: FieldMask;
  caller: Caller;
  store: SpreadsheetStore;
}

type QueryTypes = Record<string, ProtoType<unknown>>;
type Query<Q> = { [K in keyof Q]?: Q[K] extends ProtoType<infer T> ? T : never };

interface Definition<Q extends QueryTypes, B> {
  /** As Google's discovery document names it, such as `spreadsheets.values.get`. */
  id: string;
  http: 'GET' | 'POST' | 'PUT';
  /** `/v4/spreadsheets/{spreadsheetId}/values/{range}:append` */
  template: string;
  quota: QuotaKind;
  query: Q;
  /** The message of the body, and the field of the request that it fills, when it does not fill all of it. */
  body?: { type: ProtoType<B>; at?: string };
  response: ProtoType<unknown>;
  run(call: Call<Query<Q>, B>): unknown;
}

export interface Method extends Pick<Definition<QueryTypes, unknown>, 'id' | 'http' | 'template' | 'quota'> {
  /** The segments of a path that is this method's, or undefined. */
  match(path: string): Record<string, string> | undefined;
  answer(
    path: Record<string, string>,
    query: URLSearchParams,
    body: unknown,
    caller: Caller,
    store: SpreadsheetStore,
  ): unknown;
}

const EVERY_METHOD = new Set([
  'alt',
  'fields',
  'key',
  'prettyPrint',
  'quotaUser',
  'access_token',
  'oauth_token',
  '$.xgafv',
]);

/** Makes a method of its definition: parsing in front of `run`, the field mask behind it. */
export function method<Q extends QueryTypes, B>(definition: Definition<Q, B>): Method {
  const { id, http, template, quota } = definition;
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const pattern = new RegExp(`^${template.replaceAll(/\{range\}/g, '([^/]+?)').replaceAll(/\{\w+\}/g, '([^/:]+)')}$`);
  return {
    id,
    http,
    template,
    quota,
    match(path) {
      const found = pattern.exec(path);
      return found === null
        ? undefined
        : Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
    },
    answer(path, query, body, caller, store) {
      const fields = query.get('fields');
      const mask = fields === null ? EVERYTHING : parseFieldMask(fields, definition.response);
      const answer = definition.run({
        path,
        query: parseQuery(definition.query, query),
        // Without a body type B is unknown, and `run` has no use for one.
        body: (definition.body && parseBody(definition.body.type, body, definition.body.at)) as B,
        mask,
        caller,
        store,
      });
      return keepFields(answer, mask);
    },
  };
}

function parseQuery<Q extends QueryTypes>(types: Q, query: URLSearchParams): Query<Q> {
  const parsed: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    if (EVERY_METHOD.has(name)) continue;
    const type = types[name];
    if (type === undefined) {
      const description =
        `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. ` +
        `Field '${name}' could not be found in request message.`;
      throw invalidArgument(description, [{ field: '', description }]);
    }
    const values = query.getAll(name);
    const wrapper: unknown = LISTS.has(name) ? values : values.at(-1);
    parsed[name] = parseBody(
      type,
      wrapper,
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    );
  }
  return parsed as Query<Q>;
}

/** The parameters that may be given more than once. */
const LISTS = new Set(['ranges']);
