import type { CycleContext } from './context.ts';
import type { RowTab } from './row-tab.ts';

/** Tells Salesforce since when rows stand in the backlog, each once: the people of a request see that it has arrived. */
export async function tellArrivals(
  { state, salesforce, clock, log }: CycleContext,
  backlog: RowTab,
  pending: ReadonlySet<string>,
): Promise<void> {
  const arrived = [...pending].flatMap((id) => {
    const entry = state.entries.find(id);
    return entry?.backlogSince === null && backlog.base.findWatched(id) !== undefined ? [entry] : [];
  });
  if (arrived.length === 0) return;
  // As Salesforce will answer it, so that what comes back is no news to anyone.
  const since = `${clock.now().toISOString().slice(0, 19)}.000+0000`;
  const refusals = await salesforce.tellRecords(
    arrived.map(({ id }) => ({ object: 'Implementation_Request__c', id, fields: { Backlog_Since__c: since } })),
  );
  state.transaction(() => {
    for (const [index, entry] of arrived.entries()) {
      if (refusals[index] === undefined) state.entries.put({ ...entry, backlogSince: since });
    }
  });
  const reason = refusals.find((refusal) => refusal !== undefined);
  if (reason !== undefined) log.warn({ reason }, 'Salesforce does not take over since when rows stand in the backlog');
}
