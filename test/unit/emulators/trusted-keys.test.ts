import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { passingKeys } from '../../../emulators/trusted-keys.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-keys-'));
  file = join(folder, 'cache/keys.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what is forgotten has the same keys each time, for their owner to read alone', async () => {
  const first = await passingKeys(file);

  expect(await passingKeys(file)).toEqual(first);
  expect(first.privateKeyPem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a file that holds no keys is made anew', async () => {
  const first = await passingKeys(file);
  writeFileSync(file, '{}');
  const other = await passingKeys(file);

  expect(other.publicKeyPem).not.toBe(first.publicKeyPem);
  expect(await passingKeys(file)).toEqual(other);
});
