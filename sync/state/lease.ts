import { DatabaseSync } from 'node:sqlite';
import { SyncError } from '../errors.ts';

/** Another process runs a cycle on the same state. */
export class StateLockedError extends SyncError {
  constructor(path: string) {
    super('unavailable', `Another process runs a cycle on the same state (${path})`);
    this.name = 'StateLockedError';
  }
}

export interface Lease {
  /** Takes the lease for as long as the work lasts. A process that holds it already is a StateLockedError. */
  hold<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): void;
}

const BUSY = 5;

/** A lease that the operating system takes back from a process that dies: the lock on a file of its own. */
export function openLease(path: string): Lease {
  const file = new DatabaseSync(path, { timeout: 0 });
  return {
    async hold(work) {
      try {
        file.exec('BEGIN EXCLUSIVE');
      } catch (error) {
        if ((error as { errcode?: number }).errcode === BUSY) throw new StateLockedError(path);
        throw error;
      }
      try {
        return await work();
      } finally {
        file.exec('ROLLBACK');
      }
    },
    close: () => file.close(),
  };
}
