import { toTraits } from '../mapping/index.ts';
import type { VitallyClient } from '../vitally/index.ts';
import type { CycleContext } from './context.ts';
import { eachDue } from './each-due.ts';
import { planTraits } from './plan-traits.ts';

/** Brings the traits of every customer whose requests changed up to date. Accounts are never made here. */
export async function mirrorVitally(context: CycleContext, vitally: VitallyClient): Promise<void> {
  await eachDue(context, 'vitally', (accountId) => mirrorAccount(context, vitally, accountId));
}

async function mirrorAccount(
  { state, clock, policy, tally }: CycleContext,
  vitally: VitallyClient,
  accountId: string,
): Promise<void> {
  const entries = state.entries.ofAccount(accountId);
  const stored = state.vitally.find(accountId);
  const wanted = toTraits(entries);
  if (entries.length === 0 && stored?.written === undefined) {
    state.transaction(() => {
      state.vitally.remove(accountId);
      state.pending.done('vitally', accountId);
    });
    return;
  }
  const lead = entries[0];
  // Without an id of Vitally's own, the account is known there by the 18-character Account Id.
  const vitallyId =
    lead === undefined ? (stored?.written?.vitallyId ?? accountId) : (lead.vitallyAccountId ?? accountId);
  const written =
    stored?.written?.vitallyId === vitallyId ? stored.written.traits : (await vitally.findAccount(vitallyId))?.traits;
  const changes = written && planTraits(wanted, written);
  const isKnown =
    changes !== undefined && (Object.keys(changes).length === 0 || (await vitally.updateTraits(vitallyId, changes)));
  state.transaction(() => {
    if (isKnown) {
      state.vitally.written(accountId, vitallyId, wanted);
      state.pending.done('vitally', accountId);
    } else {
      const now = clock.now();
      state.vitally.waiting(accountId, lead?.accountName ?? null, now);
      state.pending.postpone('vitally', accountId, new Date(now.getTime() + policy.vitallyRetryMs));
    }
  });
  if (isKnown && Object.keys(changes).length > 0) tally.traits += 1;
}
