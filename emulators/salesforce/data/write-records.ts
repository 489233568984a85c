import type { DatabaseSync } from 'node:sqlite';
import type { SaveResult, WriteOperation } from '../entities.ts';
import { RecordFailure, type Writing } from './change.ts';
import { deleteRecord } from './delete-record.ts';
import { notForOperation, rolledBack, unknownType } from './record-errors.ts';
import { insertRecord, updateRecord, upsertRecord, type DataParts } from './save-record.ts';

const PAST_TENSE = { insert: 'inserted', upsert: 'inserted', update: 'updated', delete: 'deleted' } as const;

/**
 * Does every operation in one transaction, which may lie inside another, and answers each, in order.
 *
 * A failed operation leaves nothing behind; with `allOrNone` neither do the others.
 */
export function writeRecords(
  database: DatabaseSync,
  parts: DataParts,
  operations: WriteOperation[],
  writing: Writing,
  { allOrNone }: { allOrNone: boolean },
): SaveResult[] {
  database.exec('SAVEPOINT write_records');
  try {
    const results = parts.store.remembering(() =>
      operations.map((operation) => writeOne(database, parts, operation, writing)),
    );
    if (allOrNone && results.some(({ success }) => !success)) {
      database.exec('ROLLBACK TO write_records');
      return results.map((result) => (result.success ? { id: null, success: false, errors: [rolledBack()] } : result));
    }
    parts.sequences.save();
    return results;
  } catch (error) {
    database.exec('ROLLBACK TO write_records');
    throw error;
  } finally {
    database.exec('RELEASE write_records');
  }
}

function writeOne(database: DatabaseSync, parts: DataParts, operation: WriteOperation, writing: Writing): SaveResult {
  database.exec('SAVEPOINT write_one');
  try {
    return { success: true, errors: [], ...perform(parts, operation, writing) };
  } catch (error) {
    database.exec('ROLLBACK TO write_one');
    parts.store.forget();
    if (!(error instanceof RecordFailure)) throw error;
    return { id: null, success: false, errors: error.errors };
  } finally {
    database.exec('RELEASE write_one');
  }
}

function perform(parts: DataParts, operation: WriteOperation, writing: Writing): Pick<SaveResult, 'id' | 'created'> {
  const object = parts.schema.findObject(operation.object);
  if (object === undefined || !writing.access.mayRead(object)) throw new RecordFailure(unknownType(operation.object));
  if (object.kind === 'customMetadata') {
    throw new RecordFailure(notForOperation(PAST_TENSE[operation.kind], object.label));
  }
  switch (operation.kind) {
    case 'insert':
      return { id: insertRecord(parts, object, operation.values, writing) };
    case 'update':
      return { id: updateRecord(parts, object, operation.id, operation.values, writing) };
    case 'upsert':
      return upsertRecord(parts, object, operation, writing);
    case 'delete':
      return { id: deleteRecord(parts, object, operation.id, writing) };
  }
}
