import { createRequire } from 'node:module';
import type * as Parser from '@jetstreamapp/soql-parser-js';

const require = createRequire(import.meta.url);

/** Reads SOQL into its tree. The parser builds its grammar when it is loaded, so it is loaded for the first query only. */
export function parseQuery(text: string): Parser.Query {
  const { parseQuery } = require('@jetstreamapp/soql-parser-js') as typeof Parser;
  return parseQuery(text);
}
