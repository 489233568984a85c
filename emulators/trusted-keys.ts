import { generateKeyPair } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

export const PRIVATE_KEY_FILE = 'salesforce-private-key.pem';
export const PUBLIC_KEY_FILE = 'salesforce-public-key.pem';

const TrustedKeys = z.object({ privateKeyPem: z.string(), publicKeyPem: z.string() });

/** What the service signs its JWTs by, and what the org checks them by. */
export type TrustedKeys = z.output<typeof TrustedKeys>;

/** The keys of this state folder, or new ones, which are made beside everything else that goes on. */
export async function trustedKeys(state: string): Promise<TrustedKeys> {
  const privatePath = resolve(state, PRIVATE_KEY_FILE);
  const publicPath = resolve(state, PUBLIC_KEY_FILE);
  if (existsSync(privatePath) && existsSync(publicPath)) {
    return { privateKeyPem: await readFile(privatePath, 'utf8'), publicKeyPem: await readFile(publicPath, 'utf8') };
  }
  return newKeys();
}

/** The keys of orgs that are forgotten when they end: all of them trust the same, since keys take long to make. */
export async function passingKeys(file: string): Promise<TrustedKeys> {
  try {
    return TrustedKeys.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    const keys = await newKeys();
    await keep(file, keys);
    return keys;
  }
}

async function keep(file: string, keys: TrustedKeys): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, JSON.stringify(keys), { mode: 0o600 });
    await rename(draft, file);
  } catch {
    // A folder that cannot be written costs the next start time, and this one nothing.
  }
}

async function newKeys(): Promise<TrustedKeys> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { privateKeyPem: privateKey, publicKeyPem: publicKey };
}
