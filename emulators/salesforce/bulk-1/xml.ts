import { escapeXml } from '../metadata-api/index.ts';

const NAMESPACE = 'http://www.force.com/2009/06/asyncapi/dataload';

/** An element: its name with attributes, and what is in it. */
export interface Element {
  /** `records xsi:type="sObject"` */
  tag: string;
  /** A text, or elements. */
  content: string | Element[];
}

/** A document with this root, one element to a line. */
export function toDocument(root: string, children: Element[], attributes = ''): string {
  const head = `<?xml version="1.0" encoding="UTF-8"?><${root}\n   xmlns="${NAMESPACE}"${attributes}`;
  if (children.length === 0) return `${head} />`;
  return `${head}>\n${children.map((child) => written(child, 1)).join('')}</${root}>`;
}

/** Elements for the entries of an object, in order: one each for the entries of a list, and none for null. */
export function toElements(values: Record<string, unknown>): Element[] {
  return Object.entries(values).flatMap(([name, value]) => [value].flat().flatMap((one) => toElement(name, one)));
}

function toElement(tag: string, value: unknown): Element[] {
  if (value === null || value === undefined) return [];
  if (value instanceof Date) return [{ tag, content: value.toISOString() }];
  if (typeof value === 'object') return [{ tag, content: toElements(value as Record<string, unknown>) }];
  return [{ tag, content: toText(value) }];
}

/** Of a text, a number or true and false. */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function written({ tag, content }: Element, depth: number): string {
  const indent = ' '.repeat(depth);
  const name = tag.split(' ')[0] ?? tag;
  if (typeof content === 'string') return `${indent}<${tag}>${escapeXml(content)}</${name}>\n`;
  const inner = content.map((child) => written(child, depth + 1)).join('');
  return `${indent}<${tag}>\n${inner}${indent}</${name}>\n`;
}
