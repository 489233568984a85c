import type { Field, SObjectType } from '../entities.ts';
import { isOfPeople } from './compound.ts';
import { nameFieldOf } from './name-field.ts';

/**
 * Whether records may be found by a field in an upsert or a data load: the id, external ids, names of custom objects, and
 * those of standard objects of which describe says so.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_upsert.htm
 */
export function isIdLookup(object: SObjectType, field: Field): boolean {
  const isName = object.custom && nameFieldOf(object)?.name === field.name;
  const isPersonsEmail = isOfPeople(object) && field.name === 'Email';
  const isToldSo = field.describedAs?.['idLookup'] === true;
  return field.type === 'id' || field.externalId || isName || isPersonsEmail || isToldSo;
}
