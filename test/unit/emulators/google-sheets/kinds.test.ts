import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { coverage, createGoogleSheets } from '../../../../emulators/google-sheets/index.ts';
import { REFUSED_KINDS, SUPPORTED_KINDS } from '../../../../emulators/google-sheets/requests/kinds.ts';

const listed = coverage.map(({ route }) => route);

test('lists every route it answers, and no other', async () => {
  const emulator = await createGoogleSheets();
  await emulator.close();

  const routes = listed.filter((route) => /^(GET|POST|PUT) /.test(route));

  expect([...emulator.routes].sort()).toEqual(routes.sort());
});

test('lists every kind of request it carries out, and no other', () => {
  const kinds = listed.filter((route) => /^batchUpdate \w+$/.test(route));

  expect([...SUPPORTED_KINDS.keys()].map((kind) => `batchUpdate ${kind}`).sort()).toEqual(kinds.sort());
});

test('refuses no kind that it carries out', () => {
  expect(REFUSED_KINDS.filter((kind) => SUPPORTED_KINDS.has(kind))).toEqual([]);
});

test('names tests that exist', () => {
  const files = new Set(coverage.flatMap(({ testedBy }) => testedBy));

  const missing = [...files].filter((file) => !existsSync(new URL(`../../../${file}`, import.meta.url)));

  expect(missing).toEqual([]);
});

test('says what is missing wherever it is partial or refused', () => {
  expect(coverage.filter(({ status, notes }) => status !== 'supported' && notes === undefined)).toEqual([]);
});
