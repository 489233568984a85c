import { DatabaseSync } from 'node:sqlite';
import { createId, createTables } from '../../../../../emulators/salesforce/data/index.ts';
import type {
  RecordError,
  SaveResult,
  StoredRecord,
  StoredValue,
  WriteOperation,
} from '../../../../../emulators/salesforce/entities.ts';
import {
  compileFlows,
  readFlow,
  FlowTransaction,
  runAfterSave,
  runBeforeDelete,
  runBeforeSave,
  runPathBatch,
  toPathBatches,
  toSql,
  type ChatterPost,
  type CustomNotification,
  type FlowEmail,
  type FlowEnvironment,
  type FlowFile,
  type FlowPorts,
  type FlowRun,
  type PlannedPath,
} from '../../../../../emulators/salesforce/flow/index.ts';
import { schema } from './flow-schema.ts';

const GLOBALS: Record<string, StoredValue> = { '$User.Email': 'ana@example.com', '$Label.Greeting': 'Welcome' };

export const environment: FlowEnvironment = {
  schema,
  typeOfGlobal: (path) => (path.join('.') in GLOBALS ? 'text' : undefined),
  hasEmailAlert: (name) => name === 'Room__c.Tell',
};

/** Refuses a record, as a validation rule does. */
export type Rule = (object: string, record: StoredRecord) => string | undefined;

/** An org with nothing but flows, at noon of 2026-11-22. Values go in as columns keep them. */
export class FlowOrg {
  now = new Date('2026-11-22T12:00:00.000Z');
  rule: Rule = () => undefined;
  readonly sent = {
    notifications: [] as CustomNotification[],
    emails: [] as FlowEmail[],
    posts: [] as ChatterPost[],
    alerts: [] as { alert: string; recordId: string }[],
  };
  /** How many records each statement wrote, and how many statements there were, by flows. */
  readonly writes: number[] = [];
  readonly planned = new Map<string, PlannedPath>();
  readonly #database = new DatabaseSync(':memory:');
  readonly #flows: ReturnType<typeof compileFlows>;
  #created = 0;

  constructor(...files: FlowFile[]) {
    this.#flows = compileFlows(files.map(readFlow), environment);
    createTables(this.#database, schema);
  }

  insert(object: string, ...records: StoredRecord[]): SaveResult[] {
    return this.write(records.map((values) => ({ kind: 'insert', object, values })));
  }

  update(object: string, ...records: (StoredRecord & { Id: string })[]): SaveResult[] {
    return this.write(records.map(({ Id, ...values }) => ({ kind: 'update', object, id: Id, values })));
  }

  delete(object: string, ...ids: string[]): SaveResult[] {
    return this.write(ids.map((id) => ({ kind: 'delete', object, id })));
  }

  /** The record, or one of its fields, or undefined when it is gone. */
  find(object: string, id: string): StoredRecord | undefined {
    const sql = `SELECT * FROM "${object}" WHERE Id = ? AND IsDeleted = 0`;
    return this.#database.prepare(sql).get(id) as StoredRecord | undefined;
  }

  all(object: string): StoredRecord[] {
    const sql = `SELECT * FROM "${object}" WHERE IsDeleted = 0 ORDER BY Id`;
    return this.#database.prepare(sql).all() as StoredRecord[];
  }

  /** Moves the clock and runs the paths whose time has come. */
  advanceTo(moment: string): RecordError[] {
    this.now = new Date(moment);
    const due = [...this.planned].filter(([, { at }]) => at.getTime() <= this.now.getTime());
    for (const [key] of due) this.planned.delete(key);
    const batches = toPathBatches(
      this.#flows,
      due.map(([, path]) => path),
    );
    return batches.flatMap((batch) => {
      const transaction = new FlowTransaction({ isLimited: true });
      return runPathBatch(batch, this.#ports(transaction), transaction).flat();
    });
  }

  write(operations: WriteOperation[], transaction = new FlowTransaction({ isLimited: true })): SaveResult[] {
    const [first] = operations;
    const object = first && schema.findObject(first.object);
    if (object === undefined) return [];
    const run = { flows: this.#flows, object, ports: this.#ports(transaction), transaction };
    this.#database.exec('SAVEPOINT write_all');
    let isKept = false;
    try {
      const results = this.#save(operations, run);
      isKept = results.every(({ errors }) => errors.length === 0);
      return results;
    } finally {
      if (!isKept) this.#database.exec('ROLLBACK TO write_all');
      this.#database.exec('RELEASE write_all');
    }
  }

  #save(operations: WriteOperation[], run: Omit<FlowRun, 'records'>): SaveResult[] {
    const { name } = run.object;
    const records = operations.map((operation) => this.#prepare(operation));
    const isDelete = operations[0]?.kind === 'delete';
    const before = isDelete ? runBeforeDelete({ ...run, records }) : runBeforeSave({ ...run, records });
    const errors = records.map(({ record }, index) => [...(before[index] ?? []), ...this.#broken(name, record)]);
    for (const [index, { record, prior }] of records.entries()) {
      if (errors[index]?.length === 0) this.#store(name, record, prior === undefined);
    }
    if (!isDelete && errors.every((found) => found.length === 0)) {
      for (const [index, found] of runAfterSave({ ...run, records }).entries()) errors[index]?.push(...found);
    }
    return records.map(({ record }, index) => {
      const found = errors[index] ?? [];
      return { id: String(record['Id']), success: found.length === 0, errors: found };
    });
  }

  #prepare(operation: WriteOperation): { record: StoredRecord; prior?: StoredRecord } {
    if (operation.kind === 'upsert' || operation.kind === 'undelete') throw new Error('Flows do neither.');
    const values = operation.kind === 'delete' ? { IsDeleted: 1 } : (operation.values as StoredRecord);
    if (operation.kind === 'insert') {
      const prefix = schema.findObject(operation.object)?.keyPrefix ?? '';
      this.#created++;
      return { record: { Id: createId(prefix, this.#created), Done__c: 0, ...values } };
    }
    const prior = this.find(operation.object, operation.id);
    if (prior === undefined) throw new Error(`There is no ${operation.object} ${operation.id}`);
    return { record: { ...prior, ...values }, prior };
  }

  #broken(object: string, record: StoredRecord): RecordError[] {
    const message = this.rule(object, record);
    return message === undefined ? [] : [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: [] }];
  }

  #store(object: string, record: StoredRecord, isNew: boolean): void {
    const fields = schema.findObject(object)?.fields;
    const entries = Object.entries(record).filter(([name]) => fields?.has(name) ?? name === 'IsDeleted');
    if (record['IsDeleted'] === 1) entries.push(['IsDeleted', 1]);
    const names = entries.map(([name]) => `"${name}"`);
    const values = entries.map(([, value]) => value);
    const sql = isNew
      ? `INSERT INTO "${object}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
      : `UPDATE "${object}" SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE Id = ?`;
    this.#database.prepare(sql).run(...values, ...(isNew ? [] : [record['Id'] ?? null]));
  }

  #ports(transaction: FlowTransaction): FlowPorts {
    const key = (flow: string, path: string, recordId: string): string => `${flow} ${path} ${recordId}`;
    return {
      now: () => this.now,
      timeZone: 'GMT',
      valueOfGlobal: (path) => GLOBALS[path.join('.')] ?? null,
      find: (object, id) => this.find(object.name, id),
      query: (query) => {
        const { text, parameters } = toSql(query);
        return this.#database.prepare(text).all(...parameters) as StoredRecord[];
      },
      write: (groups) => {
        this.writes.push(groups.flat().length);
        return groups.map((group) => withRolledBack(this.write(group, transaction)));
      },
      outbox: {
        notify: (notification) => void this.sent.notifications.push(notification),
        sendEmail: (email) => void this.sent.emails.push(email),
        post: (post) => void this.sent.posts.push(post),
        sendAlert: (alert, recordId) => void this.sent.alerts.push({ alert, recordId }),
      },
      schedule: {
        plan: (path) => void this.planned.set(key(path.flow, path.path, path.recordId), path),
        drop: (...of) => void this.planned.delete(key(...of)),
        isPlanned: (...of) => this.planned.has(key(...of)),
      },
    };
  }
}

/** The records that were written along with one that failed are told so. */
function withRolledBack(results: SaveResult[]): SaveResult[] {
  if (results.every(({ success }) => success)) return results;
  const error = { statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message: 'Rolled back', fields: [] };
  return results.map((result) => (result.success ? { id: null, success: false, errors: [error] } : result));
}
