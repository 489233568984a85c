import type { User } from '../entities.ts';
import type { Org } from '../org.ts';
import { parseSoql } from './parse.ts';
import { orderOf } from './order.ts';
import { createScope, refuseUnsupported } from './run-query.ts';
import { isGrouped, pathOf, selectedOf } from './select.ts';
import { filterOf } from './where.ts';

/** What a query will answer, known without running it. */
export interface QueryShape {
  object: string;
  /** `Account.Name`, in order. */
  columns: string[];
  isGrouped: boolean;
  /** Whether it holds a subquery of child records. */
  hasChildren: boolean;
  hasTypeof: boolean;
  /** The first field selected that has parts, such as an address. */
  compound: string | undefined;
}

/** Tells the shape of a query as the user may run it. What could not be run is refused as when it runs. */
export function describeQuery(org: Org, soql: string, user: User): QueryShape {
  const parsed = parseSoql(soql);
  const scope = createScope(org, parsed, { user, includeDeleted: false });
  const object = scope.object.name;
  refuseUnsupported(parsed);
  if (isGrouped(parsed.query)) {
    return { object, columns: [], isGrouped: true, hasChildren: false, hasTypeof: false, compound: undefined };
  }
  const selected = selectedOf(scope, parsed.query);
  filterOf(scope, parsed.query);
  orderOf(scope, parsed.query.orderBy);
  const columns = selected.flatMap((one) => (one.kind === 'column' ? [one.column] : []));
  return {
    object,
    columns: columns.map(pathOf),
    isGrouped: false,
    hasChildren: selected.some(({ kind }) => kind === 'children'),
    hasTypeof: selected.some(({ kind }) => kind === 'typeof'),
    compound: columns.find(({ field }) => field.type === 'address' || field.type === 'location')?.field.name,
  };
}
