import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StoredRecord, User, WriteOperation } from '../../entities.ts';
import { RecordFailure } from '../change.ts';
import type { DataParts } from '../save-record.ts';
import { resolveDate } from './relative-dates.ts';

const DAY_MS = 86_400_000;

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Values = z.record(z.string(), Value);

const Step = z.strictObject({
  /** Alias of the person who does it. */
  as: z.string(),
  /** Days before the org is booted. */
  daysAgo: z.number().nonnegative(),
  object: z.string(),
  /** A new record, known by this name in later steps. */
  create: z.string().optional(),
  /** All records with these values are changed: at least one, unless there may be none. */
  where: Values.optional(),
  mayBeNone: z.boolean().default(false),
  set: Values,
});

type Step = z.output<typeof Step>;

/** Saves a record as this user did at that moment, and answers its id. Throws RecordFailure. */
export type SaveThen = (user: User, at: Date, operation: WriteOperation) => string;

interface Past {
  /** Ids by what they are called: aliases of people, references of the plan, names of earlier steps. */
  ids: Map<string, string>;
  now: Date;
  save: SaveThen;
}

/**
 * Does what people have done since before the org was booted, one step after the other, with their permissions and under
 * all rules: records get where they are as they would have in earnest. Throws TypeError for a step that is refused.
 */
export function playStory(parts: DataParts, file: string, past: Past): void {
  const steps = z.array(Step).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!steps.success) throw new TypeError(`${file}: ${z.prettifyError(steps.error)}`);
  for (const [index, step] of steps.data.entries()) {
    try {
      play(parts, step, past);
    } catch (error) {
      if (!(error instanceof RecordFailure)) throw error;
      throw new TypeError(`${file}, step ${index + 1}, ${JSON.stringify(step)}: ${error.message}`, { cause: error });
    }
  }
}

function play(parts: DataParts, step: Step, { ids, now, save }: Past): void {
  const at = new Date(now.getTime() - step.daysAgo * DAY_MS);
  const user = parts.users.findUser(idOf(ids, `@${step.as}`));
  if (user === undefined) throw new TypeError(`There is no person ${step.as}`);
  const values = resolveAll(step.set, ids, now);
  if (step.create !== undefined) {
    ids.set(step.create, save(user, at, { kind: 'insert', object: step.object, values }));
    return;
  }
  for (const { Id } of find(parts, step, ids)) {
    save(user, at, { kind: 'update', object: step.object, id: String(Id), values });
  }
}

function find({ schema, store }: DataParts, { object: name, where = {}, mayBeNone }: Step, ids: Past['ids']) {
  const object = schema.findObject(name);
  const [[field, value] = ['Id', null], ...more] = Object.entries(where).map(
    ([key, text]) => [key, toStored(resolve(text, ids))] as const,
  );
  const found = object === undefined ? [] : store.findBy(object, field, value);
  const matching = found.filter((record: StoredRecord) => more.every(([key, wanted]) => record[key] === wanted));
  if (matching.length === 0 && !mayBeNone) throw new TypeError(`No ${name} where ${JSON.stringify(where)}`);
  return matching;
}

/** Checkboxes are kept as 1 and 0. */
function toStored(value: Value): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

type Value = z.output<typeof Value>;

function resolveAll(values: Record<string, Value>, ids: Past['ids'], now: Date): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, resolve(resolveDate(value, now) as Value, ids)]),
  );
}

function resolve(value: Value, ids: Past['ids']): Value {
  return typeof value === 'string' && value.startsWith('@') ? idOf(ids, value) : value;
}

function idOf(ids: Past['ids'], reference: string): string {
  const id = ids.get(reference.slice(1));
  if (id === undefined) throw new TypeError(`Nothing before is called ${reference}`);
  return id;
}
