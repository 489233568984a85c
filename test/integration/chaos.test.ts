import { expect, test } from '@jest/globals';
import { runHistories } from '../../scripts/chaos/run-histories.ts';
import { SIDES } from '../../scripts/chaos/sides.ts';

/** Processor time. */
const WITHIN_MS = 10_000;
const SEEDS = 1_000_000;

test('random histories leave every mirror as it should be, and break no invariant', async () => {
  const seed = Date.now() % SEEDS;
  const lines = [`histories from seed ${seed}`];
  const { histories, failed } = await runHistories({
    ...{ histories: Infinity, seed, sides: SIDES, withinMs: WITHIN_MS },
    tell: (line) => lines.push(line),
  });
  process.stderr.write(`${histories} ${lines.join('\n')}\n`);

  expect(failed).toEqual([]);
  expect(histories).toBeGreaterThan(0);
}, 300_000);
