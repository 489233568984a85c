/** A field that a formula names, as a path from the record: `['Opportunity__r', 'AccountId']`. */
export type FieldPath = string[];

/** What a formula refers to. */
export interface FormulaReferences {
  fields: FieldPath[];
  /** Texts that are compared with a picklist by ISPICKVAL or CASE. */
  picklistValues: { path: FieldPath; value: string }[];
}

interface Token {
  kind: 'name' | 'text' | 'sign';
  value: string;
}

const TOKEN = /\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\$?[A-Za-z_][\w.$]*|\d+(?:\.\d+)?|[^\s]/g;
const CONSTANTS = new Set(['TRUE', 'FALSE', 'NULL']);

/** Finds the fields and picklist values in a formula. Global variables such as `$User.Id` are not fields of the record. */
export function findReferences(formula: string): FormulaReferences {
  const tokens = tokenize(formula);
  return {
    fields: tokens.flatMap((token, index) => (isField(tokens, index) ? [token.value.split('.')] : [])),
    picklistValues: [...picklistTests(tokens), ...picklistCases(tokens)],
  };
}

function tokenize(formula: string): Token[] {
  return [...formula.matchAll(TOKEN)]
    .map(([value]) => value)
    .filter((value) => !value.startsWith('/*'))
    .map((value) => {
      if (/^["']/.test(value)) {
        return { kind: 'text', value: value.slice(1, -1).replace(/\\(.)/g, '$1') };
      }
      return { kind: /^\$?[A-Za-z_]/.test(value) ? 'name' : 'sign', value };
    });
}

function isField(tokens: Token[], index: number): boolean {
  const token = tokens[index];
  return (
    token?.kind === 'name' &&
    tokens[index + 1]?.value !== '(' &&
    !token.value.startsWith('$') &&
    !CONSTANTS.has(token.value.toUpperCase())
  );
}

/** `ISPICKVAL(field, "value")`, the field perhaps within PRIORVALUE. */
function picklistTests(tokens: Token[]): FormulaReferences['picklistValues'] {
  return callsOf(tokens, 'ISPICKVAL').flatMap(([field, value]) => {
    const path = field?.find((_, index) => isField(field, index));
    return path && value?.[0]?.kind === 'text' ? [{ path: path.value.split('.'), value: value[0].value }] : [];
  });
}

/** `CASE(field, "value", …, otherwise)` straight on a field. */
function picklistCases(tokens: Token[]): FormulaReferences['picklistValues'] {
  return callsOf(tokens, 'CASE').flatMap(([field, ...rest]) => {
    const [path] = field ?? [];
    if (field?.length !== 1 || path?.kind !== 'name') {
      return [];
    }
    return rest
      .filter((_, index) => index % 2 === 0 && index < rest.length - 1)
      .flatMap(([value]) => (value?.kind === 'text' ? [{ path: path.value.split('.'), value: value.value }] : []));
  });
}

/** The arguments, as tokens, of every call of a function. */
function callsOf(tokens: Token[], name: string): Token[][][] {
  return tokens.flatMap((token, index) =>
    token.value.toUpperCase() === name && tokens[index + 1]?.value === '(' ? [argumentsFrom(tokens, index + 2)] : [],
  );
}

function argumentsFrom(tokens: Token[], start: number): Token[][] {
  const found: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(start)) {
    if (token.value === '(' && token.kind === 'sign') {
      depth++;
    } else if (token.value === ')' && token.kind === 'sign') {
      depth--;
    }
    if (depth < 0) {
      break;
    }
    if (token.value === ',' && token.kind === 'sign' && depth === 0) {
      found.push([]);
    } else {
      found.at(-1)?.push(token);
    }
  }
  return found;
}
