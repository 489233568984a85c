import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggedRequest } from '../../emulators/core/index.ts';
import type { Clock } from '../../sync/clock.ts';
import type { Config } from '../../sync/config.ts';
import { connectMirrors } from '../../sync/connect.ts';
import { createLog } from '../../sync/log.ts';
import { openState, type CycleRecord } from '../../sync/state/index.ts';
import { countCalls, type Calls } from '../bench/calls.ts';
import type { Side } from './sides.ts';
import { kindOfRequest } from './tally.ts';
import { VENDORS, type Vendor, type World } from './world.ts';

/** Of the projects that selected requests get. */
export const PROJECT_TEMPLATE = '97979797-0000-4000-8000-000000000001';

const INTEGRATION_USER = 'sync@groundwork.example';

/** Memory where there is some to write to as if it were a disk: histories write much and keep nothing. */
const FASTEST_FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** At which request a process dies, of all or of those to one vendor, and how far that request had come. */
export interface Death {
  number: number;
  vendor?: Vendor;
  /** The request is lost, or it is answered and nobody reads the answer. */
  moment: 'lost' | 'answered';
}

/** The service, as processes that come and go on one state folder. */
export interface ServiceUnderTest {
  /** Runs one cycle, to its end or to the kind of request at which the process died. The emulators count the requests. */
  cycle(death?: Death): Promise<{ record: CycleRecord; seen: Calls } | { diedAt: string }>;
  isDead(): boolean;
  /** A new process on the same state. */
  restart(): void;
  close(): void;
}

export function startServiceUnderTest(world: World, sides: readonly Side[]): ServiceUnderTest {
  const { clock, salesforce, googleSheets, vitally, slack } = world;
  const stateDir = mkdtempSync(join(FASTEST_FOLDER, 'groundwork-chaos-'));
  const config: Config = {
    salesforce: {
      apiVersion: salesforce.apiVersion,
      callsShare: 1,
      changeEvents: false,
      access: {
        kind: 'token',
        instanceUrl: salesforce.url,
        accessToken: salesforce.accessTokenFor(INTEGRATION_USER),
      },
    },
    googleSheets: {
      url: `${googleSheets.url}/`,
      spreadsheetId: googleSheets.spreadsheetId,
      access: { kind: 'token', accessToken: googleSheets.accessToken },
      checkMinutes: 15,
      checkCells: 250_000,
      perMinute: 60,
    },
    vitally: sides.includes('vitally')
      ? {
          ...{ url: vitally.url, apiKey: vitally.apiKey, retryMinutes: 10 },
          ...{ accountUrl: undefined, projectTemplateId: PROJECT_TEMPLATE },
        }
      : undefined,
    slack: sides.includes('slack')
      ? {
          ...{ url: `${slack.url}/api/`, token: slack.token, channel: slack.channel, announceHours: 24 },
          ...{ quietHours: undefined, digestHour: undefined },
        }
      : undefined,
    columns: undefined,
    reconcileHour: 3,
    stateDir,
    schedule: '',
    runLogPort: undefined,
    logLevel: 'silent',
  };
  const serviceClock: Clock = {
    now: () => clock.now(),
    sleep: async (ms) => clock.advance(ms),
  };
  function start() {
    const state = openState(stateDir);
    return { state, mirrors: connectMirrors(config, state, serviceClock, createLog('silent')), dead: false };
  }
  let process = start();
  let diedAt = '';

  /** From now on nothing is kept and nobody is reached; what the process still does, it does for nobody. */
  function die(): void {
    if (process.dead) return;
    process.dead = true;
    process.state.close();
    for (const vendor of VENDORS) world[vendor].faults.clear();
    for (const vendor of VENDORS) world[vendor].faults.add({ fault: { kind: 'reset' } });
  }

  function expectDeath({ number, vendor: only, moment }: Death): () => void {
    let arrived = 0;
    let last: LoggedRequest | undefined;
    const stops = (only === undefined ? VENDORS : [only]).map((vendor) =>
      world[vendor].requests.subscribe((request, at) => {
        if (process.dead) return;
        if (at === 'arrived') {
          arrived += 1;
          if (arrived === number) last = request;
        }
        if (request !== last || at !== (moment === 'lost' ? 'arrived' : 'answered')) return;
        diedAt = kindOfRequest(vendor, request);
        die();
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }

  return {
    async cycle(death) {
      const forget = death === undefined ? undefined : expectDeath(death);
      for (const vendor of VENDORS) world[vendor].requests.clear();
      try {
        const record = await process.mirrors.runCycle(new AbortController().signal);
        return process.dead ? { diedAt } : { record, seen: countCalls(world) };
      } catch (error) {
        if (process.dead) return { diedAt };
        throw error;
      } finally {
        forget?.();
      }
    },
    isDead: () => process.dead,
    restart() {
      if (process.dead) for (const vendor of VENDORS) world[vendor].faults.clear();
      else process.state.close();
      process = start();
    },
    close() {
      if (!process.dead) process.state.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
