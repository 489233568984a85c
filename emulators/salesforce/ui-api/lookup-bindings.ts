import type { Schema, SObjectType, StoredRecord } from '../entities.ts';
import { invalidField } from '../errors.ts';
import { toId18 } from '../ids.ts';

/**
 * What `Account__c=001…,Kind__c=New` tells of the record that looks up. Throws INVALID_FIELD for no such field.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_lookup_object_get.htm
 */
export function sourceOf(schema: Schema, object: SObjectType, bindings: string): StoredRecord {
  const source: StoredRecord = {};
  for (const binding of bindings.split(',').filter((one) => one !== '')) {
    const [name = '', ...rest] = binding.split('=');
    const field = schema.findField(object, name.trim());
    if (field === undefined) throw invalidField(`No such column '${name}' on entity '${object.name}'`);
    const text = rest.join('=').trim();
    const isNumber = ['int', 'double', 'currency', 'percent'].includes(field.type);
    if (text === '') source[field.name] = null;
    else if (field.type === 'boolean') source[field.name] = text.toLowerCase() === 'true' ? 1 : 0;
    else if (isNumber) source[field.name] = Number(text);
    else source[field.name] = field.type === 'reference' ? (toId18(text) ?? text) : text;
  }
  return source;
}
