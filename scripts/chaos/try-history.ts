import { drawHistory, type History } from './history.ts';
import { runHistory, type Outcome } from './run-history.ts';
import type { Side } from './sides.ts';
import { shrink } from './shrink.ts';
import { failureOf, type Verdict } from './verdict.ts';
import type { World } from './world.ts';

interface Trying {
  /** Hears each line of the history as it happens. */
  hear?: ((line: string) => void) | undefined;
  /** Hears each time that the history, or a shorter form of it, begins. */
  begins?: () => void;
}

/** A history that nothing comes of for so long has stalled, in milliseconds of the machine. */
const STALLED_MS = 240_000;

/** Lets the history of this seed happen. One that fails is shortened as far as it goes. */
export async function tryHistory(
  world: World,
  seed: number,
  sides: readonly Side[],
  { hear, begins }: Trying = {},
): Promise<Verdict> {
  const run = async (one: History): Promise<Outcome> => {
    begins?.();
    return unlessStalled(seed, () => runHistory(world, one, sides, hear));
  };
  const history = drawHistory(seed, sides);
  const outcome = await run(history);
  const { tally } = outcome;
  if (outcome.problems.length === 0) return { seed, failure: undefined, tally };
  const shortest = hear === undefined ? await shrink(history, outcome, run) : outcome;
  const failure = [...failureOf(seed, sides), ...[...shortest.told, ...shortest.problems].map(indented)];
  return { seed, failure, tally };
}

function indented(line: string): string {
  return `  ${line}`;
}

/** A history that has stalled holds the world: nothing else can happen in it. */
export class StalledError extends Error {
  override readonly name = 'StalledError';
}

async function unlessStalled(seed: number, work: () => Promise<Outcome>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StalledError(`seed ${seed} has stalled: nothing came of it for ${STALLED_MS / 1000} s`));
    }, STALLED_MS);
  });
  try {
    return await Promise.race([work(), stalled]);
  } finally {
    clearTimeout(timer);
  }
}
