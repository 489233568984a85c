import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { UNDOCUMENTED } from '../../emulators/vitally/index.ts';
import { openDesk, results, type Answer, type Desk } from './vitally-desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

async function postNote(externalId = 'x1'): Promise<Answer> {
  return desk.ask('POST', 'notes', { accountId: desk.accountId, externalId, note: 'Hi', noteDate: '2026-11-20' });
}

test('an external id that is taken', async () => {
  const user = { externalId: 'u1', accountIds: [desk.accountId] };
  await postNote();
  await desk.ask('POST', 'users', user);

  expect([(await postNote()).status, (await desk.ask('POST', 'users', user)).status]).toEqual([200, 400]);
  desk.vitally.answer({ duplicateNote: 'reject', duplicateExternalId: 'upsert' });
  expect([(await postNote()).status, (await desk.ask('POST', 'users', user)).status]).toEqual([400, 200]);
  desk.vitally.answer({ duplicateNote: 'conflict', duplicateExternalId: 'conflict' });
  expect([(await postNote()).status, (await desk.ask('POST', 'users', user)).status]).toEqual([409, 409]);
});

test.each([
  ['updated', 200, 0],
  ['revived', 200, 1],
  ['free', 200, 1],
  ['reject', 400, 0],
] as const)('an external id that something deleted has: %s', async (archivedExternalId, status, listed) => {
  const first = await postNote();
  await desk.ask('DELETE', `notes/${String(first.body['id'])}`);
  desk.vitally.answer({ archivedExternalId });
  const second = await postNote();

  expect(second.status).toBe(status);
  expect(second.body['id'] === first.body['id']).toBe(
    archivedExternalId === 'updated' || archivedExternalId === 'revived',
  );
  expect(results(await desk.ask('GET', 'notes'))).toHaveLength(listed);
});

test('whether lists tell of what was deleted', async () => {
  const { body } = await postNote();
  await desk.ask('DELETE', `notes/${String(body['id'])}`);

  expect(results(await desk.ask('GET', 'notes'))).toEqual([]);
  desk.vitally.answer({ archivedListed: 'listed' });
  expect(results(await desk.ask('GET', 'notes'))).toHaveLength(1);
  expect(results(await desk.ask('GET', 'notes?archived=false'))).toEqual([]);
});

test('an id that is not known', async () => {
  desk.vitally.answer({ unknownId: 'badRequest' });

  for (const path of ['accounts/none', 'notes/none', 'organizations/none']) {
    expect(await desk.ask('GET', path)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/not found: none$/) },
    });
  }
});

test('the status of what was made and of what was deleted', async () => {
  desk.vitally.answer({ created: 'created', deleted: 'ok' });
  const made = await postNote();
  const deleted = await desk.ask('DELETE', `notes/${String(made.body['id'])}`);

  expect(made.status).toBe(201);
  expect(deleted).toMatchObject({ status: 200, body: { id: made.body['id'] } });
});

test.each([
  ['error', { error: 'Note not found: none' }],
  ['message', { message: 'Note not found: none' }],
  ['statusCode', { statusCode: 404, message: 'Note not found: none' }],
] as const)('the body of an error: %s', async (errorBody, body) => {
  desk.vitally.answer({ errorBody });

  expect((await desk.ask('GET', 'notes/none')).body).toEqual(body);
});

test('lists that lag behind', async () => {
  desk.vitally.answer({ listed: 'later' });
  await postNote();

  await desk.ask('POST', 'accounts', { externalId: '001B', name: 'Halcyon' });

  expect(results(await desk.ask('GET', 'accounts/001A/notes'))).toEqual([]);
  expect(results(await desk.ask('GET', 'accounts'))).toHaveLength(0);
  desk.clock.advance(30_000);
  expect(results(await desk.ask('GET', 'accounts/001A/notes'))).toHaveLength(1);
  expect(results(await desk.ask('GET', 'accounts'))).toHaveLength(2);
});

test('a custom trait that nobody set up', async () => {
  const put = async (): Promise<Answer> =>
    desk.ask('PUT', 'accounts/001A', {
      traits: { 'vitally.custom.unheardOf': 1, 'vitally.custom.supportTier': 'Gold' },
    });

  desk.vitally.answer({ undefinedTrait: 'refused' });
  expect((await put()).body['error']).toBe('traits: "vitally.custom.unheardOf" is not defined');
  desk.vitally.answer({ undefinedTrait: 'dropped' });
  expect((await put()).body['traits']).toEqual({ 'vitally.custom.supportTier': 'Gold' });
  desk.vitally.answer({ undefinedTrait: 'kept' });
  expect((await put()).body['traits']).toHaveProperty(['vitally.custom.unheardOf']);
});

test('what is left of an account that was deleted', async () => {
  desk.vitally.answer({ deletedAccount: 'kept' });
  await desk.ask('DELETE', 'accounts/001A');

  expect((await desk.ask('GET', 'accounts/001A')).status).toBe(200);
  expect(results(await desk.ask('GET', 'accounts?status=activeOrChurned'))).toEqual([]);
  desk.vitally.answer({ deletedAccount: 'gone' });
  await desk.ask('DELETE', 'accounts/001A');
  expect((await desk.ask('GET', 'accounts/001A')).status).toBe(404);
});

test('where a note came from, by which alone its external id is known', async () => {
  await postNote('x1');
  desk.vitally.answer({ source: 'api' });
  const { body } = await postNote('x2');

  expect(body['source']).toBe('api');
  expect(results(await desk.ask('GET', 'notes?source=api')).map(({ externalId }) => externalId)).toEqual(['x2']);
  expect((await desk.ask('GET', 'notes/x2?source=api')).body).toEqual(body);
  expect((await desk.ask('PUT', 'notes/x2?source=api', { subject: 'S' })).body).toMatchObject({ subject: 'S' });
  for (const path of ['notes/x2', 'notes/x2?source=salesforce', 'notes/x1?source=api']) {
    expect((await desk.ask('GET', path)).status).toBe(404);
  }
});

test('a very long text', async () => {
  const post = async (characters: number): Promise<Answer> =>
    desk.ask('POST', 'notes', { accountId: desk.accountId, note: 'x'.repeat(characters), noteDate: '2026-11-20' });

  expect((await post(100_000)).status).toBe(200);
  desk.vitally.answer({ longText: 'refused' });
  expect((await post(65_535)).status).toBe(200);
  expect((await post(65_536)).body['error']).toMatch(/^note: 65536 characters/);
});

test('whose a note is', async () => {
  expect((await postNote('x1')).body['authorId']).toBeNull();
  desk.vitally.answer({ author: 'integration' });
  expect((await postNote('x2')).body['authorId']).toEqual(expect.any(String));
});

test('what a write costs, and how the limit fills again', async () => {
  const left = async (method: string, body?: unknown): Promise<number> => {
    const answer = await fetch(`${desk.vitally.url}/resources/accounts/001A`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${desk.vitally.apiKey}:`).toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return Number(answer.headers.get('ratelimit-remaining'));
  };
  desk.vitally.answer({ writeCost: 5 });
  const before = await left('GET');

  expect(await left('PUT', {})).toBe(before - 5);
  desk.vitally.answer({ limit: 'tokenBucket' });
  desk.clock.advance(120);
  expect(await left('GET')).toBe(before - 4);
});

test('every switch can be thrown over HTTP, and only to what it knows', async () => {
  const throwSwitch = async (body: unknown): Promise<number> =>
    (
      await fetch(`${desk.vitally.url}/_emulator/undocumented`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status;

  for (const [name, variants] of Object.entries(UNDOCUMENTED)) {
    for (const variant of variants) expect(await throwSwitch({ [name]: variant })).toBe(200);
    expect(await throwSwitch({ [name]: 'nonsense' })).toBe(400);
  }
  const state: unknown = await (await fetch(`${desk.vitally.url}/_emulator/undocumented`)).json();
  expect(state).toEqual(Object.fromEntries(Object.entries(UNDOCUMENTED).map(([name, all]) => [name, all.at(-1)])));
});
