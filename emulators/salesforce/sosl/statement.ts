import { malformedSearch } from './expression.ts';

export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';

/** An object of RETURNING: its fields, and what stands behind them as in SOQL. */
export interface Returned {
  object: string;
  /** `Id, Name`; absent when only the id is wanted. */
  fields: string | undefined;
  where: string | undefined;
  /** ` ORDER BY … LIMIT …` */
  rest: string;
}

export interface Search {
  text: string;
  group: SearchGroup;
  /** Every object that is searched when absent. */
  returning: Returned[] | undefined;
  limit: number | undefined;
}

const FIND = /^\s*FIND\s*\{(?<text>(?:\\.|[^}\\])*)\}\s*/is;
const GROUP = /^IN\s+(?<group>ALL|NAME|EMAIL|PHONE)\s+FIELDS\b\s*/i;
const RETURNING = /^RETURNING\s+/i;
const OBJECT = /^(?<name>\w+)\s*/;
const LIMIT = /^LIMIT\s+(?<limit>\d+)\s*$/i;

/** `FIND {acme} IN NAME FIELDS RETURNING Account(Id, Name WHERE Name LIKE '(a%' LIMIT 5), Contact LIMIT 20` */
export function parseSearch(sosl: string): Search {
  let rest = sosl;
  const take = (pattern: RegExp): Partial<Record<string, string>> | undefined => {
    const found = pattern.exec(rest);
    if (found === null) return undefined;
    rest = rest.slice(found[0].length);
    return found.groups ?? {};
  };
  const text = take(FIND)?.['text'];
  if (text === undefined) throw malformedSearch(`unexpected search: ${sosl}`);
  const group = (take(GROUP)?.['group']?.toUpperCase() ?? 'ALL') as SearchGroup;
  let returning: Returned[] | undefined;
  if (take(RETURNING) !== undefined) {
    returning = [];
    do {
      const object = take(OBJECT)?.['name'];
      if (object === undefined) throw malformedSearch(`unexpected token: ${rest}`);
      const inner = rest.startsWith('(') ? inParentheses(rest) : '';
      rest = rest.slice(inner.length).trimStart();
      returning.push({ object, ...splitReturned(inner.slice(1, -1)) });
    } while (take(/^,\s*/) !== undefined);
  }
  const limit = take(LIMIT)?.['limit'];
  if (rest.trim() !== '') throw malformedSearch(`${rest.trim()} is not supported by this emulator`);
  return { text, group, returning, limit: limit === undefined ? undefined : Number(limit) };
}

/** The text up to the parenthesis that closes the first one; what stands in quotes closes none. */
function inParentheses(text: string): string {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/'(?:\\.|[^'\\])*'|[()]/g)) {
    if (mark === '(') depth += 1;
    if (mark === ')') depth -= 1;
    if (depth === 0) return text.slice(0, index + 1);
  }
  throw malformedSearch("unexpected token: '<EOF>'");
}

function splitReturned(inner: string): Omit<Returned, 'object'> {
  const {
    fields = '',
    where,
    rest = '',
  } = /^(?<fields>.*?)(?:\bWHERE\b(?<where>(?:'(?:\\.|[^'\\])*'|[^'])*?))?(?<rest>\b(?:ORDER\s+BY|LIMIT|OFFSET)\b.*)?$/is.exec(
    inner.trim(),
  )?.groups ?? {};
  return {
    fields: fields.trim() === '' ? undefined : fields.trim(),
    where: where?.trim(),
    rest: rest === '' ? '' : ` ${rest}`,
  };
}
