import { afterEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createVitally, type VitallyEmulator, type VitallyOptions } from '../../emulators/vitally/index.ts';

const open = new Set<VitallyEmulator>();

afterEach(async () => {
  for (const vitally of open) await vitally.close();
  open.clear();
});

async function start(options: VitallyOptions = {}): Promise<VitallyEmulator> {
  const vitally = await createVitally({
    accounts: async () => [{ externalId: '001A', name: 'Northwind Logistics' }],
    ...options,
  });
  open.add(vitally);
  return vitally;
}

async function ask(vitally: VitallyEmulator, path: string, body?: unknown): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${vitally.apiKey}:`).toString('base64')}`;
  return fetch(`${vitally.url}/resources/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

test('counts requests against 1000 a minute', async () => {
  const vitally = await start();

  await ask(vitally, 'accounts');
  const { headers } = await ask(vitally, 'notes');

  expect(headers.get('RateLimit-Limit')).toBe('1000, 1000;window=60');
  expect(headers.get('RateLimit-Remaining')).toBe('998');
  expect(headers.get('RateLimit-Reset')).toBe('60');
});

test('refuses one request too many within a minute and lets in again as the minute passes', async () => {
  const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  const vitally = await start({ clock, requestsPerMinute: 2 });

  await ask(vitally, 'accounts');
  clock.advance(20_000);
  await ask(vitally, 'accounts');
  const refused = await ask(vitally, 'accounts');
  clock.advance(39_999);
  const stillRefused = await ask(vitally, 'accounts');
  clock.advance(1);
  const later = await ask(vitally, 'accounts');

  expect(refused.status).toBe(429);
  expect(await refused.json()).toEqual({ error: 'Too many requests.' });
  expect(refused.headers.get('RateLimit-Remaining')).toBe('0');
  expect(refused.headers.get('RateLimit-Reset')).toBe('40');
  expect(stillRefused.status).toBe(429);
  expect(later.status).toBe(200);
});

test('answers an injected failure in the vendor’s shape', async () => {
  const vitally = await start();
  vitally.faults.add({ fault: { kind: 'status', status: 503 }, times: 1 });

  const answer = await ask(vitally, 'accounts');

  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ error: 'Something went wrong.' });
  expect((await ask(vitally, 'accounts')).status).toBe(200);
});

test('rejects an external id that is taken and leaves the account as it was', async () => {
  const vitally = await start();

  const answer = await ask(vitally, 'accounts', { externalId: '001A', name: 'Renamed' });

  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: 'externalId: An account with the externalId "001A" already exists' });
  expect(await (await ask(vitally, 'accounts/001A')).json()).toMatchObject({ name: 'Northwind Logistics' });
});

test('brings the account up to date instead when the switch says so', async () => {
  const vitally = await start({ undocumented: { duplicateExternalId: 'upsert' } });
  const before = (await (await ask(vitally, 'accounts/001A')).json()) as { id: string };

  const answer = await ask(vitally, 'accounts', { externalId: '001A', name: 'Renamed', traits: { a: 1 } });

  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ id: before.id, externalId: '001A', name: 'Renamed', traits: { a: 1 } });
});
