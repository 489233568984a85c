import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 10;

export interface SyncRun {
  exitCode: number | null;
  /** From start to end of the process, which includes starting Node. */
  wallMs: number;
  /** The most memory the process ever held, in MB; as the kernel counted it, where there is /proc. */
  peakMb: number;
  output: string;
}

/** Runs one cycle of the service as a process of its own. */
export async function runSyncOnce(environment: Record<string, string>): Promise<SyncRun> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['sync/main.ts', '--once'], {
    env: { ...process.env, LOG_LEVEL: 'debug', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, highWaterMb(child.pid))), LOOK_EVERY_MS);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  return { exitCode, wallMs: Math.round(performance.now() - begun), peakMb: Math.round(peakMb), output };
}

function highWaterMb(pid: number | undefined): number {
  try {
    const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
    return Number(match?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
