import { isObject } from './session.ts';

const ID = /\b[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?\b/g;
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Ids of the recording → our own. */
export type Ids = Map<string, string>;

/** The first place where an answer is not the recorded one. Ids are learned as they appear; stamps are not compared. */
export function differenceOf(recorded: unknown, given: unknown, ids: Ids, place: string): string | undefined {
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
      // What an org is made of has another digest and another day in each org.
      if (key === 'ETag' || key === 'Last-Modified') continue;
      const difference = differenceOf(recorded[key], given[key], ids, `${place}.${key}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return Object.is(recorded, given)
    ? undefined
    : `${place}: ${JSON.stringify(given)} instead of ${JSON.stringify(recorded)}`;
}

/** Puts our ids in place of the recorded ones. */
export function renamed(text: string, ids: Ids): string {
  let result = text;
  for (const [theirs, ours] of ids) result = result.replaceAll(theirs, ours);
  return result;
}

/** The short form of an id stands for the same record. */
export function learn(ids: Ids, theirs: string, ours: string): void {
  ids.set(theirs, ours);
  if (theirs.length === 18) ids.set(theirs.slice(0, 15), ours.slice(0, 15));
}

function textDifference(recorded: string, given: string, ids: Ids, place: string): string | undefined {
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

/** Records without ORDER BY come in any order. Those that are known stand where they stood; the others as they come. */
function inRecordedOrder(recorded: unknown[], given: unknown[], ids: Ids): unknown[] {
  const places = new Map(given.map((one) => [identityOf(one), one]));
  const sorted = recorded.map((one) => {
    const id = identityOf(one);
    return id === undefined ? undefined : places.get(ids.get(id));
  });
  return sorted.every((one) => one !== undefined) ? sorted : given;
}

/** The id of a record in a query's answer, by its address when it was not asked for. */
function identityOf(record: unknown): string | undefined {
  if (!isObject(record)) return undefined;
  if (typeof record['Id'] === 'string') return record['Id'];
  const attributes = isObject(record['attributes']) ? record['attributes'] : {};
  return typeof attributes['url'] === 'string' ? attributes['url'].split('/').at(-1) : undefined;
}
