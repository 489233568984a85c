/** How a field is read: itself, and for a lookup also the name of what it points at. */
export function fieldPaths(objectInfo, name) {
  const field = objectInfo.fields[name];
  if (field === undefined) return [];
  const nameField = lookedUpName(field);
  const own = `${objectInfo.apiName}.${name}`;
  return nameField ? [own, `${objectInfo.apiName}.${field.relationshipName}.${nameField}`] : [own];
}

/** What is shown of a field: its value, its words, and for a lookup where it leads. Undefined when it may not be read. */
export function shownField(objectInfo, record, name) {
  const field = objectInfo.fields[name];
  const held = record?.fields[name];
  if (field === undefined || held === undefined) return undefined;
  const target = field.relationshipName ? record.fields[field.relationshipName]?.value : null;
  return {
    key: name,
    name,
    label: labelOf(field),
    type: field.dataType,
    extraTypeInfo: field.extraTypeInfo,
    scale: field.scale,
    help: field.inlineHelpText,
    value: held.value,
    words: target ? (target.fields[lookedUpName(field)]?.value ?? null) : held.displayValue,
    url: target ? recordUrl(target.apiName, target.id) : null,
  };
}

/** The label of a field; a lookup's is that of what it points at. */
export function labelOf(field) {
  return field.reference ? field.label.replace(/ ID$/, '') : field.label;
}

export function recordUrl(object, id) {
  return object === 'User' || object === 'Group' ? null : `/lightning/r/${object}/${id}/view`;
}

function lookedUpName({ reference, relationshipName, referenceToInfos }) {
  if (!reference || !relationshipName) return undefined;
  const nameFields = referenceToInfos?.[0]?.nameFields ?? [];
  return nameFields.includes('Name') || nameFields.length !== 1 ? 'Name' : nameFields[0];
}
