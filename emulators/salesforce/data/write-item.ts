import type { RecordError, SaveResult, WriteOperation } from '../entities.ts';
import { RecordFailure, type Change } from './change.ts';

/** One operation on its way through a write, and how it fares. */
export interface WriteItem {
  readonly operation: WriteOperation;
  id: string | null;
  /** Known for an upsert. */
  created?: boolean;
  errors: RecordError[];
}

/** An operation that became a change of a record. */
export interface Drafted {
  readonly item: WriteItem;
  readonly change: Change;
}

export function toItem(operation: WriteOperation): WriteItem {
  return { operation, id: null, errors: [] };
}

export function toSaveResult({ operation, id, created, errors }: WriteItem): SaveResult {
  if (errors.length > 0) return { id: null, success: false, errors };
  return {
    id,
    success: true,
    errors: [],
    ...(operation.kind === 'upsert' && created !== undefined && { created }),
  };
}

/** Does the work for each, and answers those for which it did not throw RecordFailure; the others have errors then. */
export function attemptEach<One extends { item: WriteItem }>(all: readonly One[], work: (one: One) => void): One[] {
  return all.filter((one) => {
    try {
      work(one);
      return true;
    } catch (error) {
      if (!(error instanceof RecordFailure)) throw error;
      one.item.errors.push(...error.errors);
      return false;
    }
  });
}
