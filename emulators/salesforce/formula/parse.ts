import { FormulaError } from './errors.ts';
import type { BinaryOperator, Syntax } from './syntax.ts';
import { tokenize, type Token } from './tokens.ts';

/** How tightly each operator binds; all of them, `^` too, group from the left. */
const BINARY: Record<string, { operator: BinaryOperator; power: number }> = {
  '||': { operator: '||', power: 1 },
  '&&': { operator: '&&', power: 2 },
  '=': { operator: '=', power: 3 },
  '==': { operator: '=', power: 3 },
  '<>': { operator: '<>', power: 3 },
  '!=': { operator: '<>', power: 3 },
  '<': { operator: '<', power: 4 },
  '>': { operator: '>', power: 4 },
  '<=': { operator: '<=', power: 4 },
  '>=': { operator: '>=', power: 4 },
  '+': { operator: '+', power: 5 },
  '-': { operator: '-', power: 5 },
  '&': { operator: '&', power: 5 },
  '*': { operator: '*', power: 6 },
  '/': { operator: '/', power: 6 },
  '^': { operator: '^', power: 7 },
};
/** A sign binds tighter than a power: `-2^2` is 4. */
const UNARY_POWER = 8;

/** Characters of a formula that may be saved. */
const LONGEST = 3900;

/** Parts within parts that are read before a formula is refused; it keeps the stack from running out. */
const DEEPEST = 500;

/** Reads a formula by precedence climbing. Throws FormulaError. */
export function parse(source: string): Syntax {
  if (source.length > LONGEST) {
    const length = source.length.toLocaleString('en-US');
    throw new FormulaError(`Formula is too long (${length} characters). Maximum length is 3,900 characters`, LONGEST);
  }
  const parser = new Parser(tokenize(source));
  return parser.formula();
}

class Parser {
  readonly #tokens: Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  formula(): Syntax {
    const whole = this.#expression(0);
    const extra = this.#peek();
    if (extra.kind !== 'end') throw new FormulaError(`Syntax error. Extra ${quoted(extra)}`, extra.position);
    return whole;
  }

  #expression(least: number): Syntax {
    this.#depth++;
    if (this.#depth > DEEPEST) throw new FormulaError('Syntax error', this.#peek().position);
    let left = this.#prefix();
    for (;;) {
      const token = this.#peek();
      const binary = token.kind === 'operator' ? BINARY[token.text] : undefined;
      if (binary === undefined || binary.power <= least) {
        this.#depth--;
        return left;
      }
      this.#next();
      const right = this.#expression(binary.power);
      left = { kind: 'binary', operator: binary.operator, left, right, position: token.position };
    }
  }

  #prefix(): Syntax {
    const token = this.#next();
    const { position } = token;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', text: token.text, position };
      case 'text':
        return { kind: 'text', text: token.text, position };
      case 'name':
        return this.#name(token);
      case 'operator':
        if (token.text === '!' || token.text === '-' || token.text === '+') {
          return { kind: 'unary', operator: token.text, operand: this.#expression(UNARY_POWER), position };
        }
        if (token.text === '(') {
          const inner = this.#expression(0);
          this.#close();
          return inner;
        }
        throw new FormulaError(`Syntax error. Found ${quoted(token)}`, position);
      case 'end':
        throw new FormulaError('Syntax error', position);
    }
  }

  #name(token: Token): Syntax {
    const { position } = token;
    if (this.#accept('(')) return { kind: 'call', name: token.text.toUpperCase(), arguments: this.#list(), position };
    const constant = token.text.toUpperCase();
    if (constant === 'TRUE' || constant === 'FALSE' || constant === 'NULL') {
      return { kind: 'constant', name: constant, position };
    }
    return { kind: 'field', path: token.text.split('.'), position };
  }

  #list(): Syntax[] {
    const list: Syntax[] = [];
    if (this.#accept(')')) return list;
    do list.push(this.#expression(0));
    while (this.#accept(','));
    this.#close();
    return list;
  }

  #close(): void {
    if (!this.#accept(')')) throw new FormulaError("Syntax error. Missing ')'", this.#peek().position);
  }

  #accept(operator: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'operator' || token.text !== operator) return false;
    this.#at++;
    return true;
  }

  #next(): Token {
    const token = this.#peek();
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  #peek(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error('The end token is never passed.');
    return token;
  }
}

function quoted(token: Token): string {
  return token.kind === 'operator' ? `'${token.text}'` : token.text;
}
