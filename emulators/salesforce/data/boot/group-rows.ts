import { DeployError } from '../../schema/index.ts';
import type { PublicGroup, SObjectType, StoredRecord } from '../../entities.ts';
import type { DataParts } from '../save-record.ts';
import type { Save } from './save-one.ts';

/** Gives deployed queues their objects and members, of which the users have to be there. Throws DeployError. */
export function fillGroups(parts: DataParts, groups: PublicGroup[], idOf: (name: string) => string, save: Save): void {
  for (const { name, objects, members } of groups) {
    const GroupId = idOf(name);
    for (const SobjectType of objects) {
      save({ kind: 'insert', object: 'QueueSobject', values: { QueueId: GroupId, SobjectType } });
    }
    const users = members.usernames.map((username) => userIdOf(parts, name, username));
    for (const UserOrGroupId of [...users, ...members.groups.map(idOf)]) {
      save({ kind: 'insert', object: 'GroupMember', values: { GroupId, UserOrGroupId } });
    }
  }
}

function userIdOf({ schema, store }: DataParts, queue: string, username: string): string {
  const user: SObjectType | undefined = schema.findObject('User');
  const [found]: StoredRecord[] = user === undefined ? [] : store.findBy(user, 'Username', username);
  if (found === undefined) {
    throw new DeployError(`Queue#${queue}`, `In field: queueMembers - no User named ${username} found`);
  }
  return String(found['Id']);
}
