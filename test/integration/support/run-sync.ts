import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Landscape } from './start-landscape.ts';

const MAIN = fileURLToPath(new URL('../../../sync/main.ts', import.meta.url));

export interface Ended {
  code: number | null;
  output: string;
  errors: string;
}

/** Starts the service's command in a process of its own. */
export function startSync(
  { environment }: Landscape,
  ...args: string[]
): { process: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [MAIN, ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, output, errors }));
  return { process: child, ended };
}
