import { formatNumber } from '../values/number-format.ts';
import { FormulaError, firstError, toMatrix, toNumber, toScalar, toText, type Scalar, type Value } from './values.ts';

/** A function that gets its parameters unevaluated, and evaluates those it needs. */
type LazyFunction = (parameters: readonly (() => Value)[]) => Value;

const IS_TRUE: Record<string, boolean> = { TRUE: true, FALSE: false };

function isTrue(value: Scalar): boolean | FormulaError {
  if (value instanceof FormulaError) return value;
  if (typeof value !== 'string') return Boolean(value);
  return IS_TRUE[value.toUpperCase()] ?? new FormulaError('VALUE', `'${value}' is neither TRUE nor FALSE.`);
}

function when(parameters: readonly (() => Value)[], fails: (value: Scalar) => boolean): Value {
  const value = parameters[0]?.() ?? null;
  return fails(toScalar(value)) ? (parameters[1]?.() ?? null) : value;
}

function test(check: (value: Scalar) => boolean): LazyFunction {
  return ([value]) => check(toScalar(value?.() ?? null));
}

const isError = (value: Scalar): boolean => value instanceof FormulaError;
const isMissing = (value: Scalar): boolean => value instanceof FormulaError && value.type === 'N_A';

/** Texts of parameters, or the first error among them. */
function texts(parameters: readonly (() => Value)[], work: (...given: string[]) => Value): Value {
  const values = parameters.map((one) => toScalar(one()));
  const error = firstError(values);
  return error ?? work(...values.map((value) => toText(value as Exclude<Scalar, FormulaError>)));
}

/** Looked up on the web, which this emulator never does: such a formula waits for ever. */
const loading: LazyFunction = () => new FormulaError('LOADING', 'Loading data...');

function toPattern(source: string): RegExp | FormulaError {
  try {
    return new RegExp(source, 'u');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return new FormulaError(
      'REF',
      `Function REGEXMATCH parameter 2 value "${source}" is not a valid regular expression.`,
    );
  }
}

function matching(
  parameters: readonly (() => Value)[],
  work: (text: string, pattern: RegExp, more: string) => Value,
): Value {
  return texts(parameters, (text = '', source = '', more = '') => {
    const pattern = toPattern(source);
    return pattern instanceof FormulaError ? pattern : work(text, pattern, more);
  });
}

/** The functions that are Google's own, or that look at a value before they let its error through. */
export const FUNCTIONS: ReadonlyMap<string, LazyFunction> = new Map(
  Object.entries<LazyFunction>({
    IF(parameters) {
      const condition = isTrue(toScalar(parameters[0]?.() ?? null));
      if (condition instanceof FormulaError) return condition;
      return (condition ? parameters[1]?.() : parameters[2]?.()) ?? (parameters.length > 2 ? null : condition);
    },
    IFERROR: (parameters) => when(parameters, isError),
    IFNA: (parameters) => when(parameters, isMissing),
    ISERROR: test(isError),
    ISERR: test((value) => isError(value) && !isMissing(value)),
    ISNA: test(isMissing),
    ISBLANK: test((value) => value === null),
    ISNUMBER: test((value) => typeof value === 'number'),
    ISTEXT: test((value) => typeof value === 'string'),
    NA: () => new FormulaError('N_A', 'Error from NA().'),
    HYPERLINK(parameters) {
      const [address, label] = parameters.map((one) => one());
      return firstError([address ?? null, label ?? null]) ?? label ?? address ?? null;
    },
    IMAGE: () => null,
    TEXT(parameters) {
      const [value = null, pattern = null] = parameters.map((one) => toScalar(one()));
      if (value instanceof FormulaError || pattern instanceof FormulaError) return firstError([value, pattern]) ?? null;
      const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
      return Number.isNaN(number) ? toText(value) : formatNumber(number, { pattern: toText(pattern) });
    },
    LEN: (parameters) => texts(parameters, (text = '') => text.length),
    JOIN(parameters) {
      const [separator = null, ...lists] = parameters.map((one) => one());
      const error = firstError([separator, ...lists]);
      if (error !== undefined) return error;
      const plain = (value: Scalar): string => (value instanceof FormulaError ? '' : toText(value));
      return lists.flatMap((list) => toMatrix(list).flat().map(plain)).join(plain(toScalar(separator)));
    },
    REGEXMATCH: (parameters) => matching(parameters, (text, pattern) => pattern.test(text)),
    REGEXEXTRACT: (parameters) =>
      matching(parameters, (text, pattern) => {
        const found = pattern.exec(text);
        const missing = new FormulaError(
          'N_A',
          `Function REGEXEXTRACT parameter 2 value "${pattern.source}" does not match text of Function REGEXEXTRACT parameter 1 value "${text}".`,
        );
        return found === null ? missing : (found[1] ?? found[0]);
      }),
    REGEXREPLACE: (parameters) =>
      matching(parameters, (text, pattern, more) => text.replaceAll(new RegExp(pattern, 'gu'), more)),
    DIVIDE: (parameters) => {
      const [one = null, other = null] = parameters.map((each) => toScalar(each()));
      return divide(one, other);
    },
    IMPORTXML: loading,
    IMPORTHTML: loading,
    IMPORTDATA: loading,
    IMPORTFEED: loading,
    IMPORTRANGE: loading,
    GOOGLEFINANCE: loading,
    GOOGLETRANSLATE: loading,
  }),
);

/** Google's functions that nothing here carries out. Any other name is one that Google does not know either. */
export const NOT_EVALUATED: ReadonlySet<string> = new Set(
  (
    'ARRAYFORMULA ARRAY_CONSTRAIN AI BYCOL BYROW CELL COLUMN DETECTLANGUAGE FILTER FLATTEN GETPIVOTDATA IMCOTH INDIRECT ' +
    'INFO ISDATE ISEMAIL ISFORMULA ISREF ISURL LAMBDA LET MAKEARRAY MAP NOW OFFSET QUERY RAND RANDARRAY RANDBETWEEN ' +
    'REDUCE ROW SCAN SEQUENCE SHEET SHEETS SORTN SPARKLINE SPLIT SUBTOTAL TODAY TOCOL TOROW WRAPCOLS WRAPROWS XLOOKUP XMATCH'
  ).split(' '),
);

export function divide(one: Scalar, other: Scalar): Value {
  if (one instanceof FormulaError) return one;
  if (other instanceof FormulaError) return other;
  const [top, bottom] = [toNumber(one, 'DIVIDE', 1), toNumber(other, 'DIVIDE', 2)];
  if (top instanceof FormulaError) return top;
  if (bottom instanceof FormulaError) return bottom;
  if (bottom === 0) return new FormulaError('DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.');
  return top / bottom;
}
