import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LogLevel, WebClient, type ConversationsHistoryResponse, type WebClientOptions } from '@slack/web-api';
import { VirtualClock } from '../../emulators/core/index.ts';
import { coverage, createSlack, type SlackEmulator } from '../../emulators/slack/index.ts';

let clock: VirtualClock;
let slack: SlackEmulator;
let client: WebClient;

beforeEach(async () => {
  clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  slack = await createSlack({
    clock,
    channels: [
      { name: 'ask-implementation' },
      { name: 'elsewhere', isMember: false },
      { name: 'old', isArchived: true },
    ],
  });
  client = connect();
});

afterEach(async () => {
  await slack.close();
});

function connect(token: string | undefined = slack.token, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${slack.url}/api/`,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    ...options,
  });
}

/** What the client throws for this call: the vendor's error code. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'none',
    (error: unknown) => (error as { data?: { error?: string } }).data?.error,
  );
}

function channelId(name: string): string {
  return slack.channels.find((channel) => channel.name === name)?.id ?? '';
}

async function post(text: string, more: Record<string, unknown> = {}): Promise<string> {
  const { ts } = await client.chat.postMessage({ channel: slack.channel, text, ...more });
  return ts ?? '';
}

async function history(more: Record<string, unknown> = {}): Promise<(string | undefined)[]> {
  const { messages } = await client.conversations.history({ channel: slack.channel, ...more });
  return (messages ?? []).map(({ text }) => text);
}

test('tells a bot who it is and what it may do', async () => {
  const answer = await client.auth.test();

  expect(answer).toMatchObject({ ok: true, url: `${slack.url}/`, user: 'groundwork', team: 'Groundwork' });
  expect(answer.response_metadata?.scopes).toContain('chat:write');
  expect((await client.api.test()).ok).toBe(true);
});

test('refuses no token and a wrong token', async () => {
  expect(await refusal(new WebClient(undefined, { slackApiUrl: `${slack.url}/api/` }).auth.test())).toBe('not_authed');
  expect(await refusal(connect('xoxb-wrong').auth.test())).toBe('invalid_auth');
});

test('posts a message that can be read back as it was sent', async () => {
  const blocks = [{ type: 'section', block_id: 's', text: { type: 'mrkdwn', text: '*IR-00001* &amp; more' } }];
  const posted = await client.chat.postMessage({ channel: slack.channel, text: 'IR-00001', blocks });

  const { messages, has_more } = await client.conversations.history({ channel: slack.channel });
  expect(posted).toMatchObject({ ok: true, channel: slack.channel, ts: '1795341600.000000' });
  expect(posted.message).toMatchObject({ type: 'message', text: 'IR-00001', ts: '1795341600.000000', blocks });
  expect(messages).toEqual([posted.message]);
  expect(has_more).toBe(false);
});

test('gives each message a later ts, also when the clock stands still', async () => {
  expect([await post('one'), await post('two'), await post('three')]).toEqual([
    '1795341600.000000',
    '1795341600.000001',
    '1795341600.000002',
  ]);
});

test('finds a channel by name for posting, and by id only for everything else', async () => {
  const posted = await client.chat.postMessage({ channel: '#ask-implementation', text: 'hello' });

  expect(posted.channel).toBe(slack.channel);
  expect(await refusal(client.conversations.history({ channel: '#ask-implementation' }))).toBe('channel_not_found');
});

test.each([
  ['nowhere', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
  ['nothing', { channel: '#ask-implementation', text: '' }, 'no_text'],
  ['too much', { channel: '#ask-implementation', text: 'x'.repeat(40_001) }, 'msg_too_long'],
  ['where it was not invited', { channel: '#elsewhere', text: 'x' }, 'not_in_channel'],
  ['in an archived channel', { channel: '#old', text: 'x' }, 'is_archived'],
  ['in no thread', { channel: '#ask-implementation', text: 'x', thread_ts: '1.000000' }, 'thread_not_found'],
])('refuses to post %s', async (_where, message, code) => {
  expect(await refusal(client.apiCall('chat.postMessage', message))).toBe(code);
});

test('keeps metadata and returns it only when asked', async () => {
  const metadata = { event_type: 'groundwork_request', event_payload: { recordId: 'a00000000000001AAA' } };
  await post('IR-00001', { metadata });

  const plain = await client.conversations.history({ channel: slack.channel });
  const whole = await client.conversations.history({ channel: slack.channel, include_all_metadata: true });
  expect(plain.messages?.[0]).not.toHaveProperty('metadata');
  expect(whole.messages?.[0]?.metadata).toEqual(metadata);
});

test.each([
  ['"text"', 'invalid_metadata_format'],
  ['{', 'invalid_metadata_format'],
  ['{"event_type":"x"}', 'invalid_metadata_schema'],
])('refuses the metadata %s', async (metadata, code) => {
  expect(await refusal(client.apiCall('chat.postMessage', { channel: slack.channel, text: 'x', metadata }))).toBe(code);
});

test('changes a message in place and keeps its metadata', async () => {
  const metadata = { event_type: 'x', event_payload: { key: 'k' } };
  const ts = await post('Submitted', { metadata });
  clock.advance(5000);
  const updated = await client.chat.update({ channel: slack.channel, ts, text: 'In Triage' });

  expect(updated).toMatchObject({ ok: true, channel: slack.channel, ts, text: 'In Triage' });
  const { messages } = await client.conversations.history({ channel: slack.channel, include_all_metadata: true });
  expect(messages).toHaveLength(1);
  expect(messages?.[0]).toMatchObject({ text: 'In Triage', metadata, edited: { ts: '1795341605.000000' } });
});

test('takes the blocks away when only text is given, and marks no edit when blocks are', async () => {
  const blocks = [{ type: 'divider' as const, block_id: 'd' }];
  const ts = await post('first', { blocks });

  const withBlocks = await client.chat.update({ channel: slack.channel, ts, text: 'second', blocks });
  const withoutBlocks = await client.chat.update({ channel: slack.channel, ts, text: 'third' });

  expect(withBlocks.message).toMatchObject({ blocks });
  expect(withBlocks.message).not.toHaveProperty('edited');
  expect(withoutBlocks.message).not.toHaveProperty('blocks');
  expect(withoutBlocks.message).toHaveProperty('edited');
});

test('deletes a message, and leaves a tombstone where there are replies', async () => {
  const lone = await post('alone');
  const parent = await post('with replies');
  await post('reply', { thread_ts: parent });
  await client.chat.delete({ channel: slack.channel, ts: lone });
  await client.chat.delete({ channel: slack.channel, ts: parent });

  expect(await history()).toEqual(['This message was deleted.']);
  expect(await refusal(client.chat.delete({ channel: slack.channel, ts: lone }))).toBe('message_not_found');
  expect(await refusal(client.chat.update({ channel: slack.channel, ts: parent, text: 'x' }))).toBe(
    'message_not_found',
  );
});

test('pages through the history, newest first', async () => {
  for (const text of ['a', 'b', 'c', 'd', 'e']) await post(text);

  const pages: (string | undefined)[][] = [];
  for await (const page of client.paginate('conversations.history', { channel: slack.channel, limit: 2 })) {
    pages.push((page as ConversationsHistoryResponse).messages?.map(({ text }) => text) ?? []);
  }

  expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
});

test('bounds the history by oldest and latest, inclusive only when asked', async () => {
  const first = await post('a');
  await post('b');
  const last = await post('c');

  expect(await history({ oldest: first })).toEqual(['c', 'b']);
  expect(await history({ latest: last })).toEqual(['b', 'a']);
  expect(await history({ oldest: first, latest: last })).toEqual(['b']);
  expect(await history({ oldest: first, latest: last, inclusive: true })).toEqual(['c', 'b', 'a']);
  expect(await history({ oldest: '1795341601' })).toEqual([]);
});

test.each([
  [{ limit: 0 }, 'invalid_limit'],
  [{ cursor: 'nonsense' }, 'invalid_cursor'],
  [{ oldest: 'yesterday' }, 'invalid_ts_oldest'],
  [{ latest: 'now' }, 'invalid_ts_latest'],
])('refuses a history with %j', async (span, code) => {
  expect(await refusal(client.conversations.history({ channel: slack.channel, ...span }))).toBe(code);
});

test('keeps replies in their thread, out of the channel unless broadcast', async () => {
  const parent = await post('parent');
  await post('quiet', { thread_ts: parent });
  const loud = await post('loud', { thread_ts: parent, reply_broadcast: true });

  const { messages } = await client.conversations.replies({ channel: slack.channel, ts: parent });
  expect(messages?.map(({ text }) => text)).toEqual(['parent', 'quiet', 'loud']);
  expect(messages?.[0]).toMatchObject({ reply_count: 2, latest_reply: loud, thread_ts: parent });
  expect(messages?.[1]).toMatchObject({ thread_ts: parent });
  expect(await history()).toEqual(['loud', 'parent']);
  expect(await refusal(client.chat.postMessage({ channel: slack.channel, text: 'x', thread_ts: loud }))).toBe(
    'cannot_reply_to_message',
  );
});

test('tells of its channels and where a message is read', async () => {
  const ts = await post('hello');
  const { channels } = await client.conversations.list({ exclude_archived: true });
  const { channel } = await client.conversations.info({ channel: channelId('old') });
  const { permalink } = await client.chat.getPermalink({ channel: slack.channel, message_ts: ts });

  expect(channels?.map(({ name, is_member }) => [name, is_member])).toEqual([
    ['ask-implementation', true],
    ['elsewhere', false],
  ]);
  expect(channel).toMatchObject({ name: 'old', is_archived: true });
  expect(permalink).toBe(`${slack.url}/archives/${slack.channel}/p1795341600000000`);
  expect((await fetch(permalink ?? '')).status).toBe(200);
});

const refused = coverage.filter(({ status, route }) => status === 'refused' && route.includes('/api/'));

test.each(refused.map(({ route }) => route.split('/api/')[1] ?? ''))('does not know %s', async (method) => {
  expect(await refusal(client.apiCall(method))).toBe('unknown_method');
});
