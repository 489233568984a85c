import { createServer, openDatabase, type Emulator, type EmulatorOptions } from '../core/index.ts';
import { Accounts, newPrivateKey, newToken, SERVICE_ACCOUNT_EMAIL, type ServiceAccountKey } from './accounts.ts';
import { faultBody } from './errors.ts';
import { Human, HUMAN } from './human/human.ts';
import { pageRoutes } from './pages/routes.ts';
import { Persistence } from './persistence.ts';
import { Quotas } from './quotas.ts';
import { apiRoutes, METHODS } from './routes/api.ts';
import { quotaRoutes } from './routes/quotas.ts';
import { tokenRoutes } from './routes/token.ts';
import { createSpreadsheet, SpreadsheetStore } from './store.ts';

export interface GoogleSheetsOptions extends EmulatorOptions {
  /** Spreadsheets there are from the start, shared with the service account unless said otherwise; one when absent. */
  spreadsheets?: readonly { id: string; title: string; shared?: boolean }[];
  /** What the service account signs by; a key of its own when absent. */
  privateKeyPem?: string;
  /** Another service account that may ask for tokens. */
  serviceAccount?: { clientEmail: string; publicKeyPem: string };
  /** Whether reads and writes of a minute of the virtual clock are limited; they are unless switched off. */
  quotas?: boolean;
}

export interface GoogleSheetsEmulator extends Emulator {
  readonly spreadsheetId: string;
  /** A bearer token of the service account that does not expire. */
  readonly accessToken: string;
  /** What a person at the page does to the first spreadsheet. */
  readonly human: Human;
  serviceAccountKey(): ServiceAccountKey;
}

const OWNER = 'adi@groundwork.example';
const DEFAULT_SPREADSHEETS: NonNullable<GoogleSheetsOptions['spreadsheets']> = [
  { id: '1GroundworkBacklog', title: 'Implementation Services Account Backlog' },
];
/** Requests of each kind in a minute. */
const QUOTAS = { perUser: 60, perProject: 300 };

/** Starts a Google Sheets of one's own. */
export async function createGoogleSheets(options: GoogleSheetsOptions = {}): Promise<GoogleSheetsEmulator> {
  const { spreadsheets = DEFAULT_SPREADSHEETS, serviceAccount } = options;
  const store = new SpreadsheetStore();
  const persistence = new Persistence(openDatabase(options.state, 'google-sheets'));
  const quotas = new Quotas(options.quotas === false ? { perUser: undefined, perProject: undefined } : QUOTAS);
  const accounts = new Accounts(secretsOf(persistence, options.privateKeyPem));
  if (serviceAccount !== undefined) accounts.add(serviceAccount.clientEmail, serviceAccount.publicKeyPem);

  const service = serviceAccount?.clientEmail;
  function loadFirstContents(): void {
    for (const { id, title, shared = true } of spreadsheets) {
      const partners = shared ? [SERVICE_ACCOUNT_EMAIL, ...(service === undefined ? [] : [service])] : [];
      store.put(createSpreadsheet({ id, title, owner: OWNER, editors: [HUMAN, ...partners] }));
    }
  }
  async function reset(): Promise<void> {
    store.clear();
    persistence.clear();
    quotas.clear();
    loadFirstContents();
  }

  const server = await createServer({ ...options, faultBody, reset });
  let url = '';
  apiRoutes(server.app, { store, accounts, quotas, clock: server.clock });
  tokenRoutes(server.app, accounts, () => url);
  quotaRoutes(server.app, quotas, server.clock);
  pageRoutes(server.app, { store, first: spreadsheets[0]?.id ?? '', portal: () => options.portal?.() });

  for (const spreadsheet of persistence.load()) store.load(spreadsheet);
  store.onCommit((commit) => {
    // Nothing is gained from keeping a second copy in memory.
    if (options.state !== undefined) persistence.save(commit);
    server.feed.changed('data');
  });
  if (store.list().length === 0) loadFirstContents();
  url = await server.listen();

  const [first] = spreadsheets;
  const spreadsheetId = first?.id ?? '';
  return {
    url,
    faults: server.faults,
    requests: server.requests,
    routes: [...METHODS.map(({ http, template }) => `${http} ${template}`), ...server.routes.filter(isNamed)],
    spreadsheetId,
    accessToken: accounts.accessToken,
    human: new Human(store, spreadsheetId),
    serviceAccountKey: () => accounts.key(url),
    async reset() {
      await reset();
      server.feed.changed('reset');
    },
    async close() {
      await server.close();
      persistence.close();
    },
  };
}

/** The API's one route stands for its methods, which are listed by name. */
function isNamed(route: string): boolean {
  return !route.endsWith(' /v4/*');
}

/** The service account's secrets: made once, kept with the data. */
function secretsOf(persistence: Persistence, privateKeyPem?: string): { privateKey: string; accessToken: string } {
  const kept = (name: string, make: () => string): string => {
    const value = persistence.setting(name) ?? make();
    persistence.keepSetting(name, value);
    return value;
  };
  return {
    privateKey: kept('privateKey', () => privateKeyPem ?? newPrivateKey()),
    accessToken: kept('accessToken', newToken),
  };
}
