import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../errors.ts';
import type { Operand } from './compare.ts';
import { distanceFunction } from './distance.ts';
import { fragment, joined, type Fragment } from './fragment.ts';
import { isListed, rankOf } from './picklist-order.ts';
import { misplacedField } from './positioned.ts';
import type { Scope } from './scope.ts';

const UNSORTABLE_TEXT = 255;

/** ORDER BY in SQL, then by `last` so that equal rows keep their order from page to page. */
export function orderOf(
  scope: Scope,
  clauses: OrderByClause | OrderByClause[] | undefined,
  operandOf: (clause: OrderByClause) => Operand = (clause) => fieldOperand(scope, clause),
  last?: string,
): Fragment {
  const parts = [clauses ?? []].flat().map((clause) => {
    const { sql, field } = operandOf(clause);
    if (
      field.unfilterable === true ||
      ['multipicklist', 'anyType'].includes(field.type) ||
      (field.type === 'textarea' && field.length > UNSORTABLE_TEXT)
    ) {
      throw misplacedField(scope.context.text, field.name, `field '${field.name}' can not be sorted in a query call`);
    }
    const direction = clause.order ?? 'ASC';
    const sorted = isListed({ sql, field })
      ? `${rankOf({ sql, field })} ${direction} NULLS ${clause.nulls ?? 'FIRST'}, `
      : '';
    return fragment(`${sorted}${sql} ${direction} NULLS ${clause.nulls ?? 'FIRST'}`);
  });
  if (last !== undefined) parts.push(fragment(last));
  return parts.length === 0 ? fragment('') : { sql: ` ORDER BY ${joined(parts, ', ').sql}`, values: [] };
}

function fieldOperand(scope: Scope, clause: OrderByClause): Operand {
  if (!('fn' in clause)) return scope.column(clause.field);
  const operand = distanceFunction(scope, clause.fn);
  if (operand === undefined) throw malformedQuery(`unexpected token: '${clause.fn.functionName ?? ''}'`);
  return operand;
}
