import type { Field, FieldType, SObjectType } from '../../../../../emulators/salesforce/entities.ts';
import { createSchema } from '../../../../../emulators/salesforce/schema/index.ts';

type Extra = Partial<Field>;

function field(name: string, type: FieldType, extra: Extra = {}): Field {
  return {
    name,
    label: name,
    type,
    length: 255,
    precision: 18,
    scale: 2,
    custom: name.endsWith('__c'),
    nillable: true,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: true,
    updateable: true,
    alwaysVisible: true,
    calculated: false,
    ...extra,
  };
}

function lookup(name: string, relationshipName: string, ...to: string[]): Field {
  const reference = { to, relationshipName, childRelationshipName: null, kind: 'lookup', onDelete: 'SetNull' } as const;
  return field(name, 'reference', { reference });
}

function object(name: string, keyPrefix: string, ...fields: Field[]): SObjectType {
  const own = [field('Id', 'id', { createable: false, updateable: false }), field('Name', 'string'), ...fields];
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix,
    custom: name.endsWith('__c'),
    fields: new Map(own.map((one) => [one.name, one])),
    validationRules: [],
    recordTypes: [],
    sharingModel: 'ReadWrite',
  };
}

/** Requests for accounts, with notes on them. */
export const schema = createSchema([
  object('User', '005', field('Email', 'email'), lookup('ManagerId', 'Manager', 'User')),
  object('Group', '00G'),
  object('Account', '001', field('Rating', 'picklist'), lookup('OwnerId', 'Owner', 'User')),
  object(
    'Request__c',
    'a00',
    lookup('Account__c', 'Account__r', 'Account'),
    lookup('OwnerId', 'Owner', 'User', 'Group'),
    field('Status__c', 'picklist'),
    field('Amount__c', 'currency'),
    field('Share__c', 'percent'),
    field('Done__c', 'boolean', { nillable: false }),
    field('Due__c', 'date'),
    field('Starts__c', 'datetime'),
    field('Tags__c', 'multipicklist'),
    field('Plan__c', 'textarea', { length: 4000 }),
    field('Score__c', 'double', { createable: false, updateable: false, calculated: true }),
  ),
  object('Note__c', 'a01', lookup('Request__c', 'Request__r', 'Request__c'), field('Rank__c', 'double')),
]);
