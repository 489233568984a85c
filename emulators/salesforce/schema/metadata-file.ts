import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { DeployError } from './errors.ts';

/** One file of a source project: what it is, what it is called, and the object whose folder it lies in. */
export interface MetadataFile {
  path: string;
  /** `field`, from `Status__c.field-meta.xml`. */
  kind: string;
  name: string;
  /** The folder under `objects/`, empty elsewhere. */
  object: string;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  processEntities: { enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e8 },
});

/** Reads a metadata file as one type of component; an element that the type does not have is refused. */
export function readComponent<Shape extends z.ZodType>(
  file: MetadataFile,
  type: string,
  shape: Shape,
): z.output<Shape> {
  const document = z.record(z.string(), z.unknown()).parse(parseXml(file));
  const root = document[type];
  if (root === undefined) {
    throw new DeployError(file.path, `expected <${type}>, found <${Object.keys(document).join('>, <')}>`);
  }
  return parseComponent(file.path, type, shape, root);
}

/** The same for a component that is an element of another one's file. */
export function parseComponent<Shape extends z.ZodType>(
  place: string,
  type: string,
  shape: Shape,
  element: unknown,
): z.output<Shape> {
  const parsed = shape.safeParse(element);
  if (parsed.success) return parsed.data;
  throw new DeployError(place, parsed.error.issues.map((issue) => tell(issue, type)).join('; '));
}

function tell(issue: z.core.$ZodIssue, type: string): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `Element ${key} invalid at this location in type ${type}`).join('; ');
  }
  return `${[type, ...issue.path].join('.')}: ${issue.message}`;
}

function parseXml(file: MetadataFile): unknown {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own; without it, broken XML passes.
    return parser.parse(readFileSync(file.path), true);
  } catch (error) {
    throw new DeployError(file.path, `not well-formed XML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** `true` or `false`. */
export const xmlBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');

export const xmlNumber = z.string().regex(/^\d+$/, 'expected a whole number').transform(Number);

/** An element that may come any number of times. */
export function xmlList<Shape extends z.ZodType>(shape: Shape): z.ZodPreprocess<z.ZodArray<Shape>> {
  return z.preprocess(toList, z.array(shape));
}

function toList(found: unknown): unknown {
  if (found === undefined) return [];
  return Array.isArray(found) ? (found as unknown[]) : [found];
}

/** Elements that change nothing about records, accepted as they are. */
export function inert<Name extends string>(...names: Name[]): Record<Name, z.ZodOptional<z.ZodUnknown>> {
  const entries = names.map((name): [Name, z.ZodOptional<z.ZodUnknown>] => [name, z.unknown().optional()]);
  return Object.fromEntries(entries) as Record<Name, z.ZodOptional<z.ZodUnknown>>;
}
