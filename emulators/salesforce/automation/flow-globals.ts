import { createPathResolver, type RecordStore, type Writing } from '../data/index.ts';
import type { Schema, StoredValue } from '../entities.ts';
import type { FormulaFieldType } from '../formula/index.ts';

/** What `$User`, `$Profile`, `$Organization`, `$Permission` and the like are within a flow: the same as within a formula. */
export class FlowGlobals {
  readonly #paths: ReturnType<typeof createPathResolver>;

  constructor(schema: Schema, store: RecordStore) {
    const user = schema.findObject('User');
    if (user === undefined) throw new TypeError('A schema has users');
    this.#paths = createPathResolver(schema, store, user);
  }

  /** Undefined when there is none. Flows know `$Record.RecordType`, and no `$RecordType`. */
  typeOf(path: string[]): FormulaFieldType | undefined {
    return path[0]?.toLowerCase() === '$recordtype' ? undefined : this.#paths.typeOf(path);
  }

  valueOf(path: string[], writing: Writing): StoredValue {
    return this.#paths.valueOf(path, {}, writing);
  }
}
