import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SYNC_NODE_OPTIONS } from '../sync-node-options.ts';

const HOST = fileURLToPath(new URL('./sync-host.ts', import.meta.url));

export interface CycleReport {
  /** What the service's own run log says. */
  cycleMs: number;
  /** Processor time of the whole process, in milliseconds: what the service's own work costs, without its waiting. */
  cpuMs: number;
  failures: Record<string, string>;
  /** The most memory the process held so far, in MB. */
  peakMb: number;
}

/** The service as a process of its own that runs a cycle when told. */
export interface SyncProcess extends AsyncDisposable {
  runCycle(): Promise<CycleReport>;
}

export function startSyncProcess(environment: Record<string, string>): SyncProcess {
  const child = fork(HOST, { env: { ...process.env, ...environment }, execArgv: SYNC_NODE_OPTIONS });
  return {
    async runCycle() {
      const answer = once(child, 'message') as Promise<[CycleReport]>;
      child.send('run');
      const [report] = await answer;
      const failed = Object.entries(report.failures);
      if (failed.length > 0) throw new Error(`The cycle failed: ${JSON.stringify(failed)}`);
      return report;
    },
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit');
      child.disconnect();
      child.kill();
      await gone;
    },
  };
}
