import { createAdapter } from 'lds/adapter';
import { objectName, qualified } from 'lds/fields';
import { uiApi } from 'lds/network';
import { records } from 'lds/records';

/** Metadata is good for a quarter of an hour, as on the platform. */
const METADATA = { isMetadata: true, keepMs: 15 * 60_000 };

export const getObjectInfo = createAdapter(({ objectApiName }) => {
  const object = objectName(objectApiName);
  return object && objectInfoQuery(object);
});

export const getObjectInfos = createAdapter(({ objectApiNames }) => {
  const objects = objectApiNames?.map(objectName);
  if (!objects || objects.includes(undefined)) return undefined;
  return {
    key: `infos ${objects.join(',')}`,
    async load() {
      const missing = objects.filter((object) => records.known(infoPath(object)) === undefined);
      const answers = new Map((await loadMany(missing)).map((answer, index) => [missing[index], answer]));
      return {
        results: objects.map(
          (object) => answers.get(object) ?? { statusCode: 200, result: records.known(infoPath(object)) },
        ),
      };
    },
    ...METADATA,
  };
});

export const getPicklistValuesByRecordType = createAdapter(({ objectApiName, recordTypeId }) => {
  const object = objectName(objectApiName);
  if (!object || !recordTypeId) return undefined;
  return get(`/object-info/${object}/picklist-values/${recordTypeId}`);
});

export const getPicklistValues = createAdapter(({ fieldApiName, recordTypeId }) => {
  if (!fieldApiName || !recordTypeId) return undefined;
  const [object, field] = qualified(fieldApiName).split('.');
  return get(`/object-info/${object}/picklist-values/${recordTypeId}/${field}`);
});

// All in one request. One object that may not be read does not hide the others.
async function loadMany(objects) {
  if (objects.length === 0) return [];
  const { results } = await uiApi('GET', `/object-info/batch/${objects.join(',')}`);
  for (const [index, { statusCode, result }] of results.entries()) {
    const { key, load } = objectInfoQuery(objects[index]);
    if (statusCode === 200) records.seed(key, load, result, METADATA);
  }
  return results;
}

function objectInfoQuery(object) {
  return get(infoPath(object));
}

function infoPath(object) {
  return `/object-info/${object}`;
}

function get(path) {
  return { key: path, load: () => uiApi('GET', path), ...METADATA };
}
