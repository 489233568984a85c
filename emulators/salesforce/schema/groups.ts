import { z } from 'zod';
import type { PublicGroup, Schema } from '../entities.ts';
import { DeployError } from './errors.ts';
import type { Draft } from './load-schema.ts';
import { inert, readComponent, xmlList, type MetadataFile } from './metadata-file.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_group.htm; its members are no metadata. */
const GroupSource = z.strictObject({ name: z.string(), ...inert('fullName', 'description', 'doesIncludeBosses') });

const roles = z.never('is not supported yet: this org has no roles').optional();

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_queue.htm */
const QueueSource = z.strictObject({
  name: z.string(),
  email: z.string().optional(),
  queueSobject: xmlList(z.strictObject({ sobjectType: z.string() })),
  queueMembers: z
    .strictObject({
      users: z.strictObject({ user: xmlList(z.string()) }).optional(),
      publicGroups: z.strictObject({ publicGroup: xmlList(z.string()) }).optional(),
      roles,
      roleAndSubordinates: roles,
      roleAndSubordinatesInternal: roles,
    })
    .optional(),
  queueRoutingConfig: z.never('is not supported yet').optional(),
  ...inert('fullName', 'description', 'doesSendEmailToMembers'),
});

/** Adds public groups and queues. Throws DeployError. */
export function addGroups(schema: Schema, { filesOf }: Draft): void {
  for (const file of filesOf('group')) {
    const { name } = readComponent(file, 'Group', GroupSource);
    const nobody = { usernames: [], groups: [] };
    add(schema, { name: file.name, label: name, kind: 'Regular', email: null, objects: [], members: nobody });
  }
  for (const file of filesOf('queue')) add(schema, toQueue(file, schema));
}

function add({ groups }: Schema, group: PublicGroup): void {
  groups.set(group.name, group);
}

function toQueue(file: MetadataFile, schema: Schema): PublicGroup {
  const { name, email, queueSobject, queueMembers } = readComponent(file, 'Queue', QueueSource);
  const objects = queueSobject.map(({ sobjectType }) => sobjectType);
  for (const object of objects) {
    const owner = schema.findObject(object)?.fields.get('OwnerId');
    if (owner === undefined) throw new DeployError(file.path, `no CustomObject named ${object} found that has owners`);
    if (owner.reference?.to.includes('Group') === true) continue;
    throw new DeployError(file.path, `Invalid queueSobject: records of ${object} have no queues for owners`);
  }
  const groups = queueMembers?.publicGroups?.publicGroup ?? [];
  const missing = groups.find((group) => schema.groups.get(group)?.kind !== 'Regular');
  if (missing !== undefined) throw new DeployError(file.path, `no Group named ${missing} found`);
  const members = { usernames: queueMembers?.users?.user ?? [], groups };
  return { name: file.name, label: name, kind: 'Queue', email: email ?? null, objects, members };
}
