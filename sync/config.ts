import { existsSync, readFileSync } from 'node:fs';
import { validate } from 'node-cron';
import { z } from 'zod';
import { SyncError, toError } from './errors.ts';
import { problemsOfColumns } from './mapping/index.ts';
import { keepSecret } from './secrets.ts';

const Text = z.string().trim().min(1);
const Address = z.url({ protocol: /^https?$/, error: 'expected an http(s) address' });

/** Every environment variable that the service reads. An empty one counts as absent. */
export const Environment = z.object({
  /** Where Salesforce signs in: https://login.salesforce.com, https://test.salesforce.com or a My Domain address. */
  SALESFORCE_LOGIN_URL: Address.default('https://login.salesforce.com'),
  /** Consumer key of the connected app whose certificate signs the JWT. */
  SALESFORCE_CLIENT_ID: Text.optional(),
  /** User that the service acts as. */
  SALESFORCE_USERNAME: Text.optional(),
  /** PEM file with the private key of the connected app's certificate. */
  SALESFORCE_PRIVATE_KEY_FILE: Text.optional(),
  /** Instead of the JWT: the org's address … */
  SALESFORCE_INSTANCE_URL: Address.optional(),
  /** … and a session that somebody else opened. It is not renewed. */
  SALESFORCE_ACCESS_TOKEN: Text.optional(),
  SALESFORCE_API_VERSION: z
    .string()
    .regex(/^\d{2}\.0$/, 'expected a version such as 66.0')
    .default('66.0'),
  /** Share of the org's daily API calls, used by whomever, above which the service makes none. */
  SALESFORCE_CALLS_SHARE: z.coerce.number().positive().max(1).default(0.9),
  /** Whether change events wake the service, beside its schedule: `on` or `off`. */
  SALESFORCE_CHANGE_EVENTS: z.enum(['on', 'off']).default('off'),
  GOOGLE_SHEETS_URL: Address.default('https://sheets.googleapis.com/'),
  /** Key file of the service account with which the spreadsheet is shared. */
  GOOGLE_SERVICE_ACCOUNT_KEY_FILE: Text.optional(),
  /** Instead of the key file: an access token. It is not renewed. */
  GOOGLE_ACCESS_TOKEN: Text.optional(),
  /** The long id in the spreadsheet's address. */
  SPREADSHEET_ID: Text.optional(),
  /** Reads, and writes, that Google allows one user a minute. */
  SHEETS_REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(60),
  /** https://<subdomain>.rest.vitally.io, or https://rest.vitally-eu.io. Absent: Vitally is off. */
  VITALLY_URL: Address.optional(),
  VITALLY_API_KEY: Text.optional(),
  VITALLY_API_KEY_FILE: Text.optional(),
  /** Address of an account's page for people, with {id}: https://<subdomain>.vitally.io/… Absent: no link is written. */
  VITALLY_ACCOUNT_URL: Address.optional(),
  /** Project template of which each selected request gets a project. Absent: none does. */
  VITALLY_PROJECT_TEMPLATE_ID: Text.optional(),
  /** Minutes until an account that Vitally does not know is asked for again. */
  VITALLY_RETRY_MINUTES: z.coerce.number().positive().default(10),
  SLACK_API_URL: Address.default('https://slack.com/api/'),
  /** Bot token with chat:write, channels:read, channels:history, metadata.message:read and users:read.email. Absent: Slack is off. */
  SLACK_TOKEN: Text.optional(),
  SLACK_TOKEN_FILE: Text.optional(),
  /** Id of the channel, C…; names do not work for updates. */
  SLACK_CHANNEL: Text.optional(),
  /** On the very first run, only requests filed in the last so many hours are announced. */
  SLACK_ANNOUNCE_HOURS: z.coerce.number().nonnegative().default(24),
  /** Hours, UTC, in which nothing is posted, such as 20-7; what happens then is told afterwards. Absent: any hour does. */
  SLACK_QUIET_HOURS: z
    .string()
    .regex(/^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/, 'expected two hours such as 20-7')
    .transform((text) => text.split('-').map(Number))
    .refine(([from, to]) => from !== to, 'expected two different hours')
    .transform(([from = 0, to = 0]) => ({ from, to }))
    .optional(),
  /** Hour, UTC, at which one message tells the channel of the small moves of the day before. Absent: each thread, at once. */
  SLACK_DIGEST_HOUR: z.coerce.number().int().min(0).max(23).optional(),
  /** Folder of the service's memory. Lost, it is rebuilt; two services never share one. */
  STATE_DIR: Text.default('.state'),
  /** When a cycle runs, in cron form with seconds. */
  SYNC_SCHEDULE: Text.refine(validate, 'expected a cron expression').default('*/15 * * * * *'),
  /** Minutes between two reads of all of our columns, not only those that people edit. */
  SHEET_CHECK_MINUTES: z.coerce.number().positive().default(15),
  /** Cells that such a read takes in one cycle; what a larger tab has more is read in the next ones. */
  SHEET_CHECK_CELLS: z.coerce.number().int().positive().default(250_000),
  /** JSON file with the columns of the backlog, `{"columns": ["rank", "priority", …]}`, in their order. Absent: all. */
  BACKLOG_COLUMNS_FILE: Text.optional(),
  /** Hour of the day, UTC, from which on all requests are read and compared once. */
  RECONCILE_HOUR: z.coerce.number().int().min(0).max(23).default(3),
  /** Port of the run log's page, on this machine only; 0 takes a free one, which the log tells. Absent: there is none. */
  RUN_LOG_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Config {
  readonly salesforce: {
    readonly apiVersion: string;
    readonly callsShare: number;
    readonly changeEvents: boolean;
    readonly access:
      | { kind: 'jwt'; loginUrl: string; clientId: string; username: string; privateKey: string }
      | { kind: 'token'; instanceUrl: string; accessToken: string };
  };
  readonly googleSheets: {
    readonly url: string;
    readonly spreadsheetId: string;
    readonly access: { kind: 'key'; keyFile: string } | { kind: 'token'; accessToken: string };
    readonly checkMinutes: number;
    readonly checkCells: number;
    readonly perMinute: number;
  };
  readonly vitally:
    | {
        url: string;
        apiKey: string;
        retryMinutes: number;
        accountUrl: string | undefined;
        projectTemplateId: string | undefined;
      }
    | undefined;
  readonly slack:
    | {
        url: string;
        token: string;
        channel: string;
        announceHours: number;
        quietHours: { from: number; to: number } | undefined;
        digestHour: number | undefined;
      }
    | undefined;
  /** Names of the chosen columns; undefined when all are. */
  readonly columns: readonly string[] | undefined;
  readonly reconcileHour: number;
  readonly stateDir: string;
  readonly schedule: string;
  /** Undefined: the run log has no page. */
  readonly runLogPort: number | undefined;
  readonly logLevel: string;
}

const SECRET_VARIABLES = ['SALESFORCE_ACCESS_TOKEN', 'GOOGLE_ACCESS_TOKEN', 'VITALLY_API_KEY', 'SLACK_TOKEN'];

/** The file that is read when nothing else is asked for; it need not be there. */
const USUAL_FILE = '.env';

/** Reads the environment, and the file for what it does not say. All that is wrong is told in one SyncError. */
export function loadConfig(file = USUAL_FILE): Config {
  if (existsSync(file)) process.loadEnvFile(file);
  else if (file !== USUAL_FILE) throw new SyncError('configuration', `--env: there is no file "${file}"`);
  return readConfig(process.env);
}

export function readConfig(variables: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  for (const name of SECRET_VARIABLES) keepSecret(name, given[name] ?? '');
  const problems: string[] = [];
  const config = assemble(parseEach(given, problems), problems);
  if (problems.length > 0 || config === undefined) throw refusal(problems);
  return Object.freeze(config);
}

/** The variables as typed. One that does not do is told and taken as absent, so that the others are looked at, too. */
function parseEach(given: Record<string, string | undefined>, problems: string[]): Variables {
  const wrong = new Set<string>();
  for (const { path, message } of Environment.safeParse(given).error?.issues ?? []) {
    const name = path.join('.');
    wrong.add(name);
    problems.push(`${name}: ${message}`);
  }
  return Environment.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
}

function refusal(problems: string[]): SyncError {
  return new SyncError('configuration', `The settings do not do:\n${problems.map((one) => `  ${one}`).join('\n')}`);
}

type Variables = z.infer<typeof Environment>;

function assemble(env: Variables, problems: string[]): Config | undefined {
  const salesforce = salesforceAccess(env, problems);
  const google = googleAccess(env, problems);
  const vitallyKey = secret(env, 'VITALLY_API_KEY', problems);
  const columns = readColumns(env.BACKLOG_COLUMNS_FILE, problems);
  const slackToken = secret(env, 'SLACK_TOKEN', problems);
  if (env.VITALLY_URL !== undefined && vitallyKey === undefined) {
    problems.push('VITALLY_API_KEY: is missing, since VITALLY_URL is given (or VITALLY_API_KEY_FILE)');
  }
  if (slackToken !== undefined && env.SLACK_CHANNEL === undefined) {
    problems.push('SLACK_CHANNEL: is missing, since a Slack token is given');
  }
  if (env.SPREADSHEET_ID === undefined) problems.push('SPREADSHEET_ID: is missing');
  if (salesforce === undefined || google === undefined || env.SPREADSHEET_ID === undefined) return undefined;
  return {
    salesforce: {
      apiVersion: env.SALESFORCE_API_VERSION,
      access: salesforce,
      callsShare: env.SALESFORCE_CALLS_SHARE,
      changeEvents: env.SALESFORCE_CHANGE_EVENTS === 'on',
    },
    googleSheets: {
      url: env.GOOGLE_SHEETS_URL,
      spreadsheetId: env.SPREADSHEET_ID,
      access: google,
      checkMinutes: env.SHEET_CHECK_MINUTES,
      checkCells: env.SHEET_CHECK_CELLS,
      perMinute: env.SHEETS_REQUESTS_PER_MINUTE,
    },
    vitally:
      env.VITALLY_URL !== undefined && vitallyKey !== undefined
        ? {
            url: env.VITALLY_URL,
            apiKey: vitallyKey,
            retryMinutes: env.VITALLY_RETRY_MINUTES,
            accountUrl: env.VITALLY_ACCOUNT_URL,
            projectTemplateId: env.VITALLY_PROJECT_TEMPLATE_ID,
          }
        : undefined,
    slack:
      slackToken !== undefined && env.SLACK_CHANNEL !== undefined
        ? {
            url: env.SLACK_API_URL,
            token: slackToken,
            channel: env.SLACK_CHANNEL,
            announceHours: env.SLACK_ANNOUNCE_HOURS,
            quietHours: env.SLACK_QUIET_HOURS,
            digestHour: env.SLACK_DIGEST_HOUR,
          }
        : undefined,
    columns,
    reconcileHour: env.RECONCILE_HOUR,
    stateDir: env.STATE_DIR,
    schedule: env.SYNC_SCHEDULE,
    runLogPort: env.RUN_LOG_PORT,
    logLevel: env.LOG_LEVEL,
  };
}

function salesforceAccess(env: Variables, problems: string[]): Config['salesforce']['access'] | undefined {
  if (env.SALESFORCE_INSTANCE_URL !== undefined && env.SALESFORCE_ACCESS_TOKEN !== undefined) {
    return { kind: 'token', instanceUrl: env.SALESFORCE_INSTANCE_URL, accessToken: env.SALESFORCE_ACCESS_TOKEN };
  }
  const { SALESFORCE_CLIENT_ID: clientId, SALESFORCE_USERNAME: username, SALESFORCE_PRIVATE_KEY_FILE: keyFile } = env;
  if (clientId !== undefined && username !== undefined && keyFile !== undefined) {
    const privateKey = readSecret('SALESFORCE_PRIVATE_KEY_FILE', keyFile, problems);
    keepSecret('SALESFORCE_PRIVATE_KEY_FILE', privateKey ?? '');
    if (privateKey === undefined) return undefined;
    return { kind: 'jwt', loginUrl: env.SALESFORCE_LOGIN_URL, clientId, username, privateKey };
  }
  problems.push(
    'Salesforce: expected SALESFORCE_CLIENT_ID, SALESFORCE_USERNAME and SALESFORCE_PRIVATE_KEY_FILE, ' +
      'or SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN',
  );
  return undefined;
}

function googleAccess(env: Variables, problems: string[]): Config['googleSheets']['access'] | undefined {
  if (env.GOOGLE_ACCESS_TOKEN !== undefined) return { kind: 'token', accessToken: env.GOOGLE_ACCESS_TOKEN };
  const keyFile = env.GOOGLE_SERVICE_ACCOUNT_KEY_FILE;
  if (keyFile !== undefined) {
    if (existsSync(keyFile)) {
      const privateKey = /"private_key"\s*:\s*"([^"]+)"/.exec(readFileSync(keyFile, 'utf8'))?.[1];
      keepSecret('GOOGLE_SERVICE_ACCOUNT_KEY_FILE', privateKey ?? '');
      return { kind: 'key', keyFile };
    }
    problems.push(`GOOGLE_SERVICE_ACCOUNT_KEY_FILE: there is no file ${keyFile}`);
    return undefined;
  }
  problems.push('Google: expected GOOGLE_SERVICE_ACCOUNT_KEY_FILE or GOOGLE_ACCESS_TOKEN');
  return undefined;
}

const ColumnsFile = z.strictObject({ columns: z.array(z.string()).min(1) });

/** The columns that a file chooses. Whatever is wrong with it is told with the file's name. */
function readColumns(file: string | undefined, problems: string[]): string[] | undefined {
  if (file === undefined) return undefined;
  const text = readSecret('BACKLOG_COLUMNS_FILE', file, problems);
  if (text === undefined) return undefined;
  const tell = (problem: string): void => void problems.push(`BACKLOG_COLUMNS_FILE: ${file}: ${problem}`);
  try {
    const { data, error } = ColumnsFile.safeParse(JSON.parse(text));
    for (const { path, message } of error?.issues ?? []) tell([...path, message].join(': '));
    for (const problem of problemsOfColumns(data?.columns ?? [])) tell(problem);
    return data?.columns;
  } catch (thrown) {
    tell(toError(thrown).message);
    return undefined;
  }
}

/** The value of a variable, or of the file that its `_FILE` sibling names. */
function secret(env: Variables, name: 'VITALLY_API_KEY' | 'SLACK_TOKEN', problems: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  const value = env[name] ?? (file === undefined ? undefined : readSecret(`${name}_FILE`, file, problems));
  keepSecret(name, value ?? '');
  return value;
}

function readSecret(name: string, file: string, problems: string[]): string | undefined {
  if (!existsSync(file)) {
    problems.push(`${name}: there is no file ${file}`);
    return undefined;
  }
  return readFileSync(file, 'utf8').trim();
}
