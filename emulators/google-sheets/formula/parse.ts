import { readTokens, type Reference, type Token } from './tokens.ts';

/** What a formula says. */
export type Expression =
  | { kind: 'literal'; value: number | string | boolean | null }
  | { kind: 'error'; text: string }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string }
  | { kind: 'array'; rows: Expression[][] }
  | { kind: 'operation'; sign: string; operands: Expression[] }
  | { kind: 'call'; name: string; parameters: Expression[] };

const MOST_KEPT = 20_000;
/** Beyond these a formula would be nested deeper than it can be worked out. */
const MOST_TOKENS = 2000;
const DEEPEST = 200;
const parsed = new Map<string, Expression | undefined>();

/** Reads a formula, or undefined when it is none. Formulas are read once, as sheets hold many alike. */
export function parseFormula(formula: string): Expression | undefined {
  if (parsed.has(formula)) return parsed.get(formula);
  if (parsed.size >= MOST_KEPT) parsed.clear();
  const tokens = readTokens(formula);
  const expression = tokens && tokens.length <= MOST_TOKENS ? new Parser(tokens).whole() : undefined;
  parsed.set(formula, expression);
  return expression;
}

/** Whether an expression, or one of those in it, is what is looked for. */
export function contains(expression: Expression, isIt: (one: Expression) => boolean): boolean {
  if (isIt(expression)) return true;
  return partsOf(expression).some((part) => contains(part, isIt));
}

function partsOf(expression: Expression): Expression[] {
  if (expression.kind === 'operation') return expression.operands;
  if (expression.kind === 'call') return expression.parameters;
  return expression.kind === 'array' ? expression.rows.flat() : [];
}

const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class NotAFormula extends Error {}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression | undefined {
    try {
      const expression = this.#operation(0);
      return this.#next < this.#tokens.length ? undefined : expression;
    } catch (error) {
      if (error instanceof NotAFormula) return undefined;
      throw error;
    }
  }

  #operation(level: number): Expression {
    const signs = LEVELS[level];
    if (signs === undefined) return this.#signed();
    let left = this.#operation(level + 1);
    for (let sign = this.#take(signs); sign !== undefined; sign = this.#take(signs)) {
      left = { kind: 'operation', sign, operands: [left, this.#operation(level + 1)] };
    }
    return left;
  }

  #signed(): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotAFormula();
    const sign = this.#take(['-', '+']);
    const expression = sign === undefined ? this.#withPercents() : this.#signed();
    this.#depth -= 1;
    return sign === '-' ? { kind: 'operation', sign: 'minus', operands: [expression] } : expression;
  }

  #withPercents(): Expression {
    let value = this.#primary();
    while (this.#take(['%']) !== undefined) value = { kind: 'operation', sign: '%', operands: [value] };
    return value;
  }

  #primary(): Expression {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    switch (token?.kind) {
      case 'number':
        return { kind: 'literal', value: token.number };
      case 'text':
        return { kind: 'literal', value: token.text };
      case 'error':
        return { kind: 'error', text: token.text };
      case 'reference':
        return { kind: 'reference', reference: token.reference };
      case 'name':
        return this.#named(token.name);
      case 'sign':
        return this.#enclosed(token.sign);
      case undefined:
        throw new NotAFormula();
    }
  }

  #named(name: string): Expression {
    const upper = name.toUpperCase();
    if (this.#take(['(']) === undefined) {
      if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'literal', value: upper === 'TRUE' };
      return { kind: 'name', name };
    }
    const parameters: Expression[] = [];
    if (this.#take([')']) !== undefined) return { kind: 'call', name: upper, parameters };
    do {
      parameters.push(this.#isAt([',', ';', ')']) ? { kind: 'literal', value: null } : this.#operation(0));
    } while (this.#take([',', ';']) !== undefined);
    this.#expect(')');
    return { kind: 'call', name: upper, parameters };
  }

  #enclosed(sign: string): Expression {
    if (sign === '(') {
      const inner = this.#operation(0);
      this.#expect(')');
      return inner;
    }
    if (sign !== '{') throw new NotAFormula();
    const rows: Expression[][] = [[this.#operation(0)]];
    for (let next = this.#take([',', ';']); next !== undefined; next = this.#take([',', ';'])) {
      if (next === ';') rows.push([]);
      rows.at(-1)?.push(this.#operation(0));
    }
    this.#expect('}');
    return { kind: 'array', rows };
  }

  #isAt(signs: readonly string[]): boolean {
    const token = this.#tokens[this.#next];
    return token?.kind === 'sign' && signs.includes(token.sign);
  }

  #take(signs: readonly string[]): string | undefined {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return undefined;
    this.#next += 1;
    return token.sign;
  }

  #expect(sign: string): void {
    if (this.#take([sign]) === undefined) throw new NotAFormula();
  }
}
