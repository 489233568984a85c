import type { Emulators } from './start-landscape.ts';

/** An account's traits in Vitally, as its API tells them. */
export async function readTraits({ vitally }: Emulators, accountId: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${vitally.url}/resources/accounts/${accountId}`, {
    headers: { authorization: `Basic ${Buffer.from(`${vitally.apiKey}:`).toString('base64')}` },
  });
  return ((await answer.json()) as { traits: Record<string, unknown> }).traits;
}

/** The texts of the channel's messages, the oldest first. */
export async function readMessages({ slack }: Emulators): Promise<string[]> {
  const answer = await fetch(`${slack.url}/api/conversations.history?channel=${slack.channel}&limit=200`, {
    headers: { authorization: `Bearer ${slack.token}` },
  });
  const { messages } = (await answer.json()) as { messages: { text: string }[] };
  return messages.map(({ text }) => text).toReversed();
}
