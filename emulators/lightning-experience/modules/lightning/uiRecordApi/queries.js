import { objectName, qualifiedAll } from 'lds/fields';
import { uiApi } from 'lds/network';
import { records as store } from 'lds/records';

export function toRecordQuery({ recordId, fields, optionalFields, layoutTypes }) {
  if (layoutTypes !== undefined) throw new Error('layoutTypes is not supported here: ask for fields');
  const path = recordPath(recordId, fields, optionalFields, '/records/');
  const paths = [...qualifiedAll(fields), ...qualifiedAll(optionalFields)];
  return path && { key: path, load: () => uiApi('GET', path), held: () => store.heldRecord(recordId, paths) };
}

/** For `{ records: [{ recordIds, fields, optionalFields }] }`; the answers of all entries come in one list. */
export function toBatchQuery({ records }) {
  const paths = records?.map(({ recordIds, fields, optionalFields }) =>
    recordPath(recordIds?.join(','), fields, optionalFields, '/records/batch/'),
  );
  if (!paths || paths.includes(undefined)) return undefined;
  return {
    key: paths.join(' '),
    async load() {
      const answers = await Promise.all(paths.map((path) => uiApi('GET', path)));
      return {
        hasErrors: answers.some(({ hasErrors }) => hasErrors === true),
        results: answers.flatMap(({ results }) => results),
      };
    },
  };
}

/** For `{ recordIds, layoutTypes, modes, optionalFields }`; deprecated on the platform, and still there. */
export function toRecordUiQuery({ recordIds, layoutTypes, modes, optionalFields }) {
  const ids = [recordIds ?? []].flat();
  if (ids.length === 0 || !layoutTypes || !modes) return undefined;
  const asked = new URLSearchParams({ layoutTypes: [layoutTypes].flat().join(','), modes: [modes].flat().join(',') });
  const optional = qualifiedAll(optionalFields);
  if (optional.length > 0) asked.set('optionalFields', [...optional].sort().join(','));
  const path = `/record-ui/${ids.join(',')}?${asked}`;
  return { key: path, load: () => uiApi('GET', path) };
}

/** For `{ objectApiName, recordTypeId, optionalFields }`. */
export function toCreateDefaultsQuery({ objectApiName, recordTypeId, optionalFields }) {
  const object = objectName(objectApiName);
  if (!object) return undefined;
  const asked = new URLSearchParams();
  if (recordTypeId) asked.set('recordTypeId', recordTypeId);
  const optional = qualifiedAll(optionalFields);
  if (optional.length > 0) asked.set('optionalFields', [...optional].sort().join(','));
  const path = `/record-defaults/create/${object}${asked.size === 0 ? '' : `?${asked}`}`;
  return { key: path, load: () => uiApi('GET', path) };
}

function recordPath(id, fields, optionalFields, root) {
  const required = qualifiedAll(fields);
  const optional = qualifiedAll(optionalFields);
  if (!id || required.length + optional.length === 0) return undefined;
  const asked = new URLSearchParams();
  if (required.length > 0) asked.set('fields', [...required].sort().join(','));
  if (optional.length > 0) asked.set('optionalFields', [...optional].sort().join(','));
  return `${root}${id}?${asked}`;
}
