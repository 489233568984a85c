import { createRandom } from '../../emulators/core/index.ts';
import type { Side } from './sides.ts';
import type { StepName } from './steps.ts';

/** What happens in one history. Each step draws from a seed of its own, so that one can be left out. */
export interface History {
  seed: number;
  isRough: boolean;
  steps: readonly { name: StepName; seed: number }[];
}

const FEWEST_STEPS = 8;
const MOST_STEPS = 20;

/** How often each step is drawn, by what it needs. */
const WEIGHTS: Record<Side | 'always', Partial<Record<StepName, number>>> = {
  always: {
    ...{ file: 2, nextSteps: 3, triageNotes: 2, rank: 2, close: 2, status: 1, remove: 1, bringBack: 1 },
    ...{ renameAccount: 1, reparent: 1, lateCommit: 2, newCustomer: 1 },
    ...{ purge: 1, rankBatch: 1 },
    ...{ fault: 4, cycle: 8, death: 4, restart: 1, wait: 2 },
  },
  sheet: { person: 5, typing: 6, typedRanks: 1, meddledCycle: 3 },
  vitally: {
    account: 2,
    undocumented: 1,
    deploy: 3,
    target: 2,
    size: 2,
    news: 2,
    correctNews: 2,
    document: 2,
    dropDocument: 1,
    advisor: 3,
    churn: 1,
    mergeAccount: 1,
  },
  slack: { decide: 4, lostPost: 2, takeOut: 1, archive: 1 },
};

export function drawHistory(seed: number, sides: readonly Side[]): History {
  const random = createRandom(seed);
  const weighted = (['always', ...sides] as const).flatMap((side) => Object.entries(WEIGHTS[side])) as [
    StepName,
    number,
  ][];
  const all = weighted.flatMap(([name, weight]) => Array.from({ length: weight }, () => name));
  const draw = (name?: StepName): History['steps'][number] => {
    const drawn = all[Math.floor(random() * all.length)] ?? 'cycle';
    return { name: name ?? drawn, seed: Math.floor(random() * 1_000_000) };
  };
  const isRough = random() < 0.4;
  const count = FEWEST_STEPS + Math.floor(random() * (MOST_STEPS - FEWEST_STEPS));
  const first = random() < 0.2 ? [draw('death'), draw('cycle')] : [draw('cycle')];
  const own = sides.includes('sheet') ? [draw('ownColumn')] : [];
  const variants = sides.includes('vitally') && random() < 0.5 ? [draw('variants')] : [];
  return { seed, isRough, steps: [...variants, ...first, ...own, ...Array.from({ length: count }, () => draw())] };
}
