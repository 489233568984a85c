import type { Connection } from 'jsforce';
import { HttpApi } from 'jsforce/lib/http-api.js';
import { MINUTE } from '../clock.ts';
import { SyncError, toError } from '../errors.ts';
import type { Allowance, ApiUsage } from './allowance.ts';

const TIMEOUT_MS = 2 * MINUTE;

/** One answer of the REST API. */
export interface RestAnswer {
  body: unknown;
  /** The server's time when it answered. */
  serverTime: Date;
}

export interface Rest {
  request(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<RestAnswer>;
  /** How many requests were made. */
  readonly calls: number;
}

/** Requests relative to `/services/data/vXX.0`, or absolute within the org, with the server's time and API usage kept. */
export function createRest(connection: Connection, allowance: Allowance): Rest {
  let calls = 0;

  return {
    get calls() {
      return calls;
    },
    async request(method, path, body) {
      allowance.permit();
      const prefix = path.startsWith('/services/') ? '' : `/services/data/v${connection.version}`;
      const api = new HttpApi(connection, { timeout: TIMEOUT_MS });
      let headers: Record<string, string> = {};
      api.on('request', () => {
        calls += 1;
      });
      api.on('response', (response: { headers: Record<string, string> }) => {
        headers = response.headers;
        const usage = parseUsage(headers['sforce-limit-info']);
        if (usage !== undefined) allowance.learn(usage);
      });
      try {
        const answer = await api.request({
          method,
          url: `${connection.instanceUrl}${prefix}${path}`,
          headers: { 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        return { body: answer, serverTime: parseDate(headers['date']) };
      } catch (thrown) {
        throw explain(toError(thrown), method, path);
      }
    },
  };
}

function parseUsage(header: string | undefined): ApiUsage | undefined {
  const [, used, limit] = /api-usage=(\d+)\/(\d+)/.exec(header ?? '') ?? [];
  return used === undefined || limit === undefined ? undefined : { used: Number(used), limit: Number(limit) };
}

function parseDate(header: string | undefined): Date {
  const date = new Date(header ?? '');
  if (Number.isNaN(date.getTime())) {
    throw new SyncError('unavailable', `Salesforce answered with the Date header "${String(header)}", expected a date`);
  }
  return date;
}

function explain(error: Error, method: string, path: string): SyncError {
  const place = `${method} ${path.split('?')[0] ?? path}`;
  const code = error.name;
  const kind = code === 'REQUEST_LIMIT_EXCEEDED' ? 'quota' : /^[A-Z_]+$/.test(code) ? 'refused' : 'unavailable';
  return new SyncError(kind, `Salesforce, ${place}: ${error.message}`, { code }, { cause: error });
}
