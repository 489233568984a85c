/** How the aggregates of a column are called in the Metadata API, and with which mark in the Analytics API. */
const MARKS = { Sum: 's', Average: 'a', Maximum: 'mx', Minimum: 'm', Unique: 'u' } as const;

/** How an aggregate is worked out. */
export type AggregateKind = keyof typeof MARKS;

export const ROW_COUNT = 'RowCount';

/** `Sum` of a column → `s!Request__c$Score__c`; undefined for a kind that is not known. */
export function aggregateName(kind: string, column: string): string | undefined {
  return kind in MARKS ? `${MARKS[kind as AggregateKind]}!${column}` : undefined;
}

/** `s!Request__c$Score__c` → Sum of that column; undefined for the count of rows and for formulas. */
export function parseAggregate(name: string): { kind: AggregateKind; column: string } | undefined {
  const [, mark, column] = /^(mx|[samu])!(.+)$/.exec(name) ?? [];
  const found = Object.entries(MARKS).find(([, known]) => known === mark);
  return found === undefined || column === undefined ? undefined : { kind: found[0] as AggregateKind, column };
}
