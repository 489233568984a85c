import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGoogleSheets, type GoogleSheetsEmulator } from '../../emulators/google-sheets/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { createSlack, type SlackEmulator } from '../../emulators/slack/index.ts';
import {
  createVitally,
  UNDOCUMENTED,
  type UndocumentedAnswers,
  type VitallyEmulator,
} from '../../emulators/vitally/index.ts';
import { RewindableClock } from './rewindable-clock.ts';
import { openOffice, type Office } from './office.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(PROJECT, 'node_modules/.cache/source-documents');
const START = new Date('2026-11-23T08:00:00Z');

/** More than all histories of a run ask for: what a day allows is not what is tested here. */
const DAILY_REQUESTS = 1_000_000_000;

export type Vendor = 'salesforce' | 'googleSheets' | 'vitally' | 'slack';
export const VENDORS = ['salesforce', 'googleSheets', 'vitally', 'slack'] as const satisfies readonly Vendor[];

/** All vendors in one process, on one clock, begun anew for every history. */
export interface World {
  clock: RewindableClock;
  salesforce: SalesforceEmulator;
  googleSheets: GoogleSheetsEmulator;
  vitally: VitallyEmulator;
  slack: SlackEmulator;
  /** What people do in Salesforce. */
  office: Office;
  /** Everything as it was at first. The org goes back to a savepoint, which is much faster than a boot. */
  begin(): Promise<void>;
  end(): void;
  close(): Promise<void>;
}

/** The customers that are there before each history, and how many requests each has. */
const CUSTOMERS = [
  ['Northwind', 2],
  ['Halcyon', 2],
  ['Acme', 1],
] as const;

export async function createWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-chaos-'));
  const clock = new RewindableClock(START);
  const salesforce = await createSalesforce({
    source: PROJECT,
    cache: CACHE,
    personas: writePeople(folder),
    clock,
    dailyApiRequests: DAILY_REQUESTS,
  });
  const office = openOffice(salesforce, clock);
  for (const [name, requests] of CUSTOMERS) {
    const customer = office.addCustomer(name);
    for (let number = 0; number < requests; number += 1) office.file(customer, `Environment ${number}`);
  }
  const known = office.customers()[0];
  const googleSheets = await createGoogleSheets({ clock });
  const vitally = await createVitally({
    clock,
    accounts: async () => (known === undefined ? [] : [{ externalId: known.accountId, name: known.name }]),
  });
  const slack = await createSlack({ clock });
  const { database } = salesforce.org;

  return {
    ...{ clock, salesforce, googleSheets, vitally, slack, office },
    async begin() {
      clock.rewind();
      database.exec('SAVEPOINT history');
      office.begin();
      vitally.answer(likeliestAnswers());
      await Promise.all([googleSheets.reset(), vitally.reset(), slack.reset()]);
      for (const emulator of [salesforce, googleSheets, vitally, slack]) {
        emulator.requests.clear();
        emulator.faults.clear();
      }
    },
    end() {
      database.exec('ROLLBACK TO history; RELEASE history');
    },
    async close() {
      await Promise.all([salesforce, googleSheets, vitally, slack].map((emulator) => emulator.close()));
      rmSync(folder, { recursive: true });
    },
  };
}

function likeliestAnswers(): Partial<UndocumentedAnswers> {
  return Object.fromEntries(Object.entries(UNDOCUMENTED).map(([name, [first]]) => [name, first]));
}

/** The people of the sample org without its story: histories bring records of their own. */
function writePeople(folder: string): string {
  const file = join(folder, 'personas.json');
  const { people } = JSON.parse(readFileSync(join(PROJECT, 'config/personas.json'), 'utf8')) as { people: unknown };
  writeFileSync(file, JSON.stringify({ people }));
  return file;
}
