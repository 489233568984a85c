import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDesk, results, type Answer, type Desk } from './vitally-desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

async function post(resource: string, body: Record<string, unknown>): Promise<Answer> {
  const needs = { notes: { note: '<p>Hello</p>', noteDate: '2026-11-20' }, tasks: { name: 'Call' } }[resource] ?? {};
  return desk.ask('POST', resource, { accountId: desk.accountId, ...needs, ...body });
}

describe.each(['notes', 'tasks'])('%s', (resource) => {
  test('are created, read, changed, and archived by DELETE', async () => {
    const { body } = await post(resource, { externalId: 'x1', traits: { a: 1 } });
    const path = `${resource}/${String(body['id'])}`;

    expect(body).toMatchObject({ externalId: 'x1', accountId: desk.accountId, archivedAt: null, traits: { a: 1 } });
    expect((await desk.ask('GET', path)).body).toEqual(body);
    expect((await desk.ask('PUT', path, { traits: { a: null, b: 2 } })).body['traits']).toEqual({ b: 2 });
    expect((await desk.ask('DELETE', path)).status).toBe(204);
    expect((await desk.ask('GET', path)).body['archivedAt']).toBe('2026-11-22T10:00:00.000Z');
    expect(results(await desk.ask('GET', resource))).toEqual([]);
    expect(results(await desk.ask('GET', `${resource}?archived=true`))).toHaveLength(1);
  });

  test('embed whose they are', async () => {
    expect((await post(resource, {})).body['account']).toEqual({
      id: desk.accountId,
      externalId: '001A',
      name: 'Northwind Logistics',
    });
  });

  test('are replaced by a POST with their external id', async () => {
    const first = await post(resource, { externalId: 'x1' });
    const second = await post(resource, { externalId: 'x1', tags: ['again'] });

    expect(second.body).toMatchObject({ id: first.body['id'], tags: ['again'] });
    expect(results(await desk.ask('GET', `accounts/001A/${resource}`))).toHaveLength(1);
  });

  test('are not known by their external id', async () => {
    await post(resource, { externalId: 'x1' });

    expect((await desk.ask('GET', `${resource}/x1`)).status).toBe(404);
    expect((await desk.ask('PUT', `${resource}/x1`, {})).status).toBe(404);
  });

  test('lose the tags that a PUT does not repeat, and keep them when it names none', async () => {
    const { body } = await post(resource, { tags: ['a', 'b'] });
    const path = `${resource}/${String(body['id'])}`;

    expect((await desk.ask('PUT', path, {})).body['tags']).toEqual(['a', 'b']);
    expect((await desk.ask('PUT', path, { tags: ['b'] })).body['tags']).toEqual(['b']);
  });

  test.each([
    [{ accountId: undefined }, /accountId or organizationId/],
    [{ accountId: '001A' }, /^accountId: /],
    [{ colour: 'red' }, /colour/],
  ])('refuse %j and say why', async (difference, words) => {
    const answer = await post(resource, difference);

    expect(answer.status).toBe(400);
    expect(answer.body['error']).toMatch(words);
  });

  test('refuse another external id', async () => {
    const { body } = await post(resource, { externalId: 'x1' });

    expect((await desk.ask('PUT', `${resource}/${String(body['id'])}`, { externalId: 'x2' })).status).toBe(400);
  });

  test('are paged by cursor, newest first, for one account', async () => {
    desk.vitally.addAccount({ externalId: '001B', name: 'Halcyon' });
    const other = await desk.ask('GET', 'accounts/001B');
    await post(resource, { accountId: other.body['id'] });
    for (const externalId of ['x1', 'x2', 'x3']) {
      desk.clock.advance(1000);
      await post(resource, { externalId });
    }
    const first = await desk.ask('GET', `accounts/001A/${resource}?limit=2`);
    const next = encodeURIComponent(String(first.body['next']));
    const second = await desk.ask('GET', `accounts/001A/${resource}?limit=2&from=${next}`);

    expect(results(first).map((one) => one['externalId'])).toEqual(['x3', 'x2']);
    expect(results(second).map((one) => one['externalId'])).toEqual(['x1']);
    expect(second.body).toMatchObject({ next: null, atEnd: true });
  });
});

test.each([
  ['<p>Hi <b>there</b><br></p>', '<p>Hi <b>there</b><br></p>'],
  ['<script>alert(1)</script>Hi', 'Hi'],
  ['<h1 onclick="x()">Title</h1>', 'Title'],
  ['<p onmouseover="x()">Hi</p>', '<p>Hi</p>'],
  ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="java&#115;cript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="https://docs.example/?a=1&amp;b=2" rel="x">x</a>', '<a href="https://docs.example/?a=1&amp;b=2">x</a>'],
  ['1 < 2 & 3', '1 &lt; 2 &amp; 3'],
  ['<p>open', '<p>open</p>'],
  ['<b><i>x</b>', '<b><i>x</i></b>'],
  ['<!-- hidden -->x</p>', 'x'],
  ['<scr<script>x</script>ipt>alert(1)', 'alert(1)'],
])('strips %s to what is allowed', async (note, kept) => {
  expect((await post('notes', { note })).body['note']).toEqual(kept);
});

test('strips the description of a task, too', async () => {
  const { body } = await post('tasks', { description: '<div>ok<style>x</style></div>' });

  expect(body['description']).toBe('<div>ok</div>');
});

describe('projects', () => {
  const TEMPLATE = '97979797-0000-4000-8000-000000000001';

  test('come from a template, with its name and tasks', async () => {
    const { status, body } = await post('projects', { templateId: TEMPLATE, targetStartDate: '2026-12-01' });

    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Implementation', durationInDays: null, actualStartDate: null });
    expect(body).not.toHaveProperty('externalId');
    const tasks = results(await desk.ask('GET', 'accounts/001A/tasks'));
    expect(tasks.map(({ dueDate }) => dueDate).toSorted()).toEqual(['2026-12-31', '2027-01-30']);
    expect(tasks[0]?.['projects']).toEqual([{ id: body['id'], name: 'Implementation' }]);
  });

  test('are doubled by a second POST', async () => {
    await post('projects', { templateId: TEMPLATE });
    await post('projects', { templateId: TEMPLATE });

    expect(results(await desk.ask('GET', 'accounts/001A/projects'))).toHaveLength(2);
  });

  test('take name, dates and traits; the template is for ever', async () => {
    const { body } = await post('projects', { templateId: TEMPLATE, targetStartDate: '2026-12-01' });
    const path = `projects/${String(body['id'])}`;
    const change = { name: 'IR-00001', targetCompletionDate: '2026-12-31', traits: { a: 'b' } };

    expect((await desk.ask('PUT', path, change)).body).toMatchObject({ ...change, durationInDays: 30 });
    expect((await desk.ask('PUT', path, { templateId: TEMPLATE })).status).toBe(400);
  });

  test.each([{}, { templateId: 'nothing' }])('refuse %j', async (body) => {
    expect((await post('projects', body)).body['error']).toMatch(/^templateId: /);
  });
});
