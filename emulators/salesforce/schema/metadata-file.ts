import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { parseXml } from '../xml.ts';
import { DeployError } from './errors.ts';

export { inert, xmlBoolean, xmlList, xmlWholeNumber as xmlNumber } from '../xml.ts';

/** One file of a source project: what it is, what it is called, and the object whose folder it lies in. */
export interface MetadataFile {
  path: string;
  /** `field`, from `Status__c.field-meta.xml`. */
  kind: string;
  name: string;
  /** The folder under `objects/`, empty elsewhere. */
  object: string;
}

/** Reads a metadata file as one type of component; an element that the type does not have is refused. */
export function readComponent<Shape extends z.ZodType>(
  file: MetadataFile,
  type: string,
  shape: Shape,
): z.output<Shape> {
  const document = parseFile(file);
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

function parseFile(file: MetadataFile): Record<string, unknown> {
  try {
    return parseXml(readFileSync(file.path));
  } catch (error) {
    throw new DeployError(file.path, `not well-formed XML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
