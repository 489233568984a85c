import { isMirrored, toBacklogEntry } from '../mapping/index.ts';
import type { ImplementationRequest } from '../salesforce/index.ts';
import type { CycleContext } from './context.ts';

/**
 * Keeps a request as Salesforce has it and queues it for every destination, unless it is the same as before. On a first
 * run, `announceFrom` is the time before which requests are not announced. Says whether it is another than before.
 */
export function keepRequest(context: CycleContext, record: ImplementationRequest, announceFrom?: number): boolean {
  const { state, labels, salesforce } = context;
  const { id } = record;
  if (record.isDeleted) return forgetRequest(context, id);
  if (record.backlogSince !== null) state.arrivals.add(id);
  const accountBefore = state.entries.accountOf(id);
  if (!state.entries.put(toBacklogEntry(record, labels, salesforce.instanceUrl))) return false;
  if (isMirrored(record.status)) prepareMessage(context, record, announceFrom);
  queue(context, id, [accountBefore, record.accountId]);
  return true;
}

/** Forgets a request that is gone. Says whether it was known. */
export function forgetRequest(context: CycleContext, id: string): boolean {
  const accountBefore = context.state.entries.accountOf(id);
  if (!context.state.entries.remove(id)) return false;
  context.state.arrivals.remove(id);
  queue(context, id, [accountBefore]);
  return true;
}

function queue({ state }: CycleContext, id: string, accounts: (string | null)[]): void {
  state.pending.add('sheet', id);
  state.pending.add('slack', id);
  for (const account of new Set(accounts)) if (account !== null) state.pending.add('vitally', account);
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
