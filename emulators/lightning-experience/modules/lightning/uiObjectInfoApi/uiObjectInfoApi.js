import { createAdapter } from 'lds/adapter';
import { objectName, qualified } from 'lds/fields';
import { uiApi } from 'lds/network';

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
      const results = await Promise.all(objects.map(oneOfMany));
      return { results };
    },
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

// One object that may not be read does not hide the others.
async function oneOfMany(object) {
  try {
    return { statusCode: 200, result: await objectInfoQuery(object).load() };
  } catch (error) {
    return { statusCode: error.status, result: error.body };
  }
}

function objectInfoQuery(object) {
  return get(`/object-info/${object}`);
}

function get(path) {
  return { key: path, load: () => uiApi('GET', path) };
}
