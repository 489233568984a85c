import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../../emulators/core/index.ts';
import { createVitally, type VitallyEmulator } from '../../../../emulators/vitally/index.ts';

let state: string;
const open = new Set<VitallyEmulator>();

beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'vitally-'));
});

afterEach(async () => {
  for (const vitally of open) await vitally.close();
  open.clear();
  await rm(state, { recursive: true });
});

async function start(frozenAt = '2026-11-22T10:00:00.000Z'): Promise<VitallyEmulator> {
  const vitally = await createVitally({
    state,
    clock: new VirtualClock({ frozenAt: new Date(frozenAt) }),
    accounts: async () => [{ externalId: '001A', name: 'Northwind', traits: { a: 1, b: 2 } }],
  });
  open.add(vitally);
  return vitally;
}

async function stop(vitally: VitallyEmulator): Promise<void> {
  open.delete(vitally);
  await vitally.close();
}

async function ask(vitally: VitallyEmulator, path: string, method = 'GET', body?: unknown): Promise<Response> {
  return fetch(`${vitally.url}/resources/accounts/${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${vitally.apiKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

test('key, accounts and traits outlive the process', async () => {
  const first = await start();
  await ask(first, '001A', 'PUT', { traits: { c: 3 } });
  const before: unknown = await (await ask(first, '001A')).json();
  await stop(first);

  const second = await start();

  expect(second.apiKey).toBe(first.apiKey);
  expect(await (await ask(second, '001A')).json()).toEqual(before);
});

test('a deleted account does not come back with the next start, only with a reset', async () => {
  const first = await start();
  await ask(first, '001A', 'DELETE');
  await stop(first);

  const second = await start();

  expect((await ask(second, '001A')).status).toBe(404);
  await second.reset();
  expect((await ask(second, '001A')).status).toBe(200);
});

test('an account added from outside is there at once', async () => {
  const vitally = await start();

  vitally.addAccount({ externalId: '001B', name: 'Halcyon Biotech' });

  expect(await (await ask(vitally, '001B')).json()).toMatchObject({ name: 'Halcyon Biotech', traits: {} });
});

test('a trait keeps the time of its last change when it is written again unchanged', async () => {
  await stop(await start('2026-11-22T10:00:00.000Z'));
  const later = await start('2026-11-25T10:00:00.000Z');
  await ask(later, '001A', 'PUT', { traits: { a: 1, b: 'new' } });

  const page = await (await fetch(`${later.url}/accounts/001A`)).text();

  const changes = [...page.matchAll(/<code>([ab])<\/code>[\s\S]*?<time datetime="([^"]+)"/g)].map(([, path, at]) => [
    path,
    at,
  ]);
  expect(changes).toEqual([
    ['a', '2026-11-22T10:00:00.000Z'],
    ['b', '2026-11-25T10:00:00.000Z'],
  ]);
});

test('counts the accounts that have traits of a family', async () => {
  const vitally = await start();
  vitally.addAccount({ externalId: '001B', name: 'B', traits: { 'vitally.custom.implementationRequest': 'IR-00001' } });

  expect(vitally.countAccountsWithTrait('vitally.custom.implementation')).toBe(1);
  expect(vitally.countAccountsWithTrait('sfdc.')).toBe(0);
});
