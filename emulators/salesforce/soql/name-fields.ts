import type { Field, SObjectType } from '../entities.ts';

/**
 * What can be read through a lookup that may lead to several objects: the fields of `Name`. See
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_name.htm
 */
const NAME_FIELDS = new Set([
  'alias',
  'email',
  'firstname',
  'id',
  'isactive',
  'lastname',
  'lastreferenceddate',
  'lastvieweddate',
  'middlename',
  'name',
  'phone',
  'profileid',
  'recordtypeid',
  'suffix',
  'title',
  'username',
  'userroleid',
]);

export function isNameField(name: string): boolean {
  return NAME_FIELDS.has(name.toLowerCase());
}

/** `Owner.Type`: which object the record is of; a group that owns records is a `Queue`. */
export function typeOfRecord(tables: { object: SObjectType; alias: string }[]): { field: Field; sql: string } {
  const cases = tables.map(({ object, alias }) => {
    const name = object.name === 'Group' ? 'Queue' : object.name;
    return `WHEN ${alias}."Id" IS NOT NULL THEN '${name}'`;
  });
  return { field: TYPE, sql: `(CASE ${cases.join(' ')} END) COLLATE NOCASE` };
}

const TYPE: Field = {
  name: 'Type',
  label: 'Type',
  type: 'picklist',
  length: 40,
  precision: 0,
  scale: 0,
  custom: false,
  nillable: true,
  required: false,
  unique: false,
  caseSensitive: false,
  externalId: false,
  createable: false,
  updateable: false,
  alwaysVisible: true,
  calculated: false,
};
