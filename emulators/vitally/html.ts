/** Tags that notes and descriptions of tasks may hold; the vendor strips all others when they are written. */
const TAGS = new Set(['a', 'img', 'p', 'div', 'br', 'ul', 'ol', 'nl', 'li', 'b', 'u', 'i', 'strong', 'em', 'code']);
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'name', 'target'],
  img: ['src', 'alt', 'width', 'height'],
};
const VOID_TAGS = new Set(['br', 'img']);

/** Tags whose content goes with them. */
const WITH_CONTENT = /<(script|style|title|textarea|iframe|noscript|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** What the vendor keeps of HTML. Nothing of the input is passed on as it stands, so the result is safe in a page. */
export function sanitize(html: string): string {
  const source = html.replace(WITH_CONTENT, '');
  const open: string[] = [];
  let safe = '';
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    safe += escape(source.slice(end, match.index));
    end = match.index + match[0].length;
    const tag = match[2]?.toLowerCase();
    if (tag === undefined || !TAGS.has(tag)) continue;
    if (match[1] === '') {
      safe += `<${tag}${attributesOf(tag, match[3] ?? '')}>`;
      if (!VOID_TAGS.has(tag)) open.push(tag);
    } else if (open.includes(tag)) {
      safe += closeUpTo(open, tag);
    }
  }
  safe += escape(source.slice(end));
  return (
    safe +
    open
      .toReversed()
      .map((tag) => `</${tag}>`)
      .join('')
  );
}

/** The text without its tags. */
export function plainText(html: string): string {
  return unescape(html.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function closeUpTo(open: string[], tag: string): string {
  const from = open.lastIndexOf(tag);
  return open
    .splice(from)
    .toReversed()
    .map((one) => `</${one}>`)
    .join('');
}

function attributesOf(tag: string, text: string): string {
  const allowed = ATTRIBUTES[tag] ?? [];
  let kept = '';
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const value = unescape(double ?? single ?? bare ?? '');
    const key = name.toLowerCase();
    if (!allowed.includes(key)) continue;
    if ((key === 'href' || key === 'src') && !isSafeAddress(value)) continue;
    kept += ` ${key}="${escape(value)}"`;
  }
  return kept;
}

function isSafeAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol);
}

/** Character references stay what they are. */
function escape(text: string): string {
  return text
    .replaceAll(/&(?!(?:#\d+|#x[\da-f]+|[a-z]+\d*);)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function unescape(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return REFERENCES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
