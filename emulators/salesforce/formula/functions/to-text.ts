import { Decimal } from 'decimal.js';
import { expectType, fits, TYPE_NAMES, type Expression } from '../expression.ts';
import { FormulaError } from '../errors.ts';
import type { FormulaType } from '../types.ts';
import { isoText, type FormulaValue } from '../values.ts';
import { argumentAt, expectCount, subject, type Call } from './definition.ts';

const TELLABLE: readonly FormulaType[] = ['number', 'date', 'datetime', 'time', 'picklist', 'multipicklist'];

/** TEXT(): plain numbers without trailing zeros, dates in ISO form, a picklist's API value. */
export function asText(call: Call): Expression {
  expectCount(call, 1, 1);
  const argument = argumentAt(call, 0);
  if (!fits(argument.type, TELLABLE)) {
    if (fits(argument.type, ['text'])) {
      throw new FormulaError(
        `Incorrect parameter type for ${subject(call)}. Expected Number, Date, DateTime, Picklist, received ${TYPE_NAMES[argument.type]}`,
        argument.position,
      );
    }
    expectType(argument, ['number', 'date', 'datetime', 'picklist'], subject(call));
  }
  return {
    type: 'text',
    position: call.position,
    evaluate: (context) => tell(argument.evaluate(context), argument.type),
  };
}

function tell(value: FormulaValue, type: Expression['type']): string | null {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof Decimal) return value.isZero() ? '0' : value.toFixed();
  if (typeof value !== 'number') return null;
  const text = isoText(value);
  if (type === 'date') return text.slice(0, 10);
  if (type === 'time') return text.slice(11, 23);
  return `${text.slice(0, 10)} ${text.slice(11, 19)}Z`;
}
