import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArrivals, type Arrivals } from './arrivals.ts';
import { openCarried, type CarriedRows } from './carried.ts';
import { inTransaction, openDatabase } from './database.ts';
import { openEntries, type Entries } from './entries.ts';
import { openLease, type Lease } from './lease.ts';
import { openMessages, type Messages } from './messages.ts';
import { openPending, type Pending } from './pending.ts';
import { openRuns, type Runs } from './runs.ts';
import { openSettings, type Settings } from './settings.ts';
import { openSheetBase, type SheetBase } from './sheet-base.ts';
import { openSlackPeople, type SlackPeople } from './slack-people.ts';
import { openStories, type Stories } from './stories.ts';
import { openVitallyActivities, type VitallyActivities } from './vitally-activities.ts';
import { openVitallyBase, type VitallyBase } from './vitally-base.ts';
import { openVitallyTold, type VitallyTold } from './vitally-told.ts';
import { openVitallyWrites, type VitallyWrites } from './vitally-writes.ts';

/** The service's memory. */
export interface State {
  settings: Settings;
  entries: Entries;
  arrivals: Arrivals;
  pending: Pending;
  sheet: SheetBase;
  closed: SheetBase;
  carried: CarriedRows<unknown>;
  vitally: VitallyBase;
  writes: VitallyWrites;
  activities: VitallyActivities;
  told: VitallyTold;
  messages: Messages;
  stories: Stories;
  slackPeople: SlackPeople;
  runs: Runs;
  lease: Lease;
  /** Does the work in one transaction: all of it is kept, or nothing. */
  transaction<Result>(work: () => Result): Result;
  /** Writes all of it to a file that is not there yet. */
  copyTo(path: string): void;
  close(): void;
}

/** Opens a copy of the memory in a folder, which is thrown away when it is closed. */
export function openStateCopy(folder: string): State {
  const copy = mkdtempSync(join(tmpdir(), 'groundwork-plan-'));
  const source = openState(folder);
  source.copyTo(join(copy, 'sync.db'));
  source.close();
  const state = openState(copy);
  return {
    ...state,
    close: () => {
      state.close();
      rmSync(copy, { recursive: true });
    },
  };
}

/** Opens the memory in a folder, which is made where it is missing. */
export function openState(folder: string): State {
  mkdirSync(folder, { recursive: true });
  const database = openDatabase(join(folder, 'sync.db'));
  const lease = openLease(join(folder, 'sync.lock'));
  return {
    settings: openSettings(database),
    entries: openEntries(database),
    arrivals: openArrivals(database),
    pending: openPending(database),
    sheet: openSheetBase(database, 'sheet'),
    closed: openSheetBase(database, 'closed'),
    carried: openCarried(database),
    vitally: openVitallyBase(database),
    writes: openVitallyWrites(database),
    activities: openVitallyActivities(database),
    told: openVitallyTold(database),
    messages: openMessages(database),
    stories: openStories(database),
    slackPeople: openSlackPeople(database),
    runs: openRuns(database),
    lease,
    transaction: (work) => inTransaction(database, work),
    copyTo: (path) => {
      database.prepare('VACUUM INTO ?').run(path);
    },
    close: () => {
      lease.close();
      database.close();
    },
  };
}
