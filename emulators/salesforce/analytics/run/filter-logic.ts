import { joined, wrapped, type Fragment } from '../../soql/index.ts';
import { ReportError } from '../errors.ts';

/**
 * Joins conditions by filter logic such as `1 AND (2 OR NOT 3)`, all of them when there is none. AND beside OR needs
 * parentheses, as in the report builder.
 */
export function combine(conditions: Fragment[], logic: string | null): Fragment[] {
  if (logic === null || logic.trim() === '') return conditions;
  const tokens = logic.match(/\d+|[()]|[A-Za-z]+|\S/g) ?? [];
  const used = new Set<number>();
  let next = 0;

  function group(): Fragment {
    const parts = [operand()];
    let joint: string | undefined;
    for (
      let token = tokens[next]?.toUpperCase();
      token === 'AND' || token === 'OR';
      token = tokens[next]?.toUpperCase()
    ) {
      if (joint !== undefined && joint !== token) {
        throw new ReportError('Your filter must use parentheses around successive AND and OR expressions.');
      }
      joint = token;
      next += 1;
      parts.push(operand());
    }
    return wrapped('(', joined(parts, ` ${joint ?? 'AND'} `), ')');
  }

  function operand(): Fragment {
    const token = tokens[next] ?? '';
    next += 1;
    if (token.toUpperCase() === 'NOT') return wrapped('NOT COALESCE(', operand(), ', 0)');
    if (token === '(') {
      const inner = group();
      if (tokens[next] !== ')') throw new ReportError('Your filter is missing a parenthesis.');
      next += 1;
      return inner;
    }
    const condition = /^\d+$/.test(token) ? conditions[Number(token) - 1] : undefined;
    if (condition === undefined) throw new ReportError(`The filter logic references an undefined filter: ${token}`);
    used.add(Number(token) - 1);
    return condition;
  }

  const whole = group();
  if (next < tokens.length) throw new ReportError(`The filter logic cannot be read from ${tokens[next] ?? ''}`);
  const unused = conditions.findIndex((_, index) => !used.has(index));
  if (unused !== -1)
    throw new ReportError(`Some filter conditions are defined but not referenced in your filter logic: ${unused + 1}`);
  return [whole];
}
