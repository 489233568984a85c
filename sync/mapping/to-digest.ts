import type { BacklogEntry } from './backlog-entry.ts';
import { escapeText, plainText } from './slack-text.ts';
import type { Chapter } from './story.ts';
import type { Message } from './to-message.ts';

/** What moved of one request since the last digest, in the order in which it happened. */
export interface Moves {
  entry: Pick<BacklogEntry, 'number' | 'url' | 'accountName'>;
  chapters: readonly Chapter[];
}

/** Block Kit takes 3,000 characters of text in a section; nobody reads more than a few of them. */
const SECTION = 3000;
const SECTIONS = 5;
const LINE = 500;
const NAME = 100;
/** Customers that the notification names. */
const NAMED = 3;

/** The small moves of a day as one message for the channel: a line for each request, which mentions nobody. */
export function toDigest(moves: readonly Moves[]): Message {
  const sections = pack(moves.map(toLine));
  const shown = sections.flat().length;
  const customers = [...new Set(moves.map(({ entry }) => entry.accountName ?? entry.number))];
  const more = customers.length > NAMED ? ` and ${customers.length - NAMED} more` : '';
  const named = customers.slice(0, NAMED).map((name) => escapeText(name, NAME));
  return {
    text: `Small moves: ${named.join(', ')}${more}`,
    blocks: [
      { type: 'header', text: plainText('Small moves', NAME) },
      ...sections.map((lines) => ({
        type: 'section',
        text: { type: 'mrkdwn', text: lines.join('\n'), verbatim: true },
      })),
      ...(shown === moves.length ? [] : [{ type: 'section', text: plainText(rest(moves.length - shown), SECTION) }]),
    ],
  };
}

function toLine({ entry, chapters }: Moves): string {
  const told = chapters.map(({ title, lines }) => [title, ...lines].join(', ')).join(' · ');
  const customer = entry.accountName === null ? '' : ` ${escapeText(entry.accountName, NAME)}`;
  return `• <${entry.url}|${escapeText(entry.number)}>${customer}: ${escapeText(told.replaceAll(/\s+/g, ' '), LINE)}`;
}

/** As many lines as fit into the sections that are shown. */
function pack(lines: readonly string[]): string[][] {
  const sections: string[][] = [];
  let room = 0;
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0) {
      if (sections.length === SECTIONS) break;
      sections.push([]);
      room = SECTION - line.length - 1;
    }
    sections.at(-1)?.push(line);
  }
  return sections;
}

function rest(count: number): string {
  return `${count === 1 ? 'One more request' : `${count} more requests`} moved; the backlog shows them all.`;
}
