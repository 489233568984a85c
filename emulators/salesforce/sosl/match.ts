import { wordsOf, type Expression } from './expression.ts';

/** Whether one of the texts has what is looked for; words that are joined may stand in different texts. */
export function matches(expression: Expression, texts: readonly string[]): boolean {
  const words = texts.map((text) => wordsOf(text.replace(/[*?]/g, ' ')));
  const holds = (part: Expression): boolean => {
    switch (part.kind) {
      case 'phrase':
        return words.some((some) => contains(some, part.words.map(toPattern)));
      case 'and':
        return part.parts.every(holds);
      case 'or':
        return part.parts.some(holds);
      case 'not':
        return !holds(part.part);
    }
  };
  return holds(expression);
}

/** A SOQL condition that holds for every record which matches, and for some that do not: only ASCII has no case there. */
export function toCondition(expression: Expression, fields: readonly string[]): string | undefined {
  switch (expression.kind) {
    case 'phrase': {
      const words = expression.words.map((word) => {
        const pattern = word.replaceAll('*', '%').replace(/\?|[^ -~]/gu, '_');
        return `(${fields.map((field) => `${field} LIKE '%${pattern}%'`).join(' OR ')})`;
      });
      return words.length === 0 ? undefined : `(${words.join(' AND ')})`;
    }
    case 'not':
      return undefined;
    default: {
      const parts = expression.parts.map((part) => toCondition(part, fields));
      const known = parts.filter((part) => part !== undefined);
      if (known.length === 0 || (expression.kind === 'or' && known.length < parts.length)) return undefined;
      return `(${known.join(expression.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
  }
}

function contains(words: string[], patterns: RegExp[]): boolean {
  return words.some((_word, start) => patterns.every((pattern, index) => pattern.test(words[start + index] ?? '')));
}

function toPattern(word: string): RegExp {
  return new RegExp(`^${word.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
}
