import type { Clock } from '../clock.ts';
import { createHttpClient, HttpStatusError } from '../http/index.ts';
import { Problem, VitallyAccount } from './schema.ts';

export interface VitallyClient {
  readonly calls: number;
  /** The account with this id, Vitally's own or the external one; undefined when Vitally does not know it. */
  findAccount(id: string): Promise<VitallyAccount | undefined>;
  /** Sets these traits and leaves the others alone; null deletes one. False when Vitally does not know the account. */
  updateTraits(id: string, traits: Record<string, string | null>): Promise<boolean>;
}

interface Options {
  url: string;
  apiKey: string;
  clock: Clock;
}

export function createVitallyClient({ url, apiKey, clock }: Options): VitallyClient {
  const http = createHttpClient({
    vendor: 'Vitally',
    url,
    headers: { authorization: toBasic(apiKey), accept: 'application/json' },
    clock,
    readProblem,
  });
  const path = (id: string): string => `/resources/accounts/${encodeURIComponent(id)}`;

  return {
    get calls() {
      return http.calls;
    },
    findAccount: async (id) => unlessMissing(async () => VitallyAccount.parse(await http.request('GET', path(id)))),
    updateTraits: async (id, traits) => {
      const updated = await unlessMissing(async () => {
        await http.request('PUT', path(id), { traits });
        return true;
      });
      return updated ?? false;
    },
  };
}

async function unlessMissing<Result>(request: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof HttpStatusError && error.status === 404) return undefined;
    throw error;
  }
}

/** The key is the user name and the password is empty. Vitally shows the encoded form too, so both are taken. */
function toBasic(apiKey: string): string {
  return `Basic ${apiKey.startsWith('sk_') ? Buffer.from(`${apiKey}:`).toString('base64') : apiKey.replace(/^Basic /, '')}`;
}

function readProblem(body: string): string {
  try {
    return Problem.parse(JSON.parse(body));
  } catch {
    return body.slice(0, 500);
  }
}
