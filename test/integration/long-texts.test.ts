import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSlack, type SlackEmulator } from '../../emulators/slack/index.ts';
import { createVitally, type VitallyEmulator } from '../../emulators/vitally/index.ts';
import type { Clock } from '../../sync/clock.ts';
import type { BacklogEntry } from '../../sync/mapping/index.ts';
import type { CycleContext } from '../../sync/mirror/context.ts';
import { mirrorSlack } from '../../sync/mirror/mirror-slack.ts';
import { mirrorVitally } from '../../sync/mirror/mirror-vitally.ts';
import { createSlackClient } from '../../sync/slack/index.ts';
import { openState, type State } from '../../sync/state/index.ts';
import { createVitallyClient } from '../../sync/vitally/index.ts';
import { buildDelivery, buildEntry } from '../unit/sync/support/build-entry.ts';

/** Far more than any field of ours takes: an administrator may have made one longer. */
const CHARACTERS = 100_000;
const NASTY = `<!channel> <https://evil.example|Sign in> <script>alert(1)</script> javascript:alert(1) `;
const LONG = NASTY.repeat(CHARACTERS / NASTY.length + 1).slice(0, CHARACTERS);
const HARM = /Notified everyone|<script>alert|href="(https:\/\/evil|javascript)/;

/** Nothing here limits how fast messages follow one another. */
const clock: Clock = { now: () => new Date(), sleep: async () => undefined };

let folder: string;
let state: State;
let slack: SlackEmulator;
let vitally: VitallyEmulator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-long-'));
  state = openState(folder);
  slack = await createSlack();
  vitally = await createVitally();
});

afterAll(async () => {
  state.close();
  await slack.close();
  await vitally.close();
  await rm(folder, { recursive: true });
});

/** What the mirrors use of a cycle. Salesforce takes whatever it is told. */
function context(): CycleContext {
  const salesforce = { tellRecords: async (updates: unknown[]) => Promise.resolve(updates.map(() => undefined)) };
  const policy = { vitallyRetryMs: 600_000 };
  const cycle = { salesforce, state, clock, policy, log: { warn: () => undefined } };
  return {
    ...{ ...cycle, signal: new AbortController().signal, tally: { traits: 0, messages: 0 } },
  } as unknown as CycleContext;
}

function keep(entry: BacklogEntry): void {
  state.entries.put(entry);
  state.pending.add('slack', entry.id);
  state.pending.add('vitally', entry.accountId ?? '');
}

test('100,000 characters arrive in Slack, harmless and cut in sight', async () => {
  const client = createSlackClient({
    ...{ url: `${slack.url}/api/`, token: slack.token, channel: slack.channel, clock },
  });
  const entry = buildEntry({ accountName: LONG, accountExecutive: LONG, customerEngineer: LONG });
  keep(entry);
  await mirrorSlack(context(), client);
  keep({
    ...entry,
    ...{ status: { value: 'Needs_Info', label: LONG }, question: LONG, priorityReason: LONG, rank: 40 },
    ...{ decision: { value: 'Qualified', label: LONG }, decisionReason: { value: 'x', label: LONG }, nextSteps: LONG },
  });
  await mirrorSlack(context(), client);

  const page = await (await fetch(slack.url)).text();
  expect(page).toContain('Question to the customer engineer');
  expect(page).toContain('&lt;!channel&gt;');
  expect(page).toContain('(cut; the whole text is in Salesforce)');
  expect(page).not.toMatch(HARM);
}, 30_000);

test('100,000 characters arrive in Vitally, harmless and cut in sight', async () => {
  const client = createVitallyClient({ url: vitally.url, apiKey: vitally.apiKey, clock });
  const entry = buildEntry({
    ...{ number: 'IR-00002', status: { value: 'In_Deployment', label: 'In Deployment' }, accountName: LONG },
    delivery: buildDelivery({
      ...{ selectedOn: '2026-10-10', machineTypes: LONG, implementationEngineer: LONG, instanceUrl: LONG },
      updates: [
        { id: 'a08', on: '2026-11-01', health: 'Red', percentComplete: 5, summary: LONG, risks: LONG, next: LONG },
      ],
      documents: [
        { id: 'a07', type: null, title: LONG, url: `https://docs.example/${'x'.repeat(200)}`, isForVitally: true },
        { id: 'a09', type: null, title: 'Bad', url: `javascript:${LONG}`, isForVitally: true },
      ],
    }),
  });
  vitally.addAccount({ externalId: String(entry.accountId), name: LONG });
  keep(entry);
  await mirrorVitally(context(), client);

  const page = await (await fetch(`${vitally.url}/accounts/${String(entry.accountId)}`)).text();
  expect(page).toContain('IR-00002: status update');
  expect(page).toContain('(the rest is in Salesforce)');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toMatch(HARM);
}, 30_000);

test('100,000 characters that a person wrote in Vitally or an app in Slack stand harmless in their pages', async () => {
  const authorization = `Basic ${Buffer.from(`${vitally.apiKey}:`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const ask = async (path: string, body: unknown): Promise<{ id: string }> => {
    const answer = await fetch(`${vitally.url}/resources/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { id: string };
  };
  const { id } = await ask('accounts', { externalId: '001B', name: 'Halcyon', traits: { 'vitally.custom.x': LONG } });
  await ask('notes', {
    accountId: id,
    note: LONG.replaceAll('<script>', '<b><a href="javascript:alert(1)">'),
    noteDate: '2026-11-20',
  });
  await ask('tasks', { accountId: id, name: LONG, description: LONG });
  const post = async (text: string): Promise<unknown> =>
    (
      await fetch(`${slack.url}/api/chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel: slack.channel, text }),
      })
    ).json();

  expect(await post(LONG)).toMatchObject({ ok: false, error: 'msg_too_long' });
  expect(await post('*a* _b_ <https://x.example|c> '.repeat(1300).slice(0, 40_000))).toMatchObject({ ok: true });
  expect(await (await fetch(`${vitally.url}/accounts/001B`)).text()).not.toMatch(HARM);
  const page = await fetch(slack.url);
  expect(page.status).toBe(200);
  expect(await page.text()).not.toMatch(HARM);
}, 30_000);
