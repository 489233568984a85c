import type { FastifyInstance } from 'fastify';
import { createServer, openDatabase, VirtualClock, type Emulator, type EmulatorOptions } from '../core/index.ts';
import { ReportRuns } from './analytics/index.ts';
import { answerErrors, faultBody } from './answer-errors.ts';
import { ApiUsage } from './api-usage.ts';
import { BulkJobs } from './bulk/index.ts';
import { createOrg, type Person } from './create-org.ts';
import { Cursors } from './cursors.ts';
import { MetadataApi, metadataSoapRoutes } from './metadata-api/index.ts';
import { identityRoutes, sessionRoutes, tokenRoute } from './oauth/index.ts';
import type { Org } from './org.ts';
import type { Platform } from './platform.ts';
import { allEndpoints, dataApiRoutes, outboxRoutes, versionRoutes } from './routes/index.ts';
import { Sessions, type ClientCredentials, type ConnectedApp } from './sessions.ts';

const API_VERSION = '66.0';

export interface SalesforceOptions extends EmulatorOptions {
  /** SFDX project, or package folder, that the org boots from. */
  source: string;
  /** Sample records, as an `sf data import tree` plan. */
  data?: string;
  /** Who works in the org. */
  personas?: string;
  /** API requests that the org may get in 24 hours, 100,000 when absent. */
  dailyApiRequests?: number;
  /** Milliseconds without a request after which a session ends; never when absent. */
  sessionLifetimeMs?: number;
  /** Puts more pages on the same origin before it listens. */
  mount?: (app: FastifyInstance, org: Org) => Promise<void>;
}

/** A Salesforce org, running. */
export interface SalesforceEmulator extends Emulator {
  readonly org: Org;
  readonly people: readonly Person[];
  /** `66.0` */
  readonly apiVersion: string;
  /** A session token of this user. An unknown username is a RangeError. */
  accessTokenFor(username: string): string;
  /** Lets an app ask for tokens by the JWT bearer flow. */
  registerConnectedApp(app: ConnectedApp): void;
  /** Lets an app ask for tokens by the client credentials flow. */
  registerClientCredentials(app: ClientCredentials): void;
}

export async function createSalesforce(options: SalesforceOptions): Promise<SalesforceEmulator> {
  const { source, data, personas, state } = options;
  const clock = options.clock ?? new VirtualClock();
  const org = await createOrg({
    source,
    clock,
    ...(data !== undefined && { data }),
    ...(personas !== undefined && { personas }),
    ...(state !== undefined && { state }),
  });
  const sessionDatabase = openDatabase(state, 'salesforce-sessions');
  let url = '';
  const platform: Platform = {
    org,
    sessions: new Sessions(sessionDatabase, clock, options.sessionLifetimeMs),
    cursors: new Cursors(clock),
    metadata: new MetadataApi(org),
    usage: new ApiUsage(clock, options.dailyApiRequests),
    bulk: new BulkJobs(org),
    reportRuns: new ReportRuns(clock),
    origin: () => url,
  };
  async function reset(): Promise<void> {
    platform.cursors.clear();
    platform.bulk.clear();
    platform.reportRuns.clear();
    org.reset();
  }

  const server = await createServer({ ...options, clock, faultBody, rewrite: repairPath, reset });
  const { app, faults, requests, routes, feed } = server;
  org.onChange(() => feed.changed());
  const endpoints = allEndpoints();
  answerErrors(app, endpoints);
  tokenRoute(app, platform);
  identityRoutes(app, platform);
  sessionRoutes(app, platform);
  versionRoutes(app);
  metadataSoapRoutes(app, platform);
  dataApiRoutes(app, platform, endpoints);
  outboxRoutes(app, org, options.portal);
  await options.mount?.(app, org);
  url = await server.listen();

  return {
    url,
    faults,
    requests,
    routes,
    org,
    people: org.people,
    apiVersion: API_VERSION,
    reset,
    accessTokenFor(username) {
      const user = org.findUser(username);
      if (user === undefined) throw new RangeError(`No user of the org has the username "${username}"`);
      return platform.sessions.tokenFor(org.id, user.username);
    },
    registerConnectedApp: (connectedApp) => platform.sessions.registerConnectedApp(connectedApp),
    registerClientCredentials: (app) => platform.sessions.registerClientCredentials(app),
    async close() {
      platform.bulk.close();
      await server.close();
      org.close();
      sessionDatabase.close();
    },
  };
}

/** `sf` logged in by token sends `//services/…`, and clients differ about a slash at the end. */
function repairPath(url: string): string {
  const [path = '', ...search] = url.split('?');
  const single = path.replace(/^\/+/, '/');
  const repaired = single.startsWith('/services/') ? single.replace(/\/+$/, '') : single;
  return [repaired, ...search].join('?');
}
