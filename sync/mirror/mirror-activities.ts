import { MINUTE } from '../clock.ts';
import { SyncError } from '../errors.ts';
import { PROJECT_KEY, type Activity } from '../mapping/index.ts';
import type { VitallyClient, VitallyRecord } from '../vitally/index.ts';
import type { StoredActivity } from '../state/index.ts';
import type { CycleContext } from './context.ts';
import { contentOf, planActivities } from './plan-activities.ts';

/** A list may tell of a new record late: only what is still missing after so long is sent again. */
const UNSEEN_FOR_MS = 2 * MINUTE;

/** How often one thing is withdrawn and made again before that is somebody's mistake. */
const MOST_TURNS = 20;
/** Of the external id: which turn it is. */
const TURN = /-\d{1,2}$/;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface ActivityResult {
  /** Vitally's time of the last write; undefined when nothing was written. */
  writtenAt: string | undefined;
  /** Something of unknown fate is left, to be looked for again. */
  isUnsettled: boolean;
}

/** What is looked for in Vitally; without what it should say when that is not known any more. */
type Sought = Pick<Activity, 'key' | 'kind'> & Partial<Pick<Activity, 'body'>>;

interface Customer {
  accountId: string;
  vitallyId: string;
  /** What stands there from an earlier life of the memory has been looked for. */
  isReviewed: boolean;
}

/** Brings a customer's notes, tasks and projects to what they should say. Each step is kept as soon as it is done. */
export async function mirrorActivities(
  context: CycleContext,
  vitally: VitallyClient,
  customer: Customer,
  wanted: readonly Activity[],
  reviewed: () => void,
): Promise<ActivityResult> {
  const { state, clock } = context;
  const lists = new Map<Activity['kind'], VitallyRecord[]>();
  const result: ActivityResult = { writtenAt: undefined, isUnsettled: false };

  async function look(activity: Sought): Promise<VitallyRecord | undefined> {
    const { kind } = activity;
    const records = lists.get(kind) ?? (await vitally.listRecords(kind, customer.vitallyId));
    lists.set(kind, records);
    return records.find((record) => isStanding(record) && isSame(record, activity));
  }
  function keep({ key, kind }: Activity, vitallyId: string | null, content: string | null): void {
    const attemptedAt = clock.now();
    state.activities.put({ key, kind, accountId: customer.accountId, vitallyId, content, attemptedAt });
  }
  function mayShowUpYet(attemptedAt: Date): boolean {
    return clock.now().getTime() - attemptedAt.getTime() < UNSEEN_FOR_MS;
  }
  function wrote({ updatedAt }: VitallyRecord): void {
    result.writtenAt = updatedAt ?? clock.now().toISOString();
  }
  async function update(activity: Activity, vitallyId: string): Promise<void> {
    const written = await vitally.updateRecord(activity.kind, vitallyId, activity.body);
    if (written === undefined) {
      state.activities.remove(activity.key);
      result.isUnsettled = true;
      return;
    }
    keep(activity, vitallyId, contentOf(activity));
    wrote(written);
  }
  async function create(activity: Activity): Promise<void> {
    keep(activity, null, null);
    try {
      const body = await firstBody(vitally, customer, activity);
      const written = await createStanding(vitally, customer.vitallyId, activity, body);
      keep(activity, written.id, contentOf(activity));
      wrote(written);
    } catch (error) {
      if (!(error instanceof SyncError) || error.kind === 'unavailable') throw error;
      state.activities.remove(activity.key);
      const found = error.kind === 'refused' ? await look(activity) : undefined;
      if (found === undefined) throw error;
      await update(activity, found.id);
    }
  }

  async function withdraw({ key, kind, vitallyId, attemptedAt }: StoredActivity): Promise<void> {
    const id = vitallyId ?? (await look({ key, kind }))?.id;
    if (id !== undefined) await vitally.removeRecord(kind, id);
    else if (mayShowUpYet(attemptedAt)) {
      result.isUnsettled = true;
      return;
    }
    state.activities.remove(key);
  }

  if (!customer.isReviewed) {
    const { create: missing } = planActivities(wanted, state.activities.ofAccount(customer.accountId));
    for (const activity of missing) {
      const found = await look(activity);
      if (found !== undefined) keep(activity, found.id, saysTheSame(found, activity) ? contentOf(activity) : null);
    }
    if (missing.length > 0) reviewed();
  }
  const plan = planActivities(wanted, state.activities.ofAccount(customer.accountId));
  for (const { activity, attemptedAt } of plan.resolve) {
    const found = await look(activity);
    if (found !== undefined) await update(activity, found.id);
    else if (mayShowUpYet(attemptedAt)) result.isUnsettled = true;
    else await create(activity);
  }
  for (const { activity, vitallyId } of plan.update) await update(activity, vitallyId);
  for (const activity of plan.create) await create(activity);
  for (const stored of plan.remove) await withdraw(stored);
  return result;
}

/**
 * What was withdrawn keeps its external id in Vitally. Whether a POST with it updates what nobody sees any more, brings it
 * back or is refused is not documented: where nothing stands after it, the next id of the same purpose is taken.
 */
async function createStanding(
  vitally: VitallyClient,
  vitallyId: string,
  { kind, key }: Activity,
  body: Record<string, unknown>,
): Promise<VitallyRecord> {
  for (let turn = 1; ; turn += 1) {
    const externalId = turn === 1 ? key : `${key}-${turn}`;
    try {
      const written = await vitally.createRecord(kind, { ...body, ...(kind !== 'projects' && { externalId }) });
      if (isStanding(written) || turn === MOST_TURNS) return written;
    } catch (error) {
      if (!(error instanceof SyncError) || error.kind !== 'refused' || turn === MOST_TURNS) throw error;
      const withdrawn = await vitally.listRecords(kind, vitallyId, 'archived');
      if (!withdrawn.some((one) => one.externalId === externalId && !isStanding(one))) throw error;
    }
  }
}

async function firstBody(
  vitally: VitallyClient,
  { vitallyId }: Customer,
  { body, once, assignee }: Activity,
): Promise<Record<string, unknown>> {
  const assignedToId = assignee === undefined ? undefined : await vitally.findAdmin(assignee);
  return {
    ...body,
    ...once,
    accountId: vitallyId,
    ...(assignedToId !== undefined && { assignedToId }),
  };
}

/** What was withdrawn, or taken out by a person, is still told of, in lists too. */
function isStanding({ archivedAt }: VitallyRecord): boolean {
  return archivedAt === null || archivedAt === undefined;
}

/** Projects have no external id: they are known by a trait, or by their name where the trait is not set up. */
function isSame(record: VitallyRecord, { kind, key, body }: Sought): boolean {
  if (kind !== 'projects') return record.externalId?.replace(TURN, '') === key;
  return record.traits?.[PROJECT_KEY] === key || (body !== undefined && record.name === body['name']);
}

/** Whether it stands there word for word. Vitally may word HTML otherwise: then it is written once more. */
function saysTheSame(record: VitallyRecord, { body }: Activity): boolean {
  return Object.entries(body).every(([name, value]) => {
    const there = record[name];
    if (typeof value === 'string' && DAY.test(value)) return typeof there === 'string' && there.startsWith(value);
    if (value === null || typeof value === 'string') return (there ?? null) === value;
    return Object.entries(value).every(([path, one]) => record.traits?.[path] === one);
  });
}
