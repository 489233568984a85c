import type { FastifyError, FastifyInstance } from 'fastify';
import { createServer, openDatabase, type Emulator, type EmulatorOptions } from '../core/index.ts';
import { authorize } from './authorize.ts';
import type { SampleAccount } from './entities.ts';
import { toErrorBody, tooManyRequests, VitallyError } from './errors.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { RateLimit } from './rate-limit.ts';
import { RecordStore } from './record-store.ts';
import { accountRoutes } from './routes/accounts.ts';
import { customFieldRoutes } from './routes/custom-fields.ts';
import { instanceRoutes } from './routes/instances.ts';
import { resourceRoutes } from './routes/resources.ts';
import { workspaceRoutes } from './routes/workspace.ts';
import { VitallyStore } from './store.ts';
import { TraitCatalogue } from './trait-catalogue.ts';
import { choose, likeliest, type UndocumentedAnswers } from './undocumented.ts';

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
  /** Paths of traits that no administrator has set up from now on. */
  leaveOut(traits: readonly string[]): void;
  /** Gives other answers from now on, where the vendor documents none. `POST /_emulator/undocumented` does the same. */
  answer(chosen: Partial<UndocumentedAnswers>): void;
}

/** Starts a Vitally workspace that speaks the REST API under `/resources`. */
export async function createVitally(options: VitallyOptions = {}): Promise<VitallyEmulator> {
  const undocumented = likeliest(options.undocumented);
  const load = async (): Promise<void> => {
    records.clear();
    store.load((await options.accounts?.()) ?? []);
  };
  const reset = async (): Promise<void> => {
    rateLimit.clear();
    await load();
  };
  const server = await createServer({
    ...options,
    faultBody: (status) =>
      toErrorBody(
        { status, message: status === 429 ? tooManyRequests().message : 'Something went wrong.' },
        undocumented.errorBody,
      ),
    reset,
  });
  const { app, clock, feed } = server;
  const database = openDatabase(options.state, 'vitally');
  const store = new VitallyStore(database, clock);
  const records = new RecordStore(database, clock);
  const catalogue = new TraitCatalogue();
  const rateLimit = new RateLimit(clock, options.requestsPerMinute);
  if (!store.isLoaded) await load();

  answerErrors(app, undocumented);
  guard(app, store.apiKey, rateLimit, undocumented);
  const context = { app, store, records, undocumented, catalogue, clock, changed: () => feed.changed() };
  accountRoutes(context);
  resourceRoutes(context);
  instanceRoutes(context);
  workspaceRoutes(context);
  customFieldRoutes(context);
  pageRoutes(context, { portal: options.portal });
  leverRoutes(app, undocumented);

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
    leaveOut: (traits) => catalogue.leaveOut(traits),
    answer: (chosen) => choose(undocumented, chosen),
    async reset() {
      await reset();
      feed.changed('reset');
    },
    async close() {
      await server.close();
      store.close();
    },
  };
}

/** Lets in whoever has the key, and counts their requests. */
function guard(app: FastifyInstance, apiKey: string, limit: RateLimit, undocumented: UndocumentedAnswers): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/resources/')) return;
    authorize(request.headers.authorization, apiKey);
    const units = request.method === 'GET' ? 1 : undocumented.writeCost;
    const { isOver, headers } = limit.take(units, undocumented.limit);
    void reply.headers(headers);
    if (isOver) throw tooManyRequests();
  });
}

function answerErrors(app: FastifyInstance, undocumented: UndocumentedAnswers): void {
  app.setErrorHandler((error: FastifyError | VitallyError, _request, reply) => {
    const status = error instanceof VitallyError ? error.status : (error.statusCode ?? 500);
    return reply.code(status).send(toErrorBody({ status, message: error.message }, undocumented.errorBody));
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `${request.method} ${request.url} is not supported by this emulator.` }),
  );
}

/** The switches between answers that nobody documents. */
function leverRoutes(app: FastifyInstance, undocumented: UndocumentedAnswers): void {
  app.get('/_emulator/undocumented', () => undocumented);
  app.post<{ Body: Record<string, unknown> }>('/_emulator/undocumented', (request, reply) => {
    try {
      choose(undocumented, request.body);
    } catch (error) {
      return reply.code(400).send({ error: (error as RangeError).message });
    }
    return undocumented;
  });
}
