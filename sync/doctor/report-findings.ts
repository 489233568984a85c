import type { Finding } from './finding.ts';

const MARKS = { fine: 'ok', warning: 'look', broken: 'BROKEN', off: 'off' } as const satisfies Record<
  Finding['state'],
  string
>;

/** The findings as a table for a person, with what to do below each that needs it. */
export function reportFindings(findings: readonly Finding[]): string {
  const width = (of: (finding: Finding) => string): number => Math.max(...findings.map((one) => of(one).length));
  const areas = width(({ area }) => area);
  const checks = width(({ check }) => check);
  const marks = width(({ state }) => MARKS[state]);
  const indent = ' '.repeat(areas + checks + marks + 6);
  const lines = findings.flatMap(({ area, check, state, says, fix }) => [
    [area.padEnd(areas), check.padEnd(checks), MARKS[state].padEnd(marks), says].join('  '),
    ...(fix === undefined ? [] : [`${indent}→ ${fix}`]),
  ]);
  const broken = findings.filter(({ state }) => state === 'broken').length;
  const verdict = broken === 0 ? 'Everything that is needed works.' : `${broken} to mend.`;
  return [...lines, '', verdict].join('\n');
}

export function isHealthy(findings: readonly Finding[]): boolean {
  return findings.every(({ state }) => state !== 'broken');
}
