import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Schema, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import type { ChangeListener, RecordChange } from './record-change.ts';
import { RememberedRows } from './remembered-rows.ts';
import { TableStatistics } from './table-statistics.ts';
import { hasComputedColumns, isStored } from './tables.ts';

/** Rows by SQL, prepared once each. Knows nothing of rules or permissions. */
export class RecordStore {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #columns = new Map<string, string[]>();
  readonly #listener: ChangeListener | undefined;
  /** Of the outermost attempt that is under way. */
  readonly #changes: RecordChange[] = [];
  #attempts = 0;
  /** Objects of whose rows only a read tells all. */
  readonly #computing = new Set<string>();
  readonly #inserts = new Map<string, StatementSync>();
  readonly #statistics: TableStatistics;
  #seen: Map<string, StoredRecord> | undefined;
  readonly #remembered: RememberedRows;
  readonly #writes = new Map<string, number>();
  #version = 0;
  #rollbacks = 0;

  constructor(database: DatabaseSync, schema: Schema, listener?: ChangeListener) {
    this.#database = database;
    this.#listener = listener;
    this.#statistics = new TableStatistics(database);
    this.#remembered = new RememberedRows(database);
    for (const object of schema.objects.values()) {
      const stored = [...object.fields.values()].filter(isStored).map(({ name }) => name);
      const hasIsDeleted = stored.includes('IsDeleted');
      if (hasComputedColumns(object)) this.#computing.add(object.name);
      this.#columns.set(object.name, hasIsDeleted ? stored : [...stored, 'IsDeleted']);
    }
  }

  insert(object: SObjectType, record: StoredRecord): void {
    const columns = this.#columns.get(object.name) ?? [];
    let statement = this.#inserts.get(object.name);
    if (statement === undefined) {
      const names = columns.map((name) => `"${name}"`).join(', ');
      const marks = columns.map(() => '?').join(', ');
      statement = this.#database.prepare(`INSERT INTO "${object.name}" (${names}) VALUES (${marks})`);
      this.#inserts.set(object.name, statement);
    }
    const values = columns.map((name) => record[name] ?? null);
    statement.run(...values);
    this.#countWrite(object);
    this.#statistics.count(object.name);
    this.#note(object, undefined, record);
    if (this.#seen !== undefined && !this.#computing.has(object.name)) {
      this.#seen.set(
        String(record['Id']),
        Object.fromEntries(columns.map((name, index) => [name, values[index] ?? null])),
      );
    }
  }

  update(object: SObjectType, id: string, values: StoredRecord): void {
    if (this.#isNoting) {
      const before = this.find(object, id);
      if (before !== undefined) this.#note(object, before, { ...before, ...values });
    }
    this.#seen?.delete(id);
    this.#countWrite(object);
    const names = Object.keys(values);
    const assignments = names.map((name) => `"${name}" = ?`).join(', ');
    this.#prepare(`UPDATE "${object.name}" SET ${assignments} WHERE Id = ?`).run(...Object.values(values), id);
  }

  remove(object: SObjectType, id: string): void {
    if (this.#isNoting) this.#note(object, this.find(object, id), undefined);
    this.#seen?.delete(id);
    this.#countWrite(object);
    this.#prepare(`DELETE FROM "${object.name}" WHERE Id = ?`).run(id);
  }

  /** The row, deleted or not. It is shared while `remembering`, so it is not to be changed. */
  find(object: SObjectType, id: string): StoredRecord | undefined {
    const seen = this.#seen?.get(id);
    if (seen !== undefined) return seen;
    const record = this.#prepare(`SELECT * FROM "${object.name}" WHERE Id = ?`).get(id) as StoredRecord | undefined;
    if (record !== undefined) this.#seen?.set(id, record);
    return record;
  }

  /** Rows that are not deleted and have this value in one field, oldest id first. */
  findBy(object: SObjectType, name: string, value: StoredValue): StoredRecord[] {
    const sql = `SELECT * FROM "${object.name}" WHERE "${name}" = ? AND IsDeleted = 0 ORDER BY Id`;
    return this.#prepare(sql).all(value) as StoredRecord[];
  }

  /** The rows of a statement of our own. */
  query(sql: string, parameters: StoredValue[]): StoredRecord[] {
    return this.#prepare(sql).all(...parameters) as StoredRecord[];
  }

  /** Every row that is not deleted. */
  all(object: SObjectType): StoredRecord[] {
    return this.#prepare(`SELECT * FROM "${object.name}" WHERE IsDeleted = 0`).all() as StoredRecord[];
  }

  /** Reads each row once while the work runs: the rules of a thousand requests ask for the same account. */
  remembering<Result>(work: () => Result): Result {
    if (this.#seen !== undefined) return work();
    const seen = this.#remembered.take();
    this.#seen = seen;
    try {
      return work();
    } finally {
      this.#remembered.keep(seen);
      this.#seen = undefined;
    }
  }

  /** Does work of which nothing stays unless it says so; an exception undoes it too. May lie inside another. */
  attempt<Result>(work: () => { keep: boolean; result: Result }): Result {
    let keep = false;
    const noted = this.#changes.length;
    this.#prepare('SAVEPOINT attempt').run();
    this.#attempts += 1;
    try {
      const done = work();
      if (done.keep && this.#attempts === 1) this.#listener?.(this.#changes);
      keep = done.keep;
      return done.result;
    } finally {
      this.#attempts -= 1;
      if (!keep || this.#attempts === 0) this.#changes.length = this.#attempts === 0 ? 0 : noted;
      if (!keep) {
        this.#prepare('ROLLBACK TO attempt').run();
        this.#seen?.clear();
        this.#rollbacks += 1;
        this.#version += 1;
      }
      this.#prepare('RELEASE attempt').run();
    }
  }

  get #isNoting(): boolean {
    return this.#listener !== undefined && this.#attempts > 0;
  }

  #note(object: SObjectType, before: StoredRecord | undefined, after: StoredRecord | undefined): void {
    if (this.#isNoting) this.#changes.push({ object, before, after });
  }

  /** Another number when records of any object may have changed. */
  get version(): number {
    return this.#version;
  }

  /** Another number when records of the object may have changed. */
  versionOf(object: SObjectType): number {
    return (this.#writes.get(object.name) ?? 0) + this.#rollbacks;
  }

  #countWrite(object: SObjectType): void {
    this.#version += 1;
    this.#writes.set(object.name, (this.#writes.get(object.name) ?? 0) + 1);
  }

  /** Lets queries profit from what was inserted. To be called between writes. */
  refreshStatistics(): void {
    this.#statistics.refresh();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
