import type { Decimal } from 'decimal.js';
import { Numeric } from '../values.ts';

/**
 * Rounds to digits right of the point; a negative count rounds left of it.
 * When no digit of the number would remain the result is 0, so ROUND(7, -1) is 0 and not 10: the platform's own quirk.
 */
export function roundTo(number: Decimal, digits: Decimal, mode: Decimal.Rounding): Decimal {
  const scale = digits.trunc().toNumber();
  const wholeDigits = number.abs().lt(1) ? 1 : number.e + 1;
  if (wholeDigits + scale <= 0) return new Numeric(0);
  if (number.decimalPlaces() <= scale) return number;
  if (scale >= 0) return number.toDecimalPlaces(scale, mode);
  return number.toSignificantDigits(wholeDigits + scale, mode);
}
