import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../emulators/core/index.ts';
import { coverage, createVitally, type VitallyEmulator } from '../../emulators/vitally/index.ts';

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

const NORTHWIND = '001Gw00000NorthAAA';

let clock: VirtualClock;
let vitally: VitallyEmulator;

beforeEach(async () => {
  clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  vitally = await createVitally({
    clock,
    accounts: async () => [
      {
        externalId: NORTHWIND,
        name: 'Northwind Logistics',
        healthScore: 8.2,
        traits: { 'sfdc.Industry': 'Transport' },
      },
    ],
  });
});

afterEach(async () => {
  await vitally.close();
});

async function ask(method: string, path: string, body?: unknown, credentials = `${vitally.apiKey}:`): Promise<Answer> {
  const response = await fetch(`${vitally.url}${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

function names({ body }: Answer): unknown[] {
  return (body['results'] as { name: string }[]).map(({ name }) => name);
}

test('refuses a request without credentials in the words seen on the live service', async () => {
  const response = await fetch(`${vitally.url}/resources/accounts`);

  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ error: 'Authorization header not present.' });
});

test.each(['sk_live_wrong:', 'no-colon', ''])('refuses the credentials "%s"', async (credentials) => {
  const answer = await ask('GET', '/resources/accounts', undefined, credentials);

  expect(answer.status).toBe(401);
  expect(answer.body).toEqual({ error: 'Invalid API key.' });
});

test('refuses the key with a password', async () => {
  const answer = await ask('GET', '/resources/accounts', undefined, `${vitally.apiKey}:secret`);

  expect(answer.status).toBe(401);
});

test('gives one account by its external id and by its own id', async () => {
  const byExternalId = await ask('GET', `/resources/accounts/${NORTHWIND}`);
  const byId = await ask('GET', `/resources/accounts/${String(byExternalId.body['id'])}`);

  expect(byExternalId.body).toMatchObject({
    externalId: NORTHWIND,
    name: 'Northwind Logistics',
    healthScore: 8.2,
    createdAt: '2026-11-22T10:00:00.000Z',
    traits: { 'sfdc.Industry': 'Transport' },
    mrr: null,
  });
  expect(byId.body).toEqual(byExternalId.body);
});

test('answers 404 for an account that is not there, whatever is asked of it', async () => {
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const answer = await ask(method, '/resources/accounts/001nowhere', method === 'PUT' ? {} : undefined);

    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ error: 'Account not found: 001nowhere' });
  }
});

test('merges traits on PUT: new ones come, null ones go, the others stay', async () => {
  await ask('PUT', `/resources/accounts/${NORTHWIND}`, { traits: { a: 1, b: 'two' } });
  clock.advance(1000);
  const answer = await ask('PUT', `/resources/accounts/${NORTHWIND}`, { traits: { a: null, c: ['x'] } });

  expect(answer.status).toBe(200);
  expect(answer.body['traits']).toEqual({ 'sfdc.Industry': 'Transport', b: 'two', c: ['x'] });
  expect(answer.body['updatedAt']).toBe('2026-11-22T10:00:01.000Z');
  expect((await ask('GET', `/resources/accounts/${NORTHWIND}`)).body).toEqual(answer.body);
});

test('reads the four fields that are written as traits in both places', async () => {
  const traits = { mrr: 1200, nextRenewalDate: '2027-08-31', trialEndDate: '2026-12-31' };
  const answer = await ask('PUT', `/resources/accounts/${NORTHWIND}`, { traits });

  expect(answer.body).toMatchObject({ ...traits, churnedAt: null, traits });
});

test('changes name, owner and organization, and leaves what is not named', async () => {
  await ask('PUT', `/resources/accounts/${NORTHWIND}`, { name: 'Northwind Global', accountOwnerId: 'u1' });
  const answer = await ask('PUT', `/resources/accounts/${NORTHWIND}`, { organizationId: 'o1' });
  const cleared = await ask('PUT', `/resources/accounts/${NORTHWIND}`, { accountOwnerId: null });

  expect(answer.body).toMatchObject({ name: 'Northwind Global', accountOwnerId: 'u1', organizationId: 'o1' });
  expect(cleared.body['accountOwnerId']).toBeNull();
});

test('creates an account that can then be read', async () => {
  const answer = await ask('POST', '/resources/accounts', { externalId: '001new', name: 'New', traits: { a: 1 } });

  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ externalId: '001new', name: 'New', traits: { a: 1 } });
  expect((await ask('GET', '/resources/accounts/001new')).body).toEqual(answer.body);
});

test.each([
  [{ name: 'No id' }, /^externalId: /],
  [{ externalId: 'x' }, /^name: /],
  [{ externalId: 'x', name: 'n', traits: [] }, /^traits: /],
  [{ externalId: 'x', name: 'n', color: 'red' }, /color/],
  [undefined, /expected object/],
])('refuses to create from %j and says why', async (body, words) => {
  const answer = await ask('POST', '/resources/accounts', body);

  expect(answer.status).toBe(400);
  expect(answer.body['error']).toMatch(words);
});

test('refuses to change an external id', async () => {
  const answer = await ask('PUT', `/resources/accounts/${NORTHWIND}`, { externalId: 'other' });

  expect(answer.status).toBe(400);
  expect(answer.body['error']).toMatch(/externalId/);
});

test('refuses a body that is not JSON', async () => {
  const response = await fetch(`${vitally.url}/resources/accounts`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${vitally.apiKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: '{',
  });

  expect(response.status).toBe(400);
  expect(Object.keys((await response.json()) as object)).toEqual(['error']);
});

test('forgets a deleted account', async () => {
  expect((await ask('DELETE', `/resources/accounts/${NORTHWIND}`)).status).toBe(204);
  expect((await ask('GET', `/resources/accounts/${NORTHWIND}`)).status).toBe(404);
});

test('pages through all accounts, newest first, and says where the end is', async () => {
  for (const name of ['B', 'C', 'D', 'E']) {
    clock.advance(1000);
    await ask('POST', '/resources/accounts', { externalId: name, name });
  }

  const first = await ask('GET', '/resources/accounts?limit=2&sortBy=createdAt');
  const second = await ask(
    'GET',
    `/resources/accounts?limit=2&sortBy=createdAt&from=${encodeURIComponent(String(first.body['next']))}`,
  );
  const third = await ask(
    'GET',
    `/resources/accounts?limit=2&sortBy=createdAt&from=${encodeURIComponent(String(second.body['next']))}`,
  );

  expect([first, second, third].map(names)).toEqual([['E', 'D'], ['C', 'B'], ['Northwind Logistics']]);
  expect([first, second, third].map(({ body }) => body['atEnd'])).toEqual([false, false, true]);
  expect(third.body['next']).toBeNull();
});

test('loses no account that shares its moment with others when a page ends between them', async () => {
  for (const name of ['B', 'C', 'D']) await ask('POST', '/resources/accounts', { externalId: name, name });

  const first = await ask('GET', '/resources/accounts?limit=2');
  const second = await ask('GET', `/resources/accounts?limit=2&from=${encodeURIComponent(String(first.body['next']))}`);

  expect([...names(first), ...names(second)].toSorted()).toEqual(['B', 'C', 'D', 'Northwind Logistics']);
});

test('sorts by the last change unless told otherwise', async () => {
  clock.advance(1000);
  await ask('POST', '/resources/accounts', { externalId: 'B', name: 'B' });
  clock.advance(1000);
  await ask('PUT', `/resources/accounts/${NORTHWIND}`, { traits: { a: 1 } });

  expect(names(await ask('GET', '/resources/accounts'))).toEqual(['Northwind Logistics', 'B']);
  expect(names(await ask('GET', '/resources/accounts?sortBy=createdAt'))).toEqual(['B', 'Northwind Logistics']);
});

test('lists active accounts unless churned ones are asked for', async () => {
  await ask('POST', '/resources/accounts', { externalId: 'B', name: 'B', traits: { churnedAt: '2026-01-01' } });

  expect(names(await ask('GET', '/resources/accounts'))).toEqual(['Northwind Logistics']);
  expect(names(await ask('GET', '/resources/accounts?status=churned'))).toEqual(['B']);
  expect(names(await ask('GET', '/resources/accounts?status=activeOrChurned')).toSorted()).toEqual([
    'B',
    'Northwind Logistics',
  ]);
});

test.each(['limit=0', 'limit=101', 'limit=ten', 'sortBy=name', 'status=gone', 'from=nonsense', 'name=Northwind'])(
  'refuses to list with %s',
  async (query) => {
    const answer = await ask('GET', `/resources/accounts?${query}`);

    expect(answer.status).toBe(400);
    expect(answer.body['error']).toMatch(new RegExp(query.split('=')[0] ?? ''));
  },
);

test('lists the traits that are set up as a bare array', async () => {
  const answer = await ask('GET', '/resources/customFields?model=accounts');

  expect(answer.body).toContainEqual({
    id: 'custom-implementationRequest',
    label: 'Implementation request',
    type: 'string',
    path: 'vitally.custom.implementationRequest',
    createdAt: '2026-09-01T09:00:00.000Z',
  });
  expect((await ask('GET', '/resources/customFields?model=nothing')).status).toBe(400);
});

const refusedRoutes = coverage.filter(({ status }) => status === 'refused').map(({ route }) => route.split(' '));

test.each(refusedRoutes)('refuses %s %s with a 404 that says so', async (method = '', path = '') => {
  const answer = await ask(method, path);

  expect(answer.status).toBe(404);
  expect(answer.body).toEqual({ error: `GET ${path} is not supported by this emulator.` });
});
