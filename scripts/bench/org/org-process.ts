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
  /** Gets an answer as a whole, and makes nothing of it: what a client does with it is not the org's time. */
  fetch(path: string): Promise<void>;
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
  const ask = async (path: string, init: RequestInit): Promise<{ isJson: boolean; body: Buffer }> => {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` };
    const response = await fetch(base + path, { ...init, headers });
    const body = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${body.toString()}`);
    return { isJson: response.headers.get('content-type')?.includes('json') === true, body };
  };
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const { isJson, body } = await ask(path, init);
    return isJson ? JSON.parse(body.toString()) : body.toString();
  };
  return {
    get: (path) => call(path, {}),
    fetch: async (path) => {
      await ask(path, {});
    },
    send: (method, path, body) =>
      typeof body === 'string'
        ? call(path, { method, body, headers: { 'content-type': 'text/csv' } })
        : call(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  };
}
