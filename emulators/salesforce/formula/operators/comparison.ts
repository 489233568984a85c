import { Decimal } from 'decimal.js';
import { expectType, refusePicklist, type Expression, type ExpressionType } from '../expression.ts';
import { isTextual, type FormulaValue } from '../values.ts';

const ORDERED = ['number', 'text', 'date', 'datetime', 'time'] as const;

/** `=` and `<>`. Blank texts are equal; any other blank is equal to nothing, and neither equal nor unequal. */
export function equal(left: Expression, right: Expression, operator: '=' | '<>', position: number): Expression {
  const types = comparableTypes(left, right, `operator '${operator}'`);
  return {
    type: 'boolean',
    position,
    evaluate: (context) => {
      const result = areEqual(left.evaluate(context), right.evaluate(context), types);
      return result === null ? null : result === (operator === '=');
    },
  };
}

/** The types of two sides that may be compared. Throws FormulaError when they may not. */
export function comparableTypes(left: Expression, right: Expression, subject: string): ExpressionType[] {
  refusePicklist(left);
  refusePicklist(right);
  if (left.type !== 'null' && !(isTextual(left.type) && isTextual(right.type))) {
    expectType(right, [left.type], subject);
  }
  return [left.type, right.type];
}

/** Whether two values of comparable types are the same; null when one of them is blank and not text. */
export function areEqual(left: FormulaValue, right: FormulaValue, types: readonly ExpressionType[]): boolean | null {
  if (types.some(isTextual)) {
    const [one, other] = [text(left), text(right)];
    return types.includes('id') ? caseSensitiveId(one) === caseSensitiveId(other) : one === other;
  }
  if (left === null || right === null) return null;
  if (left instanceof Decimal && right instanceof Decimal) return left.eq(right);
  return left === right;
}

/** `<`, `>`, `<=` and `>=`; nothing is before or after a blank. */
export function compare(
  left: Expression,
  right: Expression,
  operator: '<' | '>' | '<=' | '>=',
  position: number,
): Expression {
  const subject = `operator '${operator}'`;
  expectType(left, ORDERED, subject);
  expectType(right, ORDERED, subject);
  comparableTypes(left, right, subject);
  return {
    type: 'boolean',
    position,
    evaluate: (context) => {
      const order = inOrder(left.evaluate(context), right.evaluate(context));
      if (order === null) return null;
      if (operator === '<') return order < 0;
      if (operator === '>') return order > 0;
      return operator === '<=' ? order <= 0 : order >= 0;
    },
  };
}

function inOrder(left: FormulaValue, right: FormulaValue): number | null {
  if (left === null || right === null || left === '' || right === '') return null;
  if (left instanceof Decimal && right instanceof Decimal) return left.cmp(right);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function text(value: FormulaValue): string {
  return typeof value === 'string' ? value : '';
}

/** The first 15 characters of an id tell it apart; the last three of 18 only repeat their case. */
function caseSensitiveId(id: string): string {
  return /^[a-zA-Z0-9]{18}$/.test(id) ? id.slice(0, 15) : id;
}
