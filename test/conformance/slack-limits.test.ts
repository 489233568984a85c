import { afterEach, expect, test } from '@jest/globals';
import { LogLevel, WebClient, WebClientEvent, type WebClientOptions } from '@slack/web-api';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createSlack, type SlackEmulator, type SlackOptions } from '../../emulators/slack/index.ts';

const open = new Set<SlackEmulator>();

afterEach(async () => {
  for (const slack of open) await slack.close();
  open.clear();
});

async function start(options: SlackOptions = {}): Promise<SlackEmulator> {
  const slack = await createSlack(options);
  open.add(slack);
  return slack;
}

function connect(slack: SlackEmulator, options: WebClientOptions = {}): WebClient {
  return new WebClient(slack.token, {
    slackApiUrl: `${slack.url}/api/`,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    ...options,
  });
}

async function call(slack: SlackEmulator, method: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { authorization: `Bearer ${slack.token}`, ...(init.headers as Record<string, string>) };
  return (await fetch(`${slack.url}/api/${method}`, { ...init, headers })).json();
}

test('lets one message a second into a channel when posting is limited', async () => {
  const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  const slack = await start({ clock, limitsPosting: true });
  const client = connect(slack, { rejectRateLimitedCalls: true });
  const post = async (text: string): Promise<unknown> => client.chat.postMessage({ channel: slack.channel, text });

  await post('one');
  await expect(post('two')).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 });
  clock.advance(1000);
  await post('three');

  expect(slack.countMessages()).toBe(2);
});

test('lets any number of messages in when it is not', async () => {
  const slack = await start({ clock: new VirtualClock({ frozenAt: new Date() }) });
  const client = connect(slack);

  for (const text of ['one', 'two', 'three']) await client.chat.postMessage({ channel: slack.channel, text });

  expect(slack.countMessages()).toBe(3);
});

test('the client waits out an injected 429 and posts once', async () => {
  const slack = await start();
  slack.faults.add({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '0' } }, times: 1 });
  const client = connect(slack, { retryConfig: { retries: 1, minTimeout: 0, maxTimeout: 0 } });
  const waits: unknown[] = [];
  client.on(WebClientEvent.RATE_LIMITED, (seconds) => waits.push(seconds));

  await client.chat.postMessage({ channel: slack.channel, text: 'x' });

  expect(waits).toEqual([0]);
  expect(slack.countMessages()).toBe(1);
  expect(slack.requests.list().map(({ status }) => status)).toEqual([429, 200]);
});

test('a lost reply leaves the message in the channel, to be found by its metadata', async () => {
  const slack = await start();
  const client = connect(slack);
  const metadata = { event_type: 'groundwork_request', event_payload: { recordId: 'a00' } };
  slack.faults.add({ fault: { kind: 'replyLost' }, path: 'chat.postMessage', times: 1 });

  await expect(client.chat.postMessage({ channel: slack.channel, text: 'x', metadata })).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });

  const { messages } = await client.conversations.history({ channel: slack.channel, include_all_metadata: true });
  expect(messages?.map((message) => message.metadata)).toEqual([metadata]);
});

test('takes JSON bodies, GET queries and a token among the arguments', async () => {
  const slack = await start();
  const { token, channel } = slack;
  const json = { 'content-type': 'application/json; charset=utf-8' };

  const posted = await call(slack, 'chat.postMessage', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ channel, text: 'a', blocks: [{ type: 'divider' }], reply_broadcast: false }),
  });
  const read = await call(slack, `conversations.history?channel=${channel}&limit=1`);
  const asForm = await fetch(`${slack.url}/api/auth.test`, { method: 'POST', body: new URLSearchParams({ token }) });

  expect(posted).toMatchObject({ ok: true, message: { text: 'a', blocks: [{ type: 'divider', block_id: 'b1' }] } });
  expect(read).toMatchObject({ ok: true, messages: [{ text: 'a' }] });
  expect(await asForm.json()).toMatchObject({ ok: true });
});

test.each([
  ['application/json', '{', 'invalid_json'],
  ['application/json', '[1]', 'json_not_object'],
  ['text/plain', 'channel=x', 'invalid_post_type'],
  ['application/json', '{"channel":{},"text":"x"}', 'invalid_arguments'],
  ['application/json', '{"text":"x"}', 'invalid_arguments'],
])('refuses a %s body of %s', async (type, body, code) => {
  const slack = await start();

  const answer = await call(slack, 'chat.postMessage', { method: 'POST', headers: { 'content-type': type }, body });

  expect(answer).toMatchObject({ ok: false, error: code });
});

test('refuses an argument that it does not know, by name', async () => {
  const slack = await start();

  const answer = await call(slack, 'chat.postMessage', {
    method: 'POST',
    body: new URLSearchParams({ channel: slack.channel, text: 'x', attachments: '[]' }),
  });

  expect(answer).toEqual({
    ok: false,
    error: 'invalid_arguments',
    errors: ['argument not supported by this emulator: attachments'],
    response_metadata: { messages: ['[ERROR] argument not supported by this emulator: attachments'] },
  });
  expect(slack.countMessages()).toBe(0);
});

test('counts the calls of a method by its tier when it is asked to', async () => {
  const clock = new VirtualClock({ frozenAt: new Date('2026-11-22T10:00:00.000Z') });
  const slack = await start({ clock, limitsMethods: true });
  const client = connect(slack, { rejectRateLimitedCalls: true });
  const list = async (): Promise<unknown> => client.conversations.list();

  for (let number = 0; number < 20; number += 1) await list();
  await expect(list()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 60 });
  clock.advance(60_000);

  expect(await list()).toMatchObject({ ok: true });
  expect(await client.auth.test()).toMatchObject({ ok: true });
});
