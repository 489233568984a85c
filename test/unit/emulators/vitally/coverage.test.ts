import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { coverage, createVitally } from '../../../../emulators/vitally/index.ts';

test('the register lists exactly the routes that are there', async () => {
  const vitally = await createVitally();
  await vitally.close();

  const claimed = coverage.filter(({ status }) => status !== 'refused').map(({ route }) => route);
  expect(claimed.toSorted()).toEqual([...vitally.routes].toSorted());
});

test('every test that the register names exists', () => {
  const missing = coverage
    .flatMap(({ testedBy }) => testedBy)
    .filter((path) => !existsSync(new URL(`../../../${path}`, import.meta.url)));

  expect(missing).toEqual([]);
});
