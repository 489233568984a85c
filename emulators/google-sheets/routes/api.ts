import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../core/index.ts';
import type { Accounts, Caller } from '../accounts.ts';
import { GoogleError, insufficientScopes, invalidArgument, invalidCredentials, unregisteredCaller } from '../errors.ts';
import type { Quotas } from '../quotas.ts';
import type { SpreadsheetStore } from '../store.ts';
import { DATA_FILTER_METHODS } from './data-filters.ts';
import type { Method } from './method.ts';
import { SPREADSHEET_METHODS } from './spreadsheets.ts';
import { VALUES_METHODS } from './values.ts';

/** Every method of the API that is answered. */
export const METHODS: readonly Method[] = [...SPREADSHEET_METHODS, ...VALUES_METHODS, ...DATA_FILTER_METHODS];

/** What the API needs to answer. */
export interface Api {
  store: SpreadsheetStore;
  accounts: Accounts;
  quotas: Quotas;
  clock: Clock;
}

/** Google Sheets API v4. Its paths end in `:verb`, so one route takes them all and the templates tell them apart. */
export function apiRoutes(app: FastifyInstance, api: Api): void {
  app.all('/v4/*', (request, reply) => {
    try {
      return reply.header('content-type', 'application/json; charset=UTF-8').send(answer(api, request));
    } catch (error) {
      const told = toGoogleError(error);
      return reply.code(told.code).send(told.body());
    }
  });
  app.setErrorHandler((error, _request, reply) => {
    const told = toGoogleError(error);
    return reply.code(told.code).send(told.body());
  });
}

function answer(api: Api, request: FastifyRequest): unknown {
  const url = new URL(request.url, 'http://localhost');
  const found = findMethod(request.method, url.pathname);
  if (found === undefined) throw new GoogleError(404, 'Method not found.');
  const { method, path } = found;
  const caller = callerOf(api, request, url);
  refuseScopes(method, caller);
  api.quotas.spend(method.quota, caller.email, api.clock.now());
  return method.answer(path, url.searchParams, request.body, caller, api.store);
}

function findMethod(http: string, pathname: string): { method: Method; path: Record<string, string> } | undefined {
  // google-spreadsheet leaves a slash before the verb and at the end, and Google does not mind.
  const plain = pathname.replace(/\/(?=:\w+$|$)/, '');
  for (const method of METHODS) {
    const path = method.http === http ? method.match(plain) : undefined;
    if (path !== undefined) return { method, path };
  }
  return undefined;
}

function callerOf({ accounts }: Api, request: FastifyRequest, url: URL): Caller {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? url.searchParams.get('access_token') ?? undefined;
  if (token === undefined) throw unregisteredCaller();
  const caller = accounts.callerOf(token, Date.now());
  if (caller === undefined) throw invalidCredentials();
  return caller;
}

const FULL_SCOPES = ['spreadsheets', 'drive', 'drive.file'].map((name) => `https://www.googleapis.com/auth/${name}`);
const READING_SCOPES = ['spreadsheets.readonly', 'drive.readonly'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

function refuseScopes({ id, http }: Method, { scopes }: Caller): void {
  // Developer metadata takes a scope that may write, even to be read.
  const enough =
    http === 'GET' && !id.includes('developerMetadata') ? [...FULL_SCOPES, ...READING_SCOPES] : FULL_SCOPES;
  if (!scopes.some((scope) => enough.includes(scope))) throw insufficientScopes(`google.apps.sheets.v4.${id}`);
}

function toGoogleError(error: unknown): GoogleError {
  if (error instanceof GoogleError) return error;
  if (error instanceof URIError) return invalidArgument('Request contains an invalid argument.');
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 400) {
    return invalidArgument(`Invalid JSON payload received. ${error.message}`);
  }
  return new GoogleError(500, 'Internal error encountered.');
}
