import type { WriteOperation } from '../../entities.ts';
import { RecordFailure, type Writing } from '../change.ts';
import type { DataParts } from '../save-record.ts';
import { writeRecords } from '../write-records.ts';

/** Saves one record as a client would, and answers its id. Throws RecordFailure. */
export type Save = (operation: WriteOperation) => string;

export function saveOne(parts: DataParts, operation: WriteOperation, writing: Writing): string {
  const [result] = writeRecords(parts, [operation], writing, { allOrNone: true });
  if (result?.id == null) throw new RecordFailure(...(result?.errors ?? []));
  return result.id;
}
