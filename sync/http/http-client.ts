import pRetry from 'p-retry';
import { SECOND, type Clock } from '../clock.ts';
import { SyncError, toError } from '../errors.ts';
import { DEFAULT_RETRY, type RetryPolicy } from './retry-policy.ts';

/** An answer with a status that is no success. */
export class HttpStatusError extends SyncError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(kindOf(status), message, { status });
    this.name = 'HttpStatusError';
    this.status = status;
  }
}

export interface HttpClient {
  /** Requests made, repeated ones included. */
  readonly calls: number;
  /**
   * Sends JSON and answers the parsed body. Only for requests that do the same when they arrive twice. The details of an
   * error say whether the request `mayHaveArrived`.
   */
  request(method: 'GET' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** The same, never repeated: for what would be there twice. */
  requestOnce(method: 'POST', path: string, body: unknown): Promise<unknown>;
}

/** Units that one request is believed to cost at most: others may use the same key. */
const DEAREST = 20;

interface Options {
  /** Whose API it is, for messages. */
  vendor: string;
  url: string;
  headers: Record<string, string>;
  clock: Clock;
  /** What the vendor says went wrong, from the body of an error. */
  readProblem: (body: string) => string;
  retry?: RetryPolicy;
  timeoutMs?: number;
}

/**
 * A JSON client with a timeout and retries that stops where `RateLimit-Remaining` says that less is left than the dearest
 * request so far has cost.
 */
export function createHttpClient(options: Options): HttpClient {
  const { vendor, url, headers, clock, readProblem } = options;
  const retry = options.retry ?? DEFAULT_RETRY;
  const timeoutMs = options.timeoutMs ?? 30 * SECOND;
  let calls = 0;
  let blockedUntil = 0;
  let remaining = Infinity;
  let dearest = 1;

  async function attempt(method: string, path: string, body: unknown): Promise<unknown> {
    if (clock.now().getTime() < blockedUntil) {
      throw new SyncError('quota', `${vendor} has no requests left until ${new Date(blockedUntil).toISOString()}`);
    }
    calls += 1;
    const answer = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    const resetSeconds = Number(answer.headers.get('ratelimit-reset') ?? 0);
    const left = Number(answer.headers.get('ratelimit-remaining') ?? Infinity);
    if (remaining - left > dearest && remaining !== Infinity) dearest = Math.min(remaining - left, DEAREST);
    remaining = left;
    if (answer.status === 429 || left < dearest) {
      blockedUntil = clock.now().getTime() + Math.max(resetSeconds, 1) * SECOND;
    }
    if (!answer.ok) {
      throw new HttpStatusError(
        answer.status,
        `${vendor}, ${method} ${path} (${answer.status}): ${readProblem(text) || 'no reason given'}`,
      );
    }
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  async function explained(method: string, path: string, body: unknown): Promise<unknown> {
    try {
      return await attempt(method, path, body);
    } catch (thrown) {
      throw thrown instanceof SyncError ? thrown : unreachable(vendor, method, path, toError(thrown));
    }
  }

  return {
    get calls() {
      return calls;
    },
    requestOnce: explained,
    request: async (method, path, body) => {
      let mayHaveArrived = false;
      const once = async (): Promise<unknown> => {
        try {
          return await explained(method, path, body);
        } catch (error) {
          if (!(error instanceof SyncError)) throw error;
          mayHaveArrived ||= error.kind === 'unavailable';
          error.details['mayHaveArrived'] = mayHaveArrived;
          throw error;
        }
      };
      return pRetry(once, {
        retries: retry.attempts - 1,
        minTimeout: retry.firstWaitMs,
        maxTimeout: retry.longestWaitMs,
        factor: retry.factor,
        randomize: true,
        shouldRetry: ({ error }) => error instanceof SyncError && error.kind === 'unavailable',
      });
    },
  };
}

function unreachable(vendor: string, method: string, path: string, error: Error): SyncError {
  return new SyncError('unavailable', `${vendor}, ${method} ${path}: ${error.message}`, {}, { cause: error });
}

function kindOf(status: number): SyncError['kind'] {
  if (status === 429) return 'quota';
  if (status >= 500 || status === 408) return 'unavailable';
  return status === 401 || status === 403 ? 'configuration' : 'refused';
}
