import * as library from '@formulajs/formulajs';
import { FormulaError, firstError, type Scalar, type Value } from './values.ts';

/*
 * The functions of the package @formulajs/formulajs, which knows Excel's. What is Google's own is in functions.ts;
 * see docs/decisions/0009-formulas.md.
 */

type Callable = (...parameters: unknown[]) => unknown;

/** Time, chance and place: nothing here hands them over, so that equal sheets have equal values. */
const WITHHELD = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'ROW', 'COLUMN', 'AGGREGATE', 'SUBTOTAL']);
/** Functions that count what they are given, errors among it or not. */
const BEAR_ERRORS = new Set(['COUNT', 'COUNTA', 'COUNTBLANK']);

const ERROR_TYPES: Record<string, string> = {
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
  '#NULL!': 'NULL_VALUE',
};

/** Calls a function of the library by the name it has in formulas; undefined when there is none. */
export function callLibrary(name: string, parameters: readonly Value[]): Value | undefined {
  const found: unknown = (library as Record<string, unknown>)[name.replaceAll('.', '')];
  if (typeof found !== 'function' || WITHHELD.has(name) || !/^[A-Z][A-Z0-9.]*$/.test(name)) return undefined;
  const error = BEAR_ERRORS.has(name) ? undefined : firstError(parameters);
  if (error !== undefined) return error;
  const given = parameters.map((value) => (Array.isArray(value) ? value.map((row) => row.map(withoutError)) : value));
  return toValue(name, (found as Callable)(...given));
}

function withoutError(value: Scalar): unknown {
  return value instanceof FormulaError ? new Error('#VALUE!') : value;
}

function toValue(name: string, result: unknown): Value {
  if (Array.isArray(result)) {
    const rows = result.every(Array.isArray) ? (result as unknown[][]) : [result as unknown[]];
    return rows.map((row) => row.map((one) => toScalar(name, one)));
  }
  return toScalar(name, result);
}

const DAY_MS = 86_400_000;

function toScalar(name: string, result: unknown): Scalar {
  if (result instanceof Error) {
    return new FormulaError(ERROR_TYPES[result.message] ?? 'ERROR', `Function ${name} came to ${result.message}`);
  }
  if (result instanceof Date) {
    // The library makes dates in the zone of this machine; a sheet's have none.
    const time = Date.UTC(
      result.getFullYear(),
      result.getMonth(),
      result.getDate(),
      result.getHours(),
      result.getMinutes(),
      result.getSeconds(),
    );
    return (time - Date.UTC(1899, 11, 30)) / DAY_MS;
  }
  if (typeof result === 'number') {
    return Number.isFinite(result) ? result : new FormulaError('NUM', `Function ${name} came to no number.`);
  }
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  return null;
}
