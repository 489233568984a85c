/** `Account.Name` of an imported schema token or of a string, with the object in front. */
export function qualified(field) {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** A list of fields as their qualified names; one alone counts as a list, nothing as none. */
export function qualifiedAll(fields) {
  if (fields === undefined || fields === null) return [];
  return [fields].flat().map(qualified);
}

/** API name of an object given as a string or as an imported schema token. */
export function objectName(object) {
  return typeof object === 'string' ? object : object?.objectApiName;
}

/** What the record holds for a field, over any number of lookups; undefined when it was not asked for. */
export function findField(record, field) {
  const [, ...path] = qualified(field).split('.');
  let found = { value: record };
  for (const name of path) {
    found = found?.value?.fields?.[name];
  }
  return found ?? undefined;
}
