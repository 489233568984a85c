import { generateKeyPair } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

export const PRIVATE_KEY_FILE = 'salesforce-private-key.pem';
export const PUBLIC_KEY_FILE = 'salesforce-public-key.pem';

/** What the service signs its JWTs by, and what the org checks them by. */
export interface TrustedKeys {
  privateKeyPem: string;
  publicKeyPem: string;
}

/** The keys of this state folder, or new ones, which are made beside everything else that goes on. */
export async function trustedKeys(state: string): Promise<TrustedKeys> {
  const privatePath = resolve(state, PRIVATE_KEY_FILE);
  const publicPath = resolve(state, PUBLIC_KEY_FILE);
  if (existsSync(privatePath) && existsSync(publicPath)) {
    return { privateKeyPem: await readFile(privatePath, 'utf8'), publicKeyPem: await readFile(publicPath, 'utf8') };
  }
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { privateKeyPem: privateKey, publicKeyPem: publicKey };
}
