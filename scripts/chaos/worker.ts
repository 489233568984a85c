// One of the processes that run-in-workers.ts starts: it gets seeds, one at a time, and says what became of each.
import type { Side } from './sides.ts';
import { tryHistory } from './try-history.ts';
import type { Verdict } from './verdict.ts';
import { makePausesVirtual } from './virtual-pauses.ts';
import { createWorld } from './world.ts';

/** What a worker is asked to do. */
export interface Task {
  seed: number;
  sides: readonly Side[];
}

/** What a worker says: it is ready for its first task, a history begins, or one came to its end. */
export type Word = { kind: 'ready' } | { kind: 'begins' } | { kind: 'ended'; verdict: Verdict };

function say(word: Word): void {
  if (process.connected) process.send?.(word);
}

const world = await createWorld();
makePausesVirtual(world.clock);
process.on('message', ({ seed, sides }: Task) => {
  const begins = (): void => say({ kind: 'begins' });
  // What is thrown here ends the process, which says enough.
  void tryHistory(world, seed, sides, { begins }).then((verdict) => say({ kind: 'ended', verdict }));
});
process.on('disconnect', () => void world.close().finally(() => process.exit()));
say({ kind: 'ready' });
