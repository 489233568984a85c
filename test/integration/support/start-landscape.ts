import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulators, type RunningEmulators } from '../../../emulators/index.ts';
import { machineClock, type Clock } from '../../../sync/clock.ts';
import { readConfig } from '../../../sync/config.ts';
import { connectMirrors } from '../../../sync/connect.ts';
import type { Mirrors } from '../../../sync/mirror/index.ts';
import { createLog } from '../../../sync/log.ts';
import { startService } from '../../../sync/service.ts';
import { openState, openStateCopy, type CycleRecord } from '../../../sync/state/index.ts';
import { COMPILED_CODE } from '../../support/compiled-code.ts';
import { openSession, type Session } from './salesforce-session.ts';

export type Emulators = Required<Pick<RunningEmulators, 'salesforce' | 'googleSheets' | 'vitally' | 'slack'>>;

/** A schedule that does not come round while a test runs. */
const NEVER = '0 0 0 29 2 *';

/** All vendors and the service between them, in one process. */
export interface Landscape extends Emulators {
  environment: Record<string, string>;
  /** The organisation's administrator at work. */
  admin: Session;
  /** Runs one cycle of the service. */
  cycle(): Promise<CycleRecord>;
  /** Runs the service as its command does, woken by change events, until it is stopped. */
  serve(): { ready: Promise<unknown>; stop(): Promise<void> };
  /** The service's other commands, on a copy of its memory or on the memory itself. */
  command<Result>(memory: 'copy' | 'own', run: (mirrors: Mirrors) => Promise<Result>): Promise<Result>;
  /** What a process that was killed and started anew, with other settings, is: no memory but the state folder. */
  restart(changed?: Record<string, string>): void;
  /** The same, after its state folder was lost. */
  forget(): Promise<void>;
  /** Moves the service's clock. */
  passTime(ms: number): void;
  close(): Promise<void>;
}

export async function startLandscape(settings: Record<string, string> = {}): Promise<Landscape> {
  const running = await startEmulators({ only: ['salesforce', 'google-sheets', 'vitally', 'slack'] });
  const { salesforce, googleSheets, vitally, slack } = running;
  if (!salesforce || !googleSheets || !vitally || !slack) throw new RangeError('Not all emulators started');
  const stateDir = await mkdtemp(join(tmpdir(), 'groundwork-sync-'));
  await liftQuotas(googleSheets.url);
  const environment = {
    ...running.environment,
    ...COMPILED_CODE,
    ...{ STATE_DIR: stateDir, LOG_LEVEL: 'silent', SHEETS_REQUESTS_PER_MINUTE: '100000' },
    ...settings,
  };

  let passed = 0;
  const clock: Clock = { now: () => new Date(Date.now() + passed), sleep: async () => undefined };
  function start() {
    const config = readConfig(environment);
    const state = openState(stateDir);
    return { state, mirrors: connectMirrors(config, state, clock, createLog('silent')) };
  }
  let service = start();

  return {
    salesforce,
    googleSheets,
    vitally,
    slack,
    environment,
    admin: openSession(salesforce, 'adi@groundwork.example'),
    cycle: () => service.mirrors.runCycle(new AbortController().signal),
    serve() {
      const abort = new AbortController();
      const heard = Promise.withResolvers<undefined>();
      const log = createLog('silent');
      log.info = (_details: unknown, message?: string) => {
        if (/^listening/.test(message ?? String(_details))) heard.resolve(undefined);
      };
      // Pauses are real here: whoever listens and serves would spin otherwise.
      const patient: Clock = { now: () => clock.now(), sleep: (ms, signal) => machineClock.sleep(ms, signal) };
      const mirrors = connectMirrors(readConfig(environment), service.state, patient, log);
      const running = startService(mirrors, NEVER, patient, log);
      const listening = mirrors.listen(() => running.wake(), abort.signal);
      return {
        ready: Promise.all([heard.promise, running.firstCycle]),
        stop: async () => {
          abort.abort();
          await listening;
          await running.stop();
        },
      };
    },
    async command(memory, run) {
      const state = memory === 'copy' ? openStateCopy(stateDir) : service.state;
      try {
        return await run(connectMirrors(readConfig(environment), state, clock, createLog('silent')));
      } finally {
        if (memory === 'copy') state.close();
      }
    },
    restart(changed = {}) {
      Object.assign(environment, changed);
      service.state.close();
      service = start();
    },
    async forget() {
      service.state.close();
      await rm(stateDir, { recursive: true });
      service = start();
    },
    passTime(ms) {
      passed += ms;
    },
    async close() {
      service.state.close();
      await running.close();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** A test does in seconds what people and the service do in an hour. */
async function liftQuotas(url: string): Promise<void> {
  await fetch(`${url}/_emulator/quotas`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ perMinute: 100_000 }),
  });
}
