import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from '@jest/globals';
import { COMPONENT_TYPES, LABEL, REFUSED_TYPES } from '../../emulators/salesforce/metadata-api/index.ts';
import { coverageGroups } from '../../emulators/salesforce/index.ts';
import { coveragePage } from '../../scripts/coverage-page.ts';
import { startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

test('docs/coverage.md is what the coverage lists say: otherwise run npm run docs:coverage', async () => {
  const page = await readFile(new URL('../../docs/coverage.md', import.meta.url), 'utf8');

  expect(page).toBe(await coveragePage());
});

test('every type that can be deployed, and every one that is refused, is on the page', () => {
  const { entries = [] } = coverageGroups().find(({ title }) => title === 'Metadata types') ?? {};
  const named = (isRefused: boolean): string[] =>
    entries.filter(({ status }) => (status === 'refused') === isRefused).map(({ route }) => route);
  const deployable = COMPONENT_TYPES.flatMap(({ type, children }) => [type, ...children.map((child) => child.type)]);

  expect(named(false).toSorted()).toEqual([...deployable, LABEL].toSorted());
  expect(named(true).toSorted()).toEqual(Object.keys(REFUSED_TYPES).toSorted());
});

test('every test that the page names exists, and what is not all there says what is missing', () => {
  const entries = coverageGroups().flatMap((group) => group.entries);
  const isMissing = (path: string): boolean => !existsSync(new URL(`../${path}`, import.meta.url));

  expect(entries.flatMap(({ testedBy }) => testedBy).filter(isMissing)).toEqual([]);
  expect(entries.filter(({ status, notes }) => status !== 'supported' && notes === undefined)).toEqual([]);
  expect(entries.filter(({ testedBy }) => testedBy.length === 0)).toEqual([]);
});

test('a running emulator shows its part', async () => {
  const { salesforce } = await startSalesforce();

  const answer = await fetch(`${salesforce.url}/_emulator/coverage.html`);
  const text = await answer.text();

  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(text).toContain('<h2 id="bulk-api-2-0">Bulk API 2.0</h2>');
  expect(text).toContain('<td>ValidationRule</td>');
});
