import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDesk, results, type Desk } from './vitally-desk.ts';

const OBJECT = 'c0c0c0c0-0000-4000-8000-000000000001';
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

test('finds a member of the team by e-mail', async () => {
  expect(results(await desk.ask('GET', 'admins/search?email=Tara@groundwork.example'))).toMatchObject([
    { name: 'Tara Nwosu' },
  ]);
  expect(results(await desk.ask('GET', 'admins/search?email=nobody@groundwork.example'))).toEqual([]);
  expect((await desk.ask('GET', 'admins/search')).status).toBe(400);
});

test.each(['admins', 'noteCategories', 'taskCategories', 'projectCategories', 'projectTemplates', 'customObjects'])(
  'pages through %s',
  async (resource) => {
    const all = results(await desk.ask('GET', resource));
    const first = await desk.ask('GET', `${resource}?limit=1`);
    const rest =
      first.body['next'] === null
        ? []
        : results(await desk.ask('GET', `${resource}?from=${encodeURIComponent(first.body['next'] as string)}`));

    expect(all.length).toBeGreaterThan(0);
    expect([...results(first), ...rest]).toEqual(all);
  },
);

test.each(['projectTemplates', 'projectCategories', 'customObjects'])('gives one of %s by its id', async (resource) => {
  const [one] = results(await desk.ask('GET', resource));

  expect((await desk.ask('GET', `${resource}/${String(one?.['id'])}`)).body).toEqual(one);
  expect((await desk.ask('GET', `${resource}/nothing`)).status).toBe(404);
});

test('gives the project templates of a category', async () => {
  const [category] = results(await desk.ask('GET', 'projectCategories'));

  expect(results(await desk.ask('GET', `projectTemplates?categoryId=${String(category?.['id'])}`))).toMatchObject([
    { name: 'Implementation' },
  ]);
});

test('keeps organizations, and what belongs to one', async () => {
  const made = await desk.ask('POST', 'organizations', { externalId: 'org', name: 'Northwind Group' });
  const organizationId = String(made.body['id']);
  await desk.ask('PUT', 'accounts/001A', { organizationId });
  await desk.ask('POST', 'notes', { organizationId, note: 'Hi', noteDate: '2026-11-20' });

  expect((await desk.ask('GET', 'organizations/org')).body).toEqual(made.body);
  expect(results(await desk.ask('GET', 'organizations/org/accounts'))).toMatchObject([{ externalId: '001A' }]);
  expect(results(await desk.ask('GET', `organizations/${organizationId}/notes`))).toHaveLength(1);
  for (const resource of ['tasks', 'projects', 'users']) {
    expect(results(await desk.ask('GET', `organizations/org/${resource}`))).toEqual([]);
  }
  expect((await desk.ask('PUT', 'organizations/org', { name: 'Northwind' })).body['name']).toBe('Northwind');
  expect((await desk.ask('DELETE', 'organizations/org')).status).toBe(204);
  expect((await desk.ask('GET', 'organizations/org/accounts')).status).toBe(404);
});

test('keeps users, and finds them by exactly one criterion', async () => {
  const body = { externalId: 'u1', accountIds: [desk.accountId], name: 'Nia', email: 'nia@northwind.example' };
  const { body: made } = await desk.ask('POST', 'users', body);

  expect(made).toMatchObject(body);
  expect((await desk.ask('GET', 'users/u1')).body).toEqual(made);
  expect(results(await desk.ask('GET', 'accounts/001A/users'))).toEqual([made]);
  for (const query of ['externalId=u1', 'email=nia@northwind.example', 'emailSubdomain=northwind.example']) {
    expect(results(await desk.ask('GET', `users/search?${query}`))).toEqual([made]);
  }
  expect((await desk.ask('GET', 'users/search?externalId=u1&email=x')).status).toBe(400);
  expect((await desk.ask('POST', 'users', { externalId: 'u2' })).status).toBe(400);
  expect((await desk.ask('GET', 'accounts/001A')).body).toMatchObject({ usersCount: 1 });
  expect((await desk.ask('PUT', 'users/u1', { accountIds: [] })).body['accountIds']).toEqual([desk.accountId]);
  expect((await desk.ask('DELETE', 'users/u1')).status).toBe(204);
});

test('keeps instances of custom objects, whose external id is neither unique nor for ever', async () => {
  const body = { name: 'Production', externalId: 'x', customerId: desk.accountId, traits: { cpu: 8 } };
  const { body: made } = await desk.ask('POST', `customObjects/${OBJECT}/instances`, body);
  await desk.ask('POST', `customObjects/${OBJECT}/instances`, body);
  const path = `customObjects/${OBJECT}/instances/${String(made['id'])}`;
  const changed = await desk.ask('PUT', path, { externalId: 'y', traits: { cpu: null } });
  const search = async (query: string): Promise<unknown> =>
    (await desk.ask('GET', `customObjects/${OBJECT}/instances/search?${query}`)).body;

  expect(made).toMatchObject({ ...body, customObjectId: OBJECT, customer: { externalId: '001A' } });
  expect(changed.body).toMatchObject({ externalId: 'y', traits: {} });
  expect(await search('externalId=x')).toHaveLength(1);
  expect(await search(`customerId=${desk.accountId}`)).toHaveLength(2);
  expect(results(await desk.ask('GET', `customObjects/${OBJECT}/instances`))).toHaveLength(2);
  expect((await desk.ask('DELETE', path)).status).toBe(204);
  expect(await search('externalId=y')).toEqual([]);
});
