import type { Call } from '../call.ts';
import type { Block, Channel, Message } from '../entities.ts';
import { SlackError } from '../errors.ts';
import { metadataOf } from '../metadata.ts';
import { parseBlocks } from '../parse-blocks.ts';
import type { SlackStore } from '../store.ts';
import { toComparable, toTimestamp } from '../timestamps.ts';
import { toWire } from '../wire.ts';
import { readableChannel, toPermalink, type Method, type MethodContext } from './method.ts';

const LONGEST_TEXT = 40_000;
// Posting a link preview is the vendor's matter: nothing is ever fetched here, so either answer is the same.
const ABOUT_PREVIEWS = ['unfurl_links', 'unfurl_media'];

/** `chat.*`: posting, changing and removing messages. */
export function chatMethods(context: MethodContext): Record<string, Method> {
  const { store } = context;
  return {
    'chat.postMessage': (call) => post(context, call),
    'chat.update': (call) => update(context, call),
    'chat.delete': (call) => remove(context, call),
    'chat.getPermalink': (call) => {
      call.allow('channel', 'message_ts');
      const channel = readableChannel(store, call.required('channel'));
      const { ts } = messageAt(store, channel, call.required('message_ts'));
      return { channel: channel.id, permalink: toPermalink(context.origin(), channel.id, ts) };
    },
  };
}

function post({ store, postingLimit, changed }: MethodContext, call: Call): Record<string, unknown> {
  call.allow('channel', 'text', 'blocks', 'thread_ts', 'reply_broadcast', 'metadata', 'mrkdwn', ...ABOUT_PREVIEWS);
  const channel = writableChannel(store, call.required('channel'));
  const blocks = blocksOf(call) ?? [];
  const text = textOf(call) ?? '';
  if (text === '' && blocks.length === 0) throw new SlackError('no_text');
  const metadata = metadataOf(call) ?? null;
  const threadTs = call.text('thread_ts');
  const parent = threadTs === undefined ? undefined : parentAt(store, channel, threadTs);
  postingLimit?.take(channel.id);

  const message = store.post({
    channel: channel.id,
    threadTs: parent?.ts ?? null,
    isBroadcast: parent !== undefined && call.flag('reply_broadcast'),
    text,
    isMarkdown: call.flag('mrkdwn', true),
    blocks,
    metadata,
  });
  changed();
  return { channel: channel.id, ts: message.ts, message: toWire(message, store.bot, { withMetadata: true }) };
}

function update({ store, clock, changed }: MethodContext, call: Call): Record<string, unknown> {
  call.allow('channel', 'ts', 'text', 'blocks', 'metadata', ...ABOUT_PREVIEWS);
  const channel = readableChannel(store, call.required('channel'));
  const before = messageAt(store, channel, call.required('ts'));
  const text = textOf(call);
  const blocks = blocksOf(call);
  const metadata = metadataOf(call);
  if ((text === undefined || text === '') && blocks === undefined) throw new SlackError('no_text');

  // Text without blocks takes the blocks away and marks the message as edited; blocks leave no such mark.
  // https://docs.slack.dev/reference/methods/chat.update/
  const message = store.change(before, {
    text: text ?? before.text,
    blocks: blocks ?? [],
    metadata: metadata === undefined ? before.metadata : metadata,
    editedTs: blocks === undefined ? toTimestamp(clock.now(), undefined) : before.editedTs,
  });
  changed();
  return {
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: toWire(message, store.bot, { withMetadata: true }),
  };
}

function remove({ store, changed }: MethodContext, call: Call): Record<string, unknown> {
  call.allow('channel', 'ts');
  const channel = readableChannel(store, call.required('channel'));
  const message = messageAt(store, channel, call.required('ts'));
  store.remove(message);
  changed();
  return { channel: channel.id, ts: message.ts };
}

/** Posting takes a name as well as an id; everything else takes ids only. */
function writableChannel(store: SlackStore, idOrName: string): Channel {
  const name = idOrName.replace(/^#/, '');
  const channel = store.findChannel(idOrName) ?? store.channels().find((one) => one.name === name);
  if (channel === undefined) throw new SlackError('channel_not_found');
  if (channel.isArchived) throw new SlackError('is_archived');
  if (!channel.isMember) throw new SlackError('not_in_channel');
  return channel;
}

function messageAt(store: SlackStore, channel: Channel, ts: string): Message {
  const message = store.find(channel.id, toComparable(ts) ?? '');
  if (message === undefined || message.isDeleted) throw new SlackError('message_not_found');
  return message;
}

function parentAt(store: SlackStore, channel: Channel, ts: string): Message {
  const parent = store.find(channel.id, toComparable(ts) ?? '');
  if (parent === undefined) throw new SlackError('thread_not_found');
  if (parent.threadTs !== null) throw new SlackError('cannot_reply_to_message');
  return parent;
}

function textOf(call: Call): string | undefined {
  const text = call.text('text');
  if (text !== undefined && text.length > LONGEST_TEXT) throw new SlackError('msg_too_long');
  return text;
}

function blocksOf(call: Call): Block[] | undefined {
  const value = call.json('blocks', new SlackError('invalid_blocks_format'));
  return value === undefined ? undefined : parseBlocks(value);
}
