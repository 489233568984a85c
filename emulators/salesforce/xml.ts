import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/* How the elements of metadata files are read, whatever component they are of. */

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  processEntities: { enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e8 },
});

/** The document as nested objects; every text stays text. Throws Error when it is not well-formed. */
export function parseXml(xml: string | Buffer): Record<string, unknown> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own; without it, broken XML passes.
  return z.record(z.string(), z.unknown()).parse(parser.parse(xml, true));
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

/** Elements that change nothing about what the component does, accepted as they are. */
export function inert<Name extends string>(...names: Name[]): Record<Name, z.ZodOptional<z.ZodUnknown>> {
  const entries = names.map((name): [Name, z.ZodOptional<z.ZodUnknown>] => [name, z.unknown().optional()]);
  return Object.fromEntries(entries) as Record<Name, z.ZodOptional<z.ZodUnknown>>;
}
