import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { KnownFingerprints } from '../../../../emulators/salesforce/kept-boot/known-fingerprints.ts';
import { until } from '../../../support/until.ts';

const FINGERPRINTS = { source: 'abc' };

let folder: string;
let source: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-known-fingerprints-'));
  source = join(folder, 'source');
  mkdirSync(join(source, 'objects'), { recursive: true });
  mkdirSync(join(source, 'flows'));
  writeFileSync(join(source, 'objects/one.xml'), 'one');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function known(facts: unknown = 'today'): KnownFingerprints {
  return new KnownFingerprints(join(folder, 'cache/known'), facts);
}

/** What was touched just now is not kept. */
async function keepFingerprints(): Promise<void> {
  await until('the fingerprints to be kept', () => {
    known().make(
      () => ({ folders: [source], files: [] }),
      () => FINGERPRINTS,
    );
    return known().find();
  });
}

test.each<[string, () => void]>([
  ['a file has other words of the same length', () => writeFileSync(join(source, 'objects/one.xml'), 'two')],
  ['a file comes', () => writeFileSync(join(source, 'flows/two.xml'), 'two')],
  ['a file goes', () => rmSync(join(source, 'objects/one.xml'))],
  ['a file gets another name', () => renameSync(join(source, 'objects/one.xml'), join(source, 'objects/two.xml'))],
])('fingerprints are known until %s', async (_what, touch) => {
  await keepFingerprints();

  expect(known().find()).toEqual(FINGERPRINTS);

  touch();

  expect(known().find()).toBeUndefined();
});

test('fingerprints of other facts are not known, nor any without a file', async () => {
  expect(known().find()).toBeUndefined();

  await keepFingerprints();

  expect(known('tomorrow').find()).toBeUndefined();
});
