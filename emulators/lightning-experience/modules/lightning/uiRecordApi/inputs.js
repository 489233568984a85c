/** A record as the input for creating one like it: only fields that may be set when the object's info is given. */
export function generateRecordInputForCreate(record, objectInfo) {
  return { apiName: record.apiName, fields: plainFields(record, objectInfo, 'createable') };
}

/** A record as the input for changing it. */
export function generateRecordInputForUpdate(record, objectInfo) {
  return { apiName: record.apiName, fields: { ...plainFields(record, objectInfo, 'updateable'), Id: record.id } };
}

/** Leaves in an input the fields whose value differs from the record's, and the Id. */
export function createRecordInputFilteredByEditedFields(input, originalRecord) {
  const edited = Object.entries(input.fields).filter(
    ([name, value]) => name === 'Id' || originalRecord.fields[name]?.value !== value,
  );
  return { ...input, fields: Object.fromEntries(edited) };
}

// Looked-up records are not the record's own fields.
function plainFields(record, objectInfo, permission) {
  const own = Object.entries(record.fields).filter(
    ([name, { value }]) =>
      (typeof value !== 'object' || value === null) && (!objectInfo || objectInfo.fields[name]?.[permission] === true),
  );
  return Object.fromEntries(own.map(([name, { value }]) => [name, value]));
}
