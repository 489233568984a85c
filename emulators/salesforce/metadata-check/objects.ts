import { basename, dirname } from 'node:path';
import type { MetadataFile } from './project.ts';
import type { StandardObject } from './standard-objects.ts';
import { childOf, childrenOf, textOf, type XmlElement } from './xml.ts';

export interface FieldModel {
  name: string;
  /** As in the metadata, `Lookup`; `standard` for a field that Salesforce brings along. */
  type: string;
  /** Field-level security has no say: required, master-detail, or set by the platform. */
  alwaysVisible: boolean;
  /** Set by a formula, a summary or a counter. */
  readOnly: boolean;
  /** The object that it looks up. */
  referenceTo?: string;
  /** Values of a picklist that is defined here. */
  picklistValues?: string[];
}

export interface ObjectModel {
  name: string;
  custom: boolean;
  /** As in the metadata; absent for a standard object. */
  sharingModel?: string;
  fields: Map<string, FieldModel>;
  /** Name of a way up, `Opportunity__r` → the object there. */
  parents: Map<string, string>;
}

/** Fields that every custom object has. */
const SYSTEM_FIELDS = ['Id', 'Name', 'IsDeleted', 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'];
const MORE_SYSTEM_FIELDS = ['SystemModstamp', 'LastViewedDate', 'LastReferencedDate', 'LastActivityDate', 'OwnerId'];
const SYSTEM_PARENTS = { CreatedBy: 'User', LastModifiedBy: 'User', Owner: 'User' };

/** The objects of the project and of Salesforce, with the fields that the project adds. */
export function createObjects(files: MetadataFile[], standard: Map<string, StandardObject>): Map<string, ObjectModel> {
  const objects = new Map<string, ObjectModel>();
  for (const [name, { fields, parents }] of standard) {
    const models = [...fields].map(([field, { required }]) => [field, standardField(field, required)] as const);
    objects.set(name, { name, custom: false, fields: new Map(models), parents: new Map(parents) });
  }
  for (const { name, root } of files.filter((file) => file.root.name === 'CustomObject')) {
    const known = objects.get(name);
    const object = known ?? createCustomObject(name);
    const sharingModel = textOf(root, 'sharingModel');
    objects.set(name, sharingModel === undefined ? object : { ...object, sharingModel });
  }
  for (const { name, sharingModel } of [...objects.values()]) {
    if (sharingModel === 'Private' || sharingModel === 'Read') addShareObject(objects, name);
  }
  for (const { path, name, root } of files.filter((file) => file.root.name === 'CustomField')) {
    const object = objects.get(basename(dirname(dirname(path))));
    const field = toField(name, root);
    object?.fields.set(name, field);
    for (const part of field.type === 'Location' ? ['Latitude', 'Longitude'] : []) {
      const partName = name.replace(/__c$/, `__${part}__s`);
      object?.fields.set(partName, { ...field, name: partName, alwaysVisible: true });
    }
    if (field.referenceTo !== undefined) {
      object?.parents.set(name.replace(/__c$/, '__r'), field.referenceTo);
    }
  }
  return objects;
}

/** The field at the end of a path such as `['Opportunity__r', 'AccountId']`. */
export function findField(objects: Map<string, ObjectModel>, object: string, path: string[]): FieldModel | undefined {
  const [first = '', ...rest] = path;
  const model = objects.get(object);
  if (rest.length === 0) {
    return model?.fields.get(first);
  }
  const parent = model?.parents.get(first);
  return parent === undefined ? undefined : findField(objects, parent, rest);
}

/** `Request__Share`, whose records open one request each. */
function addShareObject(objects: Map<string, ObjectModel>, shared: string): void {
  if (!shared.endsWith('__c')) return;
  const name = shared.replace(/__c$/, '__Share');
  const fields = ['Id', 'ParentId', 'UserOrGroupId', 'AccessLevel', 'RowCause'];
  const models = fields.map((field) => [field, standardField(field, true)] as const);
  objects.set(name, { name, custom: false, fields: new Map(models), parents: new Map([['Parent', shared]]) });
}

function createCustomObject(name: string): ObjectModel {
  const fields = [...SYSTEM_FIELDS, ...MORE_SYSTEM_FIELDS].map((field) => [field, standardField(field, true)] as const);
  return { name, custom: true, fields: new Map(fields), parents: new Map(Object.entries(SYSTEM_PARENTS)) };
}

function standardField(name: string, required: boolean): FieldModel {
  return { name, type: 'standard', alwaysVisible: required, readOnly: false };
}

function toField(name: string, root: XmlElement): FieldModel {
  const type = textOf(root, 'type') ?? '';
  const referenceTo = type === 'Hierarchy' ? 'User' : textOf(root, 'referenceTo');
  const definition = childOf(childOf(root, 'valueSet') ?? root, 'valueSetDefinition');
  const values = definition && childrenOf(definition, 'value').map((value) => textOf(value, 'fullName') ?? '');
  return {
    name,
    type,
    alwaysVisible: type === 'MasterDetail' || textOf(root, 'required') === 'true',
    readOnly: ['AutoNumber', 'Summary'].includes(type) || childOf(root, 'formula') !== undefined,
    ...(referenceTo !== undefined && { referenceTo }),
    ...(values && { picklistValues: values }),
  };
}
