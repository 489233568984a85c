import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Ready } from '../../emulators/index.ts';
import { COMPILED_CODE } from './compiled-code.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm start` starts, as a process of its own, and what its ready line tells. */
export interface Groundwork extends AsyncDisposable {
  ready: Required<Ready>;
  process: ChildProcess;
}

/** Runs `npm start` on free ports, and waits for its ready line. Ends it at the end of the `await using` block. */
export function startGroundwork(...args: string[]): Promise<Groundwork> {
  return startGroundworkWith({}, ...args);
}

/** The same, with settings of the service. */
export async function startGroundworkWith(settings: Record<string, string>, ...args: string[]): Promise<Groundwork> {
  const child = spawn(process.execPath, ['scripts/run.js', 'scripts/start.ts', '--port', '0', ...args], {
    cwd: ROOT,
    env: { ...COMPILED_CODE, PATH: process.env['PATH'], GROUNDWORK_JOINED_CODE: 'off', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('ready ')) continue;
    return {
      ready: JSON.parse(line.slice('ready '.length)) as Required<Ready>,
      process: child,
      [Symbol.asyncDispose]: () => stop(child),
    };
  }
  throw new Error(`npm start ended before it was ready:\n${complaints}`);
}

/** Ends a process and waits until it is gone. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
