import { Decimal } from 'decimal.js';
import type { Field, RecordError, StoredValue } from '../../entities.ts';
import { outsideRange, wrongType } from '../record-errors.ts';

const INT_LIMIT = 2_147_483_647;

/** A number or its text, rounded half up to the field's decimal places and held against its digits. */
export function coerceNumber(field: Field, raw: unknown): StoredValue | RecordError {
  const text = typeof raw === 'string' ? raw.trim() : raw;
  if (typeof text === 'string' && !/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return wrongType(field, raw);
  if (typeof text !== 'string' && typeof text !== 'number') return wrongType(field, raw);
  const value = new Decimal(text);
  if (!value.isFinite()) return wrongType(field, raw);
  if (field.type === 'int') {
    if (!value.isInteger()) return wrongType(field, raw);
    return value.abs().gt(INT_LIMIT) ? outsideRange(field, String(text)) : value.toNumber();
  }
  const rounded = value.toDecimalPlaces(field.scale, Decimal.ROUND_HALF_UP);
  const most = new Decimal(10).pow(field.precision - field.scale);
  if (rounded.abs().gte(most) || rounded.abs().gt(field.furthest ?? most)) return outsideRange(field, String(text));
  return rounded.toNumber();
}
