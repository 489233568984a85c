import { HOUR, MINUTE } from '../clock.ts';
import { SyncError } from '../errors.ts';
import { toCustomer, type BacklogEntry } from '../mapping/index.ts';
import type { Presence, StoredAccount } from '../state/index.ts';
import type { VitallyClient } from '../vitally/index.ts';
import type { CycleContext } from './context.ts';
import { eachDue, REFUSED_PAUSE_MS } from './each-due.ts';
import { askForCustomer, findCustomer, type Found } from './find-customer.ts';
import { mirrorActivities } from './mirror-activities.ts';
import { contentOf } from './plan-activities.ts';
import { needsReading, planTraits, settleTraits } from './plan-traits.ts';
import { sendTraits } from './send-traits.ts';
import { createOutbox, type Outcome } from './tell-salesforce.ts';
import { createTraitWriter, type TraitWriter } from './write-traits.ts';

/** A customer that went away is looked for once a day, besides when something of it changes. */
const INACTIVE_RETRY_MS = 24 * HOUR;

/** A trait that nobody set up is tried again once a day. */
const MISSED_RETRY_MS = 24 * HOUR;

/** What is of unknown fate is looked for again so soon. */
const UNSETTLED_RETRY_MS = MINUTE;

/** Brings the record of every customer whose requests changed up to date. Accounts are never made here. */
export async function mirrorVitally(context: CycleContext, vitally: VitallyClient): Promise<void> {
  const outbox = createOutbox(context);
  const writer = createTraitWriter(vitally, context.log);
  try {
    await eachDue(context, 'vitally', async (accountId) => {
      const outcome = await mirrorCustomer(context, vitally, writer, accountId);
      if (outcome === undefined) context.state.pending.done('vitally', accountId);
      else await outbox.add(outcome.told);
      if (outcome?.refusal !== undefined) throw outcome.refusal;
    });
  } finally {
    await outbox.flush();
  }
}

interface Mirrored {
  told: Outcome;
  /** What Vitally refused; Salesforce is told before it is. */
  refusal?: SyncError;
}

async function mirrorCustomer(
  context: CycleContext,
  vitally: VitallyClient,
  writer: TraitWriter,
  accountId: string,
): Promise<Mirrored | undefined> {
  const { state } = context;
  const entries = state.entries.ofAccount(accountId);
  const stored = state.vitally.find(accountId);
  if (entries.length === 0 && stored?.vitallyId == null) {
    state.vitally.remove(accountId);
    return undefined;
  }
  const namedId = entries[0]?.vitallyAccountId ?? (entries.length === 0 ? (stored?.matchedBy ?? null) : null);
  const found = await findCustomer(vitally, accountId, namedId, stored);
  if (found.presence !== 'found') return absent(context, accountId, entries, stored, found.presence);
  try {
    const written = await writeCustomer(context, vitally, writer, { accountId, entries, stored, found });
    if (written !== 'gone') return { told: toOutcome(context, { accountId, entries, found, ...written }) };
    const again = await askForCustomer(vitally, accountId, namedId, stored);
    if (again.presence !== 'found') return absent(context, accountId, entries, stored, again.presence);
    const rewritten = await writeCustomer(context, vitally, writer, { accountId, entries, stored, found: again });
    if (rewritten === 'gone') return absent(context, accountId, entries, stored, 'inactive');
    return { told: toOutcome(context, { accountId, entries, found: again, ...rewritten }) };
  } catch (error) {
    if (!(error instanceof SyncError) || error.kind !== 'refused') throw error;
    const again = later(context, REFUSED_PAUSE_MS);
    return { told: toOutcome(context, { accountId, entries, found, state: 'refused', again }), refusal: error };
  }
}

interface Work {
  accountId: string;
  entries: readonly BacklogEntry[];
  stored: StoredAccount | undefined;
  found: Found & { presence: 'found' };
}

interface Written {
  state: 'found' | 'inactive';
  writtenAt: string | undefined;
  again?: Date;
}

/** Writes traits, then notes, tasks and projects. Says `gone` when Vitally knows the account no more. */
async function writeCustomer(
  context: CycleContext,
  vitally: VitallyClient,
  writer: TraitWriter,
  work: Work,
): Promise<Written | 'gone'> {
  const { state, policy, clock, tally } = context;
  const { accountId, entries, found } = work;
  const known = work.stored?.vitallyId === found.vitallyId ? work.stored : undefined;
  const customer = toCustomer(entries, {
    projectTemplateId: policy.vitallyProjectTemplateId,
    isCatchingUp: work.stored?.presence === 'waiting',
  });
  const isOther = known === undefined && work.stored?.vitallyId != null;
  if (isOther) state.activities.doubt(accountId);
  const begun = state.writes.find(accountId);
  const unsettled = begun?.vitallyId === found.vitallyId ? begun : undefined;
  const mustRead = known === undefined || unsettled !== undefined || needsReading(customer.shared, known.traits);
  const read = mustRead ? (found.account ?? (await vitally.findAccount(found.vitallyId))) : undefined;
  if (mustRead && read === undefined) return 'gone';
  const base = unsettled && read ? settleTraits(unsettled, customer.traits, read.traits) : (known?.traits ?? {});

  const plan = planTraits(customer.traits, customer.shared, base, read?.traits);
  const { changes } = plan;
  const hasChanges = Object.keys(changes).length > 0 && read?.hasChurned !== true;
  const written = hasChanges
    ? await sendTraits(context, writer, accountId, { vitallyId: found.vitallyId, base, changes })
    : undefined;
  if (hasChanges && written === undefined) return 'gone';
  const account = written?.account ?? read;
  // What did not arrive is not taken for written, and is tried again.
  for (const path of written?.missed ?? []) Reflect.deleteProperty(plan.base, path);
  const keep = (isReviewed: boolean, presence: Presence): void => {
    state.vitally.put({
      id: accountId,
      name: entries[0]?.accountName ?? null,
      presence,
      // Until all is told of what happened meanwhile, the customer counts as waited for.
      since: presence === 'found' ? null : (work.stored?.since ?? clock.now()),
      vitallyId: found.vitallyId,
      matchedBy: found.matchedBy,
      traits: plan.base,
      isReviewed,
    });
    state.writes.done(accountId);
  };
  if (account?.hasChurned === true) {
    keep(known?.isReviewed ?? false, 'inactive');
    return { state: 'inactive', writtenAt: undefined, again: later(context, INACTIVE_RETRY_MS) };
  }
  let isReviewed = known?.isReviewed ?? false;
  const presence = work.stored?.presence === 'waiting' ? 'waiting' : 'found';
  keep(isReviewed, presence);
  const activities = await mirrorActivities(
    context,
    vitally,
    { accountId, vitallyId: found.vitallyId, isReviewed },
    customer.activities,
    () => {
      isReviewed = true;
      keep(isReviewed, presence);
    },
  );
  if (entries.length === 0 && !activities.isUnsettled) state.vitally.remove(accountId);
  else if (presence !== 'found' && !activities.isUnsettled) keep(isReviewed, 'found');
  const writtenAt =
    activities.writtenAt ?? (hasChanges ? (account?.updatedAt ?? clock.now().toISOString()) : undefined);
  if (writtenAt !== undefined) tally.traits += 1;
  return {
    state: 'found',
    writtenAt,
    ...(written !== undefined && written.missed.length > 0 && { again: later(context, MISSED_RETRY_MS) }),
    ...(activities.isUnsettled && { again: later(context, UNSETTLED_RETRY_MS) }),
  };
}

/** Nothing to write to: waiting is normal for a new customer, inactive is for good as far as anybody knows. */
function absent(
  context: CycleContext,
  accountId: string,
  entries: readonly BacklogEntry[],
  stored: StoredAccount | undefined,
  presence: 'waiting' | 'inactive',
): Mirrored {
  const { state, clock, policy } = context;
  const since = stored?.presence === presence ? stored.since : clock.now();
  state.vitally.put({
    ...{ id: accountId, name: entries[0]?.accountName ?? stored?.name ?? null, presence, since },
    ...{ vitallyId: stored?.vitallyId ?? null, matchedBy: null, traits: stored?.traits ?? {}, isReviewed: false },
  });
  const again = later(context, presence === 'waiting' ? policy.vitallyRetryMs : INACTIVE_RETRY_MS);
  return {
    told: {
      accountId,
      entries,
      state: presence,
      link: null,
      documents: mirroredDocuments(context, accountId, entries),
      again,
    },
  };
}

function toOutcome(
  context: CycleContext,
  {
    accountId,
    entries,
    found,
    ...written
  }: Pick<Work, 'accountId' | 'entries' | 'found'> & Omit<Partial<Written>, 'state'> & { state: Outcome['state'] },
): Outcome {
  const link = context.policy.vitallyAccountUrl?.replace('{id}', encodeURIComponent(found.vitallyId)) ?? null;
  return {
    accountId,
    entries,
    // Salesforce takes https addresses only.
    link: link?.startsWith('https://') === true ? link : null,
    documents: mirroredDocuments(context, accountId, entries),
    ...written,
  };
}

/** The links that stand in a note as they are now. */
function mirroredDocuments(
  { state, policy }: CycleContext,
  accountId: string,
  entries: readonly BacklogEntry[],
): ReadonlySet<string> {
  const written = new Map(state.activities.ofAccount(accountId).map(({ key, content }) => [key, content]));
  const { activities } = toCustomer(entries, {
    projectTemplateId: policy.vitallyProjectTemplateId,
    isCatchingUp: false,
  });
  const standing = activities.filter((activity) => written.get(activity.key) === contentOf(activity));
  return new Set(standing.flatMap(({ documents }) => documents ?? []));
}

function later({ clock }: CycleContext, ms: number): Date {
  return new Date(clock.now().getTime() + ms);
}
