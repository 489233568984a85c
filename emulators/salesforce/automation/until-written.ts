import type { DataParts } from '../data/index.ts';

/** What was read from the database, for as long as nothing is written. */
export class UntilWritten<Value> {
  readonly #store: DataParts['store'];
  readonly #values = new Map<string, Value>();
  #version: number;

  constructor(store: DataParts['store']) {
    this.#store = store;
    this.#version = store.version;
  }

  of(key: string, read: () => Value): Value {
    if (this.#version !== this.#store.version) {
      this.#values.clear();
      this.#version = this.#store.version;
    }
    let value = this.#values.get(key);
    if (value === undefined) {
      value = read();
      this.#values.set(key, value);
    }
    return value;
  }
}
