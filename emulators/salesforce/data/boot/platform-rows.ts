import type { DatabaseSync } from 'node:sqlite';
import { PROFILES, type PublicGroup, type Schema } from '../../entities.ts';
import type { NotificationType } from '../../schema/index.ts';
import type { RecordStore } from '../record-store.ts';
import type { Components } from './components.ts';
import { dropGroups, writeGroups } from './group-rows.ts';
import { dropPermissionSets, writePermissionSets } from './permission-set-rows.ts';
import { RowWriter } from './row-writer.ts';

/** February; 1 is January. */
const FISCAL_YEAR_START_MONTH = 2;

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

/** Removes the rows of components that are no longer deployed, and who had them. Groups that change are written anew. */
export function dropPlatformRows(
  database: DatabaseSync,
  before: Schema,
  { schema, notificationTypes }: Deployed,
): void {
  dropPermissionSets(database, before, schema);
  dropGroups(database, before, schema);
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

/** Writes the rows that stand for the org and its deployed components; answers the org's id, and the groups that are new. */
export function writePlatformRows(options: PlatformRowsOptions): { orgId: string; newGroups: PublicGroup[] } {
  const { schema, store, notificationTypes } = options;
  const rows = new RowWriter(options);
  for (const name of PROFILES) rows.put('Profile', name, { Name: name, UserType: 'Standard' });
  writePermissionSets(schema, store, rows);
  const newGroups = writeGroups(schema, rows);
  for (const object of schema.objects.values()) {
    for (const { developerName, label, active } of object.recordTypes) {
      const values = { Name: label, DeveloperName: developerName, SobjectType: object.name, IsActive: active ? 1 : 0 };
      rows.putCurrent('RecordType', `${object.name}.${developerName}`, values);
    }
  }
  for (const { developerName, name, label, description, desktop, mobile } of notificationTypes) {
    rows.putCurrent('CustomNotificationType', developerName, {
      DeveloperName: developerName,
      CustomNotifTypeName: name,
      MasterLabel: label,
      Description: description,
      Desktop: desktop ? 1 : 0,
      Mobile: mobile ? 1 : 0,
    });
  }
  rows.put('Organization', 'Groundwork', {
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
  return { orgId: rows.idOf('Organization', 'Groundwork'), newGroups };
}
