import { cellAt } from '../grid/cells.ts';
import { toBox } from '../grid/places.ts';
import type { Box, Sheet } from '../entities.ts';
import type { ExtendedValue } from '../wire/messages.ts';
import { divide, FUNCTIONS, NOT_EVALUATED } from './functions.ts';
import { callLibrary } from './library.ts';
import { parseFormula, type Expression } from './parse.ts';
import { toBoxOf } from './references.ts';
import type { Scope } from './scope.ts';
import {
  FormulaError,
  NO_REFERENCE,
  PARSE_ERROR,
  toNumber,
  toScalar,
  toText,
  type Matrix,
  type Scalar,
  type Value,
} from './values.ts';

export interface Evaluation {
  value: ExtendedValue;
  /** The address that HYPERLINK makes of the cell. */
  hyperlink?: string;
}

const CIRCULAR = new FormulaError(
  'REF',
  'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
);

/** How many formulas may look at one another before the last of them is worked out first. */
const DEEPEST = 150;

/** Thrown when formulas look at one another too deep: `next` is to be worked out first. */
class TooDeep extends Error {
  readonly next: Waiting;

  constructor(next: Waiting) {
    super('Formulas look at one another too deep');
    this.next = next;
  }
}

interface Waiting {
  formula: string;
  scope: Scope;
}

/** What a formula comes to on the sheet that it stands on. An array shows its first value and does not spill. */
export function evaluateFormula(formula: string, scope: Scope): Evaluation {
  if (scope.depth > 0) return evaluateHere(formula, scope);
  const waiting: Waiting[] = [{ formula, scope }];
  for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
    const { next: first } = attempt(next);
    if (first === undefined) waiting.pop();
    else if (!waiting.some((one) => one.formula === first.formula && one.scope.sheet === first.scope.sheet))
      waiting.push(first);
    else first.scope.know(first.formula, { value: toExtendedValue(CIRCULAR) });
  }
  return evaluateHere(formula, scope);
}

/** Works one formula out, or answers which is to be worked out first. */
function attempt({ formula, scope }: Waiting): { next?: Waiting } {
  try {
    evaluateHere(formula, scope);
    return {};
  } catch (error) {
    if (error instanceof TooDeep) return { next: error.next };
    throw error;
  }
}

function evaluateHere(formula: string, scope: Scope): Evaluation {
  const known = scope.known(formula);
  if (known !== undefined) return known;
  if (scope.depth >= DEEPEST) throw new TooDeep({ formula, scope });
  const expression = parseFormula(formula);
  const result = toScalar(compute(formula, expression, scope));
  const link = expression?.kind === 'call' && expression.name === 'HYPERLINK' ? expression.parameters[0] : undefined;
  const address = link && toScalar(evaluate(link, scope));
  const evaluation = {
    value: toExtendedValue(result),
    ...(address !== undefined && !(address instanceof FormulaError) && { hyperlink: toText(address) }),
  };
  scope.know(formula, evaluation);
  return evaluation;
}

function compute(formula: string, expression: Expression | undefined, scope: Scope): Value {
  if (expression === undefined) return PARSE_ERROR;
  if (!scope.enter(formula)) return CIRCULAR;
  try {
    return evaluate(expression, scope);
  } finally {
    scope.leave(formula);
  }
}

/** A formula that comes to an empty cell shows zero. */
function toExtendedValue(value: Scalar): ExtendedValue {
  if (value instanceof FormulaError) return { errorValue: { type: value.type, message: value.message } };
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { numberValue: value ?? 0 };
}

function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'error':
      return expression.text === '#REF!' ? NO_REFERENCE : new FormulaError('VALUE', `An error: ${expression.text}`);
    case 'reference': {
      const place = toBoxOf(expression.reference, scope);
      return place === undefined ? NO_REFERENCE : readBox(place.sheet, place.box, scope);
    }
    case 'name':
      return readNamed(expression.name, scope);
    case 'array':
      return expression.rows.map((row) => row.map((one) => toScalar(evaluate(one, scope))));
    case 'operation':
      return operate(
        expression.sign,
        expression.operands.map((one) => toScalar(evaluate(one, scope))),
      );
    case 'call':
      return call(expression.name, expression.parameters, scope);
  }
}

function readNamed(name: string, scope: Scope): Value {
  const named = scope.spreadsheet.namedRanges.find((one) => one.name?.toLowerCase() === name.toLowerCase());
  const sheet = scope.spreadsheet.sheets.find(({ sheetId }) => sheetId === (named?.range?.sheetId ?? 0));
  if (named?.range === undefined || sheet === undefined) {
    return new FormulaError('NAME', `Unknown range name: '${name}'.`);
  }
  return readBox(sheet, toBox(sheet, named.range), scope);
}

/** The values of a box, as far down as its sheet has rows that hold something. */
function readBox(sheet: Sheet, box: Box, scope: Scope): Value {
  const at = scope.on(sheet);
  if (box.bottom - box.top === 1 && box.right - box.left === 1) return readCell(at, box.top, box.left);
  const values: Matrix = [];
  const bottom = Math.min(box.bottom, Math.max(box.top + 1, at.lastRow() + 1));
  for (let row = box.top; row < bottom; row += 1) {
    values.push(Array.from({ length: box.right - box.left }, (_none, offset) => readCell(at, row, box.left + offset)));
  }
  return values;
}

function readCell(scope: Scope, row: number, column: number): Scalar {
  const entered = cellAt(scope.sheet, row, column)?.userEnteredValue;
  const value = entered?.formulaValue === undefined ? entered : evaluateFormula(entered.formulaValue, scope).value;
  if (value?.errorValue !== undefined) {
    return new FormulaError(value.errorValue.type ?? 'ERROR', value.errorValue.message ?? '');
  }
  return value?.numberValue ?? value?.stringValue ?? value?.boolValue ?? null;
}

function call(name: string, parameters: readonly Expression[], scope: Scope): Value {
  const given = parameters.map((one) => (): Value => evaluate(one, scope));
  const own = FUNCTIONS.get(name);
  if (own !== undefined) return own(given);
  if (NOT_EVALUATED.has(name)) return new FormulaError('NAME', `Not evaluated by this emulator: '${name}'.`);
  if (name === 'ROWS' || name === 'COLUMNS') return extent(name, parameters[0], scope);
  return (
    callLibrary(
      name,
      given.map((one) => one()),
    ) ?? new FormulaError('NAME', `Unknown function: '${name}'.`)
  );
}

/** How large a range is, whatever it holds. */
function extent(name: string, parameter: Expression | undefined, scope: Scope): Value {
  const box = parameter?.kind === 'reference' ? toBoxOf(parameter.reference, scope)?.box : undefined;
  if (box === undefined) return NO_REFERENCE;
  return name === 'ROWS' ? box.bottom - box.top : box.right - box.left;
}

const OPERATORS: Record<string, [name: string, work: (one: number, other: number) => number]> = {
  '+': ['ADD', (one, other) => one + other],
  '-': ['MINUS', (one, other) => one - other],
  '*': ['MULTIPLY', (one, other) => one * other],
  '^': ['POW', (one, other) => one ** other],
  minus: ['UMINUS', (one) => -one],
  '%': ['UNARY_PERCENT', (one) => one / 100],
};

function operate(sign: string, [left = null, right = null]: readonly Scalar[]): Value {
  if (left instanceof FormulaError) return left;
  if (right instanceof FormulaError) return right;
  if (sign === '&') return toText(left) + toText(right);
  if (sign === '/') return divide(left, right);
  const [name, work] = OPERATORS[sign] ?? [];
  if (name === undefined || work === undefined) return compare(sign, left, right);
  const [one, other] = [toNumber(left, name, 1), toNumber(right, name, 2)];
  if (one instanceof FormulaError) return one;
  if (other instanceof FormulaError) return other;
  const result = work(one, other);
  return Number.isFinite(result) ? result : new FormulaError('NUM', `Function ${name} came to no number.`);
}

type Plain = number | string | boolean | null;
const RANKS = { number: 0, string: 1, boolean: 2 };

/** Numbers come before texts, and texts before truths; texts are equal whatever their case. */
function compare(sign: string, left: Plain, right: Plain): boolean {
  const [one, other] = [toComparable(left, right), toComparable(right, left)];
  const rank = (value: number | string | boolean): number => RANKS[typeof value as keyof typeof RANKS];
  const order = rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0);
  return (
    { '=': order === 0, '<>': order !== 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[sign] ??
    false
  );
}

function toComparable(value: Plain, other: Plain): number | string | boolean {
  if (value === null) return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
  return typeof value === 'string' ? value.toLowerCase() : value;
}
