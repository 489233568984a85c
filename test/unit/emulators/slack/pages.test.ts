import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../../../emulators/core/index.ts';
import { createSlack, type SlackEmulator } from '../../../../emulators/slack/index.ts';

let slack: SlackEmulator;

beforeEach(async () => {
  slack = await createSlack({ clock: new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') }) });
});

afterEach(async () => {
  await slack.close();
});

async function post(message: Record<string, unknown>, to = slack): Promise<string> {
  const response = await fetch(`${to.url}/api/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${to.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: to.channel, ...message }),
  });
  return ((await response.json()) as { ts: string }).ts;
}

async function open(path = '/', at = slack): Promise<string> {
  return (await (await fetch(`${at.url}${path}`)).text()).replace(/\s+/g, ' ');
}

test('an empty channel says what will come', async () => {
  expect(await open()).toContain('Nobody has written here yet.');
});

test('messages stand in the order in which they came, replies under their parent', async () => {
  const parent = await post({ text: 'first' });
  await post({ text: 'second' });
  await post({ text: 'an answer', thread_ts: parent });

  const page = await open();

  const texts = [...page.matchAll(/<p>(first|second|an answer)<\/p>/g)].map(([, text]) => text);
  expect(texts).toEqual(['first', 'an answer', 'second']);
  expect(page).toContain('aria-label="1 reply"');
});

test('blocks take the place of the text, and buttons with an address are links', async () => {
  await post({
    text: 'only for the notification',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'IR-00001 <b>' } },
      { type: 'section', fields: [{ type: 'mrkdwn', text: '*Status*\nSubmitted' }] },
      {
        type: 'actions',
        elements: [
          { type: 'button', text: { type: 'plain_text', text: 'Open' }, url: 'https://example.com/r' },
          { type: 'button', text: { type: 'plain_text', text: 'Claim' }, action_id: 'claim' },
        ],
      },
    ],
  });

  const page = await open();

  expect(page).not.toContain('only for the notification');
  expect(page).toContain('<p class="block-header">IR-00001 &lt;b&gt;</p>');
  expect(page).toContain('<strong>Status</strong><br />Submitted');
  expect(page).toContain('<a class="button plain" href="https://example.com/r">Open</a>');
  expect(page).toContain('disabled>Claim</button>');
});

test('what an app would be told is shown and does nothing, and Markdown proper is text', async () => {
  const plain = (text: string) => ({ type: 'plain_text', text });
  const options = [{ text: plain('One'), value: '1' }];
  await post({
    text: 'x',
    blocks: [
      { type: 'actions', elements: [{ type: 'static_select', options, placeholder: plain('Who?') }] },
      { type: 'section', text: plain('y'), accessory: { type: 'overflow', options } },
      { type: 'image', image_url: 'https://x.example/a.png', alt_text: 'A <map>' },
      { type: 'markdown', text: '# Title <!channel>' },
    ],
  });

  const page = await open();

  expect(page).toContain('disabled>Who? …</button>');
  expect(page).toContain('disabled>More …</button>');
  expect(page).toContain('A &lt;map&gt;');
  expect(page).toContain('# Title &lt;!channel&gt;');
  expect(page).not.toContain('x.example');
  expect((await fetch(`${slack.url}/services/T0/B0/secret`, { method: 'POST', body: '{}' })).status).toBe(404);
});

test.each([
  ['in the text', { text: 'Evil <!channel> Corp' }],
  ['behind blocks', { text: '<!channel>', blocks: [{ type: 'divider' }] }],
  ['in a block', { text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }] }],
])('a ping %s is shown', async (_where, message) => {
  await post(message);

  expect(await open()).toContain('Notified everyone');
});

test.each([
  ['escaped', { text: 'Evil &lt;!channel&gt; Corp' }],
  ['plain', { text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: '<!channel>' } }] }],
])('a ping that is %s is only text', async (_how, message) => {
  await post(message);

  const page = await open();

  expect(page).toContain('&lt;!channel&gt;');
  expect(page).not.toContain('Notified everyone');
});

test('a permalink leads to the message in its channel', async () => {
  const ts = await post({ text: 'here' });
  const id = `p${ts.replace('.', '')}`;

  const response = await fetch(`${slack.url}/archives/${slack.channel}/${id}`, { redirect: 'manual' });

  expect(response.headers.get('location')).toBe(`/archives/${slack.channel}#${id}`);
  expect(await open(`/archives/${slack.channel}`)).toContain(`<li id="${id}">`);
});

test('a channel that is not there is a 404', async () => {
  expect((await fetch(`${slack.url}/archives/C0`)).status).toBe(404);
});

test('token, channel and messages outlive the process; a reset forgets the messages', async () => {
  const state = await mkdtemp(join(tmpdir(), 'slack-'));
  const first = await createSlack({ state });
  const ts = await post({ text: 'kept' }, first);
  await first.close();

  const second = await createSlack({ state });
  try {
    expect(second.token).toBe(first.token);
    expect(second.channel).toBe(first.channel);
    expect(await open('/', second)).toContain(`<li id="p${ts.replace('.', '')}">`);
    await second.reset();
    expect(second.countMessages()).toBe(0);
  } finally {
    await second.close();
    await rm(state, { recursive: true });
  }
});
