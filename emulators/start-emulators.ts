import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Emulator, EmulatorOptions, VirtualClock } from './core/index.ts';
import type { GoogleSheetsEmulator } from './google-sheets/index.ts';
import { keepClock } from './keep-clock.ts';
import { EMULATOR_NAMES, type EmulatorName } from './names.ts';
import type { Ready } from './ready.ts';
import type { SalesforceEmulator } from './salesforce/index.ts';
import type { SlackEmulator } from './slack/index.ts';
import { writeSyncEnvironment } from './sync-environment.ts';
import { passingKeys, trustedKeys } from './trusted-keys.ts';
import type { VitallyEmulator } from './vitally/index.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(PROJECT, 'node_modules/.cache/source-documents');
/** Keeps the keys of what is forgotten. */
const PASSING = join(PROJECT, 'node_modules/.cache/passing-keys');
const ADMIN = 'adi@groundwork.example';

export interface StartOptions {
  /** Which to start; all when absent. */
  only?: readonly EmulatorName[];
  /** SFDX project that the org boots from; this one when absent. */
  source?: string;
  /** Sample records, as an `sf data import tree` plan; ours, for our own source, when absent. */
  data?: string;
  /** Port of the portal; the others follow. 0, the default, takes free ones. */
  port?: number;
  /** Folder that keeps everything between runs; when absent, nothing is kept but keys, till the end. */
  state?: string;
  clock?: VirtualClock;
  /** What the portal says of the service. */
  sync?: () => { state: 'running' | 'not running'; everySeconds?: number; runLogUrl?: string | undefined };
}

export interface RunningEmulators {
  ready: Ready;
  salesforce?: SalesforceEmulator;
  googleSheets?: GoogleSheetsEmulator;
  vitally?: VitallyEmulator;
  slack?: SlackEmulator;
  portal?: Emulator;
  clock: VirtualClock;
  /** The variables that point the service at these, and the file in which they stand. Secrets are in files beside it. */
  environment: Record<string, string>;
  environmentFile: string;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the emulators asked for, wired to one another and to one clock. What is not asked for is not even loaded. */
export async function startEmulators(options: StartOptions = {}): Promise<RunningEmulators> {
  const state = options.state ?? (await mkdtemp(join(tmpdir(), 'groundwork-')));
  const clock = await keepClock(state, options.clock);
  const running = new Set<Emulator>();
  try {
    return await start({ ...options, state, clock }, running, options.state === undefined);
  } catch (error) {
    await closeAll(running);
    if (options.state === undefined) await rm(state, { recursive: true, force: true });
    throw error;
  }
}

async function start(
  options: StartOptions & { state: string; clock: VirtualClock },
  running: Set<Emulator>,
  temporary: boolean,
): Promise<RunningEmulators> {
  const wanted = new Set<EmulatorName>(options.only ?? EMULATOR_NAMES);
  const { state, clock } = options;
  // The pages of the others link back to the portal, which starts last.
  const front: { portal?: Emulator } = {};

  function settings(place: number): EmulatorOptions {
    const first = options.port ?? 0;
    return {
      port: first === 0 ? 0 : first + place,
      clock,
      portal: () => front.portal?.url,
      ...(!temporary && { state }),
    };
  }
  async function started<Kind extends Emulator>(
    name: EmulatorName,
    create: () => Promise<Kind>,
  ): Promise<Kind | undefined> {
    if (!wanted.has(name)) return undefined;
    const emulator = await create();
    running.add(emulator);
    return emulator;
  }

  const keys = wanted.has('salesforce')
    ? temporary
      ? passingKeys(join(PASSING, 'keys-of-salesforce.json'))
      : trustedKeys(state)
    : undefined;
  const googleKeys =
    wanted.has('google-sheets') && temporary ? passingKeys(join(PASSING, 'keys-of-google.json')) : undefined;
  let pagesBuilt: Promise<unknown> | undefined;
  const salesforce = await started('salesforce', () =>
    startSalesforce(
      settings(1),
      options,
      wanted.has('lightning-experience') &&
        ((built) => {
          pagesBuilt = built;
        }),
    ),
  );
  const googleSheets = await started('google-sheets', async () => {
    const { createGoogleSheets } = await import('./google-sheets/index.ts');
    const made = await googleKeys;
    return createGoogleSheets({ ...settings(2), ...(made && { privateKeyPem: made.privateKeyPem }) });
  });
  const vitally = await started('vitally', async () => {
    const { createVitally } = await import('./vitally/index.ts');
    return createVitally({
      ...settings(3),
      ...(salesforce && { accounts: () => sampleVitallyAccounts(salesforce) }),
    });
  });
  const slack = await started('slack', async () => {
    const { createSlack } = await import('./slack/index.ts');
    return createSlack({ ...settings(4), ...(salesforce && { people: members(salesforce) }) });
  });
  const portal = await started('portal', async () => {
    const { createPortal } = await import('./portal/index.ts');
    const { portalPlaces } = await import('./portal-places.ts');
    return createPortal({
      ...settings(0),
      places: () => portalPlaces({ salesforce, googleSheets, vitally, slack, clock, sync: options.sync?.() }),
    });
  });

  if (portal) front.portal = portal;

  const ready: Ready = {
    ...(portal && { portal: portal.url }),
    ...(salesforce && {
      salesforce: {
        url: salesforce.url,
        accessToken: salesforce.accessTokenFor(ADMIN),
        username: ADMIN,
        apiVersion: salesforce.apiVersion,
      },
    }),
    ...(googleSheets && {
      googleSheets: {
        url: googleSheets.url,
        accessToken: googleSheets.accessToken,
        spreadsheetId: googleSheets.spreadsheetId,
      },
    }),
    ...(vitally && { vitally: { url: vitally.url, apiKey: vitally.apiKey } }),
    ...(slack && { slack: { url: slack.url, token: slack.token, channel: slack.channel } }),
  };
  await pagesBuilt;
  const { environment, file } = await writeSyncEnvironment(state, {
    ...(salesforce && keys && { salesforce: { org: salesforce, keys: await keys } }),
    googleSheets,
    vitally,
    slack,
  });

  return {
    ready,
    ...(salesforce && { salesforce }),
    ...(googleSheets && { googleSheets }),
    ...(vitally && { vitally }),
    ...(slack && { slack }),
    ...(portal && { portal }),
    clock,
    environment,
    environmentFile: file,
    async reset() {
      for (const emulator of running) await emulator.reset();
    },
    async close() {
      await closeAll(running);
      if (temporary) await rm(state, { recursive: true, force: true });
    },
  };
}

/** The same people: their e-mail addresses are their usernames. */
function members({ people }: SalesforceEmulator): { name: string; email: string }[] {
  return people.map(({ name, username }) => ({ name, email: username }));
}

async function startSalesforce(
  settings: EmulatorOptions,
  options: StartOptions,
  withPages: false | ((built: Promise<unknown>) => void),
): Promise<SalesforceEmulator> {
  const source = options.source ?? PROJECT;
  const isOurs = options.source === undefined;
  const data = options.data ?? (isOurs ? join(PROJECT, 'data/plan.json') : undefined);
  const personas = isOurs ? join(PROJECT, 'config/personas.json') : undefined;
  if (!existsSync(source)) throw new RangeError(`--source: there is no folder "${source}"`);
  if (data !== undefined && !existsSync(data)) throw new RangeError(`--data: there is no file "${data}"`);

  const { createSalesforce } = await import('./salesforce/index.ts');
  return createSalesforce({
    ...settings,
    source,
    cache: CACHE,
    ...(data !== undefined && { data }),
    ...(personas !== undefined && { personas }),
    ...(withPages !== false && {
      mount: async (app, org) => {
        const { mountLightningExperience } = await import('./lightning-experience/index.ts');
        const pages = await mountLightningExperience(app, {
          source: () => org.sourceFolder(),
          ...(settings.portal && { portal: settings.portal }),
        });
        withPages(pages.built);
      },
    }),
  });
}

/** The sample accounts that exist in Vitally already, under the ids they have in this org. */
async function sampleVitallyAccounts(
  salesforce: SalesforceEmulator,
): Promise<{ externalId: string; name: string; traits?: Record<string, unknown> }[]> {
  const text = await readFile(join(PROJECT, 'data/vitally-accounts.json'), 'utf8');
  const samples = JSON.parse(text) as { name: string; traits?: Record<string, unknown> }[];
  const rows = salesforce.org.database.prepare('SELECT Id, Name FROM Account WHERE IsDeleted = 0').all();
  const ids = new Map(rows.map((row) => [String(row['Name']), String(row['Id'])]));
  return samples.flatMap((sample) => {
    const externalId = ids.get(sample.name);
    return externalId === undefined ? [] : [{ externalId, ...sample }];
  });
}

/** Closes all of them, and tells every failure. */
async function closeAll(running: Set<Emulator>): Promise<void> {
  const outcomes = await Promise.allSettled([...running].map((emulator) => emulator.close()));
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []));
  if (failures.length > 0) throw new AggregateError(failures, 'Some emulators did not close');
}
