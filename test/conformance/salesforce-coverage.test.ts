import { existsSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { coverage } from '../../emulators/salesforce/index.ts';
import { startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

test('the register lists exactly the routes that are there', async () => {
  const { salesforce } = await startSalesforce();

  const claimed = coverage.filter(({ status }) => status !== 'refused').map(({ route }) => route);

  expect(claimed.toSorted()).toEqual([...salesforce.routes].toSorted());
});

test('every test that the register names exists, and every entry names one', () => {
  const missing = coverage
    .flatMap(({ testedBy }) => testedBy)
    .filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)));

  expect(missing).toEqual([]);
  expect(coverage.filter(({ testedBy }) => testedBy.length === 0)).toEqual([]);
});

test('what is partial or refused says what is missing', () => {
  expect(coverage.filter(({ status, notes }) => status !== 'supported' && notes === undefined)).toEqual([]);
});
