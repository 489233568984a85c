import { html, renderPage, type Html } from '../../core/index.ts';
import type { Channel, Message } from '../entities.ts';
import { toDate } from '../timestamps.ts';
import { renderBlocks } from './render-blocks.ts';
import { hasPing, renderMarkdown, renderPlain } from './render-text.ts';

/** A message in the channel with the replies under it, oldest first. */
export interface Thread {
  message: Message;
  replies: Message[];
}

interface ChannelPage {
  channel: Channel;
  channels: readonly Channel[];
  threads: readonly Thread[];
  portal: string | undefined;
}

/** A channel as its members see it, oldest message on top. */
export function channelPage({ channel, channels, threads, portal }: ChannelPage): string {
  return renderPage({
    title: `#${channel.name}`,
    place: 'Slack',
    portal,
    live: true,
    head: html`<link rel="stylesheet" href="/_emulator/slack.css" />`,
    body: html`
      ${channels.length > 1 && renderChannels(channels, channel)}
      <div class="channel card" data-live>
        ${
          threads.length === 0 &&
          html`<p class="empty">
            Nobody has written here yet. When an implementation request is filed, the announcement appears here by
            itself.
          </p>`
        }
        ${threads.length > 0 && html`<ol class="messages" aria-label="Messages">${byDay(threads)}</ol>`}
      </div>
    `,
  });
}

function renderChannels(channels: readonly Channel[], current: Channel): Html {
  return html`<nav class="channels" aria-label="Channels">
    ${channels.map(
      ({ id, name }) => html`<a href="/archives/${id}" ${id === current.id && html`aria-current="page"`}># ${name}</a>`,
    )}
  </nav>`;
}

/** The messages, with the day in words before the first of each. */
function byDay(threads: readonly Thread[]): Html[] {
  let lastDay = '';
  return threads.map((thread) => {
    const day = toDate(thread.message.ts).toLocaleDateString('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const isNew = day !== lastDay;
    lastDay = day;
    return html`${isNew && html`<li class="day"><span>${day}</span></li>`}${renderThread(thread)}`;
  });
}

function renderThread({ message, replies }: Thread): Html {
  return html`<li id="p${message.ts.replace('.', '')}">
    ${renderMessage(message)}
    ${
      replies.length > 0 &&
      html`<ol class="replies" aria-label="${replies.length === 1 ? '1 reply' : `${replies.length} replies`}">
        ${replies.map((reply) => html`<li id="p${reply.ts.replace('.', '')}">${renderMessage(reply)}</li>`)}
      </ol>`
    }
  </li>`;
}

function renderMessage(message: Message): Html {
  const at = toDate(message.ts);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return html`<article class="message">
    <span class="avatar" aria-hidden="true">G</span>
    <div>
      <p class="byline">
        <strong>Groundwork</strong> <span class="app">App</span>
        <a class="when" href="/archives/${message.channel}/p${message.ts.replace('.', '')}"
          ><time datetime="${at.toISOString()}">${time}</time></a
        >
        ${message.editedTs !== null && html`<span class="quiet small">(edited)</span>`}
        ${message.isBroadcast && html`<span class="quiet small">also sent to the channel</span>`}
      </p>
      ${
        pings(message) &&
        html`<p class="pinged"><span class="pill bad">Notified everyone</span> This message calls the whole channel.</p>`
      }
      ${renderContent(message)}
    </div>
  </article>`;
}

function renderContent({ isDeleted, blocks, isMarkdown, text }: Message): Html {
  if (isDeleted) return html`<p class="quiet">This message was deleted.</p>`;
  if (blocks.length > 0) return renderBlocks(blocks);
  return html`<p>${isMarkdown ? renderMarkdown(text) : renderPlain(text)}</p>`;
}

/** A ping counts in the text, also when blocks hide it, and in every piece of markup. */
function pings({ text, blocks }: Message): boolean {
  return hasPing(text) || blocks.some(hasPingInside);
}

function hasPingInside(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasPingInside);
  if (typeof value !== 'object' || value === null) return false;
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return hasPing(String(value.text));
  return Object.values(value).some(hasPingInside);
}
