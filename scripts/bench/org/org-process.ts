import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { EMULATOR_NODE_OPTIONS } from '../../emulator-node-options.ts';

const HOST = fileURLToPath(new URL('./org-host.ts', import.meta.url));

/** An org that runs in a process of its own. */
export interface OrgProcess extends AsyncDisposable {
  client: OrgClient;
  usage(): Promise<Usage>;
}

/** What a process has used so far. */
export interface Usage {
  /** The most memory it has held, in MB. */
  peakMb: number;
  cpuMs: number;
}

/** Speaks to an org over HTTP, as its administrator. Anything but success is an Error with the answer. */
export interface OrgClient {
  /** Paths are those below `/services/data/v66.0`. */
  get(path: string): Promise<unknown>;
  /** Sends JSON, or CSV when it is a text. */
  send(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<unknown>;
}

export async function startOrgProcess(source: string): Promise<OrgProcess> {
  const child = fork(HOST, [source], { execArgv: EMULATOR_NODE_OPTIONS });
  const [ready] = (await once(child, 'message')) as [{ url: string; accessToken: string; apiVersion: string }];
  return {
    client: createClient(`${ready.url}/services/data/v${ready.apiVersion}`, ready.accessToken),
    async usage() {
      const answer = once(child, 'message') as Promise<[Usage]>;
      child.send('usage');
      const [usage] = await answer;
      return usage;
    },
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

function createClient(base: string, token: string): OrgClient {
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` };
    const response = await fetch(base + path, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${text}`);
    return response.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) : text;
  };
  return {
    get: (path) => call(path, {}),
    send: (method, path, body) =>
      typeof body === 'string'
        ? call(path, { method, body, headers: { 'content-type': 'text/csv' } })
        : call(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  };
}
