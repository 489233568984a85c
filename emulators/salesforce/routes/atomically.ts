import type { DatabaseSync } from 'node:sqlite';

/** Runs several writes as one: they stay only when the work says so; an exception undoes them too. */
export function atomically<Result>(database: DatabaseSync, work: () => { keep: boolean; result: Result }): Result {
  database.exec('SAVEPOINT composite');
  let keep = false;
  try {
    const done = work();
    keep = done.keep;
    return done.result;
  } finally {
    database.exec(keep ? 'RELEASE composite' : 'ROLLBACK TO composite; RELEASE composite');
  }
}
