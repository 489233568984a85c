import type { CoverageEntry, CoverageGroup } from '../core/index.ts';
import { coverage } from './coverage.ts';
import { deployments, metadataTypes } from './metadata-coverage.ts';

/** Families of addresses; an entry belongs to the first that its address matches. */
const FAMILIES: [title: string, address: RegExp][] = [
  ['Sessions', / \/(services\/oauth2|secur|id)\//],
  ['Bulk API 2.0', /\/jobs\//],
  ['Bulk API 1.0', /\/services\/async\//],
  ['UI API', /\/ui-api\//],
  ['Many requests in one', /\/composite/],
  ['Notifications', /\/connect\/notifications/],
  ['Reports and dashboards', /\/analytics/],
  ['Metadata API', /\/(Soap\/m|metadata)\//],
  ['Tooling API', /\/tooling\b/],
  ['Queries and searches', /\/(query|queryAll|search|parameterizedSearch)\b/],
  ['Records and descriptions', /\/sobjects/],
  ['The org itself', /^(GET|POST|PATCH|PUT|DELETE) /],
];

/** All that is said of this emulator, in the order in which a person looks for it. */
export function coverageGroups(): CoverageGroup[] {
  const served = coverage.filter(({ status }) => status !== 'refused');
  const byFamily = Map.groupBy(served, familyOf);
  return [
    ...FAMILIES.map(([title]) => ({ title, entries: byFamily.get(title) ?? [] })),
    { title: 'Deployments', entries: deployments },
    { title: 'Metadata types', entries: metadataTypes },
    { title: 'Refused', entries: coverage.filter(({ status }) => status === 'refused') },
  ].filter(({ entries }) => entries.length > 0);
}

function familyOf({ route }: CoverageEntry): string {
  return FAMILIES.find(([, address]) => address.test(route))?.[0] ?? 'The org itself';
}
