import { startEmulators } from '../../emulators/index.ts';
import { countCalls, forgetCalls, type Calls } from './calls.ts';
import { fillOrg } from './fill-org.ts';
import { startSyncProcess } from './sync-process.ts';

export interface CycleFigures extends Calls {
  /** The cycle alone, as the service's own run log has it. */
  cycleMs: number;
}

export type CycleBench = Record<'firstLoad' | 'changed0' | 'changed1' | 'changed100', CycleFigures> & {
  /** The most memory the service held over all of them, in MB. */
  peakMb: number;
};

const PARTS = ['salesforce', 'google-sheets', 'vitally', 'slack'] as const;
const QUARTER_OF_AN_HOUR = 15 * 60 * 1000;
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** One running service: the first load, then cycles in which 0, 1 and 100 requests have changed. */
export async function benchCycle(size: { requests: number; accounts: number }): Promise<CycleBench> {
  const emulators = await startEmulators({ only: PARTS });
  try {
    const org = fillOrg(emulators, size);
    // An org that has been in use for a while: what was filed days ago is mirrored, but no longer announced.
    emulators.clock.advance(WEEK);
    await using sync = startSyncProcess(emulators.environment);
    let peakMb = 0;
    const measure = async (): Promise<CycleFigures> => {
      forgetCalls(emulators);
      const report = await sync.runCycle();
      peakMb = report.peakMb;
      return { ...countCalls(emulators), cycleMs: report.cycleMs };
    };

    const firstLoad = await measure();
    // What was saved a moment ago is read again for some minutes, in case a late commit hides among it. That passes.
    emulators.clock.advance(QUARTER_OF_AN_HOUR);
    await sync.runCycle();
    const changed0 = await measure();
    org.change(1);
    const changed1 = await measure();
    emulators.clock.advance(QUARTER_OF_AN_HOUR);
    org.change(100);
    const changed100 = await measure();
    return { firstLoad, changed0, changed1, changed100, peakMb };
  } finally {
    await emulators.close();
  }
}
