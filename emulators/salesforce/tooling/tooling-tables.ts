import { DatabaseSync } from 'node:sqlite';
import { systemAccess } from '../access/index.ts';
import { createTables } from '../data/index.ts';
import type { Schema, StoredRecord } from '../entities.ts';
import type { Org } from '../org.ts';
import { createSchema } from '../schema/index.ts';
import type { QueriedTables } from '../soql/index.ts';
import { createToolingObjects } from './objects.ts';
import { toolingRows } from './rows.ts';

/** By what they were made of: a deployment makes a schema of its own. */
const made = new WeakMap<Schema, QueriedTables>();

/** The metadata that the org runs, as tables of records. */
export function toolingTables(org: Org): QueriedTables {
  const known = made.get(org.schema);
  if (known !== undefined) return known;
  const schema = createSchema(createToolingObjects());
  const database = new DatabaseSync(':memory:');
  createTables(database, schema);
  for (const [object, rows] of toolingRows(org)) for (const row of rows) insert(database, object, row);
  const tables: QueriedTables = {
    schema,
    database,
    clock: org.clock,
    access: (user) => systemAccess(org.access(user)),
    columnSql: (_object, field, alias) => `${alias}."${field.name}"`,
    reading: (_user, work) => work(),
  };
  made.set(org.schema, tables);
  return tables;
}

function insert(database: DatabaseSync, object: string, row: StoredRecord): void {
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  database
    .prepare(`INSERT INTO "${object}" (${columns}, IsDeleted) VALUES (${names.map(() => '?').join(', ')}, 0)`)
    .run(...Object.values(row));
}
