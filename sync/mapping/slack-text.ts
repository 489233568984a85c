// Invisible signs that turn the direction of what follows, and controls other than a new line.
const DECEPTIVE = /[\u0000-\u0009\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** See https://docs.slack.dev/messaging/formatting-message-text#escaping */
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What stands at the end of a text that was cut. */
const CUT = '… (cut; the whole text is in Salesforce)';

/** A plain text object. Nothing in it is markup; what is too long is cut, and says so. */
export function plainText(text: string, longest: number): Record<string, unknown> {
  return { type: 'plain_text', text: cut(text, longest, (sign) => sign), emoji: false };
}

/** A text of a record for a place where Slack reads markup: it mentions nobody, links nowhere, and is cut visibly. */
export function escapeText(text: string, longest = Infinity): string {
  return cut(text, longest, (sign) => ESCAPES[sign] ?? sign);
}

/** Counts in the form that is sent; a cut never splits a sign or its escape. */
function cut(text: string, longest: number, write: (sign: string) => string): string {
  const mark = longest > 4 * CUT.length ? CUT : '…';
  const room = longest - mark.length;
  let kept = '';
  let whole = '';
  for (const sign of text.replace(DECEPTIVE, ' ')) {
    whole += write(sign);
    if (whole.length > longest) return `${kept}${mark}`;
    if (whole.length <= room) kept = whole;
  }
  return whole;
}
