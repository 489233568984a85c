import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Milliseconds from the start of a process to its ready line, after which it is ended. */
export async function timeToReady(command: string[]): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  let elapsed: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('ready ')) continue;
    elapsed = Math.round(performance.now() - begun);
    break;
  }
  child.kill('SIGTERM');
  await exited;
  if (elapsed === undefined) throw new Error(`${command.join(' ')} ended before it was ready`);
  return elapsed;
}
