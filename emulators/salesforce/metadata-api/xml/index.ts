export { childText, escapeXml, findRanges, innerText, lineAt, readRanges, type XmlRange } from './elements.ts';
export { documentFrom, documentOf, wholeOf, without, type Excerpt } from './cut.ts';
