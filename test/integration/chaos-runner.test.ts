import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const COMMAND = fileURLToPath(new URL('../../scripts/chaos.ts', import.meta.url));
const WORKER = fileURLToPath(new URL('support/failing-worker.ts', import.meta.url));

/** Of silence: far more than a worker needs that has nothing to do. */
const STALLED_MS = 4_000;

test('whatever becomes of a history, its seed is told, and the command fails', async () => {
  const child = spawn(process.execPath, [
    ...[COMMAND, '--histories', '5', '--seed', '1', '--jobs', '2', '--count'],
    ...['--worker', WORKER, '--stalled-ms', String(STALLED_MS)],
  ]);
  const [told] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const lines = told.trimEnd().split('\n');

  expect(child.exitCode).toBe(1);
  expect(lines).toEqual(
    expect.arrayContaining([
      'seed 2 ended its process with 3; npm run chaos -- --sides sheet,vitally,slack --replay 2',
      'seed 3 stalls; npm run chaos -- --sides sheet,vitally,slack --replay 3',
      'seed 4 ended its process with 1; npm run chaos -- --sides sheet,vitally,slack --replay 4',
      'seed 5 fails',
      '3 step cycle',
    ]),
  );
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ histories: 5, failed: [2, 3, 4, 5] });
}, 60_000);
