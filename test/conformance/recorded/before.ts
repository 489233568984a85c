import { isObject, listIn, type Session, type Step } from './session.ts';

/** A record that was in the org before a session began. */
export interface Before {
  id: string;
  type: string;
  values: Record<string, unknown>;
}

const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** The records that a session reads or counts and does not create. */
export function recordsFromBefore(session: Session): Before[] {
  const found = recordsRead(session);
  for (const { type, count } of session.steps.flatMap((step) => [...counted(step)])) {
    for (let known = found.filter((one) => one.type === type).length; known < count; known += 1) {
      found.push({ id: '', type, values: {} });
    }
  }
  return found;
}

function recordsRead({ steps }: Session): Before[] {
  const found = new Map<string, Before>();
  const created = new Set(
    steps
      .filter(({ method, path }) => method !== 'PATCH' || !path.endsWith('/composite/sobjects'))
      .flatMap(({ response }) => createdIn(JSON.stringify(response))),
  );
  for (const { path, response } of steps) {
    if (!path.includes('/query') || path.includes('/tooling/') || !isObject(response)) continue;
    for (const record of Array.isArray(response['records']) ? (response['records'] as unknown[]) : []) {
      if (!isObject(record) || !isObject(record['attributes']) || typeof record['Id'] !== 'string') continue;
      const { attributes, Id: id, ...values } = record;
      if (created.has(id)) continue;
      const known = found.get(id)?.values;
      found.set(id, { id, type: String(attributes['type']), values: { ...known, ...own(values) } });
    }
  }
  return [...found.values()];
}

/** Ids that an answer tells of new records, as JSON or as a row of a bulk result. */
function createdIn(response: string): string[] {
  return [...response.matchAll(/"id":"(\w{18})"|\\"(\w{18})\\",\\"true\\",\\"true\\"/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

/** What a client may set: texts and numbers, but no stamps and no references to what is unknown. */
function own(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      if (typeof value === 'number') return true;
      return typeof value === 'string' && !STAMP.test(value) && !name.endsWith('Id');
    }),
  );
}

/** How many records of a type there were, by a count that asks for all of them; of a composite request also. */
function* counted({ path, body, response }: Step): Generator<{ type: string; count: number }> {
  const type = /\/query\/?\?q=select count\((?:Id)?\) from (\w+)$/i.exec(readable(path))?.[1];
  if (type !== undefined && isObject(response)) {
    const [row] = Array.isArray(response['records']) ? (response['records'] as unknown[]) : [];
    const count = isObject(row) ? row['expr0'] : response['totalSize'];
    if (typeof count === 'number') yield { type, count };
  }
  const [requests, answers] = [listIn(body, 'compositeRequest'), listIn(response, 'compositeResponse')];
  for (const [index, request] of requests.entries()) {
    yield* counted({
      path: String(request['url']),
      body: request['body'],
      response: answers[index]?.['body'],
      method: 'GET',
      status: 200,
    });
  }
}

function readable(path: string): string {
  return decodeURIComponent(path.replaceAll('+', ' '));
}
