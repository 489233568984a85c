import type { SObjectType, StoredRecord } from '../entities.ts';

/** What became of one row: `before` is absent for a new one, `after` for one that is gone for good. */
export interface RecordChange {
  object: SObjectType;
  before: StoredRecord | undefined;
  after: StoredRecord | undefined;
}

/** Hears of the changes of each unit of work that stays, as its last part: what it writes stays or goes with them. */
export type ChangeListener = (changes: readonly RecordChange[]) => void;
