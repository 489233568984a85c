import { LogLevel, WebClient, WebAPIPlatformError, WebAPIRateLimitedError, type KnownBlock } from '@slack/web-api';
import { z } from 'zod';
import { SECOND } from '../clock.ts';
import { SyncError, toError } from '../errors.ts';

/** What is posted. `key` comes along as metadata, so that the message can be found again. */
export interface ChannelMessage {
  key: string;
  text: string;
  blocks: Record<string, unknown>[];
}

/** Nobody knows whether the message arrived. */
export class DeliveryUnknownError extends SyncError {
  constructor(cause: Error) {
    super('unavailable', `Slack gave no clear answer: ${cause.message}`, {}, { cause });
    this.name = 'DeliveryUnknownError';
  }
}

export interface SlackClient {
  readonly channel: string;
  readonly calls: number;
  /** Posts and answers the message's `ts`. */
  post(message: ChannelMessage): Promise<string>;
  update(ts: string, message: ChannelMessage): Promise<void>;
  /** The `ts` of the message with this key, looked for from a moment on. */
  findMessage(key: string, from: Date): Promise<string | undefined>;
}

interface Options {
  url: string;
  token: string;
  channel: string;
}

const TIMEOUT_MS = 15 * SECOND;
const EVENT_TYPE = 'groundwork_request';
const PAGE = 200;

/** Errors of the platform after which a message may nevertheless stand in the channel. */
const UNCLEAR = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

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

/** A client for one channel. Nothing is repeated here: a post that is repeated blindly appears twice. */
export function createSlackClient({ url, token, channel }: Options): SlackClient {
  const client = new WebClient(token, {
    slackApiUrl: url,
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
  let calls = 0;

  async function call<Answer>(request: () => Promise<Answer>): Promise<Answer> {
    calls += 1;
    try {
      return await request();
    } catch (thrown) {
      throw explain(toError(thrown));
    }
  }

  function content({ key, text, blocks }: ChannelMessage) {
    return {
      channel,
      text,
      blocks: blocks as unknown as KnownBlock[],
      metadata: { event_type: EVENT_TYPE, event_payload: { recordId: key } },
      unfurl_links: false,
      unfurl_media: false,
    };
  }

  return {
    channel,
    get calls() {
      return calls;
    },
    async post(message) {
      const { ts } = await call(() => client.chat.postMessage(content(message)));
      if (ts === undefined) throw new DeliveryUnknownError(new Error('the answer has no ts'));
      return ts;
    },
    async update(ts, message) {
      await call(() => client.chat.update({ ...content(message), ts }));
    },
    async findMessage(key, from) {
      let cursor: string | undefined;
      do {
        const answer: unknown = await call(() =>
          client.conversations.history({
            channel,
            oldest: String(Math.floor(from.getTime() / SECOND)),
            include_all_metadata: true,
            limit: PAGE,
            ...(cursor !== undefined && { cursor }),
          }),
        );
        const page = History.parse(answer);
        const found = page.messages.find(
          ({ metadata }) => metadata?.event_type === EVENT_TYPE && metadata.event_payload['recordId'] === key,
        );
        if (found !== undefined) return found.ts;
        const next = page.response_metadata?.next_cursor ?? '';
        cursor = next === '' ? undefined : next;
      } while (cursor !== undefined);
      return undefined;
    },
  };
}

function explain(error: Error): SyncError {
  if (error instanceof WebAPIRateLimitedError) {
    return new SyncError('quota', `Slack asks for ${error.retryAfter} seconds of patience`, {
      retryAfterMs: error.retryAfter * SECOND,
    });
  }
  if (error instanceof WebAPIPlatformError && !UNCLEAR.has(error.data.error)) {
    return new SyncError('refused', `Slack refused: ${error.data.error}`, { code: error.data.error });
  }
  return new DeliveryUnknownError(error);
}
