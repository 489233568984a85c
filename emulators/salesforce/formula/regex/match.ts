import { FormulaEvaluationError } from '../errors.ts';
import { ignoringCase, isLineBreak, isWord } from './character-sets.ts';
import { parseRegex } from './parse.ts';
import type { Anchor, CharacterSet, Pattern } from './syntax.ts';

/** Characters looked at before the platform would give up. */
const MOST_STEPS = 2_000_000;

/** What comes after a part; tells whether the rest matches from here. */
type Rest = (at: number) => boolean;
/** A part of the pattern; tells whether it and then the rest match from here. */
type Matcher = (run: Run, at: number, rest: Rest) => boolean;

interface Run {
  /** Code points. */
  text: number[];
  /** Where each group last matched. */
  groups: ([number, number] | undefined)[];
  steps: number;
  /** Throws FormulaEvaluationError when the work has no end in sight. */
  step(): void;
}

/** Whether all of the text matches, in Java's dialect. Throws FormulaEvaluationError. */
export function matchesWhole(text: string, regex: string): boolean {
  const run: Run = {
    text: Array.from(text, (character) => character.codePointAt(0) ?? 0),
    groups: [],
    steps: 0,
    step() {
      this.steps++;
      if (this.steps > MOST_STEPS) throw tooComplicated(regex);
    },
  };
  try {
    return compile(parseRegex(regex))(run, 0, (at) => at === run.text.length);
  } catch (error) {
    // A group repeated thousands of times, or nested as deep, is the one thing here that can exhaust the stack.
    if (error instanceof RangeError) throw tooComplicated(regex, error);
    throw error;
  }
}

function tooComplicated(regex: string, cause?: RangeError): FormulaEvaluationError {
  return new FormulaEvaluationError(`Regular expression runtime exceeded for: ${regex}`, { cause });
}

function compile(pattern: Pattern): Matcher {
  switch (pattern.kind) {
    case 'set':
      return one(pattern.has);
    case 'sequence':
      return pattern.parts.map(compile).reduceRight<Matcher>(
        (following, part) => (run, at, rest) => part(run, at, (next) => following(run, next, rest)),
        (_run, at, rest) => rest(at),
      );
    case 'alternatives': {
      const choices = pattern.choices.map(compile);
      return (run, at, rest) => choices.some((choice) => choice(run, at, rest));
    }
    case 'group':
      return captured(compile(pattern.inner), pattern.number);
    case 'repeat':
      return repeated(pattern);
    case 'anchor':
      return (run, at, rest) => isAt(run, at, pattern.at) && rest(at);
    case 'look':
      return look(compile(pattern.inner), pattern.behind, pattern.negative);
    case 'atomic':
      return atomic(compile(pattern.inner));
    case 'same':
      return sameAs(pattern.group, pattern.ignoreCase);
  }
}

function one(has: CharacterSet): Matcher {
  return (run, at, rest) => {
    run.step();
    const point = run.text[at];
    return point !== undefined && has(point) && rest(at + 1);
  };
}

function captured(inner: Matcher, number: number): Matcher {
  return (run, at, rest) => {
    const before = run.groups[number];
    const matched = inner(run, at, (end) => {
      const within = run.groups[number];
      run.groups[number] = [at, end];
      if (rest(end)) return true;
      run.groups[number] = within;
      return false;
    });
    if (!matched) run.groups[number] = before;
    return matched;
  };
}

/** Matches the inner part in the first way it can, and never reconsiders. */
function atomic(inner: Matcher): Matcher {
  return (run, at, rest) => {
    let end = -1;
    inner(run, at, (next) => {
      end = next;
      return true;
    });
    return end !== -1 && rest(end);
  };
}

function look(inner: Matcher, behind: boolean, negative: boolean): Matcher {
  return (run, at, rest) => {
    let found = false;
    if (!behind) found = inner(run, at, () => true);
    for (let start = at; behind && !found && start >= 0; start--) found = inner(run, start, (end) => end === at);
    return found !== negative && rest(at);
  };
}

function repeated(pattern: Pattern & { kind: 'repeat' }): Matcher {
  const { inner, least, most, mode } = pattern;
  if (mode === 'possessive') return atomic(repeated({ ...pattern, mode: 'greedy' }));
  if (inner.kind === 'set' && mode === 'greedy') return run(inner.has, least, most);
  const part = compile(inner);

  function again(state: Run, at: number, rest: Rest, count: number): boolean {
    state.step();
    function more(): boolean {
      if (count >= most) return false;
      return part(state, at, (next) => {
        // A repetition that takes nothing would go on for ever.
        if (next === at && count >= least) return false;
        return again(state, next, rest, count + 1);
      });
    }
    if (count < least) return more();
    return mode === 'lazy' ? rest(at) || more() : more() || rest(at);
  }
  return (state, at, rest) => again(state, at, rest, 0);
}

/** A greedy repetition of single characters, without recursion. */
function run(has: CharacterSet, least: number, most: number): Matcher {
  return (state, at, rest) => {
    let end = at;
    for (let point = state.text[end]; end - at < most && point !== undefined && has(point); point = state.text[end]) {
      state.step();
      end++;
    }
    for (; end - at >= least; end--) {
      state.step();
      if (rest(end)) return true;
    }
    return false;
  };
}

function sameAs(group: number, ignoreCase: boolean): Matcher {
  return (state, at, rest) => {
    const where = state.groups[group];
    if (where === undefined) return false;
    const [from, to] = where;
    for (let offset = 0; offset < to - from; offset++) {
      state.step();
      const wanted = state.text[from + offset];
      const point = state.text[at + offset];
      const is: CharacterSet = (other) => other === wanted;
      if (point === undefined || !(ignoreCase ? ignoringCase(is) : is)(point)) return false;
    }
    return rest(at + to - from);
  };
}

function isAt(state: Run, at: number, anchor: Anchor): boolean {
  const { text } = state;
  const [before, after] = [text[at - 1], text[at]];
  const breakAfter = after !== undefined && isLineBreak(after);
  switch (anchor) {
    case 'start':
      return at === 0;
    case 'end':
      return at === text.length;
    case 'lineStart':
      return at === 0 || (after !== undefined && before !== undefined && isLineBreak(before));
    case 'lineEnd':
      return at === text.length || breakAfter;
    case 'beforeLastBreak':
      return at === text.length || (breakAfter && at === text.length - 1);
    case 'boundary':
    case 'noBoundary': {
      const [left, right] = [before !== undefined && isWord(before), after !== undefined && isWord(after)];
      return (left !== right) === (anchor === 'boundary');
    }
  }
}
