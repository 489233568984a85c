import { FlowProblem } from '../errors.ts';

/** How numbered conditions are joined. */
export type Logic =
  | { readonly kind: 'condition'; readonly index: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Logic[] }
  | { readonly kind: 'not'; readonly part: Logic };

/** `and`, `or`, or `1 AND (2 OR NOT 3)`, as Flow keeps it. Throws FlowProblem. */
export function parseLogic(source: string, count: number): Logic {
  const word = source.trim().toLowerCase();
  const all = Array.from({ length: count }, (_, index): Logic => ({ kind: 'condition', index }));
  if (word === 'and' || word === 'or') return { kind: word, parts: all };
  const parser = new LogicParser(source, all);
  return parser.whole();
}

/** Whether the conditions hold together. */
export function holds(logic: Logic, condition: (index: number) => boolean): boolean {
  switch (logic.kind) {
    case 'condition':
      return condition(logic.index);
    case 'and':
      return logic.parts.every((part) => holds(part, condition));
    case 'or':
      return logic.parts.some((part) => holds(part, condition));
    case 'not':
      return !holds(logic.part, condition);
  }
}

class LogicParser {
  readonly #source: string;
  readonly #conditions: Logic[];
  readonly #tokens: string[];
  readonly #used = new Set<Logic>();
  #at = 0;

  constructor(source: string, conditions: Logic[]) {
    this.#source = source;
    this.#conditions = conditions;
    this.#tokens = source.toLowerCase().match(/\d+|\(|\)|[^\s\d()]+/g) ?? [];
  }

  whole(): Logic {
    const logic = this.#joined('or');
    if (this.#at < this.#tokens.length || this.#used.size < this.#conditions.length) throw this.#problem();
    return logic;
  }

  /** AND binds tighter than OR. */
  #joined(kind: 'and' | 'or'): Logic {
    const next = (): Logic => (kind === 'or' ? this.#joined('and') : this.#one());
    const first = next();
    const parts = [first];
    while (this.#accept(kind)) parts.push(next());
    return parts.length === 1 ? first : { kind, parts };
  }

  #one(): Logic {
    if (this.#accept('not')) return { kind: 'not', part: this.#one() };
    if (this.#accept('(')) {
      const inner = this.#joined('or');
      if (!this.#accept(')')) throw this.#problem();
      return inner;
    }
    const condition = this.#conditions[Number(this.#tokens[this.#at] ?? 0) - 1];
    if (condition === undefined) throw this.#problem();
    this.#at++;
    this.#used.add(condition);
    return condition;
  }

  #accept(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #problem(): FlowProblem {
    const range = `the numbers 1 to ${this.#conditions.length}, each at least once`;
    return new FlowProblem(`condition logic "${this.#source}": expected and, or, or ${range}, with AND, OR and NOT`);
  }
}
