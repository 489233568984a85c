import { expectType, textOf, type Expression } from '../expression.ts';

/** Joins two texts; a blank one adds nothing. */
export function concatenate(left: Expression, right: Expression, position: number): Expression {
  expectType(left, ['text'], "operator '&'");
  expectType(right, ['text'], "operator '&'");
  return { type: 'text', position, evaluate: (context) => textOf(left, context) + textOf(right, context) };
}
