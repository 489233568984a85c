import { startEmulators, type RunningEmulators } from '../../emulators/index.ts';
import { countCalls, forgetCalls } from './calls.ts';
import { fillByCopy } from './mirror/fill-by-copy.ts';
import { createPeers } from './mirror/peers.ts';
import { startSyncProcess } from './sync-process.ts';

const QUARTER_OF_AN_HOUR = 15 * 60 * 1000;
const MINUTE = 60 * 1000;
const CHANGES = [0, 1, 100, 2_000] as const;

/** More changes than this take the first peer a request each, of which nothing new is learned. */
const MOST_ROW_BY_ROW = 100;

export interface MirrorFigures {
  salesforce: number;
  sheetsReads: number;
  sheetsWrites: number;
  bytesSent: number;
  bytesRead: number;
  wallMs: number;
}

export interface MirrorBench {
  rows: number;
  firstLoad: MirrorFigures;
  changed: Record<string, MirrorFigures>;
  peers: Record<string, Record<string, MirrorFigures>>;
  /** The most memory that the service held, in MB. */
  peakMb: number;
}

/** The mirror of the sheet beside two other ways to write to one, on the same emulators. */
export async function benchMirror(rows: number): Promise<MirrorBench> {
  const emulators = await startEmulators({ only: ['salesforce', 'google-sheets'] });
  const { salesforce, googleSheets, clock, environment } = emulators;
  if (salesforce === undefined || googleSheets === undefined) throw new RangeError('Not all emulators started');
  try {
    const org = fillByCopy(salesforce, rows);
    await using sync = startSyncProcess(environment);
    let peakMb = 0;
    const cycle = async (): Promise<void> => {
      ({ peakMb } = await sync.runCycle());
    };
    const firstLoad = await measure(emulators, cycle);
    clock.advance(QUARTER_OF_AN_HOUR);
    await cycle();
    const changed: MirrorBench['changed'] = {};
    for (const count of CHANGES) {
      // What was saved a moment ago is read again for some minutes; a quota is a minute's.
      clock.advance(QUARTER_OF_AN_HOUR - MINUTE);
      await cycle();
      clock.advance(MINUTE);
      org.change(count);
      changed[count] = await measure(emulators, cycle);
    }
    await fetch(`${googleSheets.url}/_emulator/quotas`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"perMinute":null}',
    });
    const peers: MirrorBench['peers'] = {};
    for (const peer of await createPeers(googleSheets, rows)) {
      const figures: Record<string, MirrorFigures> = {};
      for (const [round, count] of CHANGES.entries()) {
        if (count > MOST_ROW_BY_ROW && peer.name.includes('row by row')) continue;
        figures[count] = await measure(emulators, () => peer.update(count, round));
      }
      peers[peer.name] = figures;
    }
    return { rows, firstLoad, changed, peers, peakMb };
  } finally {
    await emulators.close();
  }
}

async function measure(emulators: RunningEmulators, work: () => Promise<void>): Promise<MirrorFigures> {
  forgetCalls(emulators);
  const begun = performance.now();
  await work();
  const wallMs = Math.round(performance.now() - begun);
  const { salesforce, sheetsReads, sheetsWrites } = countCalls(emulators);
  const requests = emulators.googleSheets?.requests.list() ?? [];
  const sum = (bytesOf: (request: (typeof requests)[number]) => number): number =>
    requests.reduce((total, request) => total + bytesOf(request), 0);
  return {
    ...{ salesforce, sheetsReads, sheetsWrites, wallMs },
    bytesSent: sum(({ bytesIn }) => bytesIn),
    bytesRead: sum(({ bytesOut }) => bytesOut),
  };
}
