import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { GoogleSheetsEmulator } from './google-sheets/index.ts';
import type { SalesforceEmulator } from './salesforce/index.ts';
import type { SlackEmulator } from './slack/index.ts';
import type { VitallyEmulator } from './vitally/index.ts';

const CLIENT_ID = 'groundwork-sync';
const INTEGRATION_USER = 'sync@groundwork.example';
const ONLY_OWNER = { mode: 0o600 };

interface Running {
  salesforce?: SalesforceEmulator | undefined;
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
    Object.assign(environment, {
      SALESFORCE_LOGIN_URL: salesforce.url,
      SALESFORCE_CLIENT_ID: CLIENT_ID,
      SALESFORCE_USERNAME: INTEGRATION_USER,
      SALESFORCE_PRIVATE_KEY_FILE: await trustedKey(state, salesforce),
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

/** The path of a private key whose public half the org's connected app knows. Made once per state folder. */
async function trustedKey(state: string, salesforce: SalesforceEmulator): Promise<string> {
  const path = resolve(state, 'salesforce-private-key.pem');
  const publicPath = join(state, 'salesforce-public-key.pem');
  if (!existsSync(path) || !existsSync(publicPath)) {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    await writeFile(publicPath, publicKey);
    await writeFile(path, privateKey, ONLY_OWNER);
  }
  salesforce.registerConnectedApp({ clientId: CLIENT_ID, publicKeyPem: await readFile(publicPath, 'utf8') });
  return path;
}
