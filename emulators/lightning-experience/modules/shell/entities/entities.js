import { query, uiApi } from 'lds/network';

const ICONS = { Account: 'standard:account', Opportunity: 'standard:opportunity', User: 'standard:user' };

export function iconOfObject(object) {
  return ICONS[object] ?? 'standard:record';
}

/** The name of a record as a person reads it. */
export async function nameOf(id, { apiName, nameFields }) {
  const field = nameField(nameFields);
  const record = await uiApi('GET', `/records/${id}?fields=${apiName}.${field}`);
  return record.fields[field].value;
}

/** What a lookup field may lead to, by a part of the name. `bindings` tells the lookup's filter of other fields. */
export async function searchLookup({ object, field, targets, bindings }, text) {
  const asked = new URLSearchParams({ q: text, searchType: text === '' ? 'Recent' : 'Search', pageSize: '10' });
  if (bindings) asked.set('dependentFieldBindings', bindings);
  const answers = await Promise.all(
    targets.map(({ apiName }) => uiApi('GET', `/lookups/${object}/${field}/${apiName}?${asked}`)),
  );
  return answers.flatMap(({ records }, index) => {
    const name = nameField(targets[index].nameFields);
    const about = targets.length > 1 ? targets[index].apiName : '';
    return records.map((record) => ({ id: record.id, label: record.fields[name].value, about }));
  });
}

/** Records of an object whose `matching` field holds the text; `condition` narrows them down. */
export async function searchObject({ object, matching, display, additional, condition }, text) {
  const fields = [...new Set(['Id', matching, display, ...(additional ? [additional] : [])])];
  const literal = text.replace(/[\\'%_]/g, '\\$&');
  const conditions = [text && `${matching} LIKE '%${literal}%'`, condition].filter(Boolean);
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const rows = await query(`SELECT ${fields.join(', ')} FROM ${object}${where} ORDER BY ${display} LIMIT 10`);
  return rows.map((row) => ({ id: row.Id, label: at(row, display), about: additional ? at(row, additional) : '' }));
}

function at(row, path) {
  return path.split('.').reduce((value, name) => value?.[name], row) ?? '';
}

function nameField(nameFields) {
  return nameFields.length === 1 ? nameFields[0] : 'Name';
}
