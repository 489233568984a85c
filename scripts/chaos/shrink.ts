import type { History } from './history.ts';
import type { Outcome } from './run-history.ts';

/** How a problem begins: the invariant that it breaks, where it breaks one. */
const KIND = /^\S+/;

/** Leaves out every step without which the same still breaks, and answers how the shortest history ended. */
export async function shrink(
  history: History,
  first: Outcome,
  run: (history: History) => Promise<Outcome>,
): Promise<Outcome> {
  let { steps } = history;
  let outcome = first;
  const [kind] = first.problems.map(kindOf);
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const fewer = steps.toSpliced(at, 1);
    const without = await run({ ...history, steps: fewer });
    if (!without.problems.some((problem) => kindOf(problem) === kind)) continue;
    [steps, outcome] = [fewer, without];
  }
  return outcome;
}

function kindOf(problem: string): string | undefined {
  return KIND.exec(problem)?.[0];
}
