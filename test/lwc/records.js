/**
 * A record as wires give it.
 *
 * @param {string} apiName
 * @param {Record<string, unknown>} values by API name, over lookups too (`Assigned_To__r.Name`); a pair is a value with its words
 */
export function record(apiName, { Id = 'a0K000000000001AAA', ...values }) {
  const fields = {};
  for (const [path, given] of Object.entries(values)) {
    const [value, displayValue] = Array.isArray(given) ? given : [given, null];
    const [name, below] = path.split('.');
    fields[name] = below
      ? { displayValue: value, value: value === null ? null : record(name, { Id: 'below', [below]: value }) }
      : { displayValue, value };
  }
  return { apiName, id: Id, lastModifiedDate: '2022-11-15T09:00:00.000Z', fields };
}

/**
 * What the user may do with an object and its fields.
 *
 * @param {string} apiName
 * @param {Record<string, string>} dataTypes by API name of the field
 * @param {object} [rights] for the object, and `fields` for each of its fields
 */
export function objectInfo(apiName, dataTypes, { fields: rightsOnFields = true, ...rights } = {}) {
  const may = { createable: true, updateable: true, deletable: true, ...rights };
  const fields = Object.entries(dataTypes).map(([name, dataType]) => [
    name,
    {
      label: name.replace(/__c$/, '').replaceAll('_', ' '),
      inlineHelpText: null,
      dataType,
      length: dataType === 'String' || dataType === 'TextArea' ? 255 : 0,
      createable: rightsOnFields,
      updateable: rightsOnFields,
    },
  ]);
  return { apiName, defaultRecordTypeId: '012000000000000AAA', ...may, fields: Object.fromEntries(fields) };
}

/** Waits until components have rendered and promises are kept. */
export async function settle() {
  for (let turn = 0; turn < 12; turn += 1) {
    await Promise.resolve();
  }
}
