import { z } from 'zod';
import { knownDocument, rememberDocument } from './known-documents.ts';
import { lazily } from './lazily.ts';
import { xmlLibrary } from './xml-library.ts';

/* How the elements of metadata files are read, whatever component they are of. */

const xmlParser = lazily(() => {
  const { XMLParser } = xmlLibrary();
  return new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    parseTagValue: false,
    processEntities: { enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e8 },
  });
});

/** The document as nested objects, not to be changed; every text stays text. Throws Error when it is not well-formed. */
export function parseXml(xml: string | Buffer): Record<string, unknown> {
  const known = knownDocument(xml);
  if (known !== undefined) return known;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own; without it, broken XML passes.
  const document = z.record(z.string(), z.unknown()).parse(xmlParser().parse(xml, true));
  rememberDocument(xml, document);
  return document;
}

/** `true` or `false`. */
export const xmlBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');

/** `3` */
export const xmlWholeNumber = z.string().regex(/^\d+$/, 'expected a whole number').transform(Number);

/** `3`, `-3` or `3.0`. */
export const xmlNumber = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'expected a number')
  .transform(Number);

/** An element that may come any number of times. */
export function xmlList<Shape extends z.ZodType>(shape: Shape): z.ZodPreprocess<z.ZodArray<Shape>> {
  return z.preprocess(toList, z.array(shape));
}

function toList(found: unknown): unknown {
  if (found === undefined) return [];
  return Array.isArray(found) ? (found as unknown[]) : [found];
}

const INERT = z.unknown().optional();

/** Elements that change nothing about what the component does, accepted as they are. */
export function inert<Name extends string>(...names: Name[]): Record<Name, typeof INERT> {
  return Object.fromEntries(names.map((name) => [name, INERT])) as Record<Name, typeof INERT>;
}
