import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../errors.ts';
import { withoutApex } from './apex-only.ts';

/** A query as written and as understood. */
export interface ParsedQuery {
  text: string;
  query: Query & { sObject: string };
  /** Why Salesforce refuses it although it is SOQL: it belongs into Apex. */
  onlyInApex?: string;
}

/** The parser knows these; others there are depend on the object and the features of the org. */
const KNOWN_SCOPES = /^(?:delegated|everything|mine|my_territory|my_team_territory|team)$/i;
const SCOPE = /\bUSING\s+SCOPE\s+(\w+)/i;
const THREE_NOTS = /\b(?:NOT[\s(]+){2}NOT\b/i;

/** Reads SOQL. What is no SOQL is MALFORMED_QUERY. */
export function parseSoql(text: string): ParsedQuery {
  const { text: plain, onlyInApex } = withoutApex(text);
  const scope = SCOPE.exec(plain)?.[1];
  const isOddScope = scope !== undefined && !KNOWN_SCOPES.test(scope);
  // The parser loses the third.
  if (THREE_NOTS.test(text.replace(/'(?:\\.|[^'\\])*'/g, "''"))) {
    throw malformedQuery('Three NOT in a row are not supported by this emulator');
  }
  let query: Query;
  try {
    // Options would make the parser build itself anew at every call, a thousand times slower.
    query = parseQuery(isOddScope ? plain.replace(SCOPE, 'USING SCOPE everything') : plain);
  } catch (error) {
    throw malformedQuery(toMessage(text, error as Error));
  }
  const { sObject } = query;
  if (sObject === undefined) throw malformedQuery("unexpected token: '<EOF>'");
  return {
    text,
    query: { ...query, sObject, ...(isOddScope && { usingScope: scope }) },
    ...(onlyInApex !== undefined && { onlyInApex }),
  };
}

function toMessage(text: string, error: Error): string {
  if (text.trim() === '') return "unexpected token: '<EOF>'";
  const found = /found(?: -->|:) '?([^'\n]*)'?/.exec(error.message)?.[1]?.replace(/ <--$/, '').trim();
  return `unexpected token: '${found === undefined || found === '' ? '<EOF>' : found}'`;
}
