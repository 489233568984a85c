import type { Side } from './sides.ts';
import type { Tally } from './tally.ts';

/** What became of one seed. */
export interface Verdict {
  seed: number;
  /** What is told of a history that failed: the command that replays it, its shortest form, what it broke. */
  failure: string[] | undefined;
  /** How often each thing happened in it. */
  tally: Tally;
}

/** What became of many. */
export interface Summary {
  histories: number;
  /** Seeds of those that broke something. */
  failed: number[];
  /** Without the boot of the org. */
  seconds: number;
  /** How often each thing happened in all of them. */
  tally: Tally;
}

export function failureOf(seed: number, sides: readonly Side[], why = 'fails'): string[] {
  return [`seed ${seed} ${why}; npm run chaos -- --sides ${sides.join()} --replay ${seed}`];
}
