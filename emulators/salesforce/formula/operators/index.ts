import type { Expression } from '../expression.ts';
import type { BinaryOperator } from '../syntax.ts';
import { add, arithmetic, negate, subtract } from './arithmetic.ts';
import { compare, equal } from './comparison.ts';
import { concatenate } from './concatenation.ts';
import { both, either, not } from './logic.ts';

export { areEqual, comparableTypes } from './comparison.ts';
export { both, either, not } from './logic.ts';

type Binary = (left: Expression, right: Expression, position: number) => Expression;

export const BINARY_OPERATORS: Record<BinaryOperator, Binary> = {
  '||': (left, right, position) => either([left, right], "operator '||'", position),
  '&&': (left, right, position) => both([left, right], "operator '&&'", position),
  '=': (left, right, position) => equal(left, right, '=', position),
  '<>': (left, right, position) => equal(left, right, '<>', position),
  '<': (left, right, position) => compare(left, right, '<', position),
  '>': (left, right, position) => compare(left, right, '>', position),
  '<=': (left, right, position) => compare(left, right, '<=', position),
  '>=': (left, right, position) => compare(left, right, '>=', position),
  '+': add,
  '-': subtract,
  '&': concatenate,
  '*': (left, right, position) => arithmetic(left, right, '*', position),
  '/': (left, right, position) => arithmetic(left, right, '/', position),
  '^': (left, right, position) => arithmetic(left, right, '^', position),
};

export const UNARY_OPERATORS: Record<'!' | '-' | '+', (operand: Expression, position: number) => Expression> = {
  '!': (operand, position) => not(operand, "operator '!'", position),
  '-': (operand, position) => negate(operand, '-', position),
  '+': (operand, position) => negate(operand, '+', position),
};
