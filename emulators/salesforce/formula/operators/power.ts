import type { Decimal } from 'decimal.js';
import { FormulaEvaluationError } from '../errors.ts';
import { Numeric } from '../values.ts';

/** Powers are worked out to 18 digits, may not exceed 10^64, and are 0 below 10^-39. */
const POWER_DIGITS = 18;
const LARGEST_EXPONENT = 64;
const SMALLEST = new Numeric('1e-39');

/** `base ^ exponent` for whole exponents. Throws FormulaEvaluationError for others, and when the result is too big. */
export function power(base: Decimal, exponent: Decimal): Decimal {
  const magnitude = Math.log10(base.abs().toNumber()) * exponent.toNumber();
  if (!exponent.isInteger() || magnitude > LARGEST_EXPONENT) {
    throw new FormulaEvaluationError('Out of range argument to POWER() function');
  }
  if (magnitude < -LARGEST_EXPONENT) return new Numeric(0);
  const result = base.pow(exponent).toSignificantDigits(POWER_DIGITS);
  return result.abs().lt(SMALLEST) ? new Numeric(0) : result;
}
