import { HOUR } from '../clock.ts';
import { toMessage, type BacklogEntry } from '../mapping/index.ts';
import { DeliveryUnknownError, type ChannelMessage, type SlackClient } from '../slack/index.ts';
import type { SentMessage } from '../state/index.ts';
import type { CycleContext } from './context.ts';
import { eachDue } from './each-due.ts';

/** How far before an attempt its message is looked for: Slack's clock and ours need not agree. */
const SEARCH_BACK_MS = HOUR;

/** Announces each request once and keeps its message true. One message after the other, as the channel demands. */
export async function mirrorSlack(context: CycleContext, slack: SlackClient): Promise<void> {
  const { state } = context;
  await eachDue(context, 'slack', async (id) => {
    const known = state.messages.find(id);
    const entry = state.entries.find(id);
    if (known?.status === 'sending') await resolve(context, slack, id, known.attemptedAt, entry);
    else if (known?.status === 'sent') await update(context, slack, id, known, entry);
    else if (known === undefined && entry !== undefined) await post(context, slack, entry);
    state.pending.done('slack', id);
  });
}

/** Posts. The intent is kept before the call, so that whatever happens after it leaves a trace. */
async function post({ state, clock, tally }: CycleContext, slack: SlackClient, entry: BacklogEntry): Promise<void> {
  const message = toChannelMessage(entry);
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

/** Finds out whether a message of unknown fate arrived, before anything is sent again. */
async function resolve(
  context: CycleContext,
  slack: SlackClient,
  id: string,
  attemptedAt: Date,
  entry: BacklogEntry | undefined,
): Promise<void> {
  const ts = await slack.findMessage(id, new Date(attemptedAt.getTime() - SEARCH_BACK_MS));
  if (ts === undefined) {
    context.state.messages.forget(id);
    if (entry !== undefined) await post(context, slack, entry);
    return;
  }
  const found: SentMessage = { status: 'sent', channel: slack.channel, ts, content: '' };
  context.state.messages.sent(id, slack.channel, ts, '');
  await update(context, slack, id, found, entry);
}

async function update(
  { state, tally }: CycleContext,
  slack: SlackClient,
  id: string,
  sent: SentMessage & { status: 'sent' },
  entry: BacklogEntry | undefined,
): Promise<void> {
  const message = entry === undefined ? withdrawn(id) : toChannelMessage(entry);
  const content = contentOf(message);
  if (content === sent.content || sent.channel !== slack.channel) return;
  await slack.update(sent.ts, message);
  state.messages.sent(id, sent.channel, sent.ts, content);
  tally.messages += 1;
}

function toChannelMessage(entry: BacklogEntry): ChannelMessage {
  return { key: entry.id, ...toMessage(entry) };
}

function withdrawn(id: string): ChannelMessage {
  const text = 'This implementation request was deleted in Salesforce.';
  return { key: id, text, blocks: [{ type: 'section', text: { type: 'plain_text', text } }] };
}

function contentOf({ text, blocks }: ChannelMessage): string {
  return JSON.stringify({ text, blocks });
}
