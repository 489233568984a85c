import type { Call } from '../call.ts';
import { SlackError } from '../errors.ts';
import type { Message } from '../entities.ts';
import type { Span } from '../store.ts';
import { toComparable } from '../timestamps.ts';
import { toConversation, toWire } from '../wire.ts';
import { readableChannel, type Method, type MethodContext } from './method.ts';

const BEGINNING = '0000000000.000000';
const END = '9999999999.999999';
const SPAN = ['cursor', 'limit', 'oldest', 'latest', 'inclusive', 'include_all_metadata'];
const CURSOR = /^next_ts:(\d{16})$/;

/** `conversations.*`: reading channels. */
export function conversationMethods({ store }: MethodContext): Record<string, Method> {
  return {
    'conversations.list': (call) => {
      call.allow('limit', 'cursor', 'exclude_archived', 'types');
      const isShown = call.flag('exclude_archived') ? (archived: boolean) => !archived : () => true;
      const channels = store.channels().filter(({ isArchived }) => isShown(isArchived));
      return { channels: channels.map(toConversation), response_metadata: { next_cursor: '' } };
    },
    'conversations.info': (call) => {
      call.allow('channel');
      const channel = store.findChannel(call.required('channel'));
      if (channel === undefined) throw new SlackError('channel_not_found');
      return { channel: toConversation(channel) };
    },
    'conversations.history': (call) => {
      call.allow('channel', ...SPAN);
      const { id } = readableChannel(store, call.required('channel'));
      const { cursor, ...span } = spanOf(call, { defaultLimit: 100 });
      const found = store.history(id, {
        ...span,
        ...(cursor !== undefined && { latest: cursor, isInclusive: true }),
        count: span.count + 1,
      });
      return { ...page(found, span.count, toTold(call)), pin_count: 0 };
    },
    'conversations.replies': (call) => {
      call.allow('channel', 'ts', ...SPAN);
      const { id } = readableChannel(store, call.required('channel'));
      const parent = store.find(id, toComparable(call.required('ts')) ?? '');
      if (parent === undefined) throw new SlackError('thread_not_found');
      const { cursor, ...span } = spanOf(call, { defaultLimit: 1000 });
      const found = store.replies(id, parent.ts, {
        ...span,
        ...(cursor !== undefined && { oldest: cursor, isInclusive: true }),
        count: span.count + 1,
      });
      const { messages, ...rest } = page(found, span.count, toTold(call));
      return { messages: [toTold(call)(parent), ...messages], ...rest };
    },
  };

  function toTold(call: Call): (message: Message) => Record<string, unknown> {
    const withMetadata = call.flag('include_all_metadata');
    return (message) => toWire(message, store.bot, { withMetadata });
  }
}

function spanOf(call: Call, { defaultLimit }: { defaultLimit: number }): Span & { cursor: string | undefined } {
  const limit = Number(call.text('limit') ?? defaultLimit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new SlackError('invalid_limit');
  return {
    oldest: bound(call, 'oldest') ?? BEGINNING,
    latest: bound(call, 'latest') ?? END,
    isInclusive: call.flag('inclusive'),
    count: limit,
    cursor: cursorOf(call),
  };
}

function bound(call: Call, name: 'oldest' | 'latest'): string | undefined {
  const text = call.text(name);
  if (text === undefined || text === '') return undefined;
  const ts = toComparable(text);
  if (ts === undefined) throw new SlackError(`invalid_ts_${name}`);
  return ts;
}

function cursorOf(call: Call): string | undefined {
  const text = call.text('cursor');
  if (text === undefined || text === '') return undefined;
  const digits = CURSOR.exec(Buffer.from(text, 'base64').toString())?.[1];
  if (digits === undefined) throw new SlackError('invalid_cursor');
  return `${digits.slice(0, 10)}.${digits.slice(10)}`;
}

/** The first `limit` of what was found, and the way to the next page when one more was found. */
function page(
  found: Message[],
  limit: number,
  tell: (message: Message) => Record<string, unknown>,
): { messages: Record<string, unknown>[]; has_more: boolean; response_metadata?: { next_cursor: string } } {
  const messages = found.slice(0, limit).map(tell);
  const next = found[limit];
  if (next === undefined) return { messages, has_more: false };
  const cursor = Buffer.from(`next_ts:${next.ts.replace('.', '')}`).toString('base64');
  return { messages, has_more: true, response_metadata: { next_cursor: cursor } };
}
