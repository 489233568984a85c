import { hash } from 'node:crypto';
import { createId } from '../data/index.ts';
import type { Field, SObjectType, StoredRecord } from '../entities.ts';
import type { Org } from '../org.ts';
import { parseXml } from '../xml.ts';
import { dataTypeOf } from './data-type.ts';

const FLOW = /(?:^|\/)flows\/([^/]+)\.flow-meta\.xml$/;

/** The records of the Tooling API that stand for the metadata which the org runs, by object. */
export function toolingRows(org: Org): Map<string, StoredRecord[]> {
  const objects = [...org.schema.objects.values()];
  const custom = objects.filter((object) => object.custom);
  const fields = objects.flatMap((object) => [...object.fields.values()].map((field) => ({ object, field })));
  const flows = [...org.source()].flatMap(([path, content]) => {
    const name = FLOW.exec(path)?.[1];
    return name === undefined ? [] : [toFlow(name, content)];
  });
  return new Map([
    ['EntityDefinition', objects.map(toEntity)],
    ['FieldDefinition', fields.map(({ object, field }) => toFieldDefinition(object, field))],
    ['CustomObject', custom.map((object) => ({ ...nameOf(object.name), Id: idOf('01I', object.name) }))],
    [
      'CustomField',
      fields.filter(({ field }) => field.custom).map(({ object, field }) => toCustomField(object, field)),
    ],
    ['ValidationRule', objects.flatMap(toValidationRules)],
    ['FlowDefinition', flows.map(({ definition }) => definition)],
    ['Flow', flows.map(({ version }) => version)],
  ]);
}

/** The id of a component, the same in every run: it follows from its name. */
function idOf(keyPrefix: string, name: string): string {
  return createId(keyPrefix, Number.parseInt(hash('sha1', `${keyPrefix}.${name}`).slice(0, 12), 16));
}

/** `Status__c` → `Status`, in no namespace. */
function nameOf(name: string): { DeveloperName: string; NamespacePrefix: null } {
  return { DeveloperName: name.replace(/__[a-z]+$/i, ''), NamespacePrefix: null };
}

function durableIdOf(object: SObjectType): string {
  return object.custom ? idOf('01I', object.name) : object.name;
}

function fieldIdOf(object: SObjectType, field: Field): string {
  return idOf('00N', `${object.name}.${field.name}`);
}

function toEntity(object: SObjectType): StoredRecord {
  return {
    Id: durableIdOf(object),
    DurableId: durableIdOf(object),
    QualifiedApiName: object.name,
    ...nameOf(object.name),
    MasterLabel: object.label,
    Label: object.label,
    PluralLabel: object.labelPlural,
    KeyPrefix: object.keyPrefix,
    InternalSharingModel: object.sharingModel,
    IsCustomSetting: object.kind === 'listSetting' || object.kind === 'hierarchySetting' ? 1 : 0,
  };
}

function toFieldDefinition(object: SObjectType, field: Field): StoredRecord {
  const id = `${durableIdOf(object)}.${field.custom ? fieldIdOf(object, field).slice(0, 15) : field.name}`;
  return {
    Id: id,
    DurableId: id,
    QualifiedApiName: field.name,
    ...nameOf(field.name),
    MasterLabel: field.label,
    Label: field.label,
    Description: field.description ?? null,
    DataType: dataTypeOf(field),
    ...sizesOf(field),
    IsCalculated: field.calculated ? 1 : 0,
    IsNillable: field.nillable ? 1 : 0,
    EntityDefinitionId: durableIdOf(object),
  };
}

function toCustomField(object: SObjectType, field: Field): StoredRecord {
  return {
    Id: fieldIdOf(object, field),
    ...nameOf(field.name),
    TableEnumOrId: durableIdOf(object),
    Description: field.description ?? null,
    InlineHelpText: field.inlineHelpText ?? null,
    ...sizesOf(field),
    EntityDefinitionId: durableIdOf(object),
  };
}

function sizesOf({ length, precision, scale }: Field): StoredRecord {
  return { Length: length, Precision: precision, Scale: scale };
}

function toValidationRules(object: SObjectType): StoredRecord[] {
  return object.validationRules.map((rule) => ({
    Id: idOf('03d', `${object.name}.${rule.name}`),
    ValidationName: rule.name,
    NamespacePrefix: null,
    ErrorDisplayField: rule.errorField ?? null,
    ErrorMessage: rule.message,
    Active: rule.active ? 1 : 0,
    EntityDefinitionId: durableIdOf(object),
  }));
}

/** The org keeps one version of a flow, the deployed one. */
function toFlow(name: string, content: Buffer): { definition: StoredRecord; version: StoredRecord } {
  const flow = parseXml(content)['Flow'] as Partial<Record<string, string>>;
  const [Id, versionId] = [idOf('300', name), idOf('301', name)];
  const MasterLabel = flow['label'] ?? name;
  const Description = flow['description'] ?? null;
  const Status = flow['status'] ?? 'Draft';
  return {
    definition: {
      Id,
      ...nameOf(name),
      MasterLabel,
      Description,
      ActiveVersionId: Status === 'Active' ? versionId : null,
      LatestVersionId: versionId,
    },
    version: {
      Id: versionId,
      MasterLabel,
      Description,
      ProcessType: flow['processType'] ?? null,
      Status,
      VersionNumber: 1,
      ApiVersion: flow['apiVersion'] === undefined ? null : Number(flow['apiVersion']),
      DefinitionId: Id,
    },
  };
}
