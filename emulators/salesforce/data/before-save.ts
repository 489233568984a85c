import type { RecordError, SObjectType } from '../entities.ts';
import { failOn, type Change, type Writing } from './change.ts';
import { coerceValue, isRecordError } from './coerce/index.ts';
import { deriveFields } from './derived-fields.ts';
import type { DataParts } from './save-record.ts';
import { attemptEach, type Drafted } from './write-item.ts';

/** Lets automation fill in the drafts; what it gave a field counts as given, and has to fit the field as well. */
export function fillIn(
  parts: DataParts,
  object: SObjectType,
  drafted: readonly Drafted[],
  writing: Writing,
): Drafted[] {
  const ready = attemptEach(drafted, ({ change }) => failOn(deriveFields(change, writing, parts.facts)));
  const earlier = ready.map(({ change }) => ({ ...change.after }));
  const errors = writing.automation.beforeSave(
    object,
    ready.map(({ change }) => change),
  );
  for (const [index, one] of ready.entries()) {
    const found = errors[index] ?? [];
    one.item.errors.push(...found);
    const before = earlier[index];
    if (found.length === 0 && before !== undefined) one.item.errors.push(...takeOver(one.change, before));
  }
  return ready.filter(({ item }) => item.errors.length === 0);
}

function takeOver({ object, after, given }: Change, earlier: Change['after']): RecordError[] {
  const errors: RecordError[] = [];
  for (const [name, value] of Object.entries(after)) {
    const field = object.fields.get(name);
    if (field === undefined || value === (earlier[name] ?? null)) continue;
    const coerced = coerceValue(field, value);
    if (isRecordError(coerced)) errors.push(coerced);
    else after[name] = coerced;
    given.add(name);
  }
  return errors;
}
