import type { DatabaseSync } from 'node:sqlite';
import type { PermissionSetGroup, Schema } from '../../entities.ts';
import type { RecordStore } from '../record-store.ts';
import type { RowWriter } from './row-writer.ts';

/** Writes the rows of permission sets, of their groups, and of the set that stands for each group in assignments. */
export function writePermissionSets(schema: Schema, store: RecordStore, rows: RowWriter): void {
  for (const { name, label } of schema.permissionSets.values()) {
    rows.putCurrent('PermissionSet', name, { Name: name, Label: label, ...OWN, Type: 'Regular' });
  }
  for (const group of schema.permissionSetGroups.values()) writeGroup(schema, store, rows, group);
}

const OWN = { IsOwnedByProfile: 0, IsCustom: 1 };

function writeGroup(schema: Schema, store: RecordStore, rows: RowWriter, group: PermissionSetGroup): void {
  const { name, label, description, permissionSets } = group;
  const facts = { Language: 'en_US', Status: 'Updated', HasActivationRequired: 0 };
  rows.putCurrent('PermissionSetGroup', name, {
    DeveloperName: name,
    MasterLabel: label,
    Description: description,
    ...facts,
  });
  const PermissionSetGroupId = rows.idOf('PermissionSetGroup', name);
  const stands = { Name: name, Label: label, ...OWN, Type: 'Group', PermissionSetGroupId };
  rows.putCurrent('PermissionSet', `group ${name}`, stands);

  const object = schema.findObject('PermissionSetGroupComponent');
  const wanted = new Set(permissionSets.map((one) => rows.idOf('PermissionSet', one)));
  const there = object === undefined ? [] : store.findBy(object, 'PermissionSetGroupId', PermissionSetGroupId);
  for (const { Id, PermissionSetId } of there) {
    if (object !== undefined && !wanted.has(String(PermissionSetId))) store.remove(object, String(Id));
  }
  for (const PermissionSetId of wanted) {
    rows.put('PermissionSetGroupComponent', `${name} ${PermissionSetId}`, { PermissionSetGroupId, PermissionSetId });
  }
}

/** Removes the rows of permission sets and groups that are no longer deployed, and who had them. */
export function dropPermissionSets(database: DatabaseSync, before: Schema, after: Schema): void {
  const kept = new Set(assignable(after));
  for (const name of assignable(before)) {
    if (kept.has(name)) continue;
    const those = `SELECT Id FROM "PermissionSet" WHERE Name = ?`;
    database.prepare(`DELETE FROM "PermissionSetAssignment" WHERE PermissionSetId IN (${those})`).run(name);
    database.prepare(`DELETE FROM "PermissionSetGroupComponent" WHERE PermissionSetId IN (${those})`).run(name);
    database.prepare('DELETE FROM "PermissionSet" WHERE Name = ?').run(name);
    const group = `SELECT Id FROM "PermissionSetGroup" WHERE DeveloperName = ?`;
    database.prepare(`DELETE FROM "PermissionSetGroupComponent" WHERE PermissionSetGroupId IN (${group})`).run(name);
    database.prepare('DELETE FROM "PermissionSetGroup" WHERE DeveloperName = ?').run(name);
  }
}

function assignable({ permissionSets, permissionSetGroups }: Schema): string[] {
  return [...permissionSets.keys(), ...permissionSetGroups.keys()];
}
