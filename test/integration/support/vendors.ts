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

interface Told {
  ts: string;
  text: string;
}

/** The message about a request and the replies to it, the oldest first. */
export async function readThread({ slack }: Emulators, id: string): Promise<{ root: Told; replies: Told[] }> {
  const ask = async (path: string): Promise<Told[]> => {
    const answer = await fetch(`${slack.url}/api/${path}`, { headers: { authorization: `Bearer ${slack.token}` } });
    return ((await answer.json()) as { messages: Told[] }).messages;
  };
  const roots = (await ask(`conversations.history?channel=${slack.channel}&limit=200`)).filter(({ text }) =>
    text.includes(id),
  );
  const [root] = roots;
  if (root === undefined || roots.length > 1) throw new RangeError(`${roots.length} messages are about ${id}`);
  const [, ...replies] = await ask(`conversations.replies?channel=${slack.channel}&ts=${root.ts}`);
  return { root, replies };
}
