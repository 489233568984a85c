import type { Field, MetadataRecord, Schema, SObjectType, StoredRecord, StoredValue } from '../../entities.ts';
import { DeployError } from '../../schema/index.ts';
import { toStamp, type Writing } from '../change.ts';
import { coerceValue, isRecordError } from '../coerce/index.ts';
import type { DataParts } from '../save-record.ts';
import type { Components } from './components.ts';
import { componentId } from './row-writer.ts';

/**
 * Writes the records of custom metadata types as they stand in the source; what is no longer there goes.
 *
 * Throws DeployError for a record that its fields cannot hold or that breaks a validation rule of its type.
 * https://help.salesforce.com/s/articleView?id=platform.custommetadatatypes_field_validation.htm
 */
export function writeMetadataRecords(parts: DataParts, components: Components, writing: Writing): void {
  const { schema, store } = parts;
  const idOf = (object: string, name: string): string => componentId(components, schema, object, name);
  for (const object of schema.objects.values()) {
    if (object.kind !== 'customMetadata') continue;
    const records = schema.metadataRecords.filter((record) => record.object === object.name);
    const wanted = new Map(records.map((record) => [idOf(object.name, record.developerName), record]));
    for (const { Id } of store.all(object)) if (!wanted.has(String(Id))) store.remove(object, String(Id));
    for (const [id, record] of wanted) {
      const row = toRow(schema, object, record, idOf);
      checkRules(parts, object, record, { Id: id, ...row }, writing);
      if (store.find(object, id) === undefined) {
        store.insert(object, { Id: id, IsDeleted: 0, SystemModstamp: toStamp(writing.now), ...row });
      } else {
        store.update(object, id, row);
      }
    }
  }
}

function checkRules(
  { rules }: DataParts,
  object: SObjectType,
  { place }: MetadataRecord,
  row: StoredRecord,
  writing: Writing,
): void {
  const [broken] = rules.brokenRules({ object, before: undefined, after: row, given: new Set() }, writing);
  if (broken !== undefined) throw new DeployError(place, broken.message);
}

function toRow(
  schema: Schema,
  object: SObjectType,
  { place, developerName, label, values }: MetadataRecord,
  idOf: (object: string, name: string) => string,
): StoredRecord {
  const given = new Map(values.map(({ field, value }) => [field, value]));
  const row: StoredRecord = {
    DeveloperName: developerName,
    MasterLabel: label,
    Label: label,
    Language: 'en_US',
    NamespacePrefix: null,
    QualifiedApiName: developerName,
  };
  for (const field of object.fields.values()) {
    if (!field.custom || field.calculated) continue;
    const text = given.get(field.name) ?? field.picklist?.values.find(({ isDefault }) => isDefault)?.value ?? '';
    const value = toStored(schema, field, text, place, idOf);
    if (value === null && field.required) throw new DeployError(place, `Required field is missing: ${field.name}`);
    row[field.name] = value;
  }
  return row;
}

function toStored(
  schema: Schema,
  field: Field,
  text: string,
  place: string,
  idOf: (object: string, name: string) => string,
): StoredValue {
  if (field.type === 'boolean') return (text === '' ? field.defaultFormula : text) === 'true' ? 1 : 0;
  const [target] = field.reference?.to ?? [];
  if (target !== undefined && text !== '') {
    const isThere = schema.metadataRecords.some((one) => one.object === target && one.developerName === text);
    if (!isThere) throw new DeployError(place, `${field.name}: there is no record ${text} of ${target}`);
    return idOf(target, text);
  }
  const value = coerceValue(field, text);
  if (isRecordError(value)) throw new DeployError(place, value.message);
  const values = field.picklist?.values.map((one) => one.value) ?? [];
  if (field.picklist?.restricted === true && typeof value === 'string' && !values.includes(value)) {
    throw new DeployError(place, `${field.label}: bad value for restricted picklist field: ${value}`);
  }
  return value;
}
