import { Decimal } from 'decimal.js';
import type { StoredValue } from '../entities.ts';
import { FormulaEvaluationError } from './errors.ts';
import type { FormulaFieldType, FormulaType } from './types.ts';

/** Decimal arithmetic as the platform does it: 39 significant digits, halves away from zero. */
export const Numeric = Decimal.clone({ precision: 39, rounding: Decimal.ROUND_HALF_UP });

export interface Geolocation {
  latitude: number;
  longitude: number;
}

/** What each type is while a formula is worked out. */
export interface ValueOfType {
  text: string;
  id: string;
  picklist: string;
  multipicklist: string;
  number: Decimal;
  boolean: boolean;
  /** Milliseconds since 1970 of midnight, GMT. */
  date: number;
  /** Milliseconds since 1970. */
  datetime: number;
  /** Milliseconds since midnight. */
  time: number;
  location: Geolocation;
}

export type FormulaValue = ValueOfType[FormulaType] | null;

export const DAY = 86_400_000;

/** Digits right of the point that a result keeps. */
const RESULT_DECIMALS = 32;

/** Which of the types are kept and compared as text. Blank text is null and '' alike. */
export function isTextual(type: FormulaType | 'null'): boolean {
  return type === 'text' || type === 'id' || type === 'picklist' || type === 'multipicklist';
}

/** A column's value as a formula sees it. Throws FormulaEvaluationError when the column holds something else. */
export function fromStored(stored: StoredValue, type: FormulaFieldType): FormulaValue {
  if (type === 'boolean') return stored === 1;
  if (stored === null || stored === '') return null;
  switch (type) {
    case 'number':
      return numberFromStored(stored);
    case 'percent':
      return numberFromStored(stored).div(100);
    case 'date':
      return instantFromStored(`${String(stored).slice(0, 10)}T00:00:00Z`);
    case 'datetime':
      return instantFromStored(String(stored));
    case 'time':
      return instantFromStored(`1970-01-01T${String(stored).replace(/Z$/, '')}Z`);
    case 'id':
      return String(stored).slice(0, 15);
    case 'location':
      throw new FormulaEvaluationError('A location is read by its parts');
    case 'text':
    case 'picklist':
    case 'multipicklist':
      return String(stored);
  }
}

/** A result as a column keeps it; a percent is told in hundredths. */
export function toStored(value: FormulaValue, type: FormulaType | 'null', percent: boolean): StoredValue {
  if (type === 'boolean') return value === true ? 1 : 0;
  if (value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (value instanceof Decimal) {
    const number = (percent ? value.times(100) : value).toDecimalPlaces(RESULT_DECIMALS).toNumber();
    return number === 0 ? 0 : number;
  }
  if (typeof value !== 'number') throw new Error(`A ${type} cannot be kept in a field, and compiling refuses it`);
  const text = isoText(value);
  if (type === 'date') return text.slice(0, 10);
  return type === 'time' ? text.slice(11) : text;
}

/** `2026-11-22T10:40:00.000Z` */
export function isoText(instant: number): string {
  return new Date(instant).toISOString();
}

/** The instant itself. Throws FormulaEvaluationError outside the years 1 to 9999. */
export function inRange(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  if (Number.isNaN(year) || year < 1 || year > 9999) throw new FormulaEvaluationError('The date is out of range');
  return instant;
}

/** A binary floating-point result back in decimal. Throws FormulaEvaluationError when it is not a finite number. */
export function fromDouble(result: number): Decimal {
  if (!Number.isFinite(result)) throw new FormulaEvaluationError('The result is not a number');
  return new Numeric(result);
}

function numberFromStored(stored: string | number): Decimal {
  const number = Number(stored);
  if (!Number.isFinite(number)) throw new FormulaEvaluationError(`The value '${stored}' is not a valid number.`);
  return new Numeric(stored);
}

function instantFromStored(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new FormulaEvaluationError(`The value '${text}' is not a valid date.`);
  return inRange(instant);
}
