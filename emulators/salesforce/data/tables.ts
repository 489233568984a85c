import type { DatabaseSync } from 'node:sqlite';
import type { Field, Schema, SObjectType } from '../entities.ts';

const ADDRESS_PARTS = ['city', 'country', 'geocodeAccuracy', 'latitude', 'longitude', 'postalCode', 'state', 'street'];

/** Whether the field has a column that is written. Compound addresses have one that SQLite computes. */
export function isStored(field: Field): boolean {
  return !field.calculated && field.type !== 'address';
}

/** Creates the tables and columns that are not there yet, and the indexes that a sync or a page needs. */
export function createTables(database: DatabaseSync, schema: Schema): void {
  for (const object of schema.objects.values()) {
    database.exec(
      `CREATE TABLE IF NOT EXISTS "${object.name}" (Id TEXT PRIMARY KEY, IsDeleted INTEGER NOT NULL DEFAULT 0)`,
    );
    const known = new Set(
      database
        .prepare(`SELECT name FROM pragma_table_xinfo('${object.name}')`)
        .all()
        .map(({ name }) => String(name)),
    );
    for (const field of object.fields.values()) {
      if (field.calculated || known.has(field.name)) continue;
      database.exec(`ALTER TABLE "${object.name}" ADD COLUMN "${field.name}" ${columnType(object, field)}`);
    }
    for (const field of object.fields.values()) {
      if (isIndexed(field)) {
        database.exec(
          `CREATE INDEX IF NOT EXISTS "${object.name}.${field.name}" ON "${object.name}" ("${field.name}")`,
        );
      }
    }
  }
}

function isIndexed(field: Field): boolean {
  const isLookup = field.type === 'reference' && !['CreatedById', 'LastModifiedById'].includes(field.name);
  return isLookup || field.externalId || field.unique || field.name === 'SystemModstamp';
}

function columnType(object: SObjectType, field: Field): string {
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
