import { FormulaEvaluationError } from '../errors.ts';
import { ignoringCase, isLineBreak, namedSet, not, SHORTHANDS } from './character-sets.ts';
import type { Anchor, CharacterSet, Flags, Pattern } from './syntax.ts';

const NEWLINE = 0x0a;
const MOST_REPEATS = 100_000;
const ANCHORS: Record<string, Anchor> = {
  A: 'start',
  z: 'end',
  Z: 'beforeLastBreak',
  b: 'boundary',
  B: 'noBoundary',
};
const CONTROL: Record<string, number> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };
const FLAG_OF: Record<string, keyof Flags | undefined> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'comments',
};

/** Reads a regular expression in Java's dialect. Throws FormulaEvaluationError for what is wrong or not known. */
export function parseRegex(source: string): Pattern {
  return new RegexParser(source).whole();
}

/** Recursive descent over the source; the flags in force change as `(?i)` is met. */
class RegexParser {
  readonly #source: string;
  readonly #names = new Map<string, number>();
  #at = 0;
  #groups = 0;
  #flags: Flags = { ignoreCase: false, multiline: false, dotAll: false, comments: false };

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Pattern {
    const pattern = this.#alternatives();
    if (this.#at < this.#source.length) throw this.#wrong("Unmatched closing ')'");
    return pattern;
  }

  #alternatives(): Pattern {
    const choices = [this.#sequence()];
    while (this.#take('|')) choices.push(this.#sequence());
    return choices.length === 1 && choices[0] !== undefined ? choices[0] : { kind: 'alternatives', choices };
  }

  #sequence(): Pattern {
    const parts: Pattern[] = [];
    for (;;) {
      if (this.#flags.comments) this.#takeMatch(/(?:\s|#[^\n]*)+/y);
      const next = this.#peek();
      if (next === '' || next === '|' || next === ')') return { kind: 'sequence', parts };
      const atom = this.#atom();
      if (atom !== undefined) parts.push(this.#repeated(atom));
    }
  }

  #repeated(atom: Pattern): Pattern {
    let inner = atom;
    for (;;) {
      const quantifier = this.#takeMatch(/(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/y);
      if (quantifier === undefined) return inner;
      const last = quantifier.length > 1 ? quantifier.at(-1) : '';
      const mode = last === '?' ? 'lazy' : last === '+' ? 'possessive' : 'greedy';
      const [least, most] = this.#bounds(quantifier);
      inner = { kind: 'repeat', inner, least, most, mode };
    }
  }

  #bounds(quantifier: string): [number, number] {
    if (quantifier.startsWith('*')) return [0, Infinity];
    if (quantifier.startsWith('+')) return [1, Infinity];
    if (quantifier.startsWith('?')) return [0, 1];
    const [, low = '', comma, high = ''] = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
    const least = Number(low);
    const most = comma === '' ? least : high === '' ? Infinity : Number(high);
    if (least > most || least > MOST_REPEATS) throw this.#wrong('Illegal repetition range');
    return [least, most];
  }

  #atom(): Pattern | undefined {
    const next = this.#next();
    switch (next) {
      case '(':
        return this.#group();
      case '[':
        return this.#set(this.#class());
      case '.':
        return { kind: 'set', has: this.#flags.dotAll ? () => true : not(isLineBreak) };
      case '^':
        return { kind: 'anchor', at: this.#flags.multiline ? 'lineStart' : 'start' };
      case '$':
        return { kind: 'anchor', at: this.#flags.multiline ? 'lineEnd' : 'beforeLastBreak' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
      case '{':
        throw this.#wrong(`Dangling meta character '${next}'`);
      default:
        return this.#character(next.codePointAt(0) ?? 0);
    }
  }

  #group(): Pattern | undefined {
    if (!this.#take('?')) return this.#captured();
    const name = this.#takeMatch(/<[a-zA-Z][a-zA-Z0-9]*>/y);
    if (name !== undefined) {
      this.#names.set(name.slice(1, -1), this.#groups + 1);
      return this.#captured();
    }
    const look = this.#takeMatch(/<?[=!]/y);
    if (look !== undefined) {
      return { kind: 'look', behind: look.startsWith('<'), negative: look.endsWith('!'), inner: this.#inner() };
    }
    if (this.#take('>')) return { kind: 'atomic', inner: this.#inner() };
    return this.#flagged();
  }

  #captured(): Pattern {
    this.#groups++;
    const number = this.#groups;
    return { kind: 'group', number, inner: this.#inner() };
  }

  /** `(?:…)`, `(?i:…)`, or `(?i)` for the rest of the group. */
  #flagged(): Pattern | undefined {
    const [, on = '', off = '', end] = /^([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/.exec(this.#source.slice(this.#at)) ?? [];
    if (end === undefined) throw this.#wrong('Unknown group type');
    this.#at += this.#source.slice(this.#at).indexOf(end) + 1;
    const flags = { ...this.#flags };
    for (const [letters, value] of [
      [on, true],
      [off, false],
    ] as const) {
      for (const letter of letters) {
        const flag = FLAG_OF[letter];
        if (flag !== undefined) flags[flag] = value;
        else if (letter !== 'u' && letter !== 'd') throw this.#wrong('Unknown inline modifier');
      }
    }
    if (end === ':') return this.#inner(flags);
    this.#flags = flags;
    return undefined;
  }

  #inner(flags: Flags = this.#flags): Pattern {
    const outer = this.#flags;
    this.#flags = flags;
    const pattern = this.#alternatives();
    if (!this.#take(')')) throw this.#wrong('Unclosed group');
    this.#flags = outer;
    return pattern;
  }

  #escape(): Pattern {
    if (this.#take('Q')) return this.#quoted();
    const anchor = this.#takeMatch(/[AzZbB]/y);
    if (anchor !== undefined) return { kind: 'anchor', at: ANCHORS[anchor] ?? 'start' };
    const { ignoreCase } = this.#flags;
    const number = this.#takeMatch(/[1-9]\d*/y);
    if (number !== undefined) return { kind: 'same', group: Number(number), ignoreCase };
    const name = this.#takeMatch(/k<[a-zA-Z][a-zA-Z0-9]*>/y);
    if (name !== undefined) {
      const group = this.#names.get(name.slice(2, -1));
      if (group === undefined) throw this.#wrong('Named capturing group does not exist');
      return { kind: 'same', group, ignoreCase };
    }
    const escaped = this.#escaped();
    return typeof escaped === 'number' ? this.#character(escaped) : this.#set(escaped);
  }

  /** `\Q…\E`: what is between stands for itself. */
  #quoted(): Pattern {
    const end = this.#source.indexOf('\\E', this.#at);
    const text = this.#source.slice(this.#at, end === -1 ? undefined : end);
    this.#at = end === -1 ? this.#source.length : end + 2;
    return { kind: 'sequence', parts: Array.from(text, (one) => this.#character(one.codePointAt(0) ?? 0)) };
  }

  /** After a backslash: a code point, or a set. */
  #escaped(): number | CharacterSet {
    const property = this.#takeMatch(/[pP](?:\{[^}]*\}|[A-Z])/y);
    if (property !== undefined) {
      const set = namedSet(property.slice(1).replace(/^\{|\}$/g, ''));
      if (set === undefined) throw this.#wrong('Unknown character property name');
      return property.startsWith('P') ? not(set) : set;
    }
    const hex = this.#takeMatch(/u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]{1,6}\}/y);
    if (hex !== undefined) return Number.parseInt(hex.replace(/[ux{}]/g, ''), 16);
    const octal = this.#takeMatch(/0[0-3]?[0-7]{1,2}/y);
    if (octal !== undefined) return Number.parseInt(octal, 8);
    const letter = this.#next();
    const known = SHORTHANDS[letter] ?? CONTROL[letter];
    if (known !== undefined) return known;
    if (letter === '' || /[a-zA-Z0-9]/.test(letter)) throw this.#wrong('Illegal/unsupported escape sequence');
    return letter.codePointAt(0) ?? NEWLINE;
  }

  /** After `[`: unions, ranges, nested classes and `&&`. */
  #class(): CharacterSet {
    const negative = this.#take('^');
    const meet: CharacterSet[] = [];
    let union: CharacterSet[] = [];
    for (let first = true; ; first = false) {
      if (this.#peek() === '') throw this.#wrong('Unclosed character class');
      if (!first && this.#take(']')) break;
      if (this.#takeMatch(/&&/y) !== undefined) {
        meet.push(anyOf(union));
        union = [];
      } else if (this.#take('[')) {
        union.push(this.#class());
      } else {
        union.push(this.#classMember());
      }
    }
    meet.push(anyOf(union));
    const set: CharacterSet = (point) => meet.every((one) => one(point));
    return negative ? not(this.#caseless(set)) : set;
  }

  #classMember(): CharacterSet {
    const from = this.#take('\\') ? this.#escaped() : (this.#next().codePointAt(0) ?? 0);
    if (typeof from !== 'number') return from;
    if (this.#takeMatch(/-(?=[^\]])/y) === undefined) return (point) => point === from;
    const to = this.#take('\\') ? this.#escaped() : (this.#next().codePointAt(0) ?? 0);
    if (typeof to !== 'number' || to < from) throw this.#wrong('Illegal character range');
    return (point) => point >= from && point <= to;
  }

  #character(wanted: number): Pattern {
    return this.#set((point) => point === wanted);
  }

  #set(has: CharacterSet): Pattern {
    return { kind: 'set', has: this.#caseless(has) };
  }

  #caseless(set: CharacterSet): CharacterSet {
    return this.#flags.ignoreCase ? ignoringCase(set) : set;
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  /** One character, which may take two places. */
  #next(): string {
    const point = this.#source.codePointAt(this.#at);
    const character = point === undefined ? '' : String.fromCodePoint(point);
    this.#at += character.length;
    return character;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }

  #takeMatch(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #wrong(what: string): FormulaEvaluationError {
    return new FormulaEvaluationError(`${what} near index ${this.#at} of the regular expression ${this.#source}`);
  }
}

function anyOf(sets: CharacterSet[]): CharacterSet {
  return (point) => sets.some((set) => set(point));
}
