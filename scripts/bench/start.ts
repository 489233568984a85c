import { resolve } from 'node:path';
import { EMULATOR_NODE_OPTIONS } from '../emulator-node-options.ts';
import { joinCode } from '../joined-code/join-code.ts';
import { keptCode } from '../joined-code/index.ts';
import { timeToReady } from './time-to-ready.ts';

const ROUNDS = 10;
const EVERYTHING = 'scripts/start.ts';
const EMULATORS = 'emulators/main.ts';

/** Milliseconds from the start of a process to its ready line, and how many times as long as Node alone that takes. */
interface Times {
  minMs: number;
  medianMs: number;
  /** Of the smallest, by which machines and days compare. */
  ratio: number;
}

/** Starts for which everything is kept that is kept. */
export interface StartFigures {
  nodeAloneMs: number;
  everything: Times;
  emulators: Times;
  orgAlone: Times;
}

export async function benchStart(): Promise<StartFigures> {
  for (const entry of [EVERYTHING, EMULATORS].map((file) => resolve(file))) await joinCode(entry, keptCode(entry));
  const alone = await measure(['--eval', "process.stdout.write('ready \\n')"], 1);
  return {
    nodeAloneMs: alone.minMs,
    everything: await measure([...EMULATOR_NODE_OPTIONS, 'scripts/run.js', EVERYTHING, '--port', '0'], alone.minMs),
    emulators: await measure([...EMULATOR_NODE_OPTIONS, 'scripts/run.js', EMULATORS, '--port', '0'], alone.minMs),
    orgAlone: await measure(
      [...EMULATOR_NODE_OPTIONS, 'scripts/run.js', EMULATORS, '--port', '0', '--only', 'salesforce'],
      alone.minMs,
    ),
  };
}

async function measure(command: string[], aloneMs: number): Promise<Times> {
  // The first start may boot the org and build the pages, and leaves what V8 made of the code.
  await timeToReady(command);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await timeToReady(command));
  const [minMs = NaN, ...others] = times.toSorted((one, other) => one - other);
  const medianMs = others[ROUNDS / 2 - 1] ?? NaN;
  return { minMs, medianMs, ratio: Math.round((minMs / aloneMs) * 10) / 10 };
}
