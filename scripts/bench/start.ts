import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Milliseconds from the start of a process to its ready line, pages already built. */
export interface StartFigures {
  everythingMs: number;
  emulatorsMs: number;
  orgAloneMs: number;
}

export async function benchStart(): Promise<StartFigures> {
  // The first start may build the pages, which is not what is measured.
  await timeToReady(['scripts/start.ts', '--port', '0']);
  return {
    everythingMs: await timeToReady(['scripts/start.ts', '--port', '0']),
    emulatorsMs: await timeToReady(['emulators/main.ts', '--port', '0']),
    orgAloneMs: await timeToReady(['emulators/main.ts', '--port', '0', '--only', 'salesforce']),
  };
}

async function timeToReady(command: string[]): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('ready ')) break;
  }
  const elapsed = Math.round(performance.now() - begun);
  child.kill('SIGTERM');
  await exited;
  return elapsed;
}
