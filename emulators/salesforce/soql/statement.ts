import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoredValue } from '../entities.ts';
import { Recent } from '../recent.ts';
import { addLocalTime } from '../time-zone.ts';
import { fragment, type Fragment } from './fragment.ts';

export type Row = StoredValue[];

/** The columns of one statement, each once, known by their place. */
export class Columns {
  readonly #sql: string[] = [];

  add(sql: string): number {
    const known = this.#sql.indexOf(sql);
    return known >= 0 ? known : this.#sql.push(sql) - 1;
  }

  get sql(): string {
    return this.#sql.join(', ');
  }
}

/** What a statement is made of. */
export interface Parts {
  columns: Columns;
  from: string;
  where: Fragment;
  order: Fragment;
  limit: number | undefined;
  offset: number | undefined;
}

export function selectStatement({ columns, from, where, order, limit, offset }: Parts): Fragment {
  const page = limit === undefined && offset === undefined ? '' : ` LIMIT ${limit ?? -1} OFFSET ${offset ?? 0}`;
  return fragment(`SELECT ${columns.sql} FROM ${from} WHERE ${where.sql}${order.sql}${page}`, ...where.values);
}

/** The same with LIMIT and OFFSET counted for each parent by itself, as in a sub-query. */
export function selectPerParent({ columns, from, where, order, limit, offset }: Parts, parentSql: string): Fragment {
  const first = offset ?? 0;
  const last = limit === undefined ? '' : ` AND place <= ${first + limit}`;
  const inner = `SELECT ${columns.sql}, ROW_NUMBER() OVER (PARTITION BY ${parentSql}${order.sql}) AS place FROM ${from} WHERE ${where.sql}`;
  return fragment(`SELECT * FROM (${inner}) WHERE place > ${first}${last} ORDER BY place`, ...where.values);
}

const MOST_STATEMENTS = 500;

/** Queries that differ in their literals only are one statement. */
const prepared = new WeakMap<DatabaseSync, Recent<string, StatementSync>>();

export function run(database: DatabaseSync, { sql, values }: Fragment): Row[] {
  let statements = prepared.get(database);
  if (statements === undefined) {
    statements = new Recent(MOST_STATEMENTS);
    addLocalTime(database);
    prepared.set(database, statements);
  }
  const statement = statements.get(sql, () => {
    const made = database.prepare(sql);
    made.setReturnArrays(true);
    return made;
  });
  return statement.all(...values) as unknown as Row[];
}
