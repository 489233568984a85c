import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { createServer, openDatabase, type Emulator, type EmulatorOptions } from '../core/index.ts';
import { toCall } from './call.ts';
import type { Channel } from './entities.ts';
import { RateLimited, SlackError } from './errors.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { PostingLimit } from './posting-limit.ts';
import { authMethods } from './routes/auth.ts';
import { chatMethods } from './routes/chat.ts';
import { conversationMethods } from './routes/conversations.ts';
import type { Method } from './routes/method.ts';
import { SlackStore } from './store.ts';

const CHANNEL = 'ask-implementation';
const SCOPES = 'chat:write,channels:read,channels:history,metadata.message:read';

export interface SlackOptions extends EmulatorOptions {
  /** The channels of a new workspace; `#ask-implementation`, to which the bot is invited, when absent. */
  channels?: { name: string; isMember?: boolean; isArchived?: boolean }[];
  /** Refuses more than one message a second and channel with a 429. Off when absent. */
  limitsPosting?: boolean;
}

export interface SlackEmulator extends Emulator {
  /** The bot's token, `xoxb-…`. */
  readonly token: string;
  /** Id of the first channel. */
  readonly channel: string;
  readonly channels: readonly Channel[];
  /** How many messages stand in all channels. */
  countMessages(): number;
}

/** Starts a Slack workspace that speaks the Web API methods of a bot that posts. */
export async function createSlack(options: SlackOptions = {}): Promise<SlackEmulator> {
  const clear = async (): Promise<void> => {
    store.clear();
  };
  const server = await createServer({
    ...options,
    faultBody: (status) => ({ ok: false, error: status === 429 ? 'ratelimited' : 'internal_error' }),
    reset: clear,
  });
  const { app, clock, feed } = server;
  const store = new SlackStore(openDatabase(options.state, 'slack'), clock);
  for (const { name, isMember = true, isArchived = false } of options.channels ?? [{ name: CHANNEL }]) {
    store.addChannel({ name, isMember, isArchived });
  }
  const channel = store.channels()[0]?.id;
  if (channel === undefined) throw new RangeError('channels: expected at least one');

  let url = '';
  const context = {
    store,
    clock,
    postingLimit: options.limitsPosting === true ? new PostingLimit(clock) : undefined,
    origin: () => url,
    changed: () => feed.changed(),
  };
  answerErrors(app);
  registerMethods(app, store.bot.token, {
    ...authMethods(context),
    ...chatMethods(context),
    ...conversationMethods(context),
  });
  pageRoutes(app, store, { portal: options.portal });
  url = await server.listen();

  return {
    url,
    faults: server.faults,
    requests: server.requests,
    routes: server.routes,
    token: store.bot.token,
    channel,
    channels: store.channels(),
    countMessages: () => store.countMessages(),
    async reset() {
      await clear();
      feed.changed('reset');
    },
    async close() {
      await server.close();
      store.close();
    },
  };
}

/** Slack takes every method by POST and by GET. */
function registerMethods(app: FastifyInstance, token: string, methods: Record<string, Method>): void {
  for (const [name, method] of Object.entries(methods)) {
    app.route({
      method: ['POST', 'GET'],
      url: `/api/${name}`,
      handler: (request, reply) => {
        const call = toCall(request, token);
        return reply.header('x-oauth-scopes', SCOPES).send({ ok: true, ...method(call) });
      },
    });
  }
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | SlackError, _request, reply) => refuse(reply, error));
  app.setNotFoundHandler((request, reply) => {
    const method = /^\/api\/([^?]+)/.exec(request.url)?.[1];
    if (method === undefined) return reply.code(404).type('text/plain').send(`There is no page ${request.url}\n`);
    return reply.send({ ok: false, error: 'unknown_method', req_method: method });
  });
}

function refuse(reply: FastifyReply, error: FastifyError | SlackError): FastifyReply {
  if (error instanceof RateLimited) {
    return reply.code(429).header('Retry-After', String(error.retryAfterSeconds)).send(error.toBody());
  }
  if (error instanceof SlackError) return reply.send(error.toBody());
  if (error.code === 'JSON_PARSER_ERROR') return reply.send(new SlackError('invalid_json').toBody());
  return reply.code(error.statusCode ?? 500).send({ ok: false, error: 'internal_error', detail: error.message });
}
