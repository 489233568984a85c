import type { Clock } from '../../core/index.ts';
import type { Call } from '../call.ts';
import { SlackError } from '../errors.ts';
import type { Channel, Person } from '../entities.ts';
import type { PostingLimit } from '../posting-limit.ts';
import type { SlackStore } from '../store.ts';

/** What every Web API method works with. */
export interface MethodContext {
  store: SlackStore;
  people: readonly Person[];
  clock: Clock;
  /** Absent when posting is not limited. */
  postingLimit: PostingLimit | undefined;
  /** The emulator's origin; known once it listens. */
  origin: () => string;
  /** Tells open pages that the workspace changed. */
  changed: () => void;
}

/** One Web API method: answers what follows `"ok": true`. */
export type Method = (call: Call) => Record<string, unknown>;

/** The channel with this id that the bot may read. */
export function readableChannel(store: SlackStore, id: string): Channel {
  const channel = store.findChannel(id);
  if (channel === undefined) throw new SlackError('channel_not_found');
  if (!channel.isMember) throw new SlackError('not_in_channel');
  return channel;
}

/** Where a message is read by a person. */
export function toPermalink(origin: string, channel: string, ts: string): string {
  return `${origin}/archives/${channel}/p${ts.replace('.', '')}`;
}
