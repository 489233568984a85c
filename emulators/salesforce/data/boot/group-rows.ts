import type { DatabaseSync } from 'node:sqlite';
import { DeployError } from '../../schema/index.ts';
import type { PublicGroup, Schema } from '../../entities.ts';
import type { DataParts } from '../save-record.ts';
import type { RowWriter } from './row-writer.ts';
import type { Save } from './save-one.ts';

/** Writes the rows of public groups and queues, and answers those that are new. */
export function writeGroups({ groups }: Schema, rows: RowWriter): PublicGroup[] {
  return [...groups.values()].filter(({ name, label, kind, email }) => {
    const flags = { DoesSendEmailToMembers: 0, DoesIncludeBosses: 0 };
    return rows.put('Group', name, { Name: label, DeveloperName: name, Type: kind, Email: email, ...flags });
  });
}

/** Gives new queues their objects and members, of which the users have to be there. Throws DeployError. */
export function fillGroups(parts: DataParts, groups: PublicGroup[], idOf: (name: string) => string, save: Save): void {
  for (const { name, objects, members } of groups) {
    const GroupId = idOf(name);
    for (const SobjectType of objects) {
      save({ kind: 'insert', object: 'QueueSobject', values: { QueueId: GroupId, SobjectType } });
    }
    const users = members.usernames.map((username) => userIdOf(parts, name, username));
    for (const UserOrGroupId of [...users, ...members.groups.map(idOf)]) join(parts, GroupId, UserOrGroupId, save);
  }
}

/** Puts somebody, or another group, into a group unless they are in it. */
export function join({ schema, store }: DataParts, GroupId: string, UserOrGroupId: string, save: Save): void {
  const object = schema.findObject('GroupMember');
  const members = object === undefined ? [] : store.findBy(object, 'GroupId', GroupId);
  if (members.some((member) => member['UserOrGroupId'] === UserOrGroupId)) return;
  save({ kind: 'insert', object: 'GroupMember', values: { GroupId, UserOrGroupId } });
}

function userIdOf({ schema, store }: DataParts, queue: string, username: string): string {
  const user = schema.findObject('User');
  const [found] = user === undefined ? [] : store.findBy(user, 'Username', username);
  if (found !== undefined) return String(found['Id']);
  throw new DeployError(`Queue#${queue}`, `In field: queueMembers - no User named ${username} found`);
}

/**
 * Removes the rows of groups that are no longer deployed or are now another, which are then written anew. Members stay
 * unless the group is gone or its file names others.
 */
export function dropGroups(database: DatabaseSync, before: Schema, after: Schema): void {
  for (const [name, group] of before.groups) {
    const next = after.groups.get(name);
    if (areSame(group, next)) continue;
    const those = `SELECT Id FROM "Group" WHERE DeveloperName = ?`;
    database.prepare(`DELETE FROM "QueueSobject" WHERE QueueId IN (${those})`).run(name);
    if (!areSame(group.members, next?.members)) {
      database.prepare(`DELETE FROM "GroupMember" WHERE GroupId IN (${those})`).run(name);
    }
    database.prepare(`DELETE FROM "Group" WHERE DeveloperName = ?`).run(name);
  }
}

/** By what they say: one that was kept and restored has other prototypes than one that was read. */
function areSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
