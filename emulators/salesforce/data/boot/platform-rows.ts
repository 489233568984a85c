import type { DatabaseSync } from 'node:sqlite';
import type { Schema, StoredRecord } from '../../entities.ts';
import type { NotificationType } from '../../schema/index.ts';
import { toStamp } from '../change.ts';
import { createId } from '../ids.ts';
import type { RecordStore } from '../record-store.ts';
import type { Components } from './components.ts';

/** February; 1 is January. */
export const FISCAL_YEAR_START_MONTH = 2;

const PROFILES = ['System Administrator', 'Standard User', 'Minimum Access - API Only Integrations'];

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
  return components.given(object, name, (number) => createId(keyPrefix, number + 1));
}

/** Removes the rows of components that are no longer deployed, and who had them. */
export function dropPlatformRows(
  database: DatabaseSync,
  before: Schema,
  { schema, notificationTypes }: Deployed,
): void {
  for (const name of before.permissionSets.keys()) {
    if (schema.permissionSets.has(name)) continue;
    const those = `SELECT Id FROM "PermissionSet" WHERE Name = ?`;
    database.prepare(`DELETE FROM "PermissionSetAssignment" WHERE PermissionSetId IN (${those})`).run(name);
    database.prepare('DELETE FROM "PermissionSet" WHERE Name = ?').run(name);
  }
  const types = new Set(notificationTypes.map(({ developerName }) => developerName));
  for (const { DeveloperName: name } of database.prepare('SELECT DeveloperName FROM "CustomNotificationType"').all()) {
    if (types.has(String(name))) continue;
    database.prepare('DELETE FROM "CustomNotificationType" WHERE DeveloperName = ?').run(String(name));
  }
  for (const object of before.objects.values()) {
    const kept = new Set(schema.objects.get(object.name)?.recordTypes.map(({ id }) => id));
    for (const { id } of object.recordTypes) {
      if (!kept.has(id)) database.prepare('DELETE FROM "RecordType" WHERE Id = ?').run(id);
    }
  }
}

/** Writes the rows that stand for the org and its deployed components, and answers the id of the org. */
export function writePlatformRows(options: PlatformRowsOptions): string {
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

  for (const name of PROFILES) put('Profile', name, { Name: name, UserType: 'Standard' });
  for (const { name, label } of schema.permissionSets.values()) {
    putCurrent('PermissionSet', name, { Name: name, Label: label, IsOwnedByProfile: 0, IsCustom: 1 });
  }
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
  return put('Organization', 'Groundwork', {
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
}
