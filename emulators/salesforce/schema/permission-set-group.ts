import { z } from 'zod';
import type { PermissionSetGroup, Schema } from '../entities.ts';
import { DeployError } from './errors.ts';
import type { Draft } from './load-schema.ts';
import { inert, readComponent, xmlBoolean, xmlList } from './metadata-file.ts';
import { readPermissionSet } from './permission-set.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionsetgroup.htm */
const PermissionSetGroupSource = z.strictObject({
  label: z.string(),
  description: z.string().optional(),
  permissionSets: xmlList(z.string()),
  mutingPermissionSets: xmlList(z.string()),
  hasActivationRequired: xmlBoolean
    .refine((required) => !required, 'permissions that a session has to activate are not supported yet')
    .optional(),
  ...inert('fullName', 'status'),
});

/** Adds permission sets, those that mute, and the groups of both. Throws DeployError. */
export function addPermissionSets(schema: Schema, { filesOf }: Draft): void {
  for (const file of filesOf('permissionset')) schema.permissionSets.set(file.name, readPermissionSet(file, schema));
  for (const file of filesOf('mutingpermissionset')) {
    schema.mutingPermissionSets.set(file.name, readPermissionSet(file, schema, 'MutingPermissionSet'));
  }
  for (const file of filesOf('permissionsetgroup')) {
    const { label, description, permissionSets, mutingPermissionSets } = readComponent(
      file,
      'PermissionSetGroup',
      PermissionSetGroupSource,
    );
    const group: PermissionSetGroup = {
      name: file.name,
      label,
      description: description ?? null,
      permissionSets,
      mutingPermissionSets,
    };
    expectAll(file.path, 'PermissionSet', permissionSets, schema.permissionSets);
    expectAll(file.path, 'MutingPermissionSet', mutingPermissionSets, schema.mutingPermissionSets);
    schema.permissionSetGroups.set(file.name, group);
  }
}

function expectAll(place: string, type: string, names: string[], known: ReadonlyMap<string, unknown>): void {
  const missing = names.find((name) => !known.has(name));
  if (missing !== undefined) throw new DeployError(place, `no ${type} named ${missing} found`);
}
