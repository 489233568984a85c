import { createAdapter } from 'lds/adapter';
import { uiApi } from 'lds/network';
import { records } from 'lds/records';
import { toBatchQuery, toCreateDefaultsQuery, toRecordQuery, toRecordUiQuery } from './queries';

export { getFieldDisplayValue, getFieldValue } from './values';
export {
  createRecordInputFilteredByEditedFields,
  generateRecordInputForCreate,
  generateRecordInputForUpdate,
} from './inputs';

export const getRecord = createAdapter(toRecordQuery);
export const getRecords = createAdapter(toBatchQuery);
export const getRecordUi = createAdapter(toRecordUiQuery);
export const getRecordCreateDefaults = createAdapter(toCreateDefaultsQuery);

/** Creates a record and answers it. Lists that would hold it are not asked again: refreshApex does that. */
export async function createRecord(input) {
  return records.ingest(await uiApi('POST', '/records', input));
}

/** Changes a record and answers it; whoever shows it shows it changed. */
export async function updateRecord(input, { ifUnmodifiedSince } = {}) {
  const { Id: id, ...fields } = input.fields;
  if (id === undefined) throw new TypeError('updateRecord: expected fields.Id');
  const headers = ifUnmodifiedSince && { 'If-Unmodified-Since': ifUnmodifiedSince };
  const record = records.ingest(await uiApi('PATCH', `/records/${id}`, { ...input, fields }, headers));
  records.refreshRecords([id]);
  return record;
}

export async function deleteRecord(recordId) {
  await uiApi('DELETE', `/records/${recordId}`);
  await records.evict(recordId);
}

/** Says that records have changed behind the page's back: `[{ recordId }]`. */
export async function notifyRecordUpdateAvailable(changed) {
  await records.refreshRecords(changed.map(({ recordId }) => recordId));
}

/** The older spelling of notifyRecordUpdateAvailable. */
export function getRecordNotifyChange(changed) {
  notifyRecordUpdateAvailable(changed);
}
