// npm run chaos -- --histories N --seed S [--jobs J] [--sides sheet,vitally,slack] [--replay SEED] [--count]: lets random
// histories of changes, edits, faults and deaths happen to the service and judges what they leave. A history is known by
// its seed. --count tells how often each thing happened; --worker and --stalled-ms are for the test of this command.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runInWorkers } from './chaos/run-in-workers.ts';
import { SIDES, type Side } from './chaos/sides.ts';
import { tellTally } from './chaos/tally.ts';
import type { Summary } from './chaos/verdict.ts';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    sides: { type: 'string', default: 'all' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    replay: { type: 'string' },
    count: { type: 'boolean', default: false },
    worker: { type: 'string' },
    'stalled-ms': { type: 'string' },
  },
});

const sides = values.sides === 'all' ? SIDES : SIDES.filter((side: Side) => values.sides.split(',').includes(side));
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(): Promise<Summary> {
  if (values.replay !== undefined) {
    const { runHistories } = await import('./chaos/run-histories.ts');
    return runHistories({ histories: 1, seed: Number(values.replay), sides, isTelling: true, tell });
  }
  return runInWorkers({
    ...{ histories: Number(values.histories), seed: Number(values.seed), jobs: Number(values.jobs), sides, tell },
    ...(values.worker !== undefined && { worker: values.worker }),
    ...(values['stalled-ms'] !== undefined && { stalledMs: Number(values['stalled-ms']) }),
  });
}

const { failed, histories, seconds, tally } = await run();
if (values.count) for (const line of tellTally(tally)) tell(line);
const perSecond = Math.round((histories / seconds) * 100) / 100;
const seed = Number(values.replay ?? values.seed);
tell(JSON.stringify({ seed, histories, failed, seconds, perSecond, kinds: Object.keys(tally).length }));
process.exitCode = failed.length > 0 ? 1 : 0;
