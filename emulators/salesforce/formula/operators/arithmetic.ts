import type { Decimal } from 'decimal.js';
import { FormulaEvaluationError } from '../errors.ts';
import { expectType, fits, textOf, valueOf, type Expression, type ExpressionType } from '../expression.ts';
import { DAY, inRange, isTextual, Numeric, type FormulaValue } from '../values.ts';
import { power } from './power.ts';

const ADDABLE = ['number', 'date', 'datetime'] as const;
const SECOND = 1000;

/** `+`: numbers, texts, and days (for a time: milliseconds) onto a date, datetime or time. */
export function add(left: Expression, right: Expression, position: number): Expression {
  if (isTextual(left.type) && fits(right.type, ['text']) && fits(left.type, ['text'])) {
    return { type: 'text', position, evaluate: (context) => textOf(left, context) + textOf(right, context) };
  }
  if (isMoment(left.type)) return shift(left, right, 1, '+', position);
  if (isMoment(right.type)) return shift(right, left, 1, '+', position);
  return arithmetic(left, right, '+', position);
}

/** `-`: numbers, days back from a date, datetime or time, and the span between two of them. */
export function subtract(left: Expression, right: Expression, position: number): Expression {
  if (isMoment(left.type)) {
    return left.type === right.type ? span(left, right, position) : shift(left, right, -1, '-', position);
  }
  return arithmetic(left, right, '-', position);
}

export function arithmetic(
  left: Expression,
  right: Expression,
  operator: '+' | '-' | '*' | '/' | '^',
  position: number,
): Expression {
  const subject = `operator '${operator}'`;
  expectType(left, operator === '+' || operator === '-' ? ADDABLE : ['number'], subject);
  expectType(right, ['number'], subject);
  const calculate = CALCULATIONS[operator];
  return {
    type: 'number',
    position,
    evaluate: (context) => {
      const a = valueOf(left, 'number', context);
      const b = valueOf(right, 'number', context);
      return a === null || b === null ? null : calculate(a, b);
    },
  };
}

export function negate(operand: Expression, operator: '-' | '+', position: number): Expression {
  expectType(operand, ['number'], `operator '${operator}'`);
  return {
    type: 'number',
    position,
    evaluate: (context) => {
      const value = valueOf(operand, 'number', context);
      return operator === '-' ? (value?.neg() ?? null) : value;
    },
  };
}

const CALCULATIONS: Record<'+' | '-' | '*' | '/' | '^', (a: Decimal, b: Decimal) => Decimal> = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  '*': (a, b) => a.times(b),
  '/': (a, b) => {
    if (b.isZero()) throw new FormulaEvaluationError('Division by zero');
    return a.div(b);
  },
  '^': power,
};

function isMoment(type: ExpressionType): type is 'date' | 'datetime' | 'time' {
  return type === 'date' || type === 'datetime' || type === 'time';
}

/** Dates move by whole days, datetimes by fractions of days rounded to seconds, times by milliseconds within their day. */
function shift(moment: Expression, by: Expression, sign: 1 | -1, operator: string, position: number): Expression {
  expectType(by, ['number'], `operator '${operator}'`);
  return {
    type: moment.type,
    position,
    evaluate: (context) => {
      const from = moment.evaluate(context);
      const amount = valueOf(by, 'number', context)?.times(sign);
      if (typeof from !== 'number' || amount === undefined) return null;
      if (moment.type === 'date') return inRange(from + amount.trunc().toNumber() * DAY);
      if (moment.type === 'datetime') {
        return (
          from +
          amount
            .times(DAY / SECOND)
            .toDecimalPlaces(0)
            .toNumber() *
            SECOND
        );
      }
      const time = from + amount.trunc().toNumber();
      if (time < 0 || time >= DAY) throw new FormulaEvaluationError('The time is not within one day');
      return time;
    },
  };
}

/** Days between dates and datetimes; for times the milliseconds from the right to the next left. */
function span(left: Expression, right: Expression, position: number): Expression {
  return {
    type: 'number',
    position,
    evaluate: (context): FormulaValue => {
      const [to, from] = [left.evaluate(context), right.evaluate(context)];
      if (typeof to !== 'number' || typeof from !== 'number') return null;
      if (left.type === 'time') return new Numeric((to - from + DAY) % DAY);
      return new Numeric(to - from).div(DAY);
    },
  };
}
