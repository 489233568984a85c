import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { createServer, openDatabase, type Emulator, type EmulatorOptions } from '../core/index.ts';
import { Access } from './access.ts';
import { toCall } from './call.ts';
import type { Channel, Person } from './entities.ts';
import { RateLimited, SlackError } from './errors.ts';
import { MethodLimit } from './method-limit.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { toPeople } from './people.ts';
import { PostingLimit } from './posting-limit.ts';
import { authMethods } from './routes/auth.ts';
import { chatMethods } from './routes/chat.ts';
import { conversationMethods } from './routes/conversations.ts';
import type { Method } from './routes/method.ts';
import { peopleMethods } from './routes/users.ts';
import { SlackStore } from './store.ts';

const CHANNEL = 'ask-implementation';

export interface SlackOptions extends EmulatorOptions {
  /** The channels of a new workspace; `#ask-implementation`, to which the bot is invited, when absent. */
  channels?: { name: string; isMember?: boolean; isArchived?: boolean }[];
  /** Refuses more than one message a second and channel with a 429. Off when absent. */
  limitsPosting?: boolean;
  /** Refuses more calls of a method in a minute than its tier allows with a 429. Off when absent. */
  limitsMethods?: boolean;
  /** Who else is in the workspace; nobody when absent. */
  people?: readonly { name: string; email: string }[];
  /** What the token was granted; all that the methods need when absent. */
  scopes?: readonly string[];
}

export interface SlackEmulator extends Emulator {
  /** The bot's token, `xoxb-…`. */
  readonly token: string;
  /** Id of the first channel. */
  readonly channel: string;
  readonly channels: readonly Channel[];
  readonly people: readonly Person[];
  /** Makes the token worthless, as when the app is taken out of the workspace. */
  revokeToken(): void;
  /** Archives the first channel, or brings it back. */
  archive(isArchived: boolean): void;
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

  const people = toPeople(options.people ?? []);
  const access = new Access(options.scopes);
  const methodLimit = options.limitsMethods === true ? new MethodLimit(clock) : undefined;
  let url = '';
  const context = {
    store,
    people,
    clock,
    postingLimit: options.limitsPosting === true ? new PostingLimit(clock) : undefined,
    origin: () => url,
    changed: () => feed.changed(),
  };
  answerErrors(app);
  const methods = {
    ...authMethods(context),
    ...chatMethods(context),
    ...conversationMethods(context),
    ...peopleMethods(context),
  };
  registerMethods(app, methods, { token: store.bot.token, access, methodLimit });
  pageRoutes(app, store, { portal: options.portal, people });
  url = await server.listen();

  return {
    url,
    faults: server.faults,
    requests: server.requests,
    routes: server.routes,
    token: store.bot.token,
    channel,
    channels: store.channels(),
    people,
    revokeToken: () => access.revoke(),
    archive(isArchived) {
      store.archive(channel, isArchived);
      feed.changed();
    },
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
function registerMethods(
  app: FastifyInstance,
  methods: Record<string, Method>,
  { token, access, methodLimit }: { token: string; access: Access; methodLimit: MethodLimit | undefined },
): void {
  for (const [name, method] of Object.entries(methods)) {
    app.route({
      method: ['POST', 'GET'],
      url: `/api/${name}`,
      handler: (request, reply) => {
        const call = toCall(request, token);
        access.check(name);
        methodLimit?.take(name);
        return reply.header('x-oauth-scopes', access.scopes.join(',')).send({ ok: true, ...method(call) });
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
