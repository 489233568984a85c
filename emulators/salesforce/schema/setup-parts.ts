import { z } from 'zod';
import type { MetadataRecord, Schema } from '../entities.ts';
import { DeployError } from './errors.ts';
import type { Draft } from './load-schema.ts';
import { inert, readComponent, xmlBoolean, xmlList, type MetadataFile } from './metadata-file.ts';

const CustomLabels = z.strictObject({
  labels: xmlList(
    z.strictObject({
      fullName: z.string(),
      value: z.string(),
      ...inert('categories', 'language', 'protected', 'shortDescription'),
    }),
  ),
});

const CustomPermission = z.strictObject({
  label: z.string(),
  ...inert('connectedApp', 'description', 'fullName', 'isLicensed', 'requiredPermission'),
});

const CustomMetadata = z.strictObject({
  label: z.string(),
  protected: xmlBoolean.optional(),
  values: xmlList(z.strictObject({ field: z.string(), value: z.string().default('') })),
  ...inert('description'),
});

/** Adds what formulas and flows read besides records: labels, custom permissions and custom metadata. */
export function addSetupParts(schema: Schema, { filesOf }: Draft): void {
  for (const file of filesOf('labels')) {
    for (const { fullName, value } of readComponent(file, 'CustomLabels', CustomLabels).labels) {
      schema.labels.set(fullName, value);
    }
  }
  for (const file of filesOf('customPermission')) {
    readComponent(file, 'CustomPermission', CustomPermission);
    schema.customPermissions.add(file.name);
  }
  schema.metadataRecords.push(...filesOf('md').map((file) => toMetadataRecord(file, schema)));
}

/** `Region.North.md-meta.xml` → the record North of Region__mdt. */
function toMetadataRecord(file: MetadataFile, schema: Schema): MetadataRecord {
  const source = readComponent(file, 'CustomMetadata', CustomMetadata);
  const [type = '', developerName = ''] = file.name.split('.');
  const object = schema.findObject(`${type}__mdt`);
  if (object === undefined) throw new DeployError(file.path, `no CustomObject named ${type}__mdt found`);
  for (const { field } of source.values) {
    if (object.fields.has(field)) continue;
    throw new DeployError(file.path, `no CustomField named ${object.name}.${field} found`);
  }
  return { place: file.path, object: object.name, developerName, label: source.label, values: source.values };
}
