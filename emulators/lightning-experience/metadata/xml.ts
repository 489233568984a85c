import { XMLParser } from 'fast-xml-parser';
import { perFile } from './files.ts';

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  isArray: (_name, path) => String(path).includes('.'),
  processEntities: { enabled: true, maxTotalExpansions: 1e7, maxExpandedLength: 1e9 },
});

/** An element of a metadata file, read by tag name. */
export class XmlElement {
  readonly #content: unknown;

  constructor(content: unknown) {
    this.#content = content;
  }

  /** The child elements with this tag, in order. */
  all(tag: string): XmlElement[] {
    const children = isObject(this.#content) ? this.#content[tag] : undefined;
    if (children === undefined) return [];
    return (Array.isArray(children) ? children : [children]).map((child) => new XmlElement(child));
  }

  /** The first child with this tag. */
  first(tag: string): XmlElement | undefined {
    return this.all(tag)[0];
  }

  /** The text of the first child with this tag. */
  text(tag: string): string | undefined {
    return this.first(tag)?.value;
  }

  /** The texts of all children with this tag. */
  texts(tag: string): string[] {
    return this.all(tag).flatMap((child) => child.value ?? []);
  }

  /** This element's own text. */
  get value(): string | undefined {
    return typeof this.#content === 'string' ? this.#content : undefined;
  }
}

const parseFile = perFile((text) => new XmlElement(parser.parse(text)));

/** Reads a metadata file whose root is `<tag>`. */
export function readMetadata(file: string, tag: string): XmlElement {
  return rootOf(parseFile(file), tag, file);
}

/** Parses metadata whose root is `<tag>`; `place` names it in errors. */
export function parseMetadata(xml: string, tag: string, place: string): XmlElement {
  return rootOf(new XmlElement(parser.parse(xml)), tag, place);
}

function rootOf(document: XmlElement, tag: string, place: string): XmlElement {
  const root = document.first(tag);
  if (root === undefined) throw new Error(`${place}: expected the root element <${tag}>`);
  return root;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
