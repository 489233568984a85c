import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { RecordFailure } from '../change.ts';
import type { DataParts } from '../save-record.ts';
import { resolveDate } from './relative-dates.ts';
import type { Save } from './save-one.ts';

/** The plan of `sf data import tree`. */
const Plan = z.array(z.object({ files: z.array(z.string()) }));

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const TreeFile = z.object({
  records: z.array(z.object({ attributes: z.object({ type: z.string(), referenceId: z.string() }) }).catchall(Scalar)),
});

/** The plan and the files that it names. */
export function filesOfTreePlan(planFile: string): string[] {
  return [
    planFile,
    ...parse(Plan, planFile).flatMap(({ files }) => files.map((name) => join(dirname(planFile), name))),
  ];
}

/**
 * Loads the records of a tree plan, in its order, and answers their ids by reference.
 *
 * `@Reference` stands for the id of a record loaded before, `@today+30` for a day.
 */
export function loadTreePlan(parts: DataParts, planFile: string, now: Date, save: Save): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { files } of parse(Plan, planFile)) {
    for (const file of files.map((name) => join(dirname(planFile), name))) {
      for (const record of parse(TreeFile, file).records) {
        const place = `${file}, ${record.attributes.referenceId}`;
        const id = loadRecord(parts, place, record, (value) => resolve(place, resolveDate(value, now), ids), save);
        ids.set(record.attributes.referenceId, id);
      }
    }
  }
  return ids;
}

function loadRecord(
  parts: DataParts,
  place: string,
  { attributes, ...fields }: z.output<typeof TreeFile>['records'][number],
  read: (value: unknown) => unknown,
  save: Save,
): string {
  const object = parts.schema.findObject(attributes.type);
  if (object === undefined) throw new TypeError(`${place}: there is no object ${attributes.type}`);
  const values = Object.entries(fields).map(([name, value]) => [name, read(value)]);
  try {
    const record = Object.fromEntries(values) as Record<string, unknown>;
    return save({ kind: 'insert', object: object.name, values: record });
  } catch (error) {
    if (!(error instanceof RecordFailure)) throw error;
    throw new TypeError(`${place}: ${error.message}`, { cause: error });
  }
}

function resolve(place: string, value: unknown, ids: Map<string, string>): unknown {
  if (typeof value !== 'string' || !value.startsWith('@')) return value;
  const id = ids.get(value.slice(1));
  if (id === undefined) throw new TypeError(`${place}: no record before it has the reference ${value}`);
  return id;
}

function parse<Shape extends z.ZodType>(shape: Shape, file: string): z.output<Shape> {
  const parsed = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new TypeError(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
