// npm run chaos -- --histories N --seed S [--sides sheet|vitally|slack|all] [--replay SEED]: lets random histories of
// changes, edits, faults and deaths happen to the service and judges what they leave. A history is known by its seed.
import { parseArgs } from 'node:util';
import { runHistories } from './chaos/run-histories.ts';
import { SIDES, type Side } from './chaos/service.ts';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    sides: { type: 'string', default: 'all' },
    replay: { type: 'string' },
  },
});

const sides = values.sides === 'all' ? SIDES : SIDES.filter((side: Side) => values.sides.split(',').includes(side));
const isReplay = values.replay !== undefined;
const { failed, histories, seconds } = await runHistories({
  histories: isReplay ? 1 : Number(values.histories),
  seed: Number(values.replay ?? values.seed),
  sides,
  isTelling: isReplay,
  tell: (line) => process.stdout.write(`${line}\n`),
});
const rate = Math.round((histories / seconds) * 100) / 100;
process.stdout.write(`${JSON.stringify({ histories, failed, seconds, perSecond: rate })}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
