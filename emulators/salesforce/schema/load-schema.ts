import type { Field, Schema, SObjectType } from '../entities.ts';
import { createSchema } from './create-schema.ts';
import { CustomField, toCustomField, type GlobalValueSets } from './custom-field.ts';
import { createCustomObject, CustomObject, RecordTypeSource, toNameField } from './custom-object.ts';
import { DeployError } from './errors.ts';
import { parseComponent, readComponent, type MetadataFile } from './metadata-file.ts';
import { STANDARD_STAGES, toStages, type OpportunityStage } from './opportunity-stages.ts';
import { readPermissionSet } from './permission-set.ts';
import { listMetadataFiles } from './source-project.ts';
import {
  auditFields,
  createStandardObjects,
  idField,
  isDeletedField,
  ownerField,
  recordTypeField,
  viewedFields,
} from './standard/index.ts';
import { toValidationRule, ValidationRuleSource } from './validation-rule.ts';
import { readGlobalValueSet, readStandardValueSet, toPicklistValue } from './value-sets.ts';

/** What the org hands out to new components and must remember: prefixes and ids. */
export interface Numbering {
  keyPrefixOf(object: string): string;
  recordTypeIdOf(object: string, developerName: string): string;
}

export interface LoadedSource {
  schema: Schema;
  stages: OpportunityStage[];
}

/** Reads a source project into a schema over the standard objects. Throws DeployError, which names the component. */
export function loadSchema(source: string, numbering: Numbering): LoadedSource {
  const files = listMetadataFiles(source);
  const ofKind = (kind: string): MetadataFile[] => files.filter((file) => file.kind === kind);
  const globals: GlobalValueSets = new Map(
    ofKind('globalValueSet').map((file) => [file.name, readGlobalValueSet(file)]),
  );
  const objects = new Map(createStandardObjects().map((object) => [object.name, object]));
  const objectOf = (file: MetadataFile): SObjectType => {
    const object = objects.get(file.object);
    if (object === undefined) throw new DeployError(file.path, `no CustomObject named ${file.object} found`);
    return object;
  };

  const withTab = new Set(ofKind('tab').map(({ name }) => name));
  const sources = ofKind('object').map((file) => ({ file, source: readComponent(file, 'CustomObject', CustomObject) }));
  for (const { file, source: parsed } of sources) {
    if (objects.has(file.name)) continue;
    const object = createCustomObject(file.path, file.name, parsed, numbering.keyPrefixOf(file.name));
    if (parsed.nameField !== undefined) add(object, toNameField(file.path, parsed.nameField));
    objects.set(file.name, object);
  }
  const fields = ofKind('field').map((file) => ({ file, source: readComponent(file, 'CustomField', CustomField) }));
  const inline = sources.flatMap(({ file, source: parsed }) =>
    parsed.fields.map((field) => ({ file: { ...file, name: field.fullName ?? '' }, source: field })),
  );
  for (const { file, source: field } of [...inline, ...fields]) addField(objectOf(file), file, field, globals);
  for (const object of objects.values()) if (object.custom) addSystemFields(object, withTab.has(object.name));

  for (const file of ofKind('validationRule')) {
    const rule = readComponent(file, 'ValidationRule', ValidationRuleSource);
    objectOf(file).validationRules.push(toValidationRule(file.name, rule));
  }
  for (const file of ofKind('recordType')) {
    addRecordType(objectOf(file), file.name, readComponent(file, 'RecordType', RecordTypeSource), numbering);
  }
  for (const { file, source: parsed } of sources) {
    for (const element of parsed.validationRules) {
      const rule = parseComponent(file.path, 'ValidationRule', ValidationRuleSource, element);
      objectOf(file).validationRules.push(toValidationRule(rule.fullName ?? '', rule));
    }
    for (const element of parsed.recordTypes) {
      const recordType = parseComponent(file.path, 'RecordType', RecordTypeSource, element);
      addRecordType(objectOf(file), recordType.fullName ?? '', recordType, numbering);
    }
  }
  const stages = loadStages(ofKind('standardValueSet'), objects);

  const schema = createSchema([...objects.values()]);
  checkReferences(schema);
  for (const file of ofKind('permissionset')) schema.permissionSets.set(file.name, readPermissionSet(file, schema));
  return { schema, stages };
}

function add(object: SObjectType, field: Field): void {
  object.fields.set(field.name, field);
}

function addField(object: SObjectType, file: MetadataFile, source: CustomField, globals: GlobalValueSets): void {
  if (file.name.endsWith('__c')) {
    add(object, toCustomField(file.path, file.name, source, globals));
    return;
  }
  const standard = object.fields.get(file.name);
  if (standard === undefined) throw new DeployError(file.path, `Field ${object.name}.${file.name} does not exist`);
  if (source.valueSet !== undefined)
    throw new DeployError(file.path, 'a value set on a standard field is not supported yet');
  if (source.inlineHelpText !== undefined) standard.inlineHelpText = source.inlineHelpText;
  if (source.description !== undefined) standard.description = source.description;
}

/** Puts the platform's own fields around the deployed ones. A detail record has no owner of its own. */
function addSystemFields(object: SObjectType, hasTab: boolean): void {
  const deployed = [...object.fields.values()];
  const isDetail = deployed.some(({ reference }) => reference?.kind === 'masterDetail');
  const [nameField, ...others] = deployed;
  object.fields.clear();
  add(object, idField('Record ID'));
  if (!isDetail) add(object, ownerField(['User', 'Group']));
  add(object, isDeletedField());
  if (nameField !== undefined) add(object, nameField);
  for (const field of auditFields()) add(object, field);
  if (hasTab) for (const field of viewedFields()) add(object, field);
  for (const field of others) add(object, field);
}

function addRecordType(
  object: SObjectType,
  developerName: string,
  source: { active: boolean; label: string },
  numbering: Numbering,
): void {
  if (!object.fields.has('RecordTypeId')) add(object, recordTypeField());
  object.recordTypes.push({
    id: numbering.recordTypeIdOf(object.name, developerName),
    developerName,
    label: source.label,
    active: source.active,
    isDefault: false,
  });
}

function loadStages(files: MetadataFile[], objects: Map<string, SObjectType>): OpportunityStage[] {
  let stages = STANDARD_STAGES;
  for (const file of files) {
    if (file.name !== 'OpportunityStage') throw new DeployError(file.path, `${file.name} is not supported yet`);
    const values = readStandardValueSet(file);
    stages = toStages(values);
    const picklist = objects.get('Opportunity')?.fields.get('StageName')?.picklist;
    if (picklist !== undefined) picklist.values = values.map(toPicklistValue);
  }
  return stages;
}

function checkReferences(schema: Schema): void {
  for (const object of schema.objects.values()) {
    for (const field of object.fields.values()) {
      const missing = field.reference?.to.find((name) => schema.findObject(name) === undefined);
      if (missing !== undefined)
        throw new DeployError(
          `${object.name}.${field.name}`,
          `referenceTo value of '${missing}' does not resolve to a valid sObject type`,
        );
    }
  }
}
