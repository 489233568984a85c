import type { TestOrg } from './org.ts';

/** Deploys days off by name, moves those that there are, and takes those without a day away. */
export function setHolidays(org: TestOrg, days: Readonly<Record<string, string | null>>): void {
  const first = org.source('customMetadata/Groundwork_Holiday.Christmas_2026.md-meta.xml');
  const files = Object.entries(days).map(([name, day]): [string, string | null] => [
    `customMetadata/Groundwork_Holiday.${name}.md-meta.xml`,
    day === null ? null : first.replaceAll('2026-12-25', day).replaceAll('Christmas Day 2026', name),
  ]);
  org.deploy(Object.fromEntries(files));
}
