import type { Clock } from '../clock.ts';
import type { SheetsClient } from '../google-sheets/index.ts';
import type { Log } from '../log.ts';
import type { Layout } from '../mapping/index.ts';
import type { OrgModel, SalesforceClient } from '../salesforce/index.ts';
import type { SlackClient } from '../slack/index.ts';
import type { State } from '../state/index.ts';
import type { VitallyClient } from '../vitally/index.ts';

/** Everything that a cycle works with. */
export interface Context {
  salesforce: SalesforceClient;
  sheets: SheetsClient;
  /** Absent: that mirror is off. */
  vitally: VitallyClient | undefined;
  slack: SlackClient | undefined;
  state: State;
  clock: Clock;
  log: Log;
  /** The columns that were chosen for the backlog. */
  layout: Layout;
  policy: {
    /** How old a request may be that is announced on the very first run. */
    announceMs: number;
    /** When an account that Vitally does not know is asked for again. */
    vitallyRetryMs: number;
    /** Template of the project that a selected request gets in Vitally; none when absent. */
    vitallyProjectTemplateId?: string | undefined;
    /** Address of an account's page in Vitally, with `{id}` in place of its id. */
    vitallyAccountUrl?: string | undefined;
    /** Time between two reads of all of our columns. */
    sheetCheckMs: number;
    /** Cells that such a read takes in one cycle. */
    sheetCheckCells: number;
    /** Hours of the day, UTC, in which nothing new is posted; undefined when any hour does. */
    quietHours: { from: number; to: number } | undefined;
    /** Hour of the day, UTC, at which the channel is told of small moves; undefined when each thread is, at once. */
    digestHour: number | undefined;
    /** Hour of the day, UTC, from which on everything is compared once. */
    reconcileHour: number;
  };
}

/** The same, once the org's labels and fields are known. */
export interface CycleContext extends Context, OrgModel {
  /** Fires when the service is told to stop: what has not begun is left to the next start. */
  signal: AbortSignal;
  tally: Tally;
}

/** What a cycle did, counted as it goes. */
export interface Tally {
  records: number;
  rows: number;
  cells: number;
  edits: number;
  refusals: number;
  conflicts: number;
  traits: number;
  messages: number;
}
