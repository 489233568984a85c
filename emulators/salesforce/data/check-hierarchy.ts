import type { RecordError, Schema } from '../entities.ts';
import type { Change } from './change.ts';
import { circularHierarchy } from './record-errors.ts';
import type { RecordStore } from './record-store.ts';

/** Hierarchies that would lead from a record back to itself, directly or through others. */
export function wrongHierarchies(_schema: Schema, store: RecordStore, { object, after, given }: Change): RecordError[] {
  const fields = [...object.fields.values()].filter(
    ({ name, reference }) => reference?.isHierarchy === true && given.has(name),
  );
  return fields.flatMap(({ name }) => {
    const seen = new Set<string>();
    let above = after[name];
    while (typeof above === 'string' && above !== after['Id'] && !seen.has(above)) {
      seen.add(above);
      above = store.find(object, above)?.[name];
    }
    return above === after['Id'] && typeof above === 'string' ? [circularHierarchy(name)] : [];
  });
}
