import { createAdapter } from 'lds/adapter';
import { objectName, qualifiedAll } from 'lds/fields';
import { uiApi } from 'lds/network';

/** A list view as it is set up: its columns, filters and order. */
export const getListInfoByName = createAdapter(({ objectApiName, listViewApiName }) => {
  const object = objectName(objectApiName);
  if (!object || !listViewApiName) return undefined;
  return get(`/list-info/${object}/${listViewApiName}`);
});

/** The list views of an object. */
export const getListInfosByObjectName = createAdapter((config) => {
  const { objectApiName, pageSize, pageToken, q, recentListsOnly } = config;
  refuse({ q, recentListsOnly });
  const object = objectName(objectApiName);
  return object && get(`/list-info/${object}${asked({ pageSize, pageToken })}`);
});

/** A page of the records of a list view. Fields are named with their object: `Account.Name`. */
export const getListRecordsByName = createAdapter((config) => {
  const { objectApiName, listViewApiName, fields, optionalFields, pageSize, pageToken, sortBy } = config;
  const { searchTerm, where } = config;
  refuse({ searchTerm, where });
  const object = objectName(objectApiName);
  if (!object || !listViewApiName) return undefined;
  const query = asked({
    fields: qualifiedAll(fields).join(','),
    optionalFields: qualifiedAll(optionalFields).join(','),
    pageSize,
    pageToken,
    sortBy: [sortBy ?? []].flat().join(','),
  });
  return get(`/list-records/${object}/${listViewApiName}${query}`);
});

function refuse(parameters) {
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null) throw new Error(`${name} is not supported here`);
  }
}

function asked(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => ![undefined, null, ''].includes(value));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

function get(path) {
  return { key: path, load: () => uiApi('GET', path) };
}
