import type { Field, SObjectType } from '../entities.ts';

const NAME_PARTS = new Set(['FirstName', 'LastName', 'Salutation', 'MiddleName', 'Suffix']);
const ADDRESS_PARTS = [
  'Street',
  'City',
  'State',
  'PostalCode',
  'Country',
  'StateCode',
  'CountryCode',
  'Latitude',
  'Longitude',
  'GeocodeAccuracy',
];

/** Whether people have this kind of record, who are named in parts. */
export function isOfPeople(object: SObjectType): boolean {
  return !object.custom && object.fields.has('FirstName') && object.fields.has('LastName');
}

/** Whether a field is a part of a person's name. */
export function isNamePart(object: SObjectType, field: Field): boolean {
  return isOfPeople(object) && NAME_PARTS.has(field.name);
}

/** The field that this one is a part of: `MailingCity` of `MailingAddress`, `FirstName` of `Name`, `Place__Latitude__s` of `Place__c`. */
export function compoundFieldOf(object: SObjectType, field: Field): string | null {
  if (field.partOf !== undefined) return field.partOf;
  if (isNamePart(object, field)) return 'Name';
  for (const whole of object.fields.values()) {
    if (whole.type !== 'address') continue;
    const prefix = whole.name.replace(/Address$/, '');
    if (ADDRESS_PARTS.some((part) => field.name === prefix + part)) return whole.name;
  }
  return null;
}
