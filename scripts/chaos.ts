// npm run chaos -- --histories N --seed S [--jobs J] [--sides sheet,vitally,slack] [--replay SEED]: lets random histories
// of changes, edits, faults and deaths happen to the service and judges what they leave. A history is known by its seed.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runHistories } from './chaos/run-histories.ts';
import { runInWorkers } from './chaos/run-in-workers.ts';
import { SIDES, type Side } from './chaos/service.ts';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    sides: { type: 'string', default: 'all' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    replay: { type: 'string' },
  },
});

const sides = values.sides === 'all' ? SIDES : SIDES.filter((side: Side) => values.sides.split(',').includes(side));
const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const { failed, histories, seconds } =
  values.replay === undefined
    ? await runInWorkers({
        ...{ histories: Number(values.histories), seed: Number(values.seed), jobs: Number(values.jobs), sides, tell },
      })
    : await runHistories({ histories: 1, seed: Number(values.replay), sides, isTelling: true, tell });
const rate = Math.round((histories / seconds) * 100) / 100;
tell(JSON.stringify({ seed: Number(values.replay ?? values.seed), histories, failed, seconds, perSecond: rate }));
process.exitCode = failed.length > 0 ? 1 : 0;
