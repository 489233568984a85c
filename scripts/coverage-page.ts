import { format, resolveConfig } from 'prettier';
import { countsOf, STATUS_WORDS, type CoverageEntry, type CoverageGroup } from '../emulators/core/index.ts';
import { coverage as sheets } from '../emulators/google-sheets/index.ts';
import { coverage as lightning } from '../emulators/lightning-experience/index.ts';
import { coverageGroups } from '../emulators/salesforce/index.ts';
import { coverage as slack } from '../emulators/slack/index.ts';
import { coverage as vitally } from '../emulators/vitally/index.ts';

/** Every emulator with what it says of itself. */
const EMULATORS: { name: string; groups: readonly CoverageGroup[] }[] = [
  { name: 'Salesforce', groups: coverageGroups() },
  { name: 'Lightning pages', groups: [{ title: 'Pages', entries: lightning }] },
  { name: 'Google Sheets', groups: [{ title: 'Requests', entries: sheets }] },
  { name: 'Vitally', groups: [{ title: 'Requests', entries: vitally }] },
  { name: 'Slack', groups: [{ title: 'Requests', entries: slack }] },
];

/** `docs/coverage.md`, from the coverage lists of the emulators. */
export async function coveragePage(): Promise<string> {
  const text = [
    '# What the emulators do',
    'Made by `npm run docs:coverage` from `emulators/*/coverage.ts`; a test fails when it is stale.\nEach line names the tests that prove it. **Whole** is as the service does it, **in part** says what is missing, **refused** says what is answered.\nThe Salesforce part is also at `/_emulator/coverage.html` of a running emulator.',
    table(
      ['Emulator', 'Part', 'How much'],
      EMULATORS.flatMap(({ name, groups }) =>
        groups.map(({ title, entries }, index) => [index === 0 ? name : '', link(title, name), countsOf(entries)]),
      ),
    ),
    ...EMULATORS.flatMap(({ name, groups }) => [`## ${name}`, ...groups.flatMap((group) => section(group, name))]),
    testLinks(),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

function section({ title, entries }: CoverageGroup, name: string): string[] {
  return [
    `### ${headingOf(title, name)}`,
    table(
      ['What', 'How far', 'What is missing or answered', 'Proven by'],
      entries.map((entry) => [code(entry.route), STATUS_WORDS[entry.status], entry.notes ?? '', tests(entry)]),
    ),
  ];
}

function headingOf(title: string, name: string): string {
  return `${name}: ${title}`;
}

function link(title: string, name: string): string {
  const anchor = headingOf(title, name)
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
  return `[${title}](#${anchor})`;
}

/** An address as code; a feature as it is written. */
function code(route: string): string {
  return /^[A-Z]+ \/\S+$/.test(route) ? `\`${route}\`` : route;
}

function tests({ testedBy }: CoverageEntry): string {
  return testedBy.map((path) => `[${shortName(path)}]`).join(' ');
}

function shortName(path: string): string {
  return path.replace(/^(conformance|unit\/emulators)\//, '').replace(/\.test\.ts$/, '');
}

/** Where the names of tests lead, once for all tables. */
function testLinks(): string {
  const entries = EMULATORS.flatMap(({ groups }) => groups.flatMap((group) => group.entries));
  const paths = new Set(entries.flatMap(({ testedBy }) => testedBy));
  return [...paths].map((path) => `[${shortName(path)}]: ../test/${path}`).join('\n');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
