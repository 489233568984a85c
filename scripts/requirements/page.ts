import { basename } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { pathOf } from './components.ts';
import { HANDING_OFF } from './handing-off.ts';
import { INITIATING } from './initiating.ts';
import type { Requirement } from './requirement.ts';
import { STRATEGIES } from './strategies.ts';
import { findTest } from './tests.ts';

export const REQUIREMENTS: readonly Requirement[] = [...INITIATING, ...HANDING_OFF, ...STRATEGIES];

const SECTIONS: readonly { title: string; requirements: readonly Requirement[] }[] = [
  { title: 'Reasons, requests and triage', requirements: INITIATING },
  { title: 'Handoff to Implementation and to the Technical Advisor', requirements: HANDING_OFF },
  { title: 'Deployment strategies', requirements: STRATEGIES },
];

/** `docs/requirements.md`, from the tables here. Throws when a component or a test that they name does not exist. */
export async function requirementsPage(): Promise<string> {
  const text = [
    '# What is asked for, and where it is',
    'Made by `npm run docs:requirements` from `scripts/requirements`; a test fails when it is stale, or when it names a component or a test that does not exist.\nA1 to A54 are how the teams work together on a request, B1 to B22 the strategies for a deployment. “…” in the title of a test stands for the rows of its table.',
    ...SECTIONS.flatMap(({ title, requirements }) => [
      `## ${title}`,
      `<!-- prettier-ignore -->\n${table(requirements)}`,
    ]),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

function table(requirements: readonly Requirement[]): string {
  const rows = requirements.map(({ id, asks, carriedBy, notYet, shownBy }) => [
    id,
    asks,
    withLinks(notYet === undefined ? carriedBy : `${carriedBy} Not yet: ${notYet}`),
    shownBy.map(testLink).join('<br>'),
  ]);
  const lines = [
    ['Id', 'What is asked for', 'What carries it', 'What shows it'],
    ['---', '---', '---', '---'],
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

/** Puts a link in the place of each name in square brackets; a field or rule goes without its object. */
function withLinks(text: string): string {
  return text.replaceAll(/\[([^\]]+)\]/g, (_, name: string) => {
    const path = pathOf(name);
    const shown = name.includes('/') ? basename(name) : name.replace(/^\w+__(c|mdt)\./, '');
    return `[\`${shown}\`](../${encodeURI(path)})`;
  });
}

function testLink(reference: string): string {
  const { path, titles } = findTest(reference);
  const file = basename(path).replace(/\.test\.[jt]s$/, '');
  return `[${file}](../${path}): ${titles.map(withoutPlaces).join(' › ')}`;
}

/** A title of a table-driven test without the places for its values. */
function withoutPlaces(title: string): string {
  return title
    .replaceAll('%%', ' %')
    .replaceAll(/%[a-z]/g, '…')
    .replaceAll('$', '\\$');
}
