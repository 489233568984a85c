import { escapeText, plainText } from './slack-text.ts';
import type { Addressee, Chapter } from './story.ts';
import type { Message } from './to-message.ts';

/** Block Kit takes 3,000 characters of text in a section; a title and a name are never that long. */
const SECTION = 3000;
const NAME = 200;

/** A chapter as a reply in the thread. `mentions` has the Slack ids of those who were found, by e-mail address. */
export function toChapterMessage(
  { title, lines, quote, people }: Chapter,
  mentions: ReadonlyMap<string, string>,
): Message {
  const heading = `*${escapeText(title, NAME)}*`;
  const called = people.map((person) => `${person.role} ${call(person, mentions)}`).join(' · ');
  return {
    text: [escapeText(title, NAME), called].filter((part) => part !== '').join(' · '),
    blocks: [
      markdown(called === '' ? heading : `${heading}\n${called}`),
      ...(lines.length === 0 ? [] : [plain(lines.join('\n'))]),
      ...(quote === null || quote.trim() === '' ? [] : [plain(quote)]),
    ],
  };
}

function call({ name, email }: Addressee, mentions: ReadonlyMap<string, string>): string {
  const id = email === null ? undefined : mentions.get(email);
  return id === undefined ? escapeText(name, NAME) : `<@${id}>`;
}

/** `verbatim`: Slack makes no link or mention of words that only look like one. */
function markdown(text: string): Record<string, unknown> {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

function plain(text: string): Record<string, unknown> {
  return { type: 'section', text: plainText(text, SECTION) };
}
