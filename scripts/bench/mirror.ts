import { startEmulators, type RunningEmulators } from '../../emulators/index.ts';
import { countCalls, forgetCalls } from './calls.ts';
import { countCells, type CellCounter } from './mirror/count-cells.ts';
import { fillByCopy } from './mirror/fill-by-copy.ts';
import { createPeers } from './mirror/peers.ts';
import { startSyncProcess, type CycleReport } from './sync-process.ts';

const QUARTER_OF_AN_HOUR = 15 * 60 * 1000;
const MINUTE = 60 * 1000;
const CHANGES = [0, 1, 100, 2_000] as const;

/** More changes than this take the first peer a request each: it does so many, and what they take is scaled. */
const MOST_ROW_BY_ROW = 100;

/** At most so many columns are compared beside those of people, and so many cells at once. */
const CHECKED_COLUMNS = 60;
const CHECKED_AT_ONCE = 250_000;

/** Of so many requests, or all where there are fewer. */
const BURST = 10_000;

export interface MirrorFigures {
  salesforce: number;
  sheetsReads: number;
  sheetsWrites: number;
  cellsRead: number;
  bytesSent: number;
  bytesRead: number;
  wallMs: number;
}

/** Of a peer that did only so many of the changes: what these took beyond a round without changes is scaled to all. */
export interface PeerFigures extends MirrorFigures {
  scaledFrom?: number;
}

/** Of the service also its own processor time, without what the emulators need. */
export interface SyncFigures extends MirrorFigures {
  cpuMs: number;
}

export interface MirrorBench {
  rows: number;
  /** With the rows that the service's processor time is enough for in a second, and the most memory it held by then. */
  firstLoad: SyncFigures & { rowsPerSecond: number; peakMb: number };
  /** A cycle without changes that compares what people do not edit, too: a few follow one another, in use four times an hour. */
  comparison: SyncFigures;
  changed: Record<string, SyncFigures>;
  burst: SyncFigures & { changes: number };
  peers: Record<string, Record<string, PeerFigures>>;
  /** The most memory that the service held over all of it, in MB. */
  peakMb: number;
}

/** The mirror of the sheet beside two other ways to write to one, on the same emulators, for each of the sizes. */
export async function benchMirror(sizes: readonly number[]): Promise<MirrorBench[]> {
  const figures: MirrorBench[] = [];
  for (const rows of sizes) figures.push(await benchSize(rows));
  return figures;
}

async function benchSize(rows: number): Promise<MirrorBench> {
  const emulators = await startEmulators({ only: ['salesforce', 'google-sheets'] });
  const { salesforce, googleSheets, clock, environment } = emulators;
  if (salesforce === undefined || googleSheets === undefined) throw new RangeError('Not all emulators started');
  try {
    const org = fillByCopy(salesforce, rows);
    clock.advance(QUARTER_OF_AN_HOUR);
    await using cells = await countCells(googleSheets.url);
    // The minutes of the service are the machine's, and hours of the org pass in one of them: it is the emulator that counts.
    // What is done every quarter of an hour or every night is kept apart, so that changes are measured by themselves.
    await using sync = startSyncProcess({
      ...environment,
      ...{ GOOGLE_SHEETS_URL: cells.url, SHEETS_REQUESTS_PER_MINUTE: '1000' },
      ...{ SHEET_CHECK_MINUTES: '100000', RECONCILE_HOUR: String((clock.now().getUTCHours() + 12) % 24) },
    });
    const cycle = async (): Promise<SyncFigures & CycleReport> => {
      let report: CycleReport | undefined;
      const figures = await measure(emulators, cells, async () => {
        report = await sync.runCycle();
      });
      if (report === undefined) throw new RangeError('The cycle told nothing');
      return { ...figures, ...report };
    };
    /** What was saved a moment ago is read again for some minutes; a quota is a minute's. */
    const settle = async (): Promise<void> => {
      clock.advance(QUARTER_OF_AN_HOUR - MINUTE);
      await cycle();
      clock.advance(MINUTE);
    };
    const first = await cycle();
    const firstLoad = {
      ...toFigures(first),
      rowsPerSecond: Math.round((rows / first.cpuMs) * 1000),
      peakMb: first.peakMb,
    };
    await settle();
    const comparison = toFigures(await cycle());
    for (let left = rows * CHECKED_COLUMNS; left > 0; left -= CHECKED_AT_ONCE) await cycle();
    await settle();
    const changed: MirrorBench['changed'] = {};
    for (const count of CHANGES) {
      org.change(count);
      changed[count] = toFigures(await cycle());
      await settle();
    }
    const changes = Math.min(BURST, rows);
    org.change(changes);
    const last = await cycle();
    const burst = { changes, ...toFigures(last) };
    const peers = await benchPeers(emulators, googleSheets, cells, rows);
    return { rows, firstLoad, comparison, changed, burst, peers, peakMb: last.peakMb };
  } finally {
    await emulators.close();
  }
}

async function benchPeers(
  emulators: RunningEmulators,
  googleSheets: NonNullable<RunningEmulators['googleSheets']>,
  cells: CellCounter,
  rows: number,
): Promise<MirrorBench['peers']> {
  await fetch(`${googleSheets.url}/_emulator/quotas`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"perMinute":null}',
  });
  const peers: MirrorBench['peers'] = {};
  for (const peer of await createPeers(googleSheets, cells.url, rows)) {
    const figures: Record<string, PeerFigures> = {};
    for (const [round, count] of CHANGES.entries()) {
      const most = peer.isRowByRow ? MOST_ROW_BY_ROW : Infinity;
      const part = await measure(emulators, cells, () => peer.update(Math.min(count, most), round));
      const idle = figures[0];
      figures[count] = count <= most || idle === undefined ? part : scale(idle, part, most, count);
    }
    peers[peer.name] = figures;
  }
  return peers;
}

function scale(idle: MirrorFigures, part: MirrorFigures, done: number, all: number): PeerFigures {
  const scaled = (name: keyof MirrorFigures): number =>
    Math.round(idle[name] + ((part[name] - idle[name]) * all) / done);
  return {
    salesforce: scaled('salesforce'),
    sheetsReads: scaled('sheetsReads'),
    sheetsWrites: scaled('sheetsWrites'),
    cellsRead: scaled('cellsRead'),
    bytesSent: scaled('bytesSent'),
    bytesRead: scaled('bytesRead'),
    wallMs: scaled('wallMs'),
    scaledFrom: done,
  };
}

function toFigures(cycle: SyncFigures): SyncFigures {
  const { salesforce, sheetsReads, sheetsWrites, cellsRead, bytesSent, bytesRead, wallMs, cpuMs } = cycle;
  return { salesforce, sheetsReads, sheetsWrites, cellsRead, bytesSent, bytesRead, wallMs, cpuMs };
}

async function measure(
  emulators: RunningEmulators,
  cells: CellCounter,
  work: () => Promise<void>,
): Promise<MirrorFigures> {
  forgetCalls(emulators);
  cells.take();
  const begun = performance.now();
  await work();
  const wallMs = Math.round(performance.now() - begun);
  const { salesforce, sheetsReads, sheetsWrites } = countCalls(emulators);
  const requests = emulators.googleSheets?.requests.list() ?? [];
  const sum = (bytesOf: (request: (typeof requests)[number]) => number): number =>
    requests.reduce((total, request) => total + bytesOf(request), 0);
  return {
    ...{ salesforce, sheetsReads, sheetsWrites },
    cellsRead: cells.take(),
    bytesSent: sum(({ bytesIn }) => bytesIn),
    bytesRead: sum(({ bytesOut }) => bytesOut),
    wallMs,
  };
}
