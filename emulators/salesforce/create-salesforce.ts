import type { FastifyInstance } from 'fastify';
import { createServer, openDatabase, VirtualClock, type Emulator, type EmulatorOptions } from '../core/index.ts';
import { ReportRuns } from './analytics/index.ts';
import { answerErrors, faultBody } from './answer-errors.ts';
import { ApiUsage } from './api-usage.ts';
import { BulkJobs } from './bulk/index.ts';
import { AsyncJobs, bulk1Routes } from './bulk-1/index.ts';
import { createOrg, type Person } from './create-org.ts';
import { Cursors } from './cursors.ts';
import { MetadataApi, metadataSoapRoutes } from './metadata-api/index.ts';
import {
  authorizeRoute,
  identityRoutes,
  introspectRoute,
  sessionRoutes,
  tokenRoute,
  WebApps,
  type WebApp,
} from './oauth/index.ts';
import type { Org } from './org.ts';
import { partnerSoapRoutes } from './partner-api/index.ts';
import type { Platform } from './platform.ts';
import {
  allEndpoints,
  coverageRoutes,
  dataApiRoutes,
  outboxRoutes,
  recycleBinRoutes,
  versionRoutes,
} from './routes/index.ts';
import { cometdRoutes } from './streaming/index.ts';
import { Sessions, type ClientCredentials, type ConnectedApp } from './sessions.ts';

const API_VERSION = '66.0';

export interface SalesforceOptions extends EmulatorOptions {
  /** SFDX project, or package folder, that the org boots from. */
  source: string;
  /** Sample records, as an `sf data import tree` plan. */
  data?: string;
  /** Who works in the org. */
  personas?: string;
  /** Folder that keeps what was read of the source from run to run. */
  cache?: string;
  /** API requests that the org may get in 24 hours, 100,000 when absent. */
  dailyApiRequests?: number;
  /** Whether flows are held to the governor limits; true when absent. */
  governorLimits?: boolean;
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
  /** Lets people log in to an app by their password or in the browser. */
  registerWebApp(app: WebApp): void;
  /** Gives a user a password; nobody has one at first. An unknown username is a RangeError. */
  setPassword(username: string, password: string): void;
  /** Lets an app ask for tokens by the client credentials flow. */
  registerClientCredentials(app: ClientCredentials): void;
}

export async function createSalesforce(options: SalesforceOptions): Promise<SalesforceEmulator> {
  const { source, data, personas, state, cache, governorLimits } = options;
  const clock = options.clock ?? new VirtualClock();
  const org = await createOrg({
    source,
    clock,
    ...(data !== undefined && { data }),
    ...(personas !== undefined && { personas }),
    ...(state !== undefined && { state }),
    ...(governorLimits !== undefined && { governorLimits }),
    ...(cache !== undefined && { cache }),
  });
  const sessionDatabase = openDatabase(state, 'salesforce-sessions');
  let url = '';
  const platform: Platform = {
    org,
    sessions: new Sessions(sessionDatabase, clock, options.sessionLifetimeMs),
    webApps: new WebApps(sessionDatabase, clock),
    cursors: new Cursors(clock),
    metadata: new MetadataApi(org),
    usage: new ApiUsage(clock, options.dailyApiRequests),
    bulk: new BulkJobs(org),
    bulk1: new AsyncJobs(org),
    reportRuns: new ReportRuns(clock),
    origin: () => url,
  };
  async function reset(): Promise<void> {
    platform.cursors.clear();
    platform.bulk.clear();
    platform.bulk1.clear();
    platform.reportRuns.clear();
    org.reset();
  }

  const usernameOf = (username: string): string => {
    const user = org.findUser(username);
    if (user === undefined) throw new RangeError(`No user of the org has the username "${username}"`);
    return user.username;
  };

  const server = await createServer({ ...options, clock, faultBody, rewrite: repairPath, reset });
  const { app, faults, requests, routes, feed } = server;
  org.onChange(() => feed.changed());
  answerErrors(app);
  tokenRoute(app, platform);
  authorizeRoute(app, platform);
  introspectRoute(app, platform);
  identityRoutes(app, platform);
  sessionRoutes(app, platform);
  versionRoutes(app);
  metadataSoapRoutes(app, platform);
  partnerSoapRoutes(app, platform);
  dataApiRoutes(app, platform, allEndpoints());
  bulk1Routes(app, platform);
  cometdRoutes(app, platform);
  outboxRoutes(app, org, options.portal);
  recycleBinRoutes(app, platform, () => org.people[0]?.username ?? '');
  coverageRoutes(app, options.portal);
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
    accessTokenFor: (username) => platform.sessions.tokenFor(org.id, usernameOf(username)),
    registerWebApp: (webApp) => {
      platform.webApps.register(webApp);
    },
    setPassword: (username, password) => {
      platform.webApps.setPassword(usernameOf(username), password);
    },
    registerConnectedApp: (connectedApp) => platform.sessions.registerConnectedApp(connectedApp),
    registerClientCredentials: (app) => platform.sessions.registerClientCredentials(app),
    async close() {
      platform.bulk.close();
      platform.bulk1.close();
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
