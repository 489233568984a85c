import type { DatabaseSync } from 'node:sqlite';
import { isIdLookup } from '../describe/index.ts';
import type { Field, Schema, SObjectType } from '../entities.ts';

const ADDRESS_PARTS = ['city', 'country', 'geocodeAccuracy', 'latitude', 'longitude', 'postalCode', 'state', 'street'];

/** Whether the field has a column that is written. Compound addresses and locations have one that SQLite computes. */
export function isStored(field: Field): boolean {
  return !field.calculated && field.type !== 'address' && field.type !== 'location';
}

/** Whether the field has a column, computed ones included. */
export function isColumn(field: Field): boolean {
  return !field.calculated;
}

/** Whether SQLite computes some of the columns, so that only a read tells them. */
export function hasComputedColumns(object: SObjectType): boolean {
  return [...object.fields.values()].some((field) => isColumn(field) && !isStored(field));
}

/** Creates the tables and columns that are not there yet, and the indexes that a sync or a page needs. */
export function createTables(database: DatabaseSync, schema: Schema): void {
  for (const object of schema.objects.values()) {
    const known = columnsOf(database, object);
    const missing = [...object.fields.values()].filter((field) => isColumn(field) && !known.has(field.name));
    const columns = missing.map((field) => `"${field.name}" ${columnType(object, field)}`);
    if (known.size === 0) database.exec(`CREATE TABLE "${object.name}" (${withPlatformColumns(object, columns)})`);
    else for (const column of columns) database.exec(`ALTER TABLE "${object.name}" ADD COLUMN ${column}`);
    for (const { name } of [...object.fields.values()].filter((field) => isColumn(field) && isIndexed(object, field))) {
      database.exec(`CREATE INDEX IF NOT EXISTS "${object.name}.${name}" ON "${object.name}" ("${name}")`);
    }
  }
}

function columnsOf(database: DatabaseSync, object: SObjectType): Set<string> {
  const rows = database.prepare('SELECT name FROM pragma_table_xinfo(?)').all(object.name);
  return new Set(rows.map(({ name }) => String(name)));
}

/** Every table says which of its rows are deleted, whether or not the object does. */
function withPlatformColumns(object: SObjectType, columns: string[]): string {
  const all = object.fields.has('IsDeleted') ? columns : [...columns, '"IsDeleted" INTEGER DEFAULT 0'];
  return [...all, 'PRIMARY KEY ("Id")'].join(', ');
}

function isIndexed(object: SObjectType, field: Field): boolean {
  const isLookup = field.type === 'reference' && !['CreatedById', 'LastModifiedById'].includes(field.name);
  const isLookedUpBy = field.type !== 'id' && isIdLookup(object, field);
  return isLookup || isLookedUpBy || field.unique || ['Name', 'SystemModstamp'].includes(field.name);
}

/** What SQLite is told about the column of a field. */
export function columnType(object: SObjectType, field: Field): string {
  switch (field.type) {
    case 'boolean':
      return `INTEGER DEFAULT ${field.defaultFormula === 'true' ? 1 : 0}`;
    case 'int':
      return 'INTEGER';
    case 'double':
    case 'currency':
    case 'percent':
      return 'REAL';
    case 'id':
    case 'reference':
    case 'date':
    case 'datetime':
    case 'time':
      return 'TEXT';
    case 'address':
      return `TEXT GENERATED ALWAYS AS (${addressExpression(object, field)}) VIRTUAL`;
    case 'location':
      return `TEXT GENERATED ALWAYS AS (${locationExpression(field)}) VIRTUAL`;
    default:
      return field.caseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
  }
}

/** `BillingAddress` → a JSON object of `BillingCity` and the others, or NULL when all are blank. */
function addressExpression(object: SObjectType, field: Field): string {
  const prefix = field.name.replace(/Address$/, '');
  const parts = ADDRESS_PARTS.map((part) => ({ part, column: prefix + part.charAt(0).toUpperCase() + part.slice(1) }));
  const there = parts.filter(({ column }) => object.fields.has(column));
  const json = there.map(({ part, column }) => `'${part}', "${column}"`).join(', ');
  const blank = there.map(({ column }) => `"${column}"`).join(', ');
  return `CASE WHEN coalesce(${blank}) IS NULL THEN NULL ELSE json_object(${json}) END`;
}

/** `Place__c` → a JSON object of its two parts, or NULL when one is blank. */
function locationExpression({ name }: Field): string {
  const [latitude, longitude] = ['Latitude', 'Longitude'].map((part) => `"${name.replace(/__c$/, `__${part}__s`)}"`);
  return `CASE WHEN ${latitude} + ${longitude} IS NULL THEN NULL ELSE json_object('latitude', ${latitude}, 'longitude', ${longitude}) END`;
}
