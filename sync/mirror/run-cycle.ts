import { HOUR } from '../clock.ts';
import { SyncError, toError } from '../errors.ts';
import type { OrgModel } from '../salesforce/index.ts';
import { hideSecrets } from '../secrets.ts';
import type { CycleRecord } from '../state/index.ts';
import type { Context, CycleContext, Tally } from './context.ts';
import { importTab, type ImportReport } from './import-sheet.ts';
import { listenForChanges } from './listen.ts';
import { createSheetMirror } from './mirror-sheet.ts';
import { mirrorSlack } from './mirror-slack.ts';
import { mirrorVitally } from './mirror-vitally.ts';
import { createOrgClock } from './org-clock.ts';
import { planCycle, type CyclePlan } from './plan-cycle.ts';
import { pull, type Pulled } from './pull.ts';
import { tellTrouble } from './tell-trouble.ts';

/** Labels and fields change seldom. */
const MODEL_FOR_MS = HOUR;

export interface Mirrors {
  /** Runs one cycle and answers what it did. A cycle that another process is running is a StateLockedError. */
  runCycle(signal: AbortSignal): Promise<CycleRecord>;
  /** Says what the next cycle would do, and does none of it. The context's memory must be a copy: it is used up. */
  plan(): Promise<CyclePlan>;
  /** Reads what changed, then takes over, or says what would be taken over, from a tab that people kept themselves. */
  importTab(title: string, confirmed: boolean): Promise<ImportReport>;
  /** Wakes at each change in Salesforce that the service did not make itself, until the signal fires. */
  listen(wake: () => void, signal: AbortSignal): Promise<void>;
}

/** Salesforce and its mirrors. No destination waits for another, and none loses what it missed. */
export function createMirrors(connected: Context): Mirrors {
  const { state, clock, salesforce } = connected;
  const orgClock = createOrgClock(clock);
  const context = { ...connected, clock: orgClock };
  const sheetMirror = createSheetMirror();
  let model: { value: OrgModel; readAt: number } | undefined;

  async function freshModel(): Promise<OrgModel> {
    const now = clock.now().getTime();
    if (model === undefined || now - model.readAt >= MODEL_FOR_MS) {
      model = { value: await salesforce.readModel(), readAt: now };
    }
    return model.value;
  }

  async function cycle(signal: AbortSignal): Promise<CycleRecord> {
    const startedAt = clock.now();
    const callsBefore = countCalls(context);
    const tally = newTally();
    const failures: Record<string, string> = {};

    async function attempt<Result>(part: string, work: () => Promise<Result>): Promise<Result | undefined> {
      try {
        return await work();
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        const error = toError(thrown);
        failures[part] = hideSecrets(error.message);
        context.log.warn({ part, kind: error instanceof SyncError ? error.kind : undefined, error }, 'part failed');
        return undefined;
      }
    }

    let pulled: Pulled | undefined;
    const known = await attempt('salesforce', async () => {
      const cycleContext: CycleContext = { ...context, ...(await freshModel()), signal, tally };
      pulled = await pull(cycleContext);
      orgClock.learn(pulled.serverTime);
      return cycleContext;
    });
    const cycleContext = known ?? (model && { ...context, ...model.value, signal, tally });
    const { vitally, slack } = context;
    if (cycleContext !== undefined) await attempt('sheet', () => sheetMirror.run(cycleContext));
    if (cycleContext !== undefined && vitally) await attempt('vitally', () => mirrorVitally(cycleContext, vitally));
    if (cycleContext !== undefined && slack) await attempt('slack', () => mirrorSlack(cycleContext, slack));

    await tellTrouble(context, failures);

    const durationMs = clock.now().getTime() - startedAt.getTime();
    const lag = lagOf(pulled, durationMs);
    const record: CycleRecord = {
      startedAt: startedAt.toISOString(),
      durationMs,
      calls: difference(countCalls(context), callsBefore),
      ...tally,
      waiting: state.vitally.listAbsent('waiting').length,
      ...(lag !== undefined && { lagMs: lag }),
      ...(salesforce.usage !== undefined && { usage: salesforce.usage }),
      failures,
    };
    state.runs.add(record);
    return record;
  }

  async function aloneContext(): Promise<CycleContext> {
    return { ...context, ...(await freshModel()), signal: new AbortController().signal, tally: newTally() };
  }

  return {
    runCycle: (signal) => state.lease.hold(() => cycle(signal)),
    plan: async () => planCycle(await aloneContext()),
    importTab: (title, confirmed) =>
      state.lease.hold(async () => {
        const alone = await aloneContext();
        await pull(alone);
        return importTab(alone, title, confirmed);
      }),
    listen: (wake, signal) => listenForChanges(context, wake, signal),
  };
}

function newTally(): Tally {
  return { records: 0, rows: 0, cells: 0, edits: 0, refusals: 0, conflicts: 0, traits: 0, messages: 0 };
}

/** The server told its time when the pull was answered; what came after took as long as the cycle at most. */
function lagOf(pulled: Pulled | undefined, durationMs: number): number | undefined {
  if (pulled?.oldestChange === undefined) return undefined;
  return Math.max(0, pulled.serverTime.getTime() - pulled.oldestChange.getTime()) + durationMs;
}

function countCalls({ salesforce, sheets, vitally, slack }: Context): CycleRecord['calls'] {
  return {
    signIns: salesforce.signIns + sheets.signIns,
    salesforce: salesforce.calls,
    sheetReads: sheets.reads,
    sheetWrites: sheets.writes,
    vitally: vitally?.calls ?? 0,
    slack: slack?.calls ?? 0,
  };
}

function difference(after: CycleRecord['calls'], before: CycleRecord['calls']): CycleRecord['calls'] {
  return {
    signIns: after.signIns - before.signIns,
    salesforce: after.salesforce - before.salesforce,
    sheetReads: after.sheetReads - before.sheetReads,
    sheetWrites: after.sheetWrites - before.sheetWrites,
    vitally: after.vitally - before.vitally,
    slack: after.slack - before.slack,
  };
}
