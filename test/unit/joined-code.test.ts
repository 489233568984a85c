import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { joinCode } from '../../scripts/joined-code/join-code.ts';
import { KeptCode } from '../../scripts/joined-code/kept-code.ts';

const OWN_PLACES = new URL('../../scripts/joined-code/own-places.ts', import.meta.url).href;

let folder: string;
let entry: string;
let kept: KeptCode;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-joined-code-'));
  entry = join(folder, 'entry.ts');
  kept = new KeptCode(join(folder, 'cache'), entry);
  mkdirSync(join(folder, 'parts'));
  write('entry.ts', "const { place } = await import('./parts/place.ts');\nconsole.log(place());\n");
  write(
    'parts/place.ts',
    "import { sep } from 'node:path';\nexport interface Place { name: string }\n\nexport function place(): string {\n  const own: Place = { name: import.meta.url };\n  if (process.env['FAIL'] !== undefined) throw new Error('no place');\n  return own.name + sep;\n}\n",
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

async function joined(): Promise<string> {
  await joinCode(entry, kept);
  const file = kept.file();
  if (file === undefined) throw new Error('Nothing is kept');
  return file;
}

function run(file: string, env: Record<string, string> = {}): string {
  const code = `import { nameOwnPlaces } from '${OWN_PLACES}';
    nameOwnPlaces();
    await import('${pathToFileURL(file).href}').catch((error) => console.log(error.stack));`;
  const options = { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } } as const;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], options);
}

test('joined code does what its modules do, each of which knows its place', async () => {
  const file = await joined();

  expect(file).not.toBe(entry);
  expect(run(file)).toBe(`${pathToFileURL(join(folder, 'parts/place.ts')).href}/\n`);
});

test('an error names the module that it comes from', async () => {
  expect(run(await joined(), { FAIL: 'yes' })).toContain(
    `at place (${pathToFileURL(join(folder, 'parts/place.ts')).href}:6:48)`,
  );
});

test('a module that was touched makes it stale, also when its time and size are as before', async () => {
  const place = join(folder, 'parts/place.ts');
  const then = new Date('2026-11-22T12:00:00.000Z');
  writeFileSync(place, 'export const place = () => "one";');
  utimesSync(place, then, then);

  expect(kept.file()).toBeUndefined();

  await joined();
  writeFileSync(place, 'export const place = () => "two";');
  utimesSync(place, then, then);

  expect(kept.file()).toBeUndefined();

  await joined();
  rmSync(place);

  expect(kept.file()).toBeUndefined();
});

test('what is broken is passed over, and what was kept before stays for those who run it', async () => {
  const first = await joined();
  const [name = ''] = readdirSync(join(folder, 'cache'));
  writeFileSync(join(folder, 'cache', name, 'manifest.json'), '{"node":');

  expect(kept.file()).toBeUndefined();

  const second = await joined();

  expect(second).not.toBe(first);
  expect(run(first)).toBe(run(second));

  rmSync(second);

  expect(kept.file()).toBeUndefined();
});

test('joined packages of CommonJS modules do what they do by themselves', async () => {
  // This loads an ES module, which stays where it is though somebody has loaded it already.
  createRequire(import.meta.url)('light-my-request');
  write(
    'parts/place.ts',
    "import { fastify } from 'fastify';\nimport formbody from '@fastify/formbody';\n\nexport async function place(): Promise<string> {\n  const app = fastify();\n  await app.register(formbody);\n  app.post('/', (request) => request.body);\n  const headers = { 'content-type': 'application/x-www-form-urlencoded' };\n  return (await app.inject({ method: 'POST', url: '/', headers, payload: 'a=1' })).body;\n}\n",
  );
  write('entry.ts', "const { place } = await import('./parts/place.ts');\nconsole.log(await place());\n");
  const file = await joined();

  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('{"a":"1"}\n');
  expect(readdirSync(join(file, '..'))).toContain('packages.cjs');
});
