import { afterEach, expect, test } from '@jest/globals';
import { LogLevel, WebClient } from '@slack/web-api';
import { createSlack, type SlackEmulator, type SlackOptions } from '../../emulators/slack/index.ts';

let slack: SlackEmulator;

afterEach(() => slack.close());

async function start(options: SlackOptions): Promise<WebClient> {
  slack = await createSlack(options);
  return new WebClient(slack.token, {
    slackApiUrl: `${slack.url}/api/`,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'none',
    (error: unknown) => (error as { data?: unknown }).data,
  );
}

const ANA = { name: 'Ana "Annie" Ruiz', email: 'ana@groundwork.example' };

test('finds a member by the e-mail address, without regard to case, and nobody else', async () => {
  const client = await start({ people: [ANA] });

  const { user } = await client.users.lookupByEmail({ email: 'ANA@groundwork.example' });

  expect(user).toMatchObject({ id: slack.people[0]?.id, real_name: ANA.name, profile: { email: ANA.email } });
  expect(await refusal(client.users.lookupByEmail({ email: 'who@groundwork.example' }))).toMatchObject({
    error: 'users_not_found',
  });
});

test('shows a person who is mentioned by name', async () => {
  const client = await start({ people: [ANA] });
  const mention = `<@${String(slack.people[0]?.id)}>`;

  await client.chat.postMessage({
    channel: slack.channel,
    text: mention,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: mention } }],
  });

  expect(await (await fetch(slack.url)).text()).toContain('@Ana &quot;Annie&quot; Ruiz');
});

test('tells which scope a method lacks, and what was granted', async () => {
  const client = await start({ scopes: ['chat:write', 'channels:read'] });

  expect(await refusal(client.users.lookupByEmail({ email: ANA.email }))).toMatchObject({
    error: 'missing_scope',
    needed: 'users:read.email',
    provided: 'chat:write,channels:read',
  });
});

test('refuses everything once the token is revoked', async () => {
  const client = await start({});

  slack.revokeToken();

  expect(await refusal(client.auth.test())).toMatchObject({ error: 'token_revoked' });
});
