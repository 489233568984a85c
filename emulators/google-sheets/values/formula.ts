import type { ExtendedValue } from '../wire/messages.ts';

type Scalar = number | string | boolean;

export interface Evaluation {
  value: ExtendedValue;
  /** The address that HYPERLINK makes of the cell. */
  hyperlink?: string;
}

class FormulaError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/**
 * Evaluates a formula made of literals, operators and HYPERLINK. Anything that looks at other cells or calls another
 * function comes to `#NAME?`, which says openly that it was not evaluated.
 */
export function evaluateFormula(formula: string): Evaluation {
  const parser = new Parser(formula);
  try {
    const value = parser.whole();
    return { value: toExtendedValue(value), ...(parser.hyperlink !== undefined && { hyperlink: parser.hyperlink }) };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { value: { errorValue: { type: error.type, message: error.message } } };
  }
}

function toExtendedValue(value: Scalar): ExtendedValue {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'string' ? { stringValue: value } : { boolValue: value };
}

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|([A-Za-z_$][A-Za-z0-9_.$!:]*)|(<>|<=|>=|[-+*/^&=<>(),;%]))/y;

const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class Parser {
  hyperlink: string | undefined;
  readonly #tokens: (Scalar | { word: string } | { sign: string })[] = [];
  #next = 0;

  constructor(formula: string) {
    const text = formula.slice(1).trimEnd();
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length) {
      const match = TOKEN.exec(text);
      if (match === null) {
        this.#tokens.length = 0;
        return;
      }
      const [, number, quoted, word, sign] = match;
      if (number !== undefined) this.#tokens.push(Number(number));
      else if (quoted !== undefined) this.#tokens.push(quoted.replaceAll('""', '"'));
      else if (word !== undefined) this.#tokens.push({ word });
      else if (sign !== undefined) this.#tokens.push({ sign });
    }
  }

  whole(): Scalar {
    const value = this.#binary(0);
    if (this.#next < this.#tokens.length) throw parseError();
    return value;
  }

  #binary(level: number): Scalar {
    const signs = LEVELS[level];
    if (signs === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (let sign = this.#take(signs); sign !== undefined; sign = this.#take(signs)) {
      left = operate(sign, left, this.#binary(level + 1));
    }
    return left;
  }

  #unary(): Scalar {
    const sign = this.#take(['-', '+']);
    if (sign === '-') return -toNumber(this.#unary());
    if (sign === '+') return this.#unary();
    let value = this.#primary();
    while (this.#take(['%']) !== undefined) value = toNumber(value) / 100;
    return value;
  }

  #primary(): Scalar {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    if (token === undefined) throw parseError();
    if (typeof token !== 'object') return token;
    if ('word' in token) return this.#named(token.word.toUpperCase());
    if (token.sign !== '(') throw parseError();
    const value = this.#binary(0);
    if (this.#take([')']) === undefined) throw parseError();
    return value;
  }

  #named(word: string): Scalar {
    if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE';
    if (word !== 'HYPERLINK' || this.#take(['(']) === undefined) {
      throw new FormulaError('NAME', `Not evaluated by this emulator: '${word}'.`);
    }
    const address = String(this.#binary(0));
    const label = this.#take([',', ';']) === undefined ? address : this.#binary(0);
    if (this.#take([')']) === undefined) throw parseError();
    this.hyperlink = address;
    return label;
  }

  #take(signs: readonly string[]): string | undefined {
    const token = this.#tokens[this.#next];
    if (typeof token !== 'object' || !('sign' in token) || !signs.includes(token.sign)) return undefined;
    this.#next += 1;
    return token.sign;
  }
}

function operate(sign: string, left: Scalar, right: Scalar): Scalar {
  if (sign === '&') return toText(left) + toText(right);
  if (sign === '=' || sign === '<>') return (left === right) === (sign === '=');
  if (['<', '<=', '>', '>='].includes(sign)) return compare(sign, left, right);
  const [one, other] = [toNumber(left), toNumber(right)];
  if (sign === '/' && other === 0) {
    throw new FormulaError('DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.');
  }
  return { '+': one + other, '-': one - other, '*': one * other, '/': one / other, '^': one ** other }[sign] ?? 0;
}

function compare(sign: string, left: Scalar, right: Scalar): boolean {
  const less = left < right;
  const more = left > right;
  return sign.startsWith('<') ? less || (sign === '<=' && !more) : more || (sign === '>=' && !less);
}

function toText(value: Scalar): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function toNumber(value: Scalar): number {
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  if (Number.isNaN(number)) {
    throw new FormulaError('VALUE', `The text '${String(value)}' cannot be coerced to a number.`);
  }
  return number;
}

function parseError(): FormulaError {
  return new FormulaError('ERROR', 'Formula parse error.');
}
