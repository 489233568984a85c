import { MINUTE } from '../clock.ts';
import { isMirrored, toBacklogEntry } from '../mapping/index.ts';
import type { ImplementationRequest } from '../salesforce/index.ts';
import type { CycleContext } from './context.ts';

/** A record can commit after one with a later stamp has been read, so each pull looks back a little. */
const LOOKBACK_MS = 5 * MINUTE;

export interface Pulled {
  serverTime: Date;
  /** When the oldest of the changes was saved, in the server's time. */
  oldestChange?: Date;
}

/** Reads what changed since the checkpoint, keeps it and queues it for every destination, then moves the checkpoint. */
export async function pull(context: CycleContext): Promise<Pulled> {
  const { salesforce, state, tally } = context;
  await salesforce.open();
  startOverInAnotherOrg(context);
  const checkpoint = state.settings.get('checkpoint');
  const since = checkpoint === undefined ? undefined : new Date(Date.parse(checkpoint) - LOOKBACK_MS);
  let serverTime: Date | undefined;
  let oldestChange: Date | undefined;
  for await (const page of salesforce.queryChanges(since)) {
    serverTime ??= page.serverTime;
    const announceFrom = since === undefined ? page.serverTime.getTime() - context.policy.announceMs : undefined;
    state.transaction(() => {
      for (const record of page.records) {
        if (!keep(context, record, announceFrom)) continue;
        tally.records += 1;
        const moment = new Date(record.changedAt);
        if (since !== undefined && moment >= since && moment < (oldestChange ?? Infinity)) oldestChange = moment;
      }
    });
  }
  if (serverTime === undefined) throw new RangeError('Salesforce answered a composite request with no part');
  state.settings.set('checkpoint', serverTime.toISOString());
  return { serverTime, ...(oldestChange !== undefined && { oldestChange }) };
}

/** Keeps one record. Says whether it is another than before. */
function keep(context: CycleContext, record: ImplementationRequest, announceFrom: number | undefined): boolean {
  const { state, labels, salesforce } = context;
  const { id } = record;
  const accountBefore = state.entries.accountOf(id);
  if (record.isDeleted) {
    if (!state.entries.remove(id)) return false;
  } else {
    if (!state.entries.put(toBacklogEntry(record, labels, salesforce.instanceUrl))) return false;
    if (isMirrored(record.status)) prepareMessage(context, record, announceFrom);
  }
  state.pending.add('sheet', id);
  state.pending.add('slack', id);
  for (const account of new Set([accountBefore, record.accountId])) {
    if (account !== null) state.pending.add('vitally', account);
  }
  return true;
}

/** On a first run, old requests are not announced, and of young ones it is not known whether they were before. */
function prepareMessage(
  { state, slack }: CycleContext,
  { id, createdAt }: ImplementationRequest,
  announceFrom: number | undefined,
): void {
  if (state.messages.find(id) !== undefined) return;
  const created = new Date(createdAt);
  if (slack === undefined) state.messages.skip(id);
  else if (announceFrom !== undefined && created.getTime() < announceFrom) state.messages.skip(id);
  else if (announceFrom !== undefined) state.messages.sending(id, created);
}

/** Another address means another org, or the same with new links: everything is read again. */
function startOverInAnotherOrg({ state, salesforce }: CycleContext): void {
  if (state.settings.get('org') === salesforce.instanceUrl) return;
  state.transaction(() => {
    state.settings.forget('checkpoint');
    state.settings.set('org', salesforce.instanceUrl);
  });
}
