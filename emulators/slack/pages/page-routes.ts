import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Block, Message, Person } from '../entities.ts';
import type { SlackStore } from '../store.ts';
import { channelPage } from './channel-page.ts';

const SHOWN = 200;
const WHOLE = { oldest: '0', latest: '9', isInclusive: false };

/** What a person looks at: a channel, and the permalink of a message in it. */
export function pageRoutes(
  app: FastifyInstance,
  store: SlackStore,
  { portal, people }: { portal: (() => string | undefined) | undefined; people: readonly Person[] },
): void {
  app.get('/', (_request, reply) => sendChannel(reply, store.channels()[0]?.id ?? ''));
  app.get<{ Params: { channel: string } }>('/archives/:channel', (request, reply) =>
    sendChannel(reply, request.params.channel),
  );
  // Under the fragment the browser finds the message, and the stylesheet marks it.
  app.get<{ Params: { channel: string; message: string } }>('/archives/:channel/:message', (request, reply) =>
    reply.redirect(
      `/archives/${encodeURIComponent(request.params.channel)}#${encodeURIComponent(request.params.message)}`,
    ),
  );
  app.get('/_emulator/slack.css', (_request, reply) =>
    reply.type('text/css').send(readFileSync(new URL('./slack.css', import.meta.url), 'utf8')),
  );

  function sendChannel(reply: FastifyReply, id: string): FastifyReply {
    const channel = store.findChannel(id);
    if (channel === undefined) return reply.code(404).type('text/plain').send(`There is no channel ${id}\n`);
    const threads = store
      .history(id, { ...WHOLE, count: SHOWN })
      .toReversed()
      .map((message) => ({
        message: withNames(message, people),
        replies: store.replies(id, message.ts, { ...WHOLE, count: SHOWN }).map((reply) => withNames(reply, people)),
      }));
    return reply
      .type('text/html')
      .send(channelPage({ channel, channels: store.channels(), threads, portal: portal?.() }));
  }
}

/** The same message with the names of those it mentions, as a reader sees it. */
function withNames(message: Message, people: readonly Person[]): Message {
  const name = (text: string, write: (name: string) => string): string =>
    people.reduce((told, person) => told.replaceAll(`<@${person.id}>`, `<@${person.id}|${write(person.name)}>`), text);
  const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
  return {
    ...message,
    text: name(message.text, escapeText),
    blocks: JSON.parse(name(JSON.stringify(message.blocks), (one) => inJson(escapeText(one)))) as Block[],
  };
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
