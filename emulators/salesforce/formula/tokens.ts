import { FormulaError } from './errors.ts';

export interface Token {
  kind: 'number' | 'text' | 'name' | 'operator' | 'end';
  /** For text, the characters between the quotes with the escapes resolved; otherwise as written. */
  text: string;
  position: number;
}

const BLANK = /(?:\s|\/\*[\s\S]*?\*\/)+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
/** A path in one piece; `Owner:User.Email` chooses the object of a polymorphic lookup. */
const NAME = /[A-Za-z_$][\w$]*(?::[A-Za-z_]\w*)?(?:\.[A-Za-z_$][\w$]*(?::[A-Za-z_]\w*)?)*/y;
const OPERATOR = /&&|\|\||==|<>|!=|<=|>=|[-+*/^&!=<>(),]/y;

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/** Cuts a formula into tokens, the last of which is the end. Throws FormulaError. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }

  for (;;) {
    take(BLANK);
    const position = at;
    if (at >= source.length) {
      tokens.push({ kind: 'end', text: '', position });
      return tokens;
    }
    const quote = source[at];
    if (quote === '"' || quote === "'") {
      const literal = readText(source, at);
      tokens.push({ kind: 'text', text: literal.text, position });
      at = literal.end;
      continue;
    }
    const number = take(NUMBER);
    if (number !== undefined) {
      tokens.push({ kind: 'number', text: number, position });
      continue;
    }
    const name = take(NAME);
    if (name !== undefined) {
      tokens.push({ kind: 'name', text: name, position });
      continue;
    }
    const operator = take(OPERATOR);
    if (operator === undefined || source.startsWith('/*', position)) throw new FormulaError('Syntax error', position);
    tokens.push({ kind: 'operator', text: operator, position });
  }
}

function readText(source: string, start: number): { text: string; end: number } {
  const quote = source[start];
  let text = '';
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === quote) return { text, end: at + 1 };
    if (character !== '\\') {
      text += character;
      continue;
    }
    at++;
    const meant = ESCAPES[source.charAt(at)];
    if (meant === undefined) throw new FormulaError('Syntax error', at - 1);
    text += meant;
  }
  throw new FormulaError('Syntax error', start);
}
