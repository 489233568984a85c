import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A test by its file and the titles that lead to it, the outermost first. */
export interface NamedTest {
  path: string;
  titles: readonly string[];
}

/** The test that `folder/file: title` or `folder/file: title of a group › title` names; throws when there is none. */
export function findTest(reference: string): NamedTest {
  const [, file = '', titles = ''] = /^([^:]+): (.+)$/.exec(reference) ?? [];
  const test = { path: fileOf(file), titles: titles.split(' › ') };
  if (!existsSync(join(ROOT, test.path))) throw new Error(`There is no ${test.path}`);
  const text = readFileSync(join(ROOT, test.path), 'utf8');
  const missing = test.titles.filter((title) => !isTitle(text, title));
  if (missing.length > 0) throw new Error(`${test.path} has no “${missing.join('”, “')}”`);
  return test;
}

function fileOf(file: string): string {
  const component = /^lwc\/(.+)$/.exec(file)?.[1];
  if (component === undefined) return `test/${file}.test.ts`;
  return `force-app/main/default/lwc/${component}/__tests__/${component}.test.js`;
}

/** Whether the text opens a test or a group with this title, alone or once for each row of a table. */
function isTitle(text: string, title: string): boolean {
  const quoted = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`(\\b(test|it|describe)|[\\])\`])\\(\\s*(['"\`])${quoted}\\3,`).test(text);
}
