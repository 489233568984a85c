import type { Query } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../errors.ts';
import { Recent } from '../recent.ts';
import { parseQuery } from './grammar.ts';

/** A query as written and as understood. */
export interface ParsedQuery {
  text: string;
  query: Query & { sObject: string };
}

const THREE_NOTS = /\b(?:NOT[\s(]+){2}NOT\b/i;

/** Clients ask the same again and again. */
const recent = new Recent<string, ParsedQuery>(500);

/** Reads SOQL into a tree that is not to be changed. What is no SOQL is MALFORMED_QUERY. */
export function parseSoql(text: string): ParsedQuery {
  return recent.get(text, () => parse(text));
}

function parse(text: string): ParsedQuery {
  if (/\bALL\s+ROWS\s*$/i.test(text)) throw malformedQuery('ALL ROWS not allowed in this context');
  // The parser loses the third.
  if (THREE_NOTS.test(text.replace(/'(?:\\.|[^'\\])*'/g, "''"))) {
    throw malformedQuery('Three NOT in a row are not supported by this emulator');
  }
  let query: Query;
  try {
    // Options would make the parser build itself anew at every call, a thousand times slower.
    query = parseQuery(text);
  } catch (error) {
    throw malformedQuery(toMessage(text, error as Error));
  }
  const { sObject } = query;
  if (sObject === undefined) throw malformedQuery("unexpected token: '<EOF>'");
  return { text, query: { ...query, sObject } };
}

function toMessage(text: string, error: Error): string {
  if (text.trim() === '') return "unexpected token: '<EOF>'";
  const found = /found(?: -->|:) '?([^'\n]*)'?/.exec(error.message)?.[1]?.replace(/ <--$/, '').trim();
  return `unexpected token: '${found === undefined || found === '' ? '<EOF>' : found}'`;
}
