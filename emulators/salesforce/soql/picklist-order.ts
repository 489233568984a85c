import type { Operand } from './compare.ts';

const DIGITS = 5;

/**
 * SQL of the place of a picklist's value in its list, behind which other values come; NULL for blank.
 *
 * Sorting follows the list, not the alphabet:
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-orderby.html
 */
export function rankOf({ sql, field }: Operand): string {
  const values = field.picklist?.values ?? [];
  const cases = values.map(({ value }, index) => ` WHEN '${value.replaceAll("'", "''")}' THEN ${index}`).join('');
  return `CASE WHEN ${sql} IS NULL THEN NULL ELSE CASE ${sql}${cases} ELSE ${values.length} END END`;
}

/** Whether an operand is sorted by a list of values. */
export function isListed({ field }: Operand): boolean {
  return field.type === 'picklist' && (field.picklist?.values ?? []).length > 0;
}

/** The value behind its place, so that comparing texts compares places. */
export function withRank(operand: Operand): string {
  return `printf('%0${DIGITS}d', ${rankOf(operand)}) || ${operand.sql}`;
}

/** The value again, of what `withRank` made. */
export function behindRank(sql: string): string {
  return `substr(${sql}, ${DIGITS + 1})`;
}
