import { createRequire } from 'node:module';
import type * as FastXmlParser from 'fast-xml-parser';

const require = createRequire(import.meta.url);

/** The library that reads XML, loaded when there is XML that is not known yet. */
export function xmlLibrary(): typeof FastXmlParser {
  return require('fast-xml-parser') as typeof FastXmlParser;
}
