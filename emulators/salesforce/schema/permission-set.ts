import { z } from 'zod';
import type { PermissionSet, Schema } from '../entities.ts';
import { DeployError } from './errors.ts';
import { inert, readComponent, xmlBoolean, xmlList, type MetadataFile } from './metadata-file.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm */
const PermissionSetSource = z.strictObject({
  fullName: z.string().optional(),
  label: z.string(),
  objectPermissions: xmlList(
    z.strictObject({
      object: z.string(),
      allowCreate: xmlBoolean.default(false),
      allowDelete: xmlBoolean.default(false),
      allowEdit: xmlBoolean.default(false),
      allowRead: xmlBoolean.default(false),
      modifyAllRecords: xmlBoolean.default(false),
      viewAllRecords: xmlBoolean.default(false),
      viewAllFields: z.literal('false', 'is not supported yet').optional(),
    }),
  ),
  fieldPermissions: xmlList(
    z.strictObject({ field: z.string(), editable: xmlBoolean, readable: xmlBoolean.default(false) }),
  ),
  customPermissions: xmlList(z.strictObject({ name: z.string(), enabled: xmlBoolean })),
  customMetadataTypeAccesses: xmlList(z.strictObject({ name: z.string(), enabled: xmlBoolean })),
  customSettingAccesses: xmlList(z.strictObject({ name: z.string(), enabled: xmlBoolean })),
  userPermissions: xmlList(z.strictObject({ name: z.string(), enabled: xmlBoolean })),
  ...inert('applicationVisibilities', 'description', 'hasActivationRequired', 'license', 'tabSettings'),
  ...inert('classAccesses', 'flowAccesses', 'pageAccesses', 'recordTypeVisibilities'),
});

/** Reads a permission set, or one that mutes, and holds it against the schema, as a deployment does. */
export function readPermissionSet(
  file: MetadataFile,
  schema: Schema,
  type: 'PermissionSet' | 'MutingPermissionSet' = 'PermissionSet',
): PermissionSet {
  const source = readComponent(file, type, PermissionSetSource);
  for (const { object } of source.objectPermissions) {
    if (schema.findObject(object) === undefined) {
      throw new DeployError(file.path, `In field: field - no CustomObject named ${object} found`);
    }
  }
  for (const { field } of source.fieldPermissions) checkFieldPermission(file, schema, field);
  return {
    name: file.name,
    label: source.label,
    objects: new Map(
      source.objectPermissions.map((granted) => [
        granted.object,
        {
          create: granted.allowCreate,
          read: granted.allowRead,
          edit: granted.allowEdit,
          delete: granted.allowDelete,
          viewAll: granted.viewAllRecords,
          modifyAll: granted.modifyAllRecords,
        },
      ]),
    ),
    fields: new Map(source.fieldPermissions.map(({ field, readable, editable }) => [field, { readable, editable }])),
    customPermissions: enabledNames(source.customPermissions),
    setupObjects: enabledNames([...source.customMetadataTypeAccesses, ...source.customSettingAccesses]),
    userPermissions: enabledNames(source.userPermissions),
  };
}

function checkFieldPermission(file: MetadataFile, schema: Schema, path: string): void {
  const [objectName = '', fieldName = ''] = path.split('.');
  const object = schema.findObject(objectName);
  const field = object && schema.findField(object, fieldName);
  if (field === undefined) throw new DeployError(file.path, `In field: field - no CustomField named ${path} found`);
  if (field.alwaysVisible) throw new DeployError(file.path, `You cannot deploy to a required field: ${path}`);
}

function enabledNames(permissions: { name: string; enabled: boolean }[]): string[] {
  return permissions.filter(({ enabled }) => enabled).map(({ name }) => name);
}
