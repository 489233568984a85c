import { drawHistory } from './history.ts';
import { runHistory } from './run-history.ts';
import type { Side } from './service.ts';
import { shrink } from './shrink.ts';
import { makePausesVirtual } from './virtual-pauses.ts';
import { createWorld } from './world.ts';

interface Options {
  histories: number;
  /** Of the first history; the others follow by one. */
  seed: number;
  sides: readonly Side[];
  /** Ends before all have run, once so much time has passed. */
  withinMs?: number;
  /** Whether histories that go well are told, too. */
  isTelling?: boolean;
  tell: (line: string) => void;
}

export interface Summary {
  histories: number;
  /** Seeds of those that broke something. */
  failed: number[];
  /** Without the boot of the org. */
  seconds: number;
}

/** Runs histories one after the other in one world. What fails is told with its seed, shortened as far as it goes. */
export async function runHistories(options: Options): Promise<Summary> {
  const { histories, seed: first, sides, withinMs = Infinity, isTelling = false, tell } = options;
  const world = await createWorld();
  const restorePauses = makePausesVirtual(world.clock);
  const failed: number[] = [];
  const begun = Date.now();
  let done = 0;
  try {
    for (; done < histories && Date.now() - begun < withinMs; done += 1) {
      const history = drawHistory(first + done, sides);
      const outcome = await runHistory(world, history, sides);
      if (isTelling) for (const line of outcome.told) tell(line);
      if (outcome.problems.length === 0) continue;
      failed.push(history.seed);
      const shorter = await shrink(history, outcome, (one) => runHistory(world, one, sides));
      tell(`seed ${history.seed} fails; npm run chaos -- --sides ${sides.join()} --replay ${history.seed}`);
      for (const line of [...shorter.told, ...shorter.problems]) tell(`  ${line}`);
    }
  } finally {
    restorePauses();
    await world.close();
  }
  return { histories: done, failed, seconds: (Date.now() - begun) / 1000 };
}
