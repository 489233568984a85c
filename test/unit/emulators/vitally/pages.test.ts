import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createVitally, type VitallyEmulator } from '../../../../emulators/vitally/index.ts';

let vitally: VitallyEmulator;

beforeEach(async () => {
  vitally = await createVitally({
    portal: () => 'http://127.0.0.1:7400',
    accounts: async () => [
      {
        externalId: '001A',
        name: 'Northwind <b>& Sons',
        healthScore: 8.2,
        traits: {
          'vitally.custom.implementationRequest': 'IR-00003',
          'vitally.custom.implementationRequestStatus': 'In Triage',
          'vitally.custom.implementationRequestUrl': 'https://example.my.salesforce.com/a00',
          'vitally.custom.nextStep': 'javascript:alert(1)',
          'sfdc.Annual_Revenue__c': 5,
        },
      },
      { externalId: '001B', name: 'Halcyon Biotech' },
    ],
  });
});

afterEach(async () => {
  await vitally.close();
});

async function open(path: string): Promise<{ status: number; page: string }> {
  const response = await fetch(`${vitally.url}${path}`);
  return { status: response.status, page: (await response.text()).replace(/\s+/g, ' ') };
}

test('the list shows each account with its health and its implementation request', async () => {
  const { page } = await open('/');

  expect(page).toContain('Northwind &lt;b&gt;&amp; Sons');
  expect(page).toContain('8.2 of 10');
  expect(page).toContain('<strong>IR-00003</strong> <span class="pill">In Triage</span>');
  expect(page).toContain('No implementation request');
  expect(page).toContain('href="http://127.0.0.1:7400"');
});

test('an account groups its traits under friendly names, the implementation first', async () => {
  const { page } = await open('/accounts/001A');

  const headings = [...page.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, heading]) => heading);
  expect(headings).toEqual([
    'Tasks',
    'Documents and links',
    'Timeline',
    'Implementation',
    'Workspace',
    'From Salesforce',
  ]);
  expect(page).toContain('Implementation request<code>');
  expect(page).toContain('Next step<code>vitally.custom.nextStep</code>');
  expect(page).toContain('Annual revenue<code>sfdc.Annual_Revenue__c</code>');
});

test('only web addresses become links', async () => {
  const { page } = await open('/accounts/001A');

  expect(page).toContain('<a href="https://example.my.salesforce.com/a00">');
  expect(page).not.toContain('href="javascript:');
  expect(page).toContain('javascript:alert(1)');
});

test('an account without traits says so', async () => {
  expect((await open('/accounts/001B')).page).toContain('No traits yet.');
});

test('an account that is not there is a calm 404', async () => {
  const { status, page } = await open('/accounts/001C');

  expect(status).toBe(404);
  expect(page).toContain('Account not found');
});

test('the timeline shows notes, the latest on top, and their links among the documents', async () => {
  const { id } = (await write('accounts/001A', 'GET')) as { id: string };
  for (const [subject, noteDate] of [
    ['Kickoff', '2026-11-10'],
    ['Complete', '2026-11-20'],
  ]) {
    const note = `<script>alert(2)</script><p>See <a href="https://docs.example/${String(subject)}">the runbook</a></p>`;
    await write('notes', 'POST', { accountId: id, subject, noteDate, note });
  }
  await write('tasks', 'POST', { accountId: id, name: 'Plan onboarding', dueDate: '2026-12-01' });

  const { page } = await open('/accounts/001A');

  expect(page.indexOf('Complete</h3>')).toBeLessThan(page.indexOf('Kickoff</h3>'));
  expect(page.split('<li><a href="https://docs.example/Kickoff">the runbook</a> <span')).toHaveLength(2);
  expect(page).not.toContain('alert(2)');
  expect(page).toContain('due 2026-12-01');
});

test('a person corrects a trait, adds one and removes one', async () => {
  const send = async (path: string, value: string): Promise<number> =>
    (
      await fetch(`${vitally.url}/accounts/001A/traits`, {
        method: 'POST',
        body: new URLSearchParams({ path, value }),
        redirect: 'manual',
      })
    ).status;
  await write('accounts/001A', 'PUT', { traits: { cpu: 4, gone: 'x' } });

  expect(await send('cpu', '8')).toBe(303);
  expect(await send('new', 'text')).toBe(303);
  expect(await send('gone', '')).toBe(303);

  const { traits } = (await write('accounts/001A', 'GET')) as { traits: Record<string, unknown> };
  expect(traits).toMatchObject({ cpu: 8, new: 'text' });
  expect(traits).not.toHaveProperty('gone');
  expect((await open('/accounts/001A/edit?path=cpu')).page).toMatch(/name="value" value="8"/);
  expect((await open('/accounts/001C/edit')).status).toBe(404);
});

test('a person ticks a task', async () => {
  const { id } = (await write('accounts/001A', 'GET')) as { id: string };
  const task = (await write('tasks', 'POST', { accountId: id, name: 'Call' })) as { id: string };

  await fetch(`${vitally.url}/accounts/${id}/tasks/${task.id}/complete`, { method: 'POST', redirect: 'manual' });

  expect(await write(`tasks/${task.id}`, 'GET')).toMatchObject({ completedAt: expect.any(String) });
});

async function write(path: string, method: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${vitally.url}/resources/${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${vitally.apiKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return answer.json();
}
