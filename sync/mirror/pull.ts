import { HOUR, MINUTE } from '../clock.ts';
import type { ChangePage, Stretch } from '../salesforce/index.ts';
import type { CycleContext } from './context.ts';
import { forgetRequest, keepRequest } from './keep-request.ts';

/** A record can commit after one with a later stamp has been read, so each pull looks back a little. */
export const LOOKBACK_MS = 5 * MINUTE;

/** How far a reading of all requests has come, while one is under way. */
export const READING = 'reading';

const DAY_MS = 24 * HOUR;

export interface Pulled {
  serverTime: Date;
  /** When the oldest of the changes was saved, in the server's time. */
  oldestChange?: Date;
}

/** Reads what changed since the checkpoint, keeps it and queues it for every destination, then moves the checkpoint. */
export async function pull(context: CycleContext): Promise<Pulled> {
  const { salesforce, state, log } = context;
  await salesforce.open();
  startOverInAnotherOrg(context);
  const checkpoint = state.settings.get('checkpoint');
  const isFirst = checkpoint === undefined;
  const isWhole = isFirst || isReconcileDue(context);
  const stretch = isWhole ? undefined : stretchTo(new Date(checkpoint));
  const progress: Progress = { seen: isWhole && !isFirst ? new Set() : undefined, read: 0 };
  for await (const page of salesforce.queryChanges(stretch)) {
    progress.serverTime ??= page.serverTime;
    const announceFrom = isFirst ? page.serverTime.getTime() - context.policy.announceMs : undefined;
    state.transaction(() => {
      keepPage(context, page, stretch, announceFrom, progress);
      if (isWhole) state.settings.set(READING, JSON.stringify({ done: progress.read, total: page.total }));
    });
    if (isWhole) log.info({ read: progress.read }, 'reading all requests');
  }
  const { serverTime, oldestChange, seen } = progress;
  if (serverTime === undefined) throw new RangeError('Salesforce answered a composite request with no part');
  state.transaction(() => {
    if (seen !== undefined) forgetUnseen(context, seen);
    state.settings.forget(READING);
    state.settings.set('checkpoint', serverTime.toISOString());
    if (isWhole) state.settings.set('reconciled', context.clock.now().toISOString());
  });
  return { serverTime, ...(oldestChange !== undefined && { oldestChange }) };
}

interface Progress {
  serverTime?: Date;
  oldestChange?: Date;
  /** Ids that were read, when everything is compared. */
  seen: Set<string> | undefined;
  read: number;
}

function keepPage(
  context: CycleContext,
  page: ChangePage,
  stretch: Stretch | undefined,
  announceFrom: number | undefined,
  progress: Progress,
): void {
  const { tally, state } = context;
  for (const record of page.records) {
    progress.read += 1;
    progress.seen?.add(record.id);
    if (!keepRequest(context, record, announceFrom)) continue;
    tally.records += 1;
    const moment = new Date(record.changedAt);
    if (stretch !== undefined && moment >= stretch.since && moment < (progress.oldestChange ?? Infinity)) {
      progress.oldestChange = moment;
    }
  }
  for (const id of page.deleted) if (forgetRequest(context, id)) tally.records += 1;
  if (page.isDeletionLogCut) state.settings.forget('reconciled');
}

function stretchTo(until: Date): Stretch {
  return { since: new Date(until.getTime() - LOOKBACK_MS), until };
}

/** What the whole reading did not show is gone, whatever the log of deletions remembers. */
function forgetUnseen(context: CycleContext, seen: ReadonlySet<string>): void {
  for (const id of context.state.entries.ids()) {
    if (!seen.has(id) && forgetRequest(context, id)) context.tally.records += 1;
  }
}

/** Once a night, and when the log of deletions was cut: formulas move without a stamp, and stamps can be missed. */
function isReconcileDue({ state, clock, policy }: CycleContext): boolean {
  const reconciled = state.settings.get('reconciled');
  if (reconciled === undefined) return true;
  const now = clock.now().getTime();
  const today = Math.floor(now / DAY_MS) * DAY_MS + policy.reconcileHour * HOUR;
  const due = today <= now ? today : today - DAY_MS;
  return Date.parse(reconciled) < due;
}

/** Another address means another org, or the same with new links: everything is read again. */
function startOverInAnotherOrg({ state, salesforce }: CycleContext): void {
  if (state.settings.get('org') === salesforce.instanceUrl) return;
  state.transaction(() => {
    state.settings.forget('checkpoint');
    state.settings.set('org', salesforce.instanceUrl);
  });
}
