import { startEmulators } from '../../emulators/index.ts';
import { countCalls, forgetCalls, type Calls } from './calls.ts';
import { fillOrg } from './fill-org.ts';
import { runSyncOnce } from './sync-process.ts';

export interface CycleFigures extends Calls {
  /** The cycle alone, as the service's own run log has it. */
  cycleMs: number;
  peakMb: number;
}

const PARTS = ['salesforce', 'google-sheets', 'vitally', 'slack'] as const;

/** The first load, then cycles in which 0, 1 and 100 requests have changed. */
export async function benchCycle(size: {
  requests: number;
  accounts: number;
}): Promise<Record<'firstLoad' | 'changed0' | 'changed1' | 'changed100', CycleFigures>> {
  const emulators = await startEmulators({ only: PARTS });
  try {
    const org = fillOrg(emulators, size);
    const measure = async (): Promise<CycleFigures> => {
      forgetCalls(emulators);
      const run = await runSyncOnce(emulators.environment);
      if (run.exitCode !== 0) throw new Error(`The service ended with ${String(run.exitCode)}:\n${run.output}`);
      return { ...countCalls(emulators), cycleMs: cycleTime(run.output), peakMb: run.peakMb };
    };

    const firstLoad = await measure();
    const changed0 = await measure();
    org.change(1);
    const changed1 = await measure();
    org.change(100);
    const changed100 = await measure();
    return { firstLoad, changed0, changed1, changed100 };
  } finally {
    await emulators.close();
  }
}

/** The `durationMs` of the last line of the service's log that tells one. */
function cycleTime(output: string): number {
  const durations = [...output.matchAll(/"durationMs":(\d+)/g)].map((match) => Number(match[1]));
  return durations.at(-1) ?? NaN;
}
