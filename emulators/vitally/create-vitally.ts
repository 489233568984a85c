import type { FastifyError, FastifyInstance } from 'fastify';
import { createServer, openDatabase, type Emulator, type EmulatorOptions } from '../core/index.ts';
import { authorize } from './authorize.ts';
import type { SampleAccount, UndocumentedAnswers } from './entities.ts';
import { tooManyRequests, VitallyError } from './errors.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { RateLimit } from './rate-limit.ts';
import { accountRoutes } from './routes/accounts.ts';
import { customFieldRoutes } from './routes/custom-fields.ts';
import { VitallyStore } from './store.ts';

export interface VitallyOptions extends EmulatorOptions {
  /** The accounts that are there at first and after each reset; none when absent. */
  accounts?: () => Promise<SampleAccount[]>;
  /** How many requests the key may make in any minute; 1000, the vendor's default, when absent. */
  requestsPerMinute?: number;
  /** Which answers to give where the vendor documents none. */
  undocumented?: Partial<UndocumentedAnswers>;
}

export interface VitallyEmulator extends Emulator {
  /** Opens the API: user name of HTTP Basic, with an empty password. */
  readonly apiKey: string;
  /** Does what the native integration does when a customer's account is created there. */
  addAccount(account: SampleAccount): void;
  /** How many accounts have a trait whose path begins so. */
  countAccountsWithTrait(prefix: string): number;
}

/** Starts a Vitally workspace that speaks `/resources/accounts`. */
export async function createVitally(options: VitallyOptions = {}): Promise<VitallyEmulator> {
  const load = async (): Promise<void> => {
    store.load((await options.accounts?.()) ?? []);
  };
  const server = await createServer({
    ...options,
    faultBody: (status) => ({ error: status === 429 ? tooManyRequests().message : 'Something went wrong.' }),
    reset: load,
  });
  const { app, clock, feed } = server;
  const store = new VitallyStore(openDatabase(options.state, 'vitally'), clock);
  if (!store.isLoaded) await load();

  answerErrors(app);
  guard(app, store.apiKey, new RateLimit(clock, options.requestsPerMinute));
  const context = {
    app,
    store,
    undocumented: { duplicateExternalId: 'reject', ...options.undocumented } as const,
    changed: () => feed.changed(),
  };
  accountRoutes(context);
  customFieldRoutes(context);
  pageRoutes(app, store, { portal: options.portal });

  return {
    url: await server.listen(),
    faults: server.faults,
    requests: server.requests,
    routes: server.routes,
    apiKey: store.apiKey,
    addAccount(account) {
      store.add(account);
      feed.changed();
    },
    countAccountsWithTrait: (prefix) => store.countAccountsWithTrait(prefix),
    async reset() {
      await load();
      feed.changed('reset');
    },
    async close() {
      await server.close();
      store.close();
    },
  };
}

/** Lets in whoever has the key, and counts their requests. */
function guard(app: FastifyInstance, apiKey: string, limit: RateLimit): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/resources/')) return;
    authorize(request.headers.authorization, apiKey);
    const { isOver, headers } = limit.take();
    void reply.headers(headers);
    if (isOver) throw tooManyRequests();
  });
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | VitallyError, _request, reply) => {
    const status = error instanceof VitallyError ? error.status : (error.statusCode ?? 500);
    return reply.code(status).send({ error: error.message });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `${request.method} ${request.url} is not supported by this emulator.` }),
  );
}
