import type { StoredValue } from '../entities.ts';

/** A piece of SQL with the values for its question marks, in order. */
export interface Fragment {
  sql: string;
  values: StoredValue[];
}

export function fragment(sql: string, ...values: StoredValue[]): Fragment {
  return { sql, values };
}

/** Puts pieces together with a separator, such as ` AND `. */
export function joined(parts: Fragment[], separator: string): Fragment {
  return { sql: parts.map(({ sql }) => sql).join(separator), values: parts.flatMap(({ values }) => values) };
}

/** Puts text before and after a piece. */
export function wrapped(before: string, part: Fragment, after: string): Fragment {
  return { sql: before + part.sql + after, values: part.values };
}

/** An API name as a SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
