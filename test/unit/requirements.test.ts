import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { pathOf } from '../../scripts/requirements/components.ts';
import { REQUIREMENTS, requirementsPage } from '../../scripts/requirements/page.ts';
import { findTest } from '../../scripts/requirements/tests.ts';

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

test('docs/requirements.md is what the tables say: otherwise run npm run docs:requirements', async () => {
  const page = await readFile(new URL('../../docs/requirements.md', import.meta.url), 'utf8');

  expect(page).toBe(await requirementsPage());
});

test('every requirement is there once', () => {
  expect(REQUIREMENTS.map(({ id }) => id)).toEqual([...numbered('A', 54), ...numbered('B', 22)]);
});

test.each(REQUIREMENTS)('$id has something that carries it, and something that shows it', (requirement) => {
  const named = [...requirement.carriedBy.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name);

  expect(requirement.asks).not.toBe('');
  expect(named).not.toEqual([]);
  expect(requirement.shownBy).not.toEqual([]);
  for (const name of named) expect(pathOf(name)).toMatch(/^(force-app|sync|emulators)\//);
  for (const reference of requirement.shownBy) expect(findTest(reference).titles).not.toContain('');
});

test.each(['Implementation_Request__c.No_Such_Field__c', 'No_Such_Flow', 'sync/no-such-module.ts'])(
  'a component that is called %s is missed',
  (name) => {
    expect(() => pathOf(name)).toThrow(name);
  },
);

test.each([
  ['metadata/no-such-file: is there', 'no-such-file'],
  ['metadata/assessment: no such title', 'no such title'],
  ['metadata/handoff-gates: Discovery › no such title', 'no such title'],
  ['unit/requirements: metadata/assessment', 'has no'],
])('a test that is called “%s” is missed', (reference, said) => {
  expect(() => findTest(reference)).toThrow(said);
});
