import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { GoogleSheetsEmulator } from './google-sheets/index.ts';
import type { SalesforceEmulator } from './salesforce/index.ts';
import type { SlackEmulator } from './slack/index.ts';
import { PRIVATE_KEY_FILE, PUBLIC_KEY_FILE, type TrustedKeys } from './trusted-keys.ts';
import type { VitallyEmulator } from './vitally/index.ts';

const CLIENT_ID = 'groundwork-sync';
const INTEGRATION_USER = 'sync@groundwork.example';
const ONLY_OWNER = { mode: 0o600 };

interface Running {
  /** With the keys that the service's own app signs by. */
  salesforce?: { org: SalesforceEmulator; keys: TrustedKeys };
  googleSheets?: GoogleSheetsEmulator | undefined;
  vitally?: VitallyEmulator | undefined;
  slack?: SlackEmulator | undefined;
}

/**
 * Writes what the service needs to be let in: keys and tokens in files of their own, readable by their owner alone, and
 * `sync.env` that names them. The service is told of an emulator exactly as it would be told of the vendor.
 */
export async function writeSyncEnvironment(
  state: string,
  { salesforce, googleSheets, vitally, slack }: Running,
): Promise<{ environment: Record<string, string>; file: string }> {
  const secret = async (name: string, content: string): Promise<string> => {
    const path = resolve(state, name);
    await writeFile(path, content, ONLY_OWNER);
    return path;
  };
  const environment: Record<string, string> = { STATE_DIR: resolve(state) };
  if (salesforce) {
    const { org, keys } = salesforce;
    org.registerConnectedApp({ clientId: CLIENT_ID, publicKeyPem: keys.publicKeyPem });
    await writeFile(resolve(state, PUBLIC_KEY_FILE), keys.publicKeyPem);
    Object.assign(environment, {
      SALESFORCE_LOGIN_URL: org.url,
      SALESFORCE_CLIENT_ID: CLIENT_ID,
      SALESFORCE_USERNAME: INTEGRATION_USER,
      SALESFORCE_PRIVATE_KEY_FILE: await secret(PRIVATE_KEY_FILE, keys.privateKeyPem),
    });
  }
  if (googleSheets) {
    Object.assign(environment, {
      GOOGLE_SHEETS_URL: `${googleSheets.url}/`,
      GOOGLE_SERVICE_ACCOUNT_KEY_FILE: await secret(
        'google-service-account.json',
        JSON.stringify(googleSheets.serviceAccountKey()),
      ),
      SPREADSHEET_ID: googleSheets.spreadsheetId,
    });
  }
  if (vitally) {
    Object.assign(environment, {
      VITALLY_URL: vitally.url,
      VITALLY_API_KEY_FILE: await secret('vitally-api-key', vitally.apiKey),
    });
  }
  if (slack) {
    Object.assign(environment, {
      SLACK_API_URL: `${slack.url}/api/`,
      SLACK_TOKEN_FILE: await secret('slack-token', slack.token),
      SLACK_CHANNEL: slack.channel,
    });
  }
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
  return { environment, file: await secret('sync.env', lines.join('')) };
}
