import type { GroupByClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../errors.ts';

const MOST_FIELDS = 3;

/** What a GROUP BY is made of, and which of it each of its groupings tells apart. */
export interface GroupingSets {
  clauses: GroupByClause[];
  /** Places in `clauses`. The finest grouping comes first, the sum of all last. */
  sets: ReadonlySet<number>[];
}

/** Spreads ROLLUP and CUBE out. See https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_groupby_rollup.htm */
export function groupingSets(clauses: GroupByClause[]): GroupingSets {
  const [only, ...more] = clauses;
  const name = only !== undefined && 'fn' in only ? only.fn.functionName?.toUpperCase() : undefined;
  if (name !== 'ROLLUP' && name !== 'CUBE') return { clauses, sets: [new Set(clauses.keys())] };
  if (more.length > 0) throw malformedQuery(`GROUP BY ${name} stands alone`);
  const fields = only !== undefined && 'fn' in only ? (only.fn.parameters ?? []) : [];
  if (fields.length > MOST_FIELDS) throw malformedQuery(`GROUP BY ${name} takes at most ${MOST_FIELDS} fields`);
  const spread = fields.map((field): GroupByClause => (typeof field === 'string' ? { field } : { fn: field }));
  const count = spread.length;
  const sets = name === 'ROLLUP' ? rollup(count) : cube(count);
  return { clauses: spread, sets };
}

function rollup(count: number): Set<number>[] {
  return Array.from(
    { length: count + 1 },
    (_, left) => new Set(Array.from({ length: count - left }, (_one, at) => at)),
  );
}

function cube(count: number): Set<number>[] {
  const all = Array.from({ length: 2 ** count }, (_, bits) => {
    return new Set(Array.from({ length: count }, (_one, at) => at).filter((at) => (bits & (1 << at)) === 0));
  });
  return all.toSorted((one, other) => other.size - one.size);
}
