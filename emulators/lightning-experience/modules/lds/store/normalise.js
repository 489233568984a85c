/** Stands in a kept answer for a record, with the fields that the answer had of it. */
export class RecordReference {
  constructor(id, selection) {
    this.id = id;
    /** Field name → null, or for a looked-up record the reference as it was answered. */
    this.selection = selection;
  }
}

/** Whether a value is a record as the UI API answers one; the beginnings of a new record have no id and are none. */
export function isRecord(value) {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof value.apiName === 'string' &&
    'fields' in value &&
    typeof value.id === 'string'
  );
}

/**
 * Takes the records out of an answer and puts references in their place, so that each record is kept once however many
 * answers show it. `keep(record)` receives every record with its looked-up records replaced by references.
 */
export function normalise(value, keep) {
  if (Array.isArray(value)) return value.map((one) => normalise(one, keep));
  if (typeof value !== 'object' || value === null) return value;
  if (!isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, normalise(one, keep)]));
  }

  const fields = {};
  const selection = {};
  for (const [name, field] of Object.entries(value.fields)) {
    const held = normalise(field.value, keep);
    fields[name] = { ...field, value: held };
    selection[name] = held instanceof RecordReference ? held : null;
  }
  keep({ ...value, fields });
  return new RecordReference(value.id, selection);
}

/**
 * Puts records back into a kept answer. `find(id)` gives a record as it is kept. Ids that are shown are added to `seen`.
 * Undefined when a record or a field of the selection is not known (any longer): the answer has to be asked for again.
 */
export function denormalise(value, find, seen) {
  if (Array.isArray(value)) {
    const all = value.map((one) => denormalise(one, find, seen));
    return all.includes(undefined) ? undefined : all;
  }
  if (value instanceof RecordReference) return toRecord(value.id, value.selection, find, seen);
  if (typeof value !== 'object' || value === null) return value;

  const result = {};
  for (const [key, one] of Object.entries(value)) {
    const put = denormalise(one, find, seen);
    if (put === undefined && one !== undefined) return undefined;
    result[key] = put;
  }
  return result;
}

/** A kept record with the fields of a selection; undefined when one of them is not known. */
export function toRecord(id, selection, find, seen) {
  seen.add(id);
  const record = find(id);
  if (record === undefined) return undefined;

  const fields = {};
  for (const [name, below] of Object.entries(selection)) {
    const field = record.fields[name];
    if (field === undefined) return undefined;
    let value = field.value;
    if (value instanceof RecordReference) {
      value = toRecord(value.id, (below ?? value).selection, find, seen);
      if (value === undefined) return undefined;
    }
    fields[name] = { ...field, value };
  }
  return { ...record, fields };
}
