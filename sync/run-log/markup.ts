/** Text that may stand in a page as it is. */
export interface Markup {
  readonly text: string;
}

type Part = Markup | string | number | undefined | readonly Part[];

/** Builds markup: whatever is put in is escaped, unless it is markup itself. */
export function markup(texts: TemplateStringsArray, ...parts: Part[]): Markup {
  return { text: texts.reduce((whole, text, index) => whole + toText(parts[index - 1]) + text) };
}

function toText(part: Part): string {
  if (part === undefined) return '';
  if (Array.isArray(part)) return part.map((one: Part) => toText(one)).join('');
  if (typeof part === 'object') return (part as Markup).text;
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
