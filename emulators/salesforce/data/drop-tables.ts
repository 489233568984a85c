import type { DatabaseSync } from 'node:sqlite';
import type { Schema, SObjectType } from '../entities.ts';
import { columnType, isColumn } from './tables.ts';

/** Drops the tables and columns that are in one schema and not in the next. A column of another type keeps its values. */
export function dropTables(database: DatabaseSync, before: Schema, after: Schema): void {
  for (const object of before.objects.values()) {
    const next = after.objects.get(object.name);
    if (next === undefined) database.exec(`DROP TABLE "${object.name}"`);
    else dropColumns(database, object, next);
  }
}

function dropColumns(database: DatabaseSync, before: SObjectType, after: SObjectType): void {
  // What is computed from other columns goes before them.
  for (const field of [...before.fields.values()].toReversed()) {
    if (!isColumn(field)) continue;
    const next = after.fields.get(field.name);
    const type = next !== undefined && isColumn(next) ? columnType(after, next) : undefined;
    if (type === columnType(before, field)) continue;
    const [table, column] = [`"${before.name}"`, `"${field.name}"`];
    database.exec(`DROP INDEX IF EXISTS "${before.name}.${field.name}"`);
    if (type === undefined) {
      database.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);
      continue;
    }
    database.exec(`ALTER TABLE ${table} ADD COLUMN "_next" ${type}`);
    database.exec(`UPDATE ${table} SET "_next" = ${column}`);
    database.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    database.exec(`ALTER TABLE ${table} RENAME COLUMN "_next" TO ${column}`);
  }
}
