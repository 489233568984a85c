/** Why a formula has no value, by the names of `ErrorType`. It is a value itself: others are made of it. */
export class FormulaError {
  readonly type: string;
  readonly message: string;

  constructor(type: string, message: string) {
    this.type = type;
    this.message = message;
  }
}

export type Scalar = number | string | boolean | null | FormulaError;
/** Rows of cells, as a range or an array gives them. */
export type Matrix = Scalar[][];
export type Value = Scalar | Matrix;

export const PARSE_ERROR = new FormulaError('ERROR', 'Formula parse error.');
export const NO_REFERENCE = new FormulaError('REF', 'Reference does not exist.');

/** One value where several may be given: the first. Google spills the others over the cells beside it. */
export function toScalar(value: Value): Scalar {
  return Array.isArray(value) ? (value[0]?.[0] ?? null) : value;
}

export function toMatrix(value: Value): Matrix {
  return Array.isArray(value) ? value : [[value]];
}

/** The first error among values, which is what most functions come to. */
export function firstError(values: readonly Value[]): FormulaError | undefined {
  return values
    .flatMap((value) => (Array.isArray(value) ? value.flat() : [value]))
    .find((one) => one instanceof FormulaError);
}

export function toText(value: Exclude<Scalar, FormulaError>): string {
  if (value === null) return '';
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** A number for a function's parameter; text counts when it reads as one. */
export function toNumber(value: Exclude<Scalar, FormulaError>, name: string, parameter: number): number | FormulaError {
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  if (!Number.isNaN(number)) return number;
  return new FormulaError(
    'VALUE',
    `Function ${name} parameter ${String(parameter)} expects number values. But '${String(value)}' is a text and ` +
      'cannot be coerced to a number.',
  );
}
