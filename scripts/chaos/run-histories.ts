import type { Side } from './sides.ts';
import { addTo, type Tally } from './tally.ts';
import { tryHistory } from './try-history.ts';
import type { Summary } from './verdict.ts';
import { makePausesVirtual } from './virtual-pauses.ts';
import { createWorld } from './world.ts';

interface Options {
  histories: number;
  /** Of the first history; the others follow by one. */
  seed: number;
  sides: readonly Side[];
  /** Ends before all have run, once they have taken so much processor time. */
  withinMs?: number;
  /** Whether each line of a history is told as it happens. */
  isTelling?: boolean;
  tell: (line: string) => void;
}

/** Runs histories one after the other in one world, in this process. What fails is told with its seed. */
export async function runHistories(options: Options): Promise<Summary> {
  const { histories, seed: first, sides, withinMs = Infinity, isTelling = false, tell } = options;
  const world = await createWorld();
  const restorePauses = makePausesVirtual(world.clock);
  const failed: number[] = [];
  const tally: Tally = {};
  const [begun, busyBefore] = [Date.now(), process.cpuUsage()];
  const busyMs = (): number => {
    const { user, system } = process.cpuUsage(busyBefore);
    return (user + system) / 1000;
  };
  let done = 0;
  try {
    for (; done < histories && busyMs() < withinMs; done += 1) {
      const hear = isTelling ? tell : undefined;
      const { seed, failure, tally: more } = await tryHistory(world, first + done, sides, { hear });
      addTo(tally, more);
      if (failure === undefined) continue;
      failed.push(seed);
      for (const line of failure) tell(line);
    }
  } finally {
    restorePauses();
    await world.close();
  }
  return { histories: done, failed, seconds: (Date.now() - begun) / 1000, tally };
}
