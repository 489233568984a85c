import type { CycleContext } from './context.ts';
import type { RowTab } from './row-tab.ts';

/** As many records as Salesforce takes in one call. */
const AT_ONCE = 200;

/** Tells Salesforce since when rows stand in the backlog, each once: the people of a request see that it has arrived. */
export async function tellArrivals(
  context: CycleContext,
  { base }: RowTab,
  pending: ReadonlySet<string>,
): Promise<void> {
  const { arrivals } = context.state;
  let arrived: string[] = [];
  for (const id of pending) {
    if (arrivals.has(id) || !base.has(id)) continue;
    arrived.push(id);
    if (arrived.length < AT_ONCE) continue;
    await tell(context, arrived);
    arrived = [];
  }
  if (arrived.length > 0) await tell(context, arrived);
}

/** What was told is kept at once: what comes back of it is no news to anyone. */
async function tell(
  { state, salesforce, clock, log, signal }: CycleContext,
  arrived: readonly string[],
): Promise<void> {
  signal.throwIfAborted();
  const since = clock.now().toISOString();
  const refusals = await salesforce.tellRecords(
    arrived.map((id) => ({ object: 'Implementation_Request__c', id, fields: { Backlog_Since__c: since } })),
  );
  state.transaction(() => {
    for (const [index, id] of arrived.entries()) if (refusals[index] === undefined) state.arrivals.add(id);
  });
  const reason = refusals.find((refusal) => refusal !== undefined);
  if (reason !== undefined) log.warn({ reason }, 'Salesforce does not take over since when rows stand in the backlog');
}
