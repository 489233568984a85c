import { VirtualClock } from '../../emulators/core/index.ts';
import { createVitally, type VitallyEmulator, type VitallyOptions } from '../../emulators/vitally/index.ts';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** One account, a clock that stands still, and somebody with the key who asks. */
export interface Desk {
  vitally: VitallyEmulator;
  clock: VirtualClock;
  /** Vitally's own id of the account whose external id is `001A`. */
  accountId: string;
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

export async function openDesk(options: VitallyOptions = {}): Promise<Desk> {
  const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  const accounts = async () => [{ externalId: '001A', name: 'Northwind Logistics' }];
  const vitally = await createVitally({ clock, accounts, ...options });
  const ask: Desk['ask'] = async (method, path, body) => {
    const response = await fetch(`${vitally.url}/resources/${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${vitally.apiKey}:`).toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  };
  const { body } = await ask('GET', 'accounts/001A');
  return { vitally, clock, accountId: String(body['id']), ask, close: async () => vitally.close() };
}

/** The records on a page of a list. */
export function results({ body }: Answer): Record<string, unknown>[] {
  return body['results'] as Record<string, unknown>[];
}
