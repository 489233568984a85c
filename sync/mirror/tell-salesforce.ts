import { SyncError } from '../errors.ts';
import type { BacklogEntry } from '../mapping/index.ts';
import { isOpen } from '../mapping/index.ts';
import type { Telling } from '../salesforce/index.ts';
import type { CycleContext } from './context.ts';
import { REFUSED_PAUSE_MS } from './each-due.ts';

/** What became of one customer in Vitally. */
export interface Outcome {
  accountId: string;
  entries: readonly BacklogEntry[];
  state: 'found' | 'waiting' | 'inactive' | 'refused';
  /** Address of the customer in Vitally, when it is known. */
  link: string | null;
  /** Vitally's time of the last write; absent when nothing was written. */
  writtenAt?: string | undefined;
  /** Ids of the links that stand in a note. */
  documents: ReadonlySet<string>;
  /** When the customer is looked at again; absent: when something changes. */
  again?: Date | undefined;
}

interface Told extends Telling {
  /** What is compared with what was told last: times are not. */
  content: string;
}

/** As many records as Salesforce takes in one call. */
const AT_ONCE = 200;

const REQUEST_STATES = {
  found: 'Mirrored',
  waiting: 'Waiting_For_Account',
  inactive: 'Not_Active',
  refused: 'Refused',
} as const;
const ACCOUNT_STATES = { found: 'Found', waiting: 'Waiting', inactive: 'Not_Active', refused: 'Found' } as const;

export interface Outbox {
  add(outcome: Outcome): Promise<void>;
  /** Tells what has been gathered. A customer is done with only when Salesforce knows. */
  flush(): Promise<void>;
}

/** Gathers what Salesforce is to be told of Vitally, so that many customers take one call. */
export function createOutbox(context: CycleContext): Outbox {
  const { state, salesforce, clock, log } = context;
  let gathered: { outcome: Outcome; updates: Told[] }[] = [];

  function settle({ accountId, again }: Outcome): void {
    if (again === undefined) state.pending.done('vitally', accountId);
    else state.pending.postpone('vitally', accountId, again);
  }

  async function flush(): Promise<void> {
    const batch = gathered;
    gathered = [];
    const updates = batch.flatMap((one) => one.updates).toSorted((a, b) => a.object.localeCompare(b.object));
    const refusals =
      updates.length === 0
        ? []
        : await salesforce.tellRecords(updates.map(({ object, id, fields }) => ({ object, id, fields })));
    const refused = new Set(updates.filter((_update, index) => refusals[index] !== undefined));
    const again = new Date(clock.now().getTime() + REFUSED_PAUSE_MS);
    state.transaction(() => {
      for (const one of updates) if (!refused.has(one)) state.told.put(one.id, one.content);
      for (const { outcome, updates: own } of batch)
        settle(own.some((one) => refused.has(one)) ? { ...outcome, again } : outcome);
    });
    const reasons = refusals.filter((reason) => reason !== undefined);
    if (reasons[0] !== undefined) {
      log.warn({ refused: reasons.length, reason: reasons[0] }, 'Salesforce does not take over what became of Vitally');
      throw new SyncError('refused', `Salesforce refused to be told of Vitally: ${reasons[0]}`);
    }
  }

  return {
    flush,
    async add(outcome) {
      const updates = [...toUpdates(context, outcome)];
      gathered.push({ outcome, updates });
      if (gathered.reduce((sum, one) => sum + one.updates.length, 0) >= AT_ONCE) await flush();
    },
  };
}

function* toUpdates({ state: { told } }: CycleContext, outcome: Outcome): Generator<Told> {
  const { accountId, entries, state, link, writtenAt, documents } = outcome;
  const isNews = (update: Told): boolean => told.find(update.id) !== update.content;
  const account = update('Account', accountId, { Vitally_State__c: ACCOUNT_STATES[state] });
  if (entries.length > 0 && isNews(account)) yield account;
  for (const entry of entries) {
    const isStillTold = isOpen(entry.status?.value ?? null) || told.find(entry.id) !== undefined;
    if (!isStillTold) continue;
    const request = update(
      'Implementation_Request__c',
      entry.id,
      { Vitally_State__c: REQUEST_STATES[state], ...(link !== null && { Vitally_Url__c: link }) },
      writtenAt === undefined ? {} : { Vitally_Synced_On__c: writtenAt },
    );
    if (isNews(request) || (state === 'found' && writtenAt !== undefined)) yield request;
    for (const { id, isForVitally } of entry.delivery.documents) {
      const isThere = documents.has(id);
      if (!isForVitally && !isThere && told.find(id) === undefined) continue;
      const mirrored = isThere ? 'Mirrored' : isForVitally ? absenceOf(state) : 'Not_Mirrored';
      const document = update(
        'Request_Link__c',
        id,
        { Mirror_State__c: mirrored, Vitally_Url__c: isThere ? link : null },
        { Mirrored_On__c: isThere ? (writtenAt ?? null) : null },
      );
      if (isNews(document)) yield document;
    }
  }
}

function absenceOf(state: Outcome['state']): string {
  return state === 'waiting' ? 'Waiting' : 'Refused';
}

function update(
  object: string,
  id: string,
  fields: Record<string, string | null>,
  times: Record<string, string | null> = {},
): Told {
  return { object, id, fields: { ...fields, ...times }, content: JSON.stringify(fields) };
}
