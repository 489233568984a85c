import type { RecordError, SaveResult, WriteOperation } from '../entities.ts';
import { RecordFailure, type Change } from './change.ts';

/** Something on its way through a write, and what is wrong with it. */
export interface Fate {
  errors: RecordError[];
}

/** One operation on its way through a write, and how it fares. */
export interface WriteItem extends Fate {
  readonly operation: WriteOperation;
  id: string | null;
  /** Known for an upsert. */
  created?: boolean;
}

/** A change of a record, and what asked for it. */
export interface Drafted<Item extends Fate = Fate> {
  readonly item: Item;
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
export function attemptEach<One extends { item: Fate }>(all: readonly One[], work: (one: One) => void): One[] {
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

/** Adds what is wrong with each, and answers whether nothing is. */
export function blame(those: readonly { item: Fate }[], errors: RecordError[][]): boolean {
  for (const [index, { item }] of those.entries()) item.errors.push(...(errors[index] ?? []));
  return errors.every((found) => found.length === 0);
}
