import { z } from 'zod';
import { BadFile, checkHeader, readCsv, toValues, type IngestOperation } from '../bulk/index.ts';
import type { SObjectType } from '../entities.ts';
import { parseXml, XmlError, type XmlElement } from '../metadata-check/index.ts';
import type { Org } from '../org.ts';
import { RecordValues } from '../routes/body.ts';
import type { ContentType } from './job.ts';

type Row = Record<string, unknown>;

interface Target {
  contentType: ContentType;
  operation: IngestOperation;
  object: SObjectType;
}

/** The rows of a batch in any of its formats; an unreadable batch is a BadFile. */
export function readRows(org: Org, { contentType, operation, object }: Target, content: Buffer): Row[] {
  if (contentType === 'JSON') return readJsonRows(content);
  if (contentType === 'XML') return readXmlRows(content);
  const [header, ...rows] = readCsv(content, ',');
  if (header === undefined) return [];
  checkHeader(org, operation, object, header);
  return rows.map((row) => toValues(header, row));
}

function readJsonRows(content: Buffer): Row[] {
  try {
    return z.array(RecordValues).parse(JSON.parse(content.toString('utf8')));
  } catch {
    throw new BadFile('InvalidBatch : Expected a JSON list of records');
  }
}

/**
 * `<sObjects><sObject><Name>Acme</Name></sObject></sObjects>`: an empty element leaves a field alone, and
 * `xsi:nil="true"` makes it blank.
 */
function readXmlRows(content: Buffer): Row[] {
  try {
    const root = parseXml(content.toString('utf8'));
    if (localName(root) !== 'sObjects') throw new BadFile('InvalidBatch : Expected an element sObjects');
    return root.children.map(toRow);
  } catch (error) {
    if (error instanceof XmlError) throw new BadFile(`InvalidBatch : ${error.message}`);
    throw error;
  }
}

function toRow(element: XmlElement): Row {
  return Object.fromEntries(
    element.children.flatMap((field): [string, unknown][] => {
      const [parent] = field.children;
      if (parent !== undefined) return [[localName(field), toRow(parent)]];
      if (isNil(field)) return [[localName(field), null]];
      return field.text === '' ? [] : [[localName(field), field.text]];
    }),
  );
}

function isNil({ attributes }: XmlElement): boolean {
  return Object.entries(attributes).some(([name, value]) => name.endsWith(':nil') && value === 'true');
}

function localName({ name }: XmlElement): string {
  return name.split(':').at(-1) ?? name;
}
