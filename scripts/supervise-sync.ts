import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { SYNC_NODE_OPTIONS } from './sync-node-options.ts';

const RESTART_AFTER_MS = 1_000;
const FIRST_CYCLE_WITHIN_MS = 20_000;

/** The service as a process of its own that is started again when it dies. */
export interface SupervisedSync {
  isRunning(): boolean;
  /** Where its run log can be read; undefined while it does not run. */
  runLogUrl(): string | undefined;
  /** Settles when the first cycle ended, well or not, or when waiting longer makes no sense. */
  firstCycle: Promise<void>;
  stop(): Promise<void>;
}

/** Starts `sync/main.ts` with this environment; its log goes to standard error. */
export function superviseSync(environment: Record<string, string>): SupervisedSync {
  const first = Promise.withResolvers<undefined>();
  const patience = setTimeout(() => first.resolve(undefined), FIRST_CYCLE_WITHIN_MS);
  void first.promise.then(() => clearTimeout(patience));
  let child: ChildProcess | undefined;
  let runLogUrl: string | undefined;
  let stopping = false;

  function launch(): void {
    const launched = spawn(process.execPath, [...SYNC_NODE_OPTIONS, 'sync/main.ts'], {
      // Quieter than this, the service would not tell when its first cycle is done.
      env: { ...process.env, ...environment, LOG_LEVEL: process.env['LOG_LEVEL'] === 'debug' ? 'debug' : 'info' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = launched;
    createInterface({ input: launched.stdout }).on('line', (line) => {
      process.stderr.write(`${line}\n`);
      if (line.includes('"first cycle done"')) first.resolve(undefined);
      runLogUrl = /"url":"(http:[^"]+)","msg":"run log"/.exec(line)?.[1] ?? runLogUrl;
    });
    launched.on('exit', (code, signal) => {
      if (child === launched) child = undefined;
      if (stopping) return;
      process.stderr.write(`The service ended (${signal ?? `exit code ${String(code)}`}); starting it again.\n`);
      setTimeout(() => {
        if (!stopping) launch();
      }, RESTART_AFTER_MS);
    });
  }

  launch();
  return {
    isRunning: () => child !== undefined,
    runLogUrl: () => (child === undefined ? undefined : runLogUrl),
    firstCycle: first.promise,
    async stop() {
      stopping = true;
      first.resolve(undefined);
      if (child === undefined) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
