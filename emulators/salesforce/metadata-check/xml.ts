import { z } from 'zod';
import { lazily } from '../lazily.ts';
import { xmlLibrary } from '../xml-library.ts';

/** One element of a document, with the place where it begins. */
export interface XmlElement {
  name: string;
  /** From 1. */
  line: number;
  /** Its text as written, entities resolved; blank for an element that holds others. */
  text: string;
  /** Without declarations of namespaces. */
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
}

/** Says that a document is not well formed, and where. */
export class XmlError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const Position = z.object({ startIndex: z.number() });
const Attributes = z.record(z.string(), z.string()).default({});

// The parser counts expanded entities as an attack on its memory; long formulas hold many.
const reader = lazily(() => {
  // The validator's successor is a package of its own; this one is here.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { XMLParser, XMLValidator } = xmlLibrary();
  const parser = new XMLParser({
    preserveOrder: true,
    captureMetaData: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    ignoreDeclaration: true,
    parseTagValue: false,
    trimValues: false,
    processEntities: { enabled: true, maxTotalExpansions: 1e7, maxExpandedLength: 1e9 },
  });
  return { parser, validator: XMLValidator, position: z.symbol().parse(XMLParser.getMetaDataSymbol()) };
});

/** The root element of a document; throws XmlError when it is not well formed. */
export function parseXml(source: string): XmlElement {
  const { parser, validator, position } = reader();
  const validity = validator.validate(source);
  if (validity !== true) {
    throw new XmlError(`not well formed: ${validity.err.msg}`, validity.err.line);
  }
  const lineStarts = [...source.matchAll(/\n/g)].map(({ index }) => index + 1);
  const elements = toElements(parser.parse(source), { position, lineStarts });
  const [root] = elements;
  if (root === undefined) {
    throw new XmlError('expected a root element', 1);
  }
  return root;
}

/** The direct children of this name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first direct child of this name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The text of the first direct child of this name, without blanks around it. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text.trim();
}

/** The element and everything below it, in document order. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) {
    yield* everyElement(child);
  }
}

interface Places {
  /** Where the parser has put the place of a node. */
  position: symbol;
  lineStarts: number[];
}

function toElements(nodes: unknown, places: Places): XmlElement[] {
  return nodesOf(nodes).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) {
      return [];
    }
    const { startIndex } = Position.parse(node[places.position]);
    const children = toElements(node[name], places);
    const text = nodesOf(node[name])
      .map((part) => (typeof part['#text'] === 'string' ? part['#text'] : ''))
      .join('');
    const line = lineOf(startIndex, places.lineStarts);
    return [{ name, line, text: children.length > 0 ? '' : text, attributes: attributesOf(node), children }];
  });
}

function attributesOf(node: Record<PropertyKey, unknown>): Record<string, string> {
  const attributes = Object.entries(Attributes.parse(node[':@']));
  return Object.fromEntries(attributes.filter(([name]) => !/^xmlns(:|$)/.test(name)));
}

function nodesOf(value: unknown): Record<PropertyKey, unknown>[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

function lineOf(index: number, lineStarts: number[]): number {
  const next = lineStarts.findIndex((start) => start > index);
  return next === -1 ? lineStarts.length + 1 : next + 1;
}
