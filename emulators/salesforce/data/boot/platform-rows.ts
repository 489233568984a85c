import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { PermissionSetGroup, PublicGroup, Schema, StoredRecord } from '../../entities.ts';
import type { NotificationType } from '../../schema/index.ts';
import { toStamp } from '../change.ts';
import { createId } from '../ids.ts';
import type { RecordStore } from '../record-store.ts';
import type { Components } from './components.ts';

/** February; 1 is January. */
export const FISCAL_YEAR_START_MONTH = 2;

const PROFILES = ['System Administrator', 'Standard User', 'Minimum Access - API Only Integrations'];

/** Ids of deployed groups begin here, away from those that the API hands out. */
const FIRST_DEPLOYED_GROUP = 62 ** 5;

interface Deployed {
  schema: Schema;
  notificationTypes: NotificationType[];
}

interface PlatformRowsOptions extends Deployed {
  store: RecordStore;
  components: Components;
  /** The first administrator. */
  adminId: string;
  now: Date;
}

/** The id of a profile, a permission set or the like, the same on every boot. */
export function componentId(components: Components, schema: Schema, object: string, name: string): string {
  const keyPrefix = schema.findObject(object)?.keyPrefix ?? '';
  const first = object === 'Group' ? FIRST_DEPLOYED_GROUP : 1;
  return components.given(object, name, (number) => createId(keyPrefix, number + first));
}

/** Removes the rows of components that are no longer deployed, and who had them. Groups that change are written anew. */
export function dropPlatformRows(
  database: DatabaseSync,
  before: Schema,
  { schema, notificationTypes }: Deployed,
): void {
  const assignable = (of: Schema): string[] => [...of.permissionSets.keys(), ...of.permissionSetGroups.keys()];
  const kept = new Set(assignable(schema));
  for (const name of assignable(before)) {
    if (kept.has(name)) continue;
    const those = `SELECT Id FROM "PermissionSet" WHERE Name = ?`;
    database.prepare(`DELETE FROM "PermissionSetAssignment" WHERE PermissionSetId IN (${those})`).run(name);
    database.prepare('DELETE FROM "PermissionSet" WHERE Name = ?').run(name);
    database.prepare('DELETE FROM "PermissionSetGroup" WHERE DeveloperName = ?').run(name);
  }
  for (const [name, group] of before.groups) {
    if (isDeepStrictEqual(group, schema.groups.get(name))) continue;
    const those = `SELECT Id FROM "Group" WHERE DeveloperName = ?`;
    database.prepare(`DELETE FROM "GroupMember" WHERE GroupId IN (${those})`).run(name);
    database.prepare(`DELETE FROM "QueueSobject" WHERE QueueId IN (${those})`).run(name);
    database.prepare(`DELETE FROM "Group" WHERE DeveloperName = ?`).run(name);
  }
  const types = new Set(notificationTypes.map(({ developerName }) => developerName));
  for (const { DeveloperName: name } of database.prepare('SELECT DeveloperName FROM "CustomNotificationType"').all()) {
    if (types.has(String(name))) continue;
    database.prepare('DELETE FROM "CustomNotificationType" WHERE DeveloperName = ?').run(String(name));
  }
  for (const object of before.objects.values()) {
    const there = new Set(schema.objects.get(object.name)?.recordTypes.map(({ id }) => id));
    for (const { id } of object.recordTypes) {
      if (!there.has(id)) database.prepare('DELETE FROM "RecordType" WHERE Id = ?').run(id);
    }
  }
}

/** Writes the rows that stand for the org and its deployed components; answers the org's id, and the groups that are new. */
export function writePlatformRows(options: PlatformRowsOptions): { orgId: string; newGroups: PublicGroup[] } {
  const { schema, store, components, notificationTypes, adminId, now } = options;
  const stamp = toStamp(now);
  const audit = {
    CreatedDate: stamp,
    CreatedById: adminId,
    LastModifiedDate: stamp,
    LastModifiedById: adminId,
    SystemModstamp: stamp,
  };
  const put = (objectName: string, name: string, values: StoredRecord): string => {
    const object = schema.findObject(objectName);
    const id = componentId(components, schema, objectName, name);
    if (object !== undefined && store.find(object, id) === undefined) {
      store.insert(object, { Id: id, IsDeleted: 0, ...audit, ...values });
    }
    return id;
  };

  /** A row that says of its component what the source says now. */
  const putCurrent = (objectName: string, name: string, values: StoredRecord): void => {
    const id = put(objectName, name, values);
    const object = schema.findObject(objectName);
    const row = object && store.find(object, id);
    if (object === undefined || row === undefined) return;
    const there = Object.entries(values).filter(([field]) => object.fields.has(field));
    if (there.every(([field, value]) => row[field] === value)) return;
    store.update(object, id, { ...Object.fromEntries(there), SystemModstamp: stamp });
  };

  const idOf = (objectName: string, name: string): string => componentId(components, schema, objectName, name);

  /** A group, the permission set that stands for it in assignments, and what it is made of. */
  const putPermissionSetGroup = ({ name, label, description, permissionSets }: PermissionSetGroup): void => {
    const DeveloperName = name;
    const facts = { Language: 'en_US', Status: 'Updated', HasActivationRequired: 0 };
    putCurrent('PermissionSetGroup', name, { DeveloperName, MasterLabel: label, Description: description, ...facts });
    const PermissionSetGroupId = idOf('PermissionSetGroup', name);
    const stands = { Name: name, Label: label, IsOwnedByProfile: 0, IsCustom: 1, Type: 'Group', PermissionSetGroupId };
    putCurrent('PermissionSet', `group ${name}`, stands);
    const parts = schema.findObject('PermissionSetGroupComponent');
    const wanted = new Set(permissionSets.map((one) => idOf('PermissionSet', one)));
    for (const { Id, PermissionSetId } of parts === undefined
      ? []
      : store.findBy(parts, 'PermissionSetGroupId', PermissionSetGroupId)) {
      if (parts !== undefined && !wanted.has(String(PermissionSetId))) store.remove(parts, String(Id));
    }
    for (const PermissionSetId of wanted) {
      put('PermissionSetGroupComponent', `${name} ${PermissionSetId}`, { PermissionSetGroupId, PermissionSetId });
    }
  };

  for (const name of PROFILES) put('Profile', name, { Name: name, UserType: 'Standard' });
  for (const { name, label } of schema.permissionSets.values()) {
    const values = { Name: name, Label: label, IsOwnedByProfile: 0, IsCustom: 1, Type: 'Regular' };
    putCurrent('PermissionSet', name, values);
  }
  for (const group of schema.permissionSetGroups.values()) putPermissionSetGroup(group);
  const newGroups = [...schema.groups.values()].filter(({ name, label, kind, email }) => {
    const object = schema.findObject('Group');
    const isNew = object === undefined || store.find(object, idOf('Group', name)) === undefined;
    const flags = { DoesSendEmailToMembers: 0, DoesIncludeBosses: 0 };
    put('Group', name, { Name: label, DeveloperName: name, Type: kind, Email: email, ...flags });
    return isNew;
  });
  for (const object of schema.objects.values()) {
    for (const { developerName, label, active } of object.recordTypes) {
      const values = { Name: label, DeveloperName: developerName, SobjectType: object.name, IsActive: active ? 1 : 0 };
      putCurrent('RecordType', `${object.name}.${developerName}`, values);
    }
  }
  for (const { developerName, name, label, description, desktop, mobile } of notificationTypes) {
    putCurrent('CustomNotificationType', developerName, {
      DeveloperName: developerName,
      CustomNotifTypeName: name,
      MasterLabel: label,
      Description: description,
      Desktop: desktop ? 1 : 0,
      Mobile: mobile ? 1 : 0,
    });
  }
  const orgId = put('Organization', 'Groundwork', {
    Name: 'Groundwork',
    DefaultLocaleSidKey: 'en_US',
    TimeZoneSidKey: 'GMT',
    LanguageLocaleKey: 'en_US',
    FiscalYearStartMonth: FISCAL_YEAR_START_MONTH,
    UsesStartDateAsFiscalYearName: 0,
    OrganizationType: 'Enterprise Edition',
    InstanceName: 'GW1',
    IsSandbox: 0,
    IsReadOnly: 0,
  });
  return { orgId, newGroups };
}
