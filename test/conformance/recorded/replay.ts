import { recordsFromBefore } from './before.ts';
import { bulkDifference } from './bulk.ts';
import { differenceOf, learn, renamed, type Ids } from './compare.ts';
import { describeDifference, globalDifference } from './describe.ts';
import { isObject, listIn, momentOf, toServedVersion, type Session, type Step } from './session.ts';

const MASKED_ORG_ID = '00D0xORGID00000000';

type Difference = string | undefined;

/** The org that a session is played on. */
export interface Stage {
  /** Sends one request and gives status and body. */
  send(method: string, path: string, body: unknown): Promise<{ status: number; body: unknown }>;
  orgId: string;
  /** Makes a record that the recorded org had before, and tells its id; undefined where the org has its own. */
  create(type: string, values: Record<string, unknown>): string | undefined;
  /** Lets the time come at which a step was recorded. */
  wait(until: number): void;
}

/** How one step went. */
export interface Outcome {
  /** `session POST path #2` */
  place: string;
  /** Absent when the answer is the recorded one. */
  difference?: string;
}

/** Plays a session to its end. */
export async function replay(session: Session, stage: Stage): Promise<Outcome[]> {
  const ids: Ids = new Map([[MASKED_ORG_ID, stage.orgId]]);
  const outcomes: Outcome[] = [];
  const [first] = session.steps.keys();
  const beginning = first === undefined ? undefined : momentOf(session, first);
  if (beginning !== undefined) stage.wait(beginning - 60_000);
  for (const { id, type, values } of recordsFromBefore(session)) {
    const own = stage.create(type, values);
    if (own !== undefined && id !== '') learn(ids, id, own);
  }
  for (const [index, step] of session.steps.entries()) {
    const moment = momentOf(session, index);
    if (moment !== undefined && step.method !== 'GET') stage.wait(moment);
    const place = `${session.cassette} ${step.method} ${step.path.split('?')[0] ?? ''} #${index}`;
    const difference = await play(step, stage, ids);
    outcomes.push({ place, ...(difference !== undefined && { difference }) });
  }
  return outcomes;
}

async function play(step: Step, stage: Stage, ids: Ids): Promise<Difference> {
  const path = renamed(toServedVersion(step.path), ids);
  const body = JSON.parse(renamed(toServedVersion(JSON.stringify(step.body ?? null)), ids)) as unknown;
  const answer = await stage.send(step.method, path, body);
  if (answer.status === step.status || isReplayedCreation(step, answer.status)) return compare(step, answer.body, ids);
  return `status ${answer.status} instead of ${step.status}: ${JSON.stringify(answer.body).slice(0, 200)}`;
}

/** Some recordings hold the creation of a job once more, without its status. */
function isReplayedCreation({ method, path, status }: Step, given: number): boolean {
  return method === 'POST' && /\/async\/[\w.]+\/job$/.test(path) && status === 200 && given === 201;
}

function compare(
  { path, body, response }: Pick<Step, 'path' | 'body' | 'response'>,
  given: unknown,
  ids: Ids,
): Difference {
  if (path.includes('/services/async/')) return bulkDifference({ response }, given, ids);
  if (path.endsWith('/describe')) return describeDifference(response, given);
  if (/\/v[\w.]+\/sobjects$/.test(path)) return globalDifference(response, given);
  if (/\/v[\w.]+\/$/.test(path)) return resourceDifference(response, given);
  if (path.includes('/sobjects/Organization/')) return missingKey(response, given);
  if (path.includes('/limits/recordCount')) return countDifference(response, given);
  if (path.endsWith('/composite')) return compositeDifference(body, response, given, ids);
  return differenceOf(normal(response), normal(given), ids, 'body');
}

/** Compares each answer inside a composite one in its own way. */
function compositeDifference(body: unknown, recorded: unknown, given: unknown, ids: Ids): Difference {
  const requests = listIn(body, 'compositeRequest');
  const [theirs, ours] = [listIn(recorded, 'compositeResponse'), listIn(given, 'compositeResponse')];
  if (theirs.length !== ours.length) return `${ours.length} answers instead of ${theirs.length}`;
  for (const [index, { body: expected, ...around }] of theirs.entries()) {
    const { body: answered, ...own } = ours[index] ?? {};
    const path = String(requests[index]?.['url']);
    const difference =
      differenceOf(around, own, ids, `answer ${index}`) ??
      (expected === null
        ? differenceOf(null, answered, ids, 'body')
        : compare({ path, body: null, response: expected }, answered, ids));
    if (difference !== undefined) return difference;
  }
  return undefined;
}

// An empty answer is recorded as "".
function normal(value: unknown): unknown {
  return value === '' || value === undefined ? null : value;
}

/** Of the list of resources only those are compared that we have. */
function resourceDifference(recorded: unknown, given: unknown): Difference {
  if (!isObject(recorded) || !isObject(given)) return 'expected a list of resources';
  return Object.keys(recorded).some((name) => name in given) ? undefined : 'no resource of the recorded ones';
}

/** The counts were estimates of an earlier hour; what is compared is their form. */
function countDifference(recorded: unknown, given: unknown): Difference {
  const isList = isObject(recorded) && isObject(given) && Array.isArray(given['sObjects']);
  return isList ? undefined : 'expected a list of counts';
}

/** Of what belongs to that one org, only the form is compared. */
function missingKey(recorded: unknown, given: unknown): Difference {
  if (!isObject(recorded) || !isObject(given)) return 'expected a record';
  const missing = Object.keys(recorded).filter((key) => !(key in given));
  return missing.length === 0 ? undefined : `${missing.join(', ')} missing`;
}
