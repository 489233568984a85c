import type { Refusal } from './org.ts';

/** What a person is told, by the fields at which it stands; `page` for what stands at none. */
export function told(refusal: readonly Refusal[]): Record<string, string> {
  return Object.fromEntries(refusal.map(({ message, fields }) => [fields.join() || 'page', message]));
}

/** The fields at which something is said. */
export function fieldsOf(refusal: readonly Refusal[]): string[] {
  return refusal.flatMap(({ fields }) => fields).toSorted();
}
