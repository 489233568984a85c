import { fragment, type Fragment } from './fragment.ts';
import type { Scope } from './scope.ts';

/** What is told of every record, whatever fields the user may read. */
const OF_RECORD = ['created'];

/** Leaves out of a field history the fields that the user may not read. */
export function historyFilter({ alias, object, context }: Scope): Fragment[] {
  const parent = object.historyOf;
  if (parent === undefined) return [];
  const names = [...parent.fields.values()]
    .filter((field) => context.access.mayReadField(parent, field))
    .map(({ name, custom, reference }) => (custom ? name : (reference?.relationshipName ?? name)));
  const readable = [...OF_RECORD, ...names];
  return [fragment(`${alias}."Field" IN (${readable.map(() => '?').join(', ')})`, ...readable)];
}
