/** An element of a document with the place of its text, so that it can be cut out or moved unchanged. */
export interface XmlRange {
  name: string;
  /** Of its first `<`, and behind its last `>`. */
  start: number;
  end: number;
  children: XmlRange[];
}

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)[^>]*?(\/?)>/g;

/** The root element of a well-formed document, with places. */
export function readRanges(text: string): XmlRange {
  const top: XmlRange = { name: '', start: 0, end: text.length, children: [] };
  const open = [top];
  for (const { index, 0: token, 1: closes, 2: name, 3: isEmpty } of text.matchAll(TOKEN)) {
    if (name === undefined) continue;
    const end = index + token.length;
    if (closes === '/') {
      const closed = open.pop();
      if (closed !== undefined) closed.end = end;
      continue;
    }
    const element: XmlRange = { name, start: index, end, children: [] };
    open.at(-1)?.children.push(element);
    if (isEmpty !== '/') open.push(element);
  }
  const [root] = top.children;
  if (root === undefined) throw new RangeError('Expected a document with a root element');
  return root;
}

/** What stands between the tags of an element, entities as written. */
export function innerText(text: string, { start, end }: XmlRange): string {
  return text
    .slice(start, end)
    .replace(/^<[^>]*>/, '')
    .replace(/<\/[^<]*>$/, '');
}

/** The value of a direct child that holds plain text, `fullName` for example. */
export function childText(text: string, element: XmlRange, name: string): string | undefined {
  const child = element.children.find((one) => one.name === name);
  return child === undefined ? undefined : unescapeXml(innerText(text, child).trim());
}

/** The element and everything below it for which the test holds; not what is below a match. */
export function findRanges(element: XmlRange, test: (element: XmlRange) => boolean): XmlRange[] {
  if (test(element)) return [element];
  return element.children.flatMap((child) => findRanges(child, test));
}

/** From 1. */
export function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
