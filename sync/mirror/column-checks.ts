import type { Clock } from '../clock.ts';
import { isStamp, type ColumnName } from '../mapping/index.ts';
import type { RowTab } from './row-tab.ts';

/** Which columns are compared beside those that are read in every cycle: all in turn, a few at a time. */
export interface ColumnChecks {
  /** The columns whose turn it is in a tab of so many rows; none until the next round. */
  next(tab: RowTab, rows: number, pace: Pace): readonly ColumnName[];
  /** These have been compared. */
  done(tab: RowTab, names: readonly ColumnName[]): void;
  /** Something is wrong: a new round begins. */
  restart(tab: RowTab): void;
}

export interface Pace {
  /** Time from the beginning of one round to the next. */
  everyMs: number;
  /** So many cells are compared at once. */
  cells: number;
}

/** A round begins at once, and then whenever one is over and so much time has passed since it began. */
export function createColumnChecks(clock: Clock): ColumnChecks {
  const rounds = new Map<number, { beganAt: number; waiting: readonly ColumnName[] }>();
  return {
    next({ tab, layout }, rows, { everyMs, cells }) {
      const now = clock.now().getTime();
      let round = rounds.get(tab.sheetId);
      if (round === undefined || (round.waiting.length === 0 && now - round.beganAt >= everyMs)) {
        round = {
          beganAt: now,
          waiting: layout.names.filter((name) => !layout.watched.includes(name) && !isStamp(name)),
        };
        rounds.set(tab.sheetId, round);
      }
      return round.waiting.slice(0, Math.max(1, Math.floor(cells / Math.max(1, rows))));
    },
    done({ tab }, names) {
      const round = rounds.get(tab.sheetId);
      if (round !== undefined) round.waiting = round.waiting.filter((name) => !names.includes(name));
    },
    restart({ tab }) {
      rounds.delete(tab.sheetId);
    },
  };
}
