import type { ImportReport } from './mirror/index.ts';

/** What became of an import, or would become of it. */
export function reportImport(report: ImportReport, confirmed: boolean): string {
  const { matched, ambiguous, unmatched, taken, refused, lines } = report;
  const values = confirmed ? `${taken} values taken over, ${refused} refused.` : `${taken} values would be taken over.`;
  return [
    ...lines,
    `${matched} rows matched, ${ambiguous} ambiguous, ${unmatched} unmatched. ${values}`,
    ...(confirmed ? [] : ['Nothing was written; add --confirm to do it.']),
  ].join('\n');
}
