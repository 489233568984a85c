import { createAdapter } from 'lds/adapter';
import { qualifiedAll } from 'lds/fields';
import { uiApi } from 'lds/network';

export const getRelatedListRecords = createAdapter((config) => {
  const { parentRecordId, relatedListId, fields, optionalFields, where, sortBy, pageSize, pageToken } = config;
  if (!parentRecordId || !relatedListId || !fields) return undefined;
  const path = `/related-list-records/${parentRecordId}/${relatedListId}`;
  const body = {
    fields: qualifiedAll(fields),
    ...(optionalFields && { optionalFields: qualifiedAll(optionalFields) }),
    ...(where && { where }),
    ...(sortBy && { sortBy: [sortBy].flat() }),
    ...(pageSize && { pageSize }),
    ...(pageToken && { pageToken }),
  };
  return { key: `${path} ${JSON.stringify(body)}`, load: () => uiApi('POST', path, body) };
});
