import type { World } from './world.ts';

/** Posts whose answer the service cannot have read: each may be repeated once. */
export interface Posts {
  unread(): number;
  stop(): void;
}

export function watchPosts({ slack }: World): Posts {
  let arrived = 0;
  let answered = 0;
  const stop = slack.requests.subscribe(({ path, status }, moment) => {
    if (!path.includes('chat.postMessage')) return;
    if (moment === 'arrived') arrived += 1;
    else if (status === 200) answered += 1;
  });
  return { unread: () => arrived - answered, stop };
}

/** Every request that somebody may see is announced, and no more often than answers were lost. */
export async function judgeMessages({ slack, office }: World, posts: Posts): Promise<string[]> {
  const answer = await fetch(
    `${slack.url}/api/conversations.history?channel=${slack.channel}&limit=999&include_all_metadata=true`,
    { headers: { authorization: `Bearer ${slack.token}` } },
  );
  const { messages } = (await answer.json()) as {
    messages: { metadata?: { event_payload: { recordId: string } } }[];
  };
  const counts = new Map<string, number>();
  for (const { metadata } of messages) {
    const id = metadata?.event_payload.recordId ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const extra = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  const problems =
    extra > posts.unread() ? [`Slack has ${extra} messages too many after ${posts.unread()} lost answers`] : [];
  const silent = office.requests().filter(({ id, isDeleted }) => !isDeleted && !counts.has(id));
  return [...problems, ...silent.map(({ name }) => `Slack has no message about ${name}`)];
}
