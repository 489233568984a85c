import type { Schema, StoredRecord } from '../../entities.ts';
import { toStamp } from '../change.ts';
import { createId } from '../ids.ts';
import type { RecordStore } from '../record-store.ts';
import type { Components } from './components.ts';

/** Ids of deployed groups begin here, away from those that the API hands out. */
const FIRST_DEPLOYED_GROUP = 62 ** 5;

/** The id of a profile, a permission set or the like, the same on every boot. */
export function componentId(components: Components, schema: Schema, object: string, name: string): string {
  const keyPrefix = schema.findObject(object)?.keyPrefix ?? '';
  const first = object === 'Group' ? FIRST_DEPLOYED_GROUP : 1;
  return components.given(object, name, (number) => createId(keyPrefix, number + first));
}

interface Writing {
  schema: Schema;
  store: RecordStore;
  components: Components;
  /** The first administrator. */
  adminId: string;
  now: Date;
}

/** Writes the rows that stand for components, each known by its object and name. */
export class RowWriter {
  readonly #writing: Writing;
  readonly #stamp: string;

  constructor(writing: Writing) {
    this.#writing = writing;
    this.#stamp = toStamp(writing.now);
  }

  idOf(object: string, name: string): string {
    return componentId(this.#writing.components, this.#writing.schema, object, name);
  }

  /** Writes a row that is not there yet, and answers whether that was so. */
  put(objectName: string, name: string, values: StoredRecord): boolean {
    const { schema, store, adminId } = this.#writing;
    const object = schema.findObject(objectName);
    const id = this.idOf(objectName, name);
    if (object === undefined || store.find(object, id) !== undefined) return false;
    const [made, by] = [this.#stamp, adminId];
    const audit = { CreatedDate: made, CreatedById: by, LastModifiedDate: made, LastModifiedById: by };
    store.insert(object, { Id: id, IsDeleted: 0, ...audit, SystemModstamp: made, ...values });
    return true;
  }

  /** Writes a row that says of its component what the source says now. */
  putCurrent(objectName: string, name: string, values: StoredRecord): void {
    if (this.put(objectName, name, values)) return;
    const { schema, store } = this.#writing;
    const id = this.idOf(objectName, name);
    const object = schema.findObject(objectName);
    const row = object && store.find(object, id);
    if (object === undefined || row === undefined) return;
    const there = Object.entries(values).filter(([field]) => object.fields.has(field));
    if (there.every(([field, value]) => row[field] === value)) return;
    store.update(object, id, { ...Object.fromEntries(there), SystemModstamp: this.#stamp });
  }
}
