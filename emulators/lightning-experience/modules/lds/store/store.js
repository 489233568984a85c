import { denormalise, normalise } from './normalise';

/**
 * The records that open components show, each kept once. A live query is an answer that somebody watches: it is emitted
 * again, frozen, whenever a record in it changes, whoever brought the change.
 */
export class RecordStore {
  #records = new Map();
  #queries = new Map();
  #emitted = new WeakMap();

  /**
   * Watches what `load` answers. Watchers with the same key share one request and one answer.
   * `listener` receives `{ data, error }`. Returns the function that stops it.
   */
  watch(key, load, listener) {
    let query = this.#queries.get(key);
    if (query === undefined) {
      query = { key, load, kept: undefined, shown: new Set(), listeners: new Set(), last: undefined, loading: undefined };
      this.#queries.set(key, query);
      this.#refresh(query);
    } else if (query.last !== undefined) {
      this.#tell(listener, query);
    }
    query.listeners.add(listener);
    return () => {
      query.listeners.delete(listener);
      if (query.listeners.size === 0) this.#queries.delete(key);
    };
  }

  /** Takes in an answer that came from a write, shows its records wherever they are watched, and gives it back frozen. */
  ingest(answer) {
    const changed = this.#keep(answer).changed;
    this.#broadcast(changed);
    return freeze(structuredClone(answer));
  }

  /** Asks again for every live query that shows one of these records. */
  async refreshRecords(ids) {
    const stale = [...this.#queries.values()].filter((query) => ids.some((id) => query.shown.has(shortId(id))));
    await Promise.all(stale.map((query) => this.#refresh(query)));
  }

  /** Forgets a record that is deleted and asks again for what showed it. */
  async evict(id) {
    this.#records.delete(shortId(id));
    await this.refreshRecords([id]);
  }

  /** Asks again for the live query that emitted this value; does nothing for a value that none did. */
  async refreshEmitted(value) {
    const query = this.#emitted.get(value);
    if (query !== undefined) await this.#refresh(query);
  }

  // One request at a time for a query; a refresh during one is made after it, because the answer on its way may be old.
  #refresh(query) {
    if (query.loading === undefined) {
      query.loading = this.#load(query).finally(() => {
        query.loading = undefined;
      });
      return query.loading;
    }
    query.again ??= query.loading.then(() => {
      query.again = undefined;
      return this.#refresh(query);
    });
    return query.again;
  }

  async #load(query) {
    try {
      const { kept, changed } = this.#keep(await query.load());
      query.kept = kept;
      this.#show(query);
      this.#broadcast(changed, query);
    } catch (error) {
      query.kept = undefined;
      this.#emit(query, { data: undefined, error });
    }
  }

  #keep(answer) {
    const changed = new Set();
    const kept = normalise(answer, (record) => {
      const id = shortId(record.id);
      const known = this.#records.get(id);
      const merged = known === undefined ? record : merge(known, record);
      if (JSON.stringify(known) !== JSON.stringify(merged)) changed.add(id);
      this.#records.set(id, merged);
    });
    return { kept, changed };
  }

  #broadcast(changed, except) {
    for (const query of this.#queries.values()) {
      if (query === except || query.kept === undefined) continue;
      if ([...changed].some((id) => query.shown.has(id))) this.#show(query);
    }
  }

  #show(query) {
    const seen = new Set();
    const data = denormalise(query.kept, (id) => this.#records.get(shortId(id)), seen);
    query.shown = new Set([...seen].map(shortId));
    if (data === undefined) {
      this.#refresh(query);
      return;
    }
    if (query.last?.data !== undefined && JSON.stringify(query.last.data) === JSON.stringify(data)) {
      return;
    }
    this.#emit(query, { data: freeze(data), error: undefined });
  }

  #emit(query, value) {
    query.last = value;
    for (const listener of query.listeners) this.#tell(listener, query);
  }

  // Everybody gets an object of their own, by which refreshEmitted knows the query.
  #tell(listener, query) {
    const value = { ...query.last };
    this.#emitted.set(value, query);
    listener(value);
  }
}

// An answer that was long on its way does not undo a later change.
function merge(known, arrived) {
  const [older, newer] = arrived.lastModifiedDate < known.lastModifiedDate ? [arrived, known] : [known, arrived];
  return { ...newer, fields: { ...older.fields, ...newer.fields } };
}

// Ids of 15 and of 18 characters name the same record.
function shortId(id) {
  return id.slice(0, 15);
}

function freeze(value) {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
