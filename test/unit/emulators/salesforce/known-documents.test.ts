import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../../emulators/core/index.ts';
import { createOrg } from '../../../../emulators/salesforce/create-org.ts';
import { component, TICKETS, writeSource, type SourceFiles } from './schema/source-folder.ts';

let source: string;
let cache: string;
/** An org that keeps its records is always booted from its source. */
let state: string;

beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), 'groundwork-source-'));
  cache = mkdtempSync(join(tmpdir(), 'groundwork-cache-'));
  state = mkdtempSync(join(tmpdir(), 'groundwork-state-'));
});
afterEach(() => {
  rmSync(source, { recursive: true });
  rmSync(cache, { recursive: true });
  rmSync(state, { recursive: true });
});

async function labelOfTitle(): Promise<string | undefined> {
  const org = await createOrg({ source, cache, state, clock: new VirtualClock() });
  try {
    return org.schema.findObject('Ticket__c')?.fields.get('Title__c')?.label;
  } finally {
    org.close();
  }
}

function cacheFile(): string {
  const [file, ...more] = readdirSync(cache);
  if (file === undefined || more.length > 0) throw new Error(`Expected one file, got ${readdirSync(cache).join(', ')}`);
  return join(cache, file);
}

function titled(label: string): SourceFiles {
  const elements = `<fullName>Title__c</fullName><label>${label}</label><type>Text</type><length>80</length>`;
  return { ...TICKETS, 'objects/Ticket__c/fields/Title__c.field-meta.xml': component('CustomField', elements) };
}

test('a second boot takes what the first has read, and an edited file is read anew', async () => {
  writeSource(source, titled('First title'));
  await labelOfTitle();
  const kept = readFileSync(cacheFile(), 'utf8');
  writeFileSync(cacheFile(), kept.replace('First title', 'Kept title'));

  expect(await labelOfTitle()).toBe('Kept title');

  writeSource(source, titled('Second title'));

  expect(await labelOfTitle()).toBe('Second title');
  expect(readFileSync(cacheFile(), 'utf8')).not.toContain('Kept title');
});

test('a file that was left half-written is passed over', async () => {
  writeSource(source, titled('Title'));
  await labelOfTitle();
  writeFileSync(cacheFile(), '{"half');

  expect(await labelOfTitle()).toBe('Title');
});

test('a folder that cannot be written keeps nothing from booting', async () => {
  writeSource(source, titled('Title'));
  rmSync(cache, { recursive: true });
  writeFileSync(cache, 'no folder');

  expect(await labelOfTitle()).toBe('Title');
});
