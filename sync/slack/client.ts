import { LogLevel, WebClient, type KnownBlock, type Logger } from '@slack/web-api';
import { z } from 'zod';
import { SECOND, type Clock } from '../clock.ts';
import { SyncError } from '../errors.ts';
import { createPatientCaller } from './call-patiently.ts';
import { DeliveryUnknownError } from './explain.ts';
import { examine, type Examination } from './examine.ts';

/** What is posted. `key` and `note` come along as metadata, so that the message can be found and understood again. */
export interface ChannelMessage {
  key: string;
  note?: string;
  text: string;
  blocks: Record<string, unknown>[];
}

export interface FoundMessage {
  ts: string;
  note: string | undefined;
}

export interface SlackClient {
  readonly channel: string;
  readonly calls: number;
  /** Posts, into the thread of a message or into the channel, and answers the message's `ts`. */
  post(message: ChannelMessage, thread?: string): Promise<string>;
  update(ts: string, message: ChannelMessage): Promise<void>;
  /** The message with this key, in the thread or in the channel, looked for from a moment on. */
  findMessage(key: string, from: Date, thread?: string): Promise<FoundMessage | undefined>;
  /** The id of the member with this e-mail address. */
  findPerson(email: string): Promise<string | undefined>;
  /** Whether the token and the channel do, and why not. */
  examine(): Promise<Examination>;
}

interface Options {
  url: string;
  token: string;
  channel: string;
  clock: Clock;
}

const TIMEOUT_MS = 15 * SECOND;
const EVENT_TYPE = 'groundwork_request';
const PAGE = 200;
/** Slack takes one message a second and channel. */
const PACE_MS = SECOND;

const History = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
});

/** What goes wrong is thrown, and told by whoever asked: the library's own log knows nothing of secrets. */
const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

const FoundPerson = z.object({ user: z.object({ id: z.string() }) });

/** A client for one channel. A post is never repeated blindly, since it would appear twice. */
export function createSlackClient({ url, token, channel, clock }: Options): SlackClient {
  const client = new WebClient(token, {
    slackApiUrl: url,
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    logger: SILENT,
  });
  const caller = createPatientCaller(clock);
  let postedAt = -Infinity;

  async function keepPace(): Promise<void> {
    const pause = postedAt + PACE_MS - clock.now().getTime();
    if (pause > 0) await clock.sleep(pause);
    postedAt = clock.now().getTime();
  }

  function content({ key, note, text, blocks }: ChannelMessage) {
    return {
      channel,
      text,
      blocks: blocks as unknown as KnownBlock[],
      metadata: { event_type: EVENT_TYPE, event_payload: { recordId: key, ...(note !== undefined && { note }) } },
      unfurl_links: false,
      unfurl_media: false,
    };
  }

  return {
    channel,
    get calls() {
      return caller.calls;
    },
    async post(message, thread) {
      await keepPace();
      const place = thread !== undefined && { thread_ts: thread };
      const { ts } = await caller.call(() => client.chat.postMessage({ ...content(message), ...place }), 'arrive once');
      if (ts === undefined) throw new DeliveryUnknownError(new Error('the answer has no ts'));
      return ts;
    },
    async update(ts, message) {
      await caller.call(() => client.chat.update({ ...content(message), ts }), 'arrive twice');
    },
    async findMessage(key, from, thread) {
      let cursor: string | undefined;
      do {
        const span = {
          channel,
          oldest: String(Math.floor(from.getTime() / SECOND)),
          include_all_metadata: true,
          limit: PAGE,
          ...(cursor !== undefined && { cursor }),
        };
        const answer: unknown = await caller.call(
          () =>
            thread === undefined
              ? client.conversations.history(span)
              : client.conversations.replies({ ...span, ts: thread }),
          'arrive twice',
        );
        const page = History.parse(answer);
        for (const { ts, metadata } of page.messages) {
          if (metadata?.event_type !== EVENT_TYPE || metadata.event_payload['recordId'] !== key) continue;
          const { note } = metadata.event_payload;
          return { ts, note: typeof note === 'string' ? note : undefined };
        }
        const next = page.response_metadata?.next_cursor ?? '';
        cursor = next === '' ? undefined : next;
      } while (cursor !== undefined);
      return undefined;
    },
    async findPerson(email) {
      try {
        const answer: unknown = await caller.call(() => client.users.lookupByEmail({ email }), 'arrive twice');
        return FoundPerson.parse(answer).user.id;
      } catch (error) {
        if (error instanceof SyncError && error.details['code'] === 'users_not_found') return undefined;
        throw error;
      }
    },
    examine: () => examine(client, caller, channel),
  };
}
