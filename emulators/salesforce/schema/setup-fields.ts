import type { Field, SObjectType } from '../entities.ts';
import { auditFields, createField, idField, isDeletedField } from './standard/index.ts';

function readOnlyText(name: string, label: string, length: number, nillable: boolean): Field {
  return createField({
    name,
    label,
    type: 'string',
    length,
    nillable,
    createable: false,
    updateable: false,
    alwaysVisible: true,
  });
}

/** What every record of a custom metadata type has: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_custommetadatatypes.htm */
export function metadataFields(): Field[] {
  const stamp = auditFields().filter(({ name }) => name === 'SystemModstamp');
  return [
    idField('Custom Metadata ID'),
    readOnlyText('DeveloperName', 'Custom Metadata Record Name', 40, false),
    readOnlyText('MasterLabel', 'Label', 40, false),
    readOnlyText('Language', 'Master Language', 40, false),
    readOnlyText('NamespacePrefix', 'Namespace Prefix', 15, true),
    readOnlyText('Label', 'Label', 40, true),
    readOnlyText('QualifiedApiName', 'Qualified API Name', 70, true),
    ...stamp,
  ];
}

/** What every record of a custom setting has. One of a hierarchy belongs to the org, a profile or a user, each of which has one. */
export function settingFields(kind: NonNullable<SObjectType['kind']>): Field[] {
  const isList = kind === 'listSetting';
  return [
    idField('Record ID'),
    isDeletedField(),
    createField({
      name: 'Name',
      label: 'Name',
      type: 'string',
      length: 38,
      nillable: !isList,
      required: isList,
      unique: isList,
      alwaysVisible: true,
    }),
    createField({
      name: 'SetupOwnerId',
      label: 'Location',
      type: 'reference',
      length: 18,
      nillable: isList,
      unique: !isList,
      updateable: false,
      alwaysVisible: true,
      reference: {
        to: ['Organization', 'Profile', 'User'],
        relationshipName: 'SetupOwner',
        childRelationshipName: null,
        kind: 'lookup',
        onDelete: 'Cascade',
      },
    }),
    ...auditFields(),
  ];
}
