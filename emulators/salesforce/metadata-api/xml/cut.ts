import { lineAt, type XmlRange } from './elements.ts';

/** A text that was taken from another, with the line that each of its lines had there. */
export interface Excerpt {
  text: string;
  /** Place 0 is for line 1. */
  lines: number[];
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
/** Of an element one level down. Line breaks inside a text stay as they are. */
const INDENT = />(\s*\n) {4}(?= *<)/g;

/** The whole text. */
export function wholeOf(text: string): Excerpt {
  return { text, lines: text.split('\n').map((_, index) => index + 1) };
}

/** The text without some of its elements, which come in order; a line that held nothing else goes with its element. */
export function without(text: string, elements: XmlRange[]): Excerpt {
  const cuts = elements.map((element) => wholeLines(text, element));
  const slices = [...cuts, { start: text.length, end: text.length }].map(({ start }, index) => ({
    start: cuts[index - 1]?.end ?? 0,
    end: start,
  }));
  const lines: number[] = [];
  let startsLine = true;
  for (const { start, end } of slices) {
    const first = lineAt(text, start);
    const pieces = text.slice(start, end).split('\n');
    for (const [index, piece] of pieces.entries()) {
      const isWhole = index < pieces.length - 1;
      if (startsLine && (isWhole || piece !== '')) lines.push(first + index);
      if (isWhole || piece !== '') startsLine = isWhole;
    }
  }
  return { text: slices.map(({ start, end }) => text.slice(start, end)).join(''), lines };
}

/** One element as a document of its own, under the name of its type. */
export function documentOf(text: string, { start, end }: XmlRange, type: string): Excerpt {
  const element = text.slice(start, end);
  const inner = element.replace(/^<[^>]*>/, '').replace(/<\/[^<]*>$/, '');
  const document = `${DECLARATION}\n<${type} xmlns="${NAMESPACE}">${inner}</${type}>\n`.replaceAll(INDENT, '>$1');
  const line = lineAt(text, start);
  return { text: document, lines: document.split('\n').map((_, index) => Math.max(line, line + index - 1)) };
}

/** A document of these elements, as they are written. */
export function documentFrom(type: string, elements: string[]): string {
  const body = elements.map((element) => `    ${element}\n`).join('');
  return `${DECLARATION}\n<${type} xmlns="${NAMESPACE}">\n${body}</${type}>\n`;
}

function wholeLines(text: string, { start, end }: XmlRange): { start: number; end: number } {
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length;
  const beginsLine = start - before === 0 || text[start - before - 1] === '\n';
  return beginsLine && after !== undefined ? { start: start - before, end: end + after } : { start, end };
}
