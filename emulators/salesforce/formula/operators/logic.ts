import { expectType, isTrue, type Expression } from '../expression.ts';

/** True when all are; stops at the first that is not. */
export function both(parts: readonly Expression[], subject: string, position: number): Expression {
  for (const part of parts) expectType(part, ['boolean'], subject);
  return { type: 'boolean', position, evaluate: (context) => parts.every((part) => isTrue(part, context)) };
}

/** True when one is; stops at the first that is. */
export function either(parts: readonly Expression[], subject: string, position: number): Expression {
  for (const part of parts) expectType(part, ['boolean'], subject);
  return { type: 'boolean', position, evaluate: (context) => parts.some((part) => isTrue(part, context)) };
}

/** The opposite; of NULL it is neither true nor false. */
export function not(operand: Expression, subject: string, position: number): Expression {
  expectType(operand, ['boolean'], subject);
  return {
    type: 'boolean',
    position,
    evaluate: (context) => {
      const value = operand.evaluate(context);
      return value === null ? null : value !== true;
    },
  };
}
