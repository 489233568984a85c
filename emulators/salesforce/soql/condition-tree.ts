import type { Condition, ConditionWithValueQuery, HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../errors.ts';

/** One comparison: all that a condition can be but the bare bracket that the parser puts before NOT. */
export type Comparison = Exclude<ConditionWithValueQuery, { openParen: number; field?: never; fn?: never }>;

/** A condition by its meaning. The parser gives a flat chain with counts of brackets. */
export type ConditionTree =
  | { kind: 'and' | 'or'; parts: ConditionTree[] }
  | { kind: 'not'; part: ConditionTree }
  | { kind: 'comparison'; comparison: Comparison };

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Comparison;

/** Builds the tree. AND beside OR without brackets is MALFORMED_QUERY, which the parser lets pass. */
export function toConditionTree(clause: WhereClause | HavingClause): ConditionTree {
  const tokens = [...tokensOf(clause)];
  let next = 0;

  function group(): ConditionTree {
    const parts = [operand()];
    let joint: 'AND' | 'OR' | undefined;
    for (let token = tokens[next]; token === 'AND' || token === 'OR'; token = tokens[next]) {
      if (joint !== undefined && token !== joint) throw malformedQuery(`unexpected token: ${token}`);
      joint = token;
      next += 1;
      parts.push(operand());
    }
    if (joint === undefined) return parts[0] as ConditionTree;
    return { kind: joint === 'AND' ? 'and' : 'or', parts };
  }

  function operand(): ConditionTree {
    const token = tokens[next];
    next += 1;
    if (token === 'NOT') return { kind: 'not', part: operand() };
    if (token === '(') {
      const inner = group();
      if (tokens[next] !== ')') throw malformedQuery("expecting a right parentheses, found 'EOF'");
      next += 1;
      return inner;
    }
    if (token === undefined || typeof token === 'string') {
      throw malformedQuery(`unexpected token: ${token ?? '<EOF>'}`);
    }
    return { kind: 'comparison', comparison: token };
  }

  const tree = group();
  const rest = tokens[next];
  if (rest !== undefined) throw malformedQuery(`unexpected token: ${typeof rest === 'string' ? rest : '<EOF>'}`);
  return tree;
}

function* tokensOf(clause: WhereClause | HavingClause): Generator<Token> {
  let link = clause;
  for (;;) {
    const { left } = link;
    if (left !== null) {
      for (let count = left.openParen ?? 0; count > 0; count -= 1) yield '(';
      if (isComparison(left)) {
        yield left;
        for (let count = left.closeParen ?? 0; count > 0; count -= 1) yield ')';
      }
    }
    if (!('operator' in link)) return;
    yield link.operator;
    link = link.right;
  }
}

function isComparison(condition: Condition | ConditionWithValueQuery): condition is Comparison {
  return 'operator' in condition;
}
