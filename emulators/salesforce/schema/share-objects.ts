import type { SObjectType } from '../entities.ts';
import type { Draft } from './load-schema.ts';
import { auditFields, idField, isDeletedField, lookup, picklist } from './standard/index.ts';

/** Sharing models whose records may be opened to single users and groups. */
const SHARED_ONE_BY_ONE = ['Private', 'Read'];

/**
 * Adds the share object of each custom object, `Request__Share`, whose records open one record to one user or group.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_associated_objects_share.htm
 */
export function addShareObjects({ objects, numbering }: Draft): void {
  for (const object of [...objects.values()]) {
    const hasOwners = object.custom && object.kind === undefined && object.fields.has('OwnerId');
    if (!hasOwners || !SHARED_ONE_BY_ONE.includes(object.sharingModel)) continue;
    const name = shareNameOf(object);
    objects.set(name, createShareObject(name, object, numbering.keyPrefixOf(name)));
  }
}

/** `Request__c` → `Request__Share` */
export function shareNameOf({ name }: SObjectType): string {
  return name.replace(/__c$/, '__Share');
}

function createShareObject(name: string, object: SObjectType, keyPrefix: string): SObjectType {
  const label = `Share: ${object.label}`;
  const down = { up: 'Parent', down: 'Shares', onDelete: 'Cascade' as const };
  const parent = lookup('ParentId', 'Parent ID', [object.name], down, 'required', 'createOnly');
  const fields = [
    idField(`${label} ID`),
    { ...parent, ...(parent.reference && { reference: { ...parent.reference, kind: 'masterDetail' as const } }) },
    lookup(
      'UserOrGroupId',
      'User/Group ID',
      ['User', 'Group'],
      { up: 'UserOrGroup', onDelete: 'Cascade' },
      'required',
      'createOnly',
    ),
    picklist('AccessLevel', 'Access Level', 40, ['Read', 'Edit'], { restricted: true }, 'required'),
    picklist('RowCause', 'Row Cause', 40, ['Manual'], { default: 'Manual', restricted: true }, 'always', 'createOnly'),
    ...auditFields().filter(({ name: field }) => field.startsWith('LastModified') || field === 'SystemModstamp'),
    isDeletedField(),
  ];
  return {
    ...{ name, label, labelPlural: label, keyPrefix, custom: false, sharesOf: object.name },
    fields: new Map(fields.map((field) => [field.name, { ...field, alwaysVisible: true }])),
    ...{ validationRules: [], recordTypes: [], sharingModel: 'ControlledByParent' as const },
  };
}
