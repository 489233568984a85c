import { createRecord } from 'lightning/uiRecordApi';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import REQUEST_NAME from '@salesforce/schema/Implementation_Request__c.Name';
import REQUEST_LINK from '@salesforce/schema/Request_Link__c';
import LINK_REQUEST from '@salesforce/schema/Request_Link__c.Implementation_Request__c';
import TITLE from '@salesforce/schema/Request_Link__c.Title__c';
import TYPE from '@salesforce/schema/Request_Link__c.Type__c';
import URL from '@salesforce/schema/Request_Link__c.Url__c';
import { isDuplicateValue } from 'c/ldsUtils';
import { isBlank } from 'c/questions';

/**
 * Creates the request; blank fields are left to their defaults. When somebody files the same at the same moment, it asks
 * once more: by then the org finds that request, and names it as it always does.
 *
 * @param {import('c/questions').Values} fields by API name
 * @returns {Promise<{ id: string, number: string, record: RecordRepresentation }>} `number` is empty when the platform
 *   does not tell it
 */
export async function saveRequest(fields) {
  const input = { apiName: IMPLEMENTATION_REQUEST.objectApiName, fields: filled(fields) };
  let record;
  try {
    record = await createRecord(input);
  } catch (error) {
    if (!isDuplicateValue(/** @type {LdsError} */ (error))) {
      throw error;
    }
    record = await createRecord(input);
  }
  return { id: record.id, number: String(record.fields[REQUEST_NAME.fieldApiName]?.value ?? ''), record };
}

/**
 * Creates the links of a request one after the other, and goes on after one that is refused.
 *
 * @param {string} requestId
 * @param {{ key: number, url: string, title: string, type: string }[]} links
 */
export async function saveLinks(requestId, links) {
  /** @type {number[]} */
  const saved = [];
  /** @type {{ key: number, error: unknown }[]} */
  const refused = [];
  for (const { key, url, title, type } of links) {
    const fields = {
      [LINK_REQUEST.fieldApiName]: requestId,
      [URL.fieldApiName]: url,
      [TITLE.fieldApiName]: title,
      [TYPE.fieldApiName]: type,
    };
    try {
      // One at a time: the numbers of the links follow the order in which they were entered.
      // eslint-disable-next-line no-await-in-loop
      await createRecord({ apiName: REQUEST_LINK.objectApiName, fields: filled(fields) });
      saved.push(key);
    } catch (error) {
      refused.push({ key, error });
    }
  }
  return { saved, refused };
}

/** @param {import('c/questions').Values} fields */
function filled(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isBlank(value)));
}
