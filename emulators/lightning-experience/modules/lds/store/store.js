import { denormalise, normalise } from './normalise.js';

/**
 * Keeps each record that open components show once. A live query is an answer that somebody watches: it is emitted again,
 * frozen, whenever a record in it changes, whoever brought the change.
 */
export function createRecordStore() {
  const records = new Map();
  const queries = new Map();
  const emitters = new WeakMap();

  return { watch, ingest, refreshRecords, evict, refreshEmitted };

  /**
   * Watches what `request` answers. Watchers with the same key share one request and one answer.
   * `listener` receives `{ data, error }`. Returns the function that stops it.
   */
  function watch(key, request, listener) {
    let query = queries.get(key);
    if (query === undefined) {
      query = { request, kept: undefined, shown: new Set(), listeners: new Set(), last: undefined, isSent: false };
      queries.set(key, query);
      refresh(query);
    } else if (query.last !== undefined) {
      tell(listener, query);
    }
    query.listeners.add(listener);
    return () => {
      query.listeners.delete(listener);
      if (query.listeners.size === 0 && queries.get(key) === query) queries.delete(key);
    };
  }

  /** Takes in the answer of a write, shows its records wherever they are watched, and gives it back frozen. */
  function ingest(answer) {
    broadcast(keep(answer).changed);
    return freeze(structuredClone(answer));
  }

  /** Asks again for every live query that shows one of these records. */
  async function refreshRecords(ids) {
    const stale = [...queries.values()].filter((query) => ids.some((id) => query.shown.has(shortId(id))));
    await Promise.all(stale.map(refresh));
  }

  /** Forgets a record that is deleted and asks again for what showed it. */
  async function evict(id) {
    records.delete(shortId(id));
    await refreshRecords([id]);
  }

  /** Asks again for the live query that emitted this value; does nothing for a value that none did. */
  async function refreshEmitted(value) {
    const query = emitters.get(value);
    if (query !== undefined) await refresh(query);
  }

  // One request at a time for a query; a refresh during one is made after it, because the answer on its way may be old.
  // The request leaves once the turn is over, so that all who want it in one turn share it.
  function refresh(query) {
    if (query.loading === undefined) {
      query.isSent = false;
      query.loading = Promise.resolve()
        .then(() => load(query))
        .finally(() => {
          query.loading = undefined;
        });
    }
    if (!query.isSent) return query.loading;
    query.again ??= query.loading.then(() => {
      query.again = undefined;
      return refresh(query);
    });
    return query.again;
  }

  async function load(query) {
    let answer;
    query.isSent = true;
    try {
      answer = await query.request();
    } catch (error) {
      query.kept = undefined;
      emit(query, { data: undefined, error });
      return;
    }
    const { kept, changed } = keep(answer);
    query.kept = kept ?? null;
    show(query);
    broadcast(changed, query);
  }

  function keep(answer) {
    const changed = new Set();
    const kept = normalise(answer, (record) => {
      const id = shortId(record.id);
      const known = records.get(id);
      const merged = known === undefined ? record : merge(known, record);
      if (JSON.stringify(known) !== JSON.stringify(merged)) changed.add(id);
      records.set(id, merged);
    });
    return { kept, changed };
  }

  function broadcast(changed, except) {
    for (const query of queries.values()) {
      if (query === except || query.kept === undefined) continue;
      if ([...changed].some((id) => query.shown.has(id))) show(query);
    }
  }

  function show(query) {
    const seen = new Set();
    const data = denormalise(query.kept, (id) => records.get(shortId(id)), seen);
    query.shown = new Set([...seen].map(shortId));
    if (data === undefined) refresh(query);
    else if (JSON.stringify(query.last?.data) !== JSON.stringify(data)) {
      emit(query, { data: freeze(data), error: undefined });
    }
  }

  function emit(query, value) {
    query.last = value;
    for (const listener of query.listeners) tell(listener, query);
  }

  // Everybody gets an object of their own, by which refreshEmitted knows the query.
  function tell(listener, query) {
    const value = { ...query.last };
    emitters.set(value, query);
    listener(value);
  }
}

// Fields of two states of a record are never shown together, nor does an answer that was long on its way undo a later
// change: what is not known of the newer state has to be asked for again.
function merge(known, arrived) {
  const [was, is] = [stateOf(known), stateOf(arrived)];
  if (was !== is) return was < is ? arrived : known;
  return { ...arrived, fields: { ...known.fields, ...arrived.fields } };
}

// weakEtag is the record's SystemModstamp in milliseconds; lastModifiedDate has whole seconds.
function stateOf({ weakEtag, lastModifiedDate }) {
  return weakEtag ?? lastModifiedDate;
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
