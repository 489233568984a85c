import { Decimal } from 'decimal.js';
import { FormulaEvaluationError } from '../errors.ts';
import { expectType, valueOf } from '../expression.ts';
import { fromDouble, Numeric } from '../values.ts';
import { expectCount, pure, subject, type FunctionDefinition, type FunctionTable } from './definition.ts';
import { roundTo } from './rounding.ts';

/** Digits that survive before a number is made whole, so that 1/9*9 is 1. */
const TRUSTED_DIGITS = 33;

export const MATH: FunctionTable = {
  ABS: pure(['number'], 'number', (number) => number.abs()),
  CEILING: whole((number) => (number.isNegative() ? number.floor() : number.ceil())),
  FLOOR: whole((number) => number.trunc()),
  MCEILING: whole((number) => number.ceil()),
  MFLOOR: whole((number) => number.floor()),
  ROUND: pure(['number', 'number'], 'number', (number, digits) => roundTo(number, digits, Decimal.ROUND_HALF_UP)),
  TRUNC: pure(['number'], 'number', (number, digits) => roundTo(number, digits ?? new Numeric(0), Decimal.ROUND_DOWN), [
    'number',
  ]),
  MOD: pure(['number', 'number'], 'number', (number, divisor) => {
    if (divisor.isZero()) throw new FormulaEvaluationError('Division by zero');
    return number.mod(divisor);
  }),
  MAX: extreme((a, b) => (b.gt(a) ? b : a)),
  MIN: extreme((a, b) => (b.lt(a) ? b : a)),
  SQRT: ofDouble(Math.sqrt),
  EXP: ofDouble(Math.exp),
  LN: ofDouble(Math.log),
  LOG: ofDouble(Math.log10),
  SIN: ofDouble(Math.sin),
  COS: ofDouble(Math.cos),
  TAN: ofDouble(Math.tan),
  ASIN: ofDouble(Math.asin),
  ACOS: ofDouble(Math.acos),
  ATAN: ofDouble(Math.atan),
  ATAN2: arcTangentOfTwo,
  PI: pure([], 'number', () => fromDouble(Math.PI)),
};

function whole(make: (number: Decimal) => Decimal): FunctionDefinition {
  return pure(['number'], 'number', (number) => make(number.toSignificantDigits(TRUSTED_DIGITS)));
}

/** The platform works these out in binary floating point; what is not a number is an error. */
function ofDouble(apply: (double: number) => number): FunctionDefinition {
  return pure(['number'], 'number', (number) => fromDouble(apply(number.toNumber())));
}

function extreme(choose: (a: Decimal, b: Decimal) => Decimal): FunctionDefinition {
  return (call) => {
    expectCount(call, 1, Infinity);
    for (const argument of call.arguments) expectType(argument, ['number'], subject(call));
    return {
      type: 'number',
      position: call.position,
      evaluate: (context) => {
        let best: Decimal | null = null;
        for (const argument of call.arguments) {
          const number = valueOf(argument, 'number', context);
          if (number === null) return null;
          best = best === null ? number : choose(best, number);
        }
        return best;
      },
    };
  };
}

/** Unlike its siblings it fails on a blank, as the platform's does. */
function arcTangentOfTwo(...[call]: Parameters<FunctionDefinition>): ReturnType<FunctionDefinition> {
  const atan2 = pure(['number', 'number'], 'number', (y, x) => fromDouble(Math.atan2(y.toNumber(), x.toNumber())));
  const expression = atan2(call);
  return {
    ...expression,
    evaluate: (context) => {
      const angle = expression.evaluate(context);
      if (angle === null) throw new FormulaEvaluationError('ATAN2() of a blank');
      return angle;
    },
  };
}
