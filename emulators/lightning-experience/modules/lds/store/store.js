import { denormalise, normalise, toRecord } from './normalise.js';
import { toSelection } from './selection.js';

/** How often it is looked whether answers are still awaited. */
const LOOK_EVERY_MS = 4;

/** How long a record that came for one component is good for the others of the page that show it too. */
const FRESH_MS = 2000;

/**
 * Keeps each record that open components show once. A live query is an answer that somebody watches: it is emitted again,
 * frozen, whenever a record in it changes, whoever brought the change.
 */
export function createRecordStore() {
  const records = new Map();
  const queries = new Map();
  const emitters = new WeakMap();
  const arrivals = new Map();
  let awaited = 0;

  return { watch, seed, known, heldRecord, ingest, refreshRecords, evict, refreshEmitted, quiet };

  /**
   * Watches what `request` answers. Watchers with the same key share one request and one answer.
   * `listener` receives `{ data, error }`. Returns the function that stops it.
   * With the last watcher an answer is forgotten, unless it is less than `keepMs` old. `held()` may know the answer
   * without a request. Answers that tell of metadata hold no records, and need not be searched for them.
   */
  function watch(key, request, listener, options = {}) {
    const { held = () => undefined } = options;
    const found = queries.get(key);
    const query = found ?? create(key, request, options);
    const answer = found === undefined ? held() : undefined;
    if (answer !== undefined) take(query, answer);
    if (answer === undefined && (found === undefined || isOver(query))) refresh(query);
    else if (query.last !== undefined) tell(listener, query);
    query.listeners.add(listener);
    return () => {
      query.listeners.delete(listener);
      if (query.listeners.size === 0 && isOver(query) && queries.get(key) === query) queries.delete(key);
    };
  }

  /** Takes an answer that came with another one as that of this query. */
  function seed(key, request, answer, options) {
    const query = queries.get(key) ?? create(key, request, options);
    take(query, answer);
  }

  /** What a query has answered, when that is still good; undefined otherwise. */
  function known(key) {
    const query = queries.get(key);
    return query === undefined || isOver(query) ? undefined : query.last?.data;
  }

  /** A record with these fields, named with their object in front, when all of them came a moment ago. */
  function heldRecord(id, paths) {
    const isFresh = performance.now() - arrivals.get(shortId(id)) < FRESH_MS;
    return isFresh ? toRecord(id, toSelection(paths), (one) => records.get(shortId(one)), new Set()) : undefined;
  }

  function create(key, request, { keepMs = 0, isMetadata = false }) {
    const query = {
      request,
      keepMs,
      isMetadata,
      kept: undefined,
      shown: new Set(),
      listeners: new Set(),
      last: undefined,
      isSent: false,
    };
    queries.set(key, query);
    return query;
  }

  // An answer that somebody watches stays: only those who come later want a newer one.
  function isOver({ listeners, loading, arrivedAt, keepMs }) {
    return listeners.size === 0 && loading === undefined && !(performance.now() - arrivedAt < keepMs);
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

  /** Waits until no answer is awaited, and none of those that came has led to another request. */
  async function quiet() {
    for (let looks = 0; looks < 2; looks = awaited === 0 ? looks + 1 : 0) {
      // eslint-disable-next-line no-await-in-loop, @lwc/lwc/no-async-operation
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  // One request at a time for a query; a refresh during one is made after it, because the answer on its way may be old.
  // The request leaves once the turn is over, so that all who want it in one turn share it.
  function refresh(query) {
    if (query.loading === undefined) {
      query.isSent = false;
      awaited += 1;
      query.loading = Promise.resolve()
        .then(() => load(query))
        .finally(() => {
          query.loading = undefined;
          awaited -= 1;
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
      query.arrivedAt = undefined;
      emit(query, { data: undefined, error });
      return;
    }
    take(query, answer);
  }

  function take(query, answer) {
    query.arrivedAt = performance.now();
    if (query.isMetadata) {
      emitChanged(query, answer);
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
      const held = records.get(id);
      const merged = held === undefined ? record : merge(held, record);
      if (JSON.stringify(held) !== JSON.stringify(merged)) changed.add(id);
      records.set(id, merged);
      arrivals.set(id, performance.now());
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
    else emitChanged(query, data);
  }

  function emitChanged(query, data) {
    const before = query.last?.data;
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(data)) return;
    emit(query, { data: freeze(data), error: undefined });
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
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
