/** A query without what only Apex may write in it. */
export interface PlainQuery {
  text: string;
  /** What Salesforce says when such a query comes over the API; absent for a query without any. */
  onlyInApex?: string;
}

const MAY_HOLD_APEX = /[:/]|\bALL\s+ROWS\b/i;
const QUOTED = String.raw`'(?:\\.|[^'\\])*'`;
const COMMENT = String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/`;
/** An expression between brackets of each kind, three deep at most: `(a, b[0])`. */
const ARGUMENTS = String.raw`\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]`;
const STEP = String.raw`\s*(?:${ARGUMENTS})|\s*\.\s*\w+`;
/** `:ids`, `: map.keySet()`, `:new Map<Id, SObject>(rows).values()`, not the colon of `LAST_N_DAYS:3` or of a time. */
const BIND = String.raw`(?<![\w"]):\s*(?:new\s+\w+(?:\s*<[^>]*>)?|\w+)(?:${STEP})*|(?<=\b(?:IN|LIKE|LIMIT|OFFSET)):\s*\w+(?:${STEP})*`;

/**
 * Reads past comments, bind expressions and `ALL ROWS`, which the compiler of Apex takes out or fills in, so that the
 * rest can be judged as SOQL.
 */
export function withoutApex(soql: string): PlainQuery {
  if (!MAY_HOLD_APEX.test(soql)) return { text: soql };
  let onlyInApex: string | undefined;
  const tokens = new RegExp(`${QUOTED}|(?<comment>${COMMENT})|(?<bind>${BIND})|(?<allRows>\\bALL\\s+ROWS\\s*$)`, 'gi');
  const text = soql.replace(tokens, (whole: string, ...rest: unknown[]) => {
    const { comment, bind, allRows } = rest.at(-1) as Record<string, string | undefined>;
    const place = Number(rest.at(-3));
    if (comment !== undefined) onlyInApex ??= "unexpected token: '/'";
    if (bind !== undefined) onlyInApex ??= 'Bind variables only allowed in Apex code';
    if (allRows !== undefined) onlyInApex ??= 'ALL ROWS not allowed in this context';
    if (bind !== undefined) return standIn(soql.slice(0, place));
    return comment === undefined && allRows === undefined ? whole : ' '.repeat(whole.length);
  });
  return { text, ...(onlyInApex !== undefined && { onlyInApex }) };
}

/** Some value that may stand where a bind expression does. */
function standIn(before: string): string {
  if (/\b(?:IN|INCLUDES|EXCLUDES)\s*$/i.test(before)) return "('')";
  return /\b(?:LIMIT|OFFSET)\s*$/i.test(before) ? '1' : 'null';
}
