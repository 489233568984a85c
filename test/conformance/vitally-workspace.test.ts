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
  expect(await search('customFieldId=cpu')).toHaveLength(1);
  expect(await search('customFieldValue=8')).toHaveLength(1);
  expect((await desk.ask('GET', `customObjects/${OBJECT}/instances/search?id=1&externalId=x`)).status).toBe(400);
  expect((await desk.ask('DELETE', path)).status).toBe(204);
  expect(await search('externalId=y')).toEqual([]);
  expect(results(await desk.ask('GET', `customObjects/${OBJECT}/instances?archived=true`))).toMatchObject([
    { id: made['id'], archivedAt: '2026-11-22T10:00:00.000Z' },
  ]);
});

test('moves tasks and instances to another account', async () => {
  desk.vitally.addAccount({ externalId: '001B', name: 'Halcyon' });
  const other = String((await desk.ask('GET', 'accounts/001B')).body['id']);
  const task = await desk.ask('POST', 'tasks', { name: 'Call', accountId: desk.accountId });
  const instance = await desk.ask('POST', `customObjects/${OBJECT}/instances`, {
    name: 'P',
    customerId: desk.accountId,
  });

  await desk.ask('PUT', `tasks/${String(task.body['id'])}`, { accountId: other });
  const path = `customObjects/${OBJECT}/instances/${String(instance.body['id'])}`;

  expect(results(await desk.ask('GET', 'accounts/001B/tasks'))).toMatchObject([{ accountId: other }]);
  expect((await desk.ask('PUT', path, { customerId: other })).body['customer']).toMatchObject({ externalId: '001B' });
  expect((await desk.ask('PUT', path, { customerId: '001B' })).status).toBe(400);
});

test('makes and changes custom objects, which then have instances', async () => {
  const { body: made } = await desk.ask('POST', 'customObjects', { name: 'cluster', label: 'Cluster' });
  const path = `customObjects/${String(made['id'])}`;

  expect(made).toMatchObject({ name: 'cluster', label: 'Cluster', customFields: [] });
  expect((await desk.ask('PUT', path, { label: 'Clusters' })).body).toMatchObject({
    name: 'cluster',
    label: 'Clusters',
  });
  expect((await desk.ask('GET', path)).body['label']).toBe('Clusters');
  const first = await desk.ask('GET', 'customObjects?limit=1');
  const second = await desk.ask('GET', `customObjects?from=${encodeURIComponent(String(first.body['next']))}`);
  expect([...results(first), ...results(second)].map(({ name }) => name)).toEqual(['cluster', 'deployment']);
  await desk.ask('POST', `${path}/instances`, { name: 'One', customerId: desk.accountId });
  expect(results(await desk.ask('GET', `${path}/instances`))).toMatchObject([
    { name: 'One', customObjectId: made['id'] },
  ]);
  expect((await desk.ask('POST', 'customObjects', { label: 'Nameless' })).status).toBe(400);
  expect((await desk.ask('PUT', `customObjects/${OBJECT}`, { label: 'X' })).status).toBe(404);
});

test('keeps answers to NPS surveys, one for each external id, where the user belongs', async () => {
  const user = await desk.ask('POST', 'users', { externalId: 'u1', accountIds: [desk.accountId] });
  const response = { userId: user.body['id'], externalId: 'n1', respondedAt: '2026-11-20T08:00:00.000Z', score: 9 };
  const { body: made } = await desk.ask('POST', 'npsResponses', response);
  const again = await desk.ask('POST', 'npsResponses', { ...response, score: 3, feedback: 'Slow' });

  expect(made).toMatchObject({ ...response, feedback: null });
  expect(again.body).toMatchObject({ id: made['id'], score: 3, feedback: 'Slow' });
  expect(results(await desk.ask('GET', 'accounts/001A/npsResponses'))).toMatchObject([{ id: made['id'], score: 3 }]);
  expect(
    (await desk.ask('PUT', 'npsResponses/n1', { ...response, externalId: undefined, score: 10 })).body['score'],
  ).toBe(10);
  for (const wrong of [{ score: 11 }, { userId: 'nobody' }, { respondedAt: undefined }]) {
    expect((await desk.ask('POST', 'npsResponses', { ...response, ...wrong })).status).toBe(400);
  }
  expect((await desk.ask('DELETE', `npsResponses/${String(made['id'])}`)).status).toBe(204);
  expect(results(await desk.ask('GET', 'npsResponses'))).toEqual([]);
});
