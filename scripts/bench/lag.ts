import { setTimeout as delay } from 'node:timers/promises';
import { createRandom } from '../../emulators/core/index.ts';
import { startEmulators } from '../../emulators/index.ts';
import { superviseSync } from '../supervise-sync.ts';
import { openDesk, type Desk } from './lag/desk.ts';

const POLL_MS = 2_000;
const SAMPLES = 24;
const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 60_000;

/** A schedule that does not come round meanwhile: whatever happens, change events have brought it about. */
const BY_EVENTS = { SALESFORCE_CHANGE_EVENTS: 'on', SYNC_SCHEDULE: '0 0 0 29 2 *' };

/** Milliseconds; `most` is what is aimed at for p95. */
export interface Lag {
  p50: number;
  p95: number;
  max: number;
  most: number;
}

export interface LagBench {
  /** Of the pauses between the samples: the same one waits the same. */
  seed: number;
  samples: number;
  pollMs: number;
  saveToRow: Lag;
  editToSalesforce: Lag;
  saveToRowByEvents: Lag;
}

/** How long it takes from a save to the sheet, and from an edit in the sheet to Salesforce, with all that `npm start` runs. */
export async function benchLag(seed: number): Promise<LagBench> {
  const random = createRandom(seed);
  const emulators = await startEmulators();
  try {
    const desk = openDesk(emulators);
    const sample = async (act: (text: string) => () => boolean): Promise<number> => {
      await delay(random() * POLL_MS);
      const isThere = act(`Agree on ${Math.floor(random() * 1e9)}`);
      const begun = performance.now();
      await until(isThere);
      return Math.round(performance.now() - begun);
    };
    const measure = async (act: (text: string) => () => boolean, most: number): Promise<Lag> => {
      const times: number[] = [];
      for (let turn = 0; turn < SAMPLES; turn += 1) times.push(await sample(act));
      return toLag(times, most);
    };

    const polling = superviseSync({ ...emulators.environment, SYNC_SCHEDULE: `*/${POLL_MS / 1000} * * * * *` });
    await polling.firstCycle;
    const saveToRow = await measure(desk.save, POLL_MS + 2_000);
    const editToSalesforce = await measure(desk.edit, POLL_MS + 3_000);
    await polling.stop();

    const woken = superviseSync({ ...emulators.environment, ...BY_EVENTS });
    await woken.firstCycle;
    await untilHeard(desk);
    const saveToRowByEvents = await measure(desk.save, 2_000);
    await woken.stop();
    return { seed, samples: SAMPLES, pollMs: POLL_MS, saveToRow, editToSalesforce, saveToRowByEvents };
  } finally {
    await emulators.close();
  }
}

/** Whoever begins to listen hears of what is saved from then on: saves until one arrives. */
async function untilHeard(desk: Desk): Promise<void> {
  const begun = performance.now();
  for (let turn = 0; performance.now() - begun < PATIENCE_MS; turn += 1) {
    const isThere = desk.save(`Listening ${turn}`);
    await delay(POLL_MS);
    if (isThere()) return;
  }
  throw new Error('No save woke the service');
}

async function until(isThere: () => boolean): Promise<void> {
  const begun = performance.now();
  while (!isThere()) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`Nothing arrived within ${PATIENCE_MS} ms`);
    await delay(LOOK_EVERY_MS);
  }
}

function toLag(times: readonly number[], most: number): Lag {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), max: at(1), most };
}
