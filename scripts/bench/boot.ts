import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptCode } from '../joined-code/index.ts';
import { EMULATOR_NODE_OPTIONS } from '../emulator-node-options.ts';
import { joinCode } from '../joined-code/join-code.ts';
import { timeToReady } from './time-to-ready.ts';

const CACHES = ['compiled-code', 'joined-code', 'source-documents'].map((name) =>
  fileURLToPath(new URL(`../../node_modules/.cache/${name}`, import.meta.url)),
);
const ENTRY = 'emulators/main.ts';
const WARM_STARTS = 5;

/** Milliseconds from the start of the process to its ready line. */
export interface BootFigures {
  /** As the very first time on a machine. */
  coldMs: number;
  /** The middle one of several more. */
  warmMs: number;
}

/** Boots an org from a project, our own when none is given. */
export async function benchBoot(source?: string): Promise<BootFigures> {
  const command = [...EMULATOR_NODE_OPTIONS, 'scripts/run.js', ENTRY, '--port', '0', '--only', 'salesforce'];
  if (source !== undefined) command.push('--source', source);
  for (const folder of CACHES) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const coldMs = await timeToReady(command);
  const entry = resolve(ENTRY);
  await joinCode(entry, keptCode(entry));
  await timeToReady(command);
  const warm: number[] = [];
  for (let round = 0; round < WARM_STARTS; round += 1) warm.push(await timeToReady(command));
  const [warmMs = NaN] = warm.toSorted((one, other) => one - other).slice(Math.floor(WARM_STARTS / 2));
  return { coldMs, warmMs };
}
