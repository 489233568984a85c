/** Longest text of one paragraph. Vitally documents no limit; nobody reads more in a note. */
const LONGEST = 10_000;

/** Texts as HTML of the few tags that Vitally keeps. Every text is escaped, so none can become markup. */
export function paragraph(text: string | null, label?: string): string {
  const plain = text?.replaceAll('\r\n', '\n').trim() ?? '';
  if (plain === '') return '';
  const shown = plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1)}… (the rest is in Salesforce)`;
  const content = escape(shown).replaceAll('\n', '<br>');
  return `<p>${label === undefined ? '' : `<strong>${escape(label)}:</strong> `}${content}</p>`;
}

/** Facts, one a line; those without a value are left out. */
export function facts(values: readonly (readonly [string, string | number | null | undefined])[]): string {
  const lines = values.flatMap(([name, value]) =>
    value === null || value === undefined || value === ''
      ? []
      : [`<li><strong>${escape(name)}:</strong> ${escape(cut(String(value)))}</li>`],
  );
  return lines.length === 0 ? '' : `<ul>${lines.join('')}</ul>`;
}

/** A link to a web address; its caller has made sure that it is one. */
export function anchor(url: string, title: string): string {
  return `<a href="${escape(url)}">${escape(cut(title.replaceAll(/\s+/g, ' ').trim()))}</a>`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
