import { HOUR } from '../clock.ts';
import { SyncError } from '../errors.ts';
import { toMessage, type BacklogEntry, type Facts } from '../mapping/index.ts';
import { DeliveryUnknownError, type ChannelMessage, type SlackClient } from '../slack/index.ts';
import type { SentMessage } from '../state/index.ts';
import type { CycleContext } from './context.ts';

/** How far before an attempt its message is looked for: Slack's clock and ours need not agree. */
const SEARCH_BACK_MS = HOUR;

export type Standing = SentMessage & { status: 'sent' };

/** Posts a request's message. The intent is kept before the call, so that whatever happens after it leaves a trace. */
export async function announce(
  { state, clock, tally }: CycleContext,
  slack: SlackClient,
  entry: BacklogEntry,
  told: Facts,
): Promise<void> {
  const message = toChannelMessage(entry, told);
  state.messages.sending(entry.id, clock.now());
  try {
    const ts = await slack.post(message);
    state.messages.sent(entry.id, slack.channel, ts, contentOf(message));
  } catch (error) {
    if (!(error instanceof DeliveryUnknownError)) state.messages.forget(entry.id);
    throw error;
  }
  tally.messages += 1;
}

/**
 * Finds out whether a message of unknown fate arrived. One that did tells how far its thread had come, so that a memory
 * that was lost loses no chapter.
 */
export async function resolve(
  { state }: CycleContext,
  slack: SlackClient,
  id: string,
  attemptedAt: Date,
): Promise<'found' | 'missing'> {
  const found = await slack.findMessage(id, new Date(attemptedAt.getTime() - SEARCH_BACK_MS));
  if (found === undefined) {
    state.messages.forget(id);
    return 'missing';
  }
  state.transaction(() => {
    state.messages.sent(id, slack.channel, found.ts, '');
    if (found.note !== undefined) state.stories.begin(id, JSON.parse(found.note) as Facts);
  });
  return 'found';
}

/** Brings a message up to date. One that somebody took out of the channel stays out, until there is news. */
export async function keepTrue(
  { state, tally }: CycleContext,
  slack: SlackClient,
  id: string,
  sent: Standing,
  message: ChannelMessage,
): Promise<void> {
  const content = contentOf(message);
  if (content === sent.content || sent.channel !== slack.channel) return;
  try {
    await slack.update(sent.ts, message);
  } catch (error) {
    if (!(error instanceof SyncError) || error.details['code'] !== 'message_not_found') throw error;
    state.transaction(() => {
      state.messages.forget(id);
      state.messages.skip(id);
    });
    return;
  }
  state.messages.sent(id, sent.channel, sent.ts, content);
  tally.messages += 1;
}

/** What is told rides along as the note. */
export function toChannelMessage(entry: BacklogEntry, told: Facts): ChannelMessage {
  return { key: entry.id, note: JSON.stringify(told), ...toMessage(entry) };
}

export function withdrawn(id: string): ChannelMessage {
  const text = 'This implementation request was deleted in Salesforce.';
  return { key: id, text, blocks: [{ type: 'section', text: { type: 'plain_text', text } }] };
}

function contentOf({ text, blocks, note }: ChannelMessage): string {
  return JSON.stringify({ text, blocks, note });
}
