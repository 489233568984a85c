import type { Field, SObjectType } from '../entities.ts';
import { CustomField, toCustomField, type GlobalValueSets } from './custom-field.ts';
import { createCustomObject, CustomObject, toNameField } from './custom-object.ts';
import { DeployError } from './errors.ts';
import type { Draft } from './load-schema.ts';
import { withParts } from './location-field.ts';
import { readComponent, type MetadataFile } from './metadata-file.ts';
import { metadataFields, settingFields } from './setup-fields.ts';
import { auditFields, idField, isDeletedField, ownerField, viewedFields } from './standard/index.ts';
import { readGlobalValueSet } from './value-sets.ts';

/** An object's file, with the parts that may stand inside it. */
export interface ObjectSource {
  file: MetadataFile;
  source: CustomObject;
}

/** Reads every object file; custom objects are added with their name field only. */
export function addDeployedObjects({ filesOf, objects, numbering }: Draft): ObjectSource[] {
  const sources = filesOf('object').map((file) => ({
    file,
    source: readComponent(file, 'CustomObject', CustomObject),
  }));
  for (const { file, source } of sources) {
    const standard = objects.get(file.name);
    if (standard !== undefined) {
      standard.sharingModel = source.sharingModel ?? standard.sharingModel;
      continue;
    }
    const object = createCustomObject(file.path, file.name, source, numbering.keyPrefixOf(file.name));
    if (source.nameField !== undefined && object.kind === undefined)
      add(object, toNameField(file.path, source.nameField));
    objects.set(file.name, object);
    for (const activity of source.enableActivities ? ['Task', 'Event'] : []) {
      objects.get(activity)?.fields.get('WhatId')?.reference?.to.push(file.name);
    }
  }
  return sources;
}

/** Adds the fields that stand inside object files, then those in files of their own. */
export function addDeployedFields(draft: Draft, sources: ObjectSource[]): void {
  const globals: GlobalValueSets = new Map(
    draft.filesOf('globalValueSet').map((file) => [file.name, readGlobalValueSet(file)]),
  );
  for (const { file, source } of sources) {
    for (const field of source.fields) {
      addField(objectOf(draft, file), { ...file, name: field.fullName ?? '' }, field, globals);
    }
  }
  for (const file of draft.filesOf('field')) {
    addField(objectOf(draft, file), file, readComponent(file, 'CustomField', CustomField), globals);
  }
}

/** The object in whose folder the file lies. Throws DeployError when there is none. */
export function objectOf({ objects }: Draft, file: MetadataFile): SObjectType {
  const object = objects.get(file.object);
  if (object === undefined) throw new DeployError(file.path, `no CustomObject named ${file.object} found`);
  return object;
}

function addField(object: SObjectType, file: MetadataFile, source: CustomField, globals: GlobalValueSets): void {
  if (file.name.endsWith('__c')) {
    if (source.type === 'Hierarchy' && object.name !== 'User') {
      throw new DeployError(file.path, `${file.name} cannot be a Hierarchy of ${object.name}: users alone have one`);
    }
    add(object, ...withParts(toCustomField(file.path, file.name, source, globals)));
    return;
  }
  const standard = object.fields.get(file.name);
  if (standard === undefined) throw new DeployError(file.path, `Field ${object.name}.${file.name} does not exist`);
  if (source.valueSet !== undefined) {
    throw new DeployError(file.path, 'a value set on a standard field is not supported yet');
  }
  if (source.trackHistory) standard.tracked = true;
  if (source.inlineHelpText !== undefined) standard.inlineHelpText = source.inlineHelpText;
  if (source.description !== undefined) standard.description = source.description;
}

/** Puts the platform's own fields around the deployed ones. A detail record has no owner of its own. */
export function addSystemFields({ filesOf, objects }: Draft): void {
  const withTab = new Set(filesOf('tab').map(({ name }) => name));
  for (const object of objects.values()) {
    if (!object.custom) continue;
    if (object.kind !== undefined) {
      const deployed = [...object.fields.values()];
      object.fields.clear();
      add(object, ...(object.kind === 'customMetadata' ? metadataFields() : settingFields(object.kind)), ...deployed);
      continue;
    }
    const [nameField, ...others] = object.fields.values();
    const isDetail = others.some(({ reference }) => reference?.kind === 'masterDetail');
    object.fields.clear();
    add(object, idField('Record ID'));
    if (!isDetail) add(object, ownerField(['User', 'Group']));
    add(object, isDeletedField());
    if (nameField !== undefined) add(object, nameField);
    add(object, ...auditFields());
    if (withTab.has(object.name)) add(object, ...viewedFields());
    add(object, ...others);
  }
}

function add(object: SObjectType, ...fields: Field[]): void {
  for (const field of fields) object.fields.set(field.name, field);
}
