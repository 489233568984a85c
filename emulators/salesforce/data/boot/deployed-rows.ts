import type { StoredRecord } from '../../entities.ts';
import { toStamp } from '../change.ts';
import { createId } from '../ids.ts';
import type { DataParts } from '../save-record.ts';
import type { Components } from './components.ts';
import { componentId } from './row-writer.ts';

/** A record that stands for a deployed component. */
export interface DeployedRow {
  object: string;
  /** Full name of the component, unique within the object. */
  name: string;
  values: StoredRecord;
  /** Lookups to other such records: field → their object and name. */
  references: Record<string, { object: string; name: string }>;
}

/** Writes these records as they are now; those of their objects that are no longer deployed go. */
export function writeDeployedRows(
  { schema, store }: DataParts,
  components: Components,
  { objects, rows }: { objects: string[]; rows: DeployedRow[] },
  now: Date,
): void {
  const stamp = toStamp(now);
  const adminId = createId('005', 1);
  const audit = { CreatedDate: stamp, CreatedById: adminId, LastModifiedDate: stamp, LastModifiedById: adminId };
  for (const name of objects) {
    const object = schema.findObject(name);
    if (object === undefined) continue;
    const wanted = new Map(
      rows
        .filter((row) => row.object === name)
        .map((row) => [componentId(components, schema, name, row.name), row] as const),
    );
    for (const { Id } of store.all(object)) if (!wanted.has(String(Id))) store.remove(object, String(Id));
    for (const [id, { values, references }] of wanted) {
      const lookups = Object.entries(references).map(([field, to]) => [
        field,
        componentId(components, schema, to.object, to.name),
      ]);
      const all: StoredRecord = { ...values, ...(Object.fromEntries(lookups) as StoredRecord) };
      const known = store.find(object, id);
      const stamped = object.fields.has('CreatedDate') ? { ...audit, SystemModstamp: stamp } : {};
      if (known === undefined) store.insert(object, { Id: id, IsDeleted: 0, ...stamped, ...all });
      else if (Object.entries(all).some(([field, value]) => known[field] !== value)) store.update(object, id, all);
    }
  }
}
