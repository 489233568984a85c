import { readFileSync } from 'node:fs';

/** One request that a real org answered. */
export interface Step {
  method: string;
  path: string;
  body: unknown;
  status: number;
  response: unknown;
}

export interface Session {
  source: string;
  cassette: string;
  steps: Step[];
}

export function readSessions(file: string): Session[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Session);
}

/** The org that a session is played on. */
export interface Stage {
  /** Sends one request and gives status and body. */
  send(method: string, path: string, body: unknown): Promise<{ status: number; body: unknown }>;
  /** Makes a record that the recorded org had before, and tells its id. */
  create(type: string, values: Record<string, unknown>): string;
}

const ID = /\b[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?\b/g;
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Plays a session and tells the first difference, or undefined when there is none. */
export async function replay(session: Session, stage: Stage): Promise<string | undefined> {
  const ids = new Map<string, string>();
  for (const { id, type, values } of recordsFromBefore(session)) learn(ids, id, stage.create(type, values));
  for (const step of session.steps) {
    const path = renamed(toServedVersion(step.path), ids);
    const body = JSON.parse(renamed(toServedVersion(JSON.stringify(step.body ?? null)), ids)) as unknown;
    const answer = await stage.send(step.method, path, body);
    const place = `${step.method} ${step.path.split('?')[0] ?? ''}`;
    if (answer.status !== step.status) {
      return `${place}: status ${answer.status} instead of ${step.status}: ${JSON.stringify(answer.body).slice(0, 200)}`;
    }
    const difference = step.path.endsWith('/describe')
      ? describeDifference(step.response, answer.body)
      : /\/v[\dx.]+\/$/.test(step.path)
        ? resourceDifference(step.response, answer.body)
        : step.path.includes('/limits/recordCount')
          ? undefined
          : differenceOf(normal(step.response), normal(answer.body), ids, 'body');
    if (difference !== undefined) return `${place}: ${difference}`;
  }
  return undefined;
}

interface Before {
  id: string;
  type: string;
  values: Record<string, unknown>;
}

/** The records that a session reads and does not create. */
function recordsFromBefore({ steps }: Session): Before[] {
  const found = new Map<string, Before>();
  const created = new Set(
    steps
      .filter(({ method, path }) => method !== 'PATCH' || !path.endsWith('/composite/sobjects'))
      .flatMap(({ response }) => JSON.stringify(response).match(/"id":"\w{18}"/g) ?? []),
  );
  for (const { path, response } of steps) {
    if (!path.includes('/query') || path.includes('/tooling/') || !isObject(response)) continue;
    for (const record of Array.isArray(response['records']) ? (response['records'] as unknown[]) : []) {
      if (!isObject(record) || !isObject(record['attributes']) || typeof record['Id'] !== 'string') continue;
      const { attributes, Id: id, ...values } = record;
      if (created.has(`"id":"${id}"`)) continue;
      const known = found.get(id)?.values;
      found.set(id, { id, type: String(attributes['type']), values: { ...known, ...own(values) } });
    }
  }
  return [...found.values()];
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

/** The masked versions: `v99.9` was one of 2015, so the oldest we have, `vxx.0` a late one. */
function toServedVersion(text: string): string {
  // Masking the address swallowed the quotation mark before it.
  return text
    .replace(/(?<=Email%20!?=)(?=someone@)/g, '%27')
    .replaceAll('/v99.9/', '/v45.0/')
    .replaceAll('/vxx.0/', '/v66.0/');
}

function renamed(text: string, ids: Map<string, string>): string {
  let result = text;
  for (const [theirs, ours] of ids) result = result.replaceAll(theirs, ours);
  return result;
}

// An empty answer is recorded as "", and records without ORDER BY come in any order.
function normal(value: unknown): unknown {
  if (value === '' || value === undefined) return null;
  return value;
}

/** The first place where an answer is not the recorded one. Ids are learned as they appear; stamps are not compared. */
function differenceOf(recorded: unknown, given: unknown, ids: Map<string, string>, place: string): string | undefined {
  if (typeof recorded === 'string' && typeof given === 'string') return textDifference(recorded, given, ids, place);
  if (Array.isArray(recorded) && Array.isArray(given)) {
    if (recorded.length !== given.length) return `${place}: ${given.length} entries instead of ${recorded.length}`;
    const order = inRecordedOrder(recorded, given, ids);
    for (const [index, one] of recorded.entries()) {
      const difference = differenceOf(one, order[index], ids, `${place}[${index}]`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  if (isObject(recorded) && isObject(given)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(given)])) {
      if (!(key in given)) return `${place}.${key} is missing`;
      if (!(key in recorded)) return `${place}.${key} is too much`;
      const difference = differenceOf(recorded[key], given[key], ids, `${place}.${key}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return Object.is(recorded, given)
    ? undefined
    : `${place}: ${JSON.stringify(given)} instead of ${JSON.stringify(recorded)}`;
}

function textDifference(recorded: string, given: string, ids: Map<string, string>, place: string): string | undefined {
  if (STAMP.test(recorded) && STAMP.test(given)) return undefined;
  const [known, answered] = [withoutVersion(recorded), withoutVersion(given)];
  const expected = known.replace(ID, (id) => ids.get(id) ?? id);
  if (expected === answered) return undefined;
  const [theirs, ours] = [known.match(ID) ?? [], answered.match(ID) ?? []];
  const isSameButIds = known.replace(ID, '') === answered.replace(ID, '') && theirs.length === ours.length;
  if (!isSameButIds || theirs.some((id) => ids.has(id))) {
    return `${place}: ${JSON.stringify(given)} instead of ${JSON.stringify(expected)}`;
  }
  for (const [index, id] of theirs.entries()) learn(ids, id, ours[index] ?? '');
  return undefined;
}

function withoutVersion(text: string): string {
  return text.replace(/\/data\/(?:<api_version>|vxx\.0|v\d\d\.0)\//, '/data/v/');
}

// The short form of an id stands for the same record.
function learn(ids: Map<string, string>, theirs: string, ours: string): void {
  ids.set(theirs, ours);
  if (theirs.length === 18) ids.set(theirs.slice(0, 15), ours.slice(0, 15));
}

function inRecordedOrder(recorded: unknown[], given: unknown[], ids: Map<string, string>): unknown[] {
  if (!given.every((one) => isObject(one) && 'Id' in one)) return given;
  const places = new Map(given.map((one) => [isObject(one) ? one['Id'] : undefined, one]));
  const sorted = recorded.map((one) => (isObject(one) ? places.get(ids.get(String(one['Id']))) : undefined));
  return sorted.every((one) => one !== undefined) ? sorted : given;
}

/** Of the list of resources only those are compared that we have. */
function resourceDifference(recorded: unknown, given: unknown): string | undefined {
  if (!isObject(recorded) || !isObject(given)) return 'expected a list of resources';
  return Object.keys(recorded).some((name) => name in given) ? undefined : 'no resource of the recorded ones';
}

const DESCRIBED = [
  'autoNumber calculated cascadeDelete caseSensitive createable custom compoundFieldName defaultedOnCreate dependentPicklist',
  'externalId filterable groupable idLookup label nameField nillable precision referenceTo',
  'restrictedDelete restrictedPicklist scale soapType sortable type unique updateable',
]
  .join(' ')
  .split(' ');

/** Compares what describe says of the fields that both orgs have. */
function describeDifference(recorded: unknown, given: unknown): string | undefined {
  const [theirs, ours] = [fieldsOf(recorded), fieldsOf(given)];
  for (const [name, field] of theirs) {
    const own = ours.get(name);
    if (own === undefined) continue;
    for (const key of DESCRIBED) {
      if (!(key in field)) continue;
      const [expected, actual] = [JSON.stringify(field[key]), JSON.stringify(own[key])];
      if (expected !== actual) return `${name}.${key}: ${actual} instead of ${expected}`;
    }
  }
  return undefined;
}

function fieldsOf(describe: unknown): Map<string, Record<string, unknown>> {
  const fields = isObject(describe) && Array.isArray(describe['fields']) ? (describe['fields'] as unknown[]) : [];
  return new Map(fields.filter(isObject).map((field) => [String(field['name']), field]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
