import { ApiError } from '../errors.ts';

/** What is looked for: words that stand one behind the other, and how several of them are joined. */
export type Expression =
  { kind: 'phrase'; words: string[] } | { kind: 'and' | 'or'; parts: Expression[] } | { kind: 'not'; part: Expression };

const SHORTEST = 2;
const TOKEN = /\s*(?:(?<mark>[()])|"(?<quoted>(?:\\.|[^"\\])*)"|(?<word>(?:\\.|[^\s()"\\])+))/y;
/** What separates words; a star and a question mark stand for signs. */
const BETWEEN = /[^\p{L}\p{N}*?]+/u;

export function malformedSearch(message: string): ApiError {
  return new ApiError(400, [{ message, errorCode: 'MALFORMED_SEARCH' }]);
}

/**
 * Reads what stands in the braces of FIND: words, `"phrases"`, AND, OR, AND NOT and parentheses. Words without an operator
 * have to be there all.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm
 */
export function parseExpression(text: string): Expression {
  if (wordsOf(text).join('').replace(/[*?]/g, '').length < SHORTEST) {
    throw malformedSearch(`search term must be longer than one character: ${text.trim()}`);
  }
  const reader = new Reader(tokensOf(text));
  const expression = reader.either();
  const rest = reader.next();
  if (rest !== undefined) throw malformedSearch(`unexpected token: ${rest.text}`);
  return expression;
}

/** A text cut into words, in lower case. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(BETWEEN)
    .filter((word) => word !== '');
}

interface Token {
  kind: 'mark' | 'quoted' | 'word';
  text: string;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const place = TOKEN.lastIndex;
    const groups: Partial<Record<string, string>> = TOKEN.exec(text)?.groups ?? {};
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || found === undefined)
      throw malformedSearch(`unexpected token: ${text.slice(place).trim()}`);
    tokens.push({ kind: kind as Token['kind'], text: found.replace(/\\(.)/g, '$1') });
  }
  return tokens;
}

class Reader {
  readonly #tokens: Token[];
  #place = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  next(): Token | undefined {
    return this.#tokens[this.#place];
  }

  either(): Expression {
    const parts = [this.#all()];
    while (this.#takes('OR')) parts.push(this.#all());
    return joined('or', parts);
  }

  #all(): Expression {
    const parts = [this.#one()];
    for (;;) {
      if (this.#takes('AND')) parts.push(this.#takes('NOT') ? { kind: 'not', part: this.#one() } : this.#one());
      else if (this.#isOperand()) parts.push(this.#one());
      else return joined('and', parts);
    }
  }

  #one(): Expression {
    const token = this.next();
    if (!this.#isOperand() || token === undefined) throw malformedSearch(`unexpected token: ${token?.text ?? '<EOF>'}`);
    this.#place += 1;
    if (token.kind !== 'mark') return { kind: 'phrase', words: wordsOf(token.text) };
    const inner = this.either();
    if (this.next()?.text !== ')') throw malformedSearch(`unexpected token: ${this.next()?.text ?? '<EOF>'}`);
    this.#place += 1;
    return inner;
  }

  #isOperand(): boolean {
    const token = this.next();
    if (token === undefined) return false;
    return token.kind === 'mark' ? token.text === '(' : token.kind === 'quoted' || !/^(?:AND|OR)$/i.test(token.text);
  }

  #takes(operator: string): boolean {
    const token = this.next();
    if (token?.kind !== 'word' || token.text.toUpperCase() !== operator) return false;
    this.#place += 1;
    return true;
  }
}

function joined(kind: 'and' | 'or', parts: Expression[]): Expression {
  const [only, ...more] = parts;
  return only !== undefined && more.length === 0 ? only : { kind, parts };
}
