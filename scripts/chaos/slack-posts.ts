import type { BacklogEntry } from '../../sync/mapping/index.ts';
import type { World } from './world.ts';

/** Posts whose answer the service cannot have read: each may be repeated once. */
export interface Posts {
  unread(): number;
  stop(): void;
}

export function watchPosts({ slack }: World): Posts {
  let arrived = 0;
  let answered = 0;
  const stop = slack.requests.subscribe(({ path }, moment) => {
    if (!path.includes('chat.postMessage')) return;
    if (moment === 'arrived') arrived += 1;
    else answered += 1;
  });
  return { unread: () => arrived - answered, stop };
}

export interface Message {
  ts: string;
  reply_count?: number;
  metadata?: { event_payload: { recordId: string } };
}

/**
 * Every request that somebody may see is announced, and its decision is told in the thread; each no more often than
 * answers were lost.
 */
export async function judgeMessages(
  world: World,
  expected: readonly BacklogEntry[],
  posts: Posts,
  takenOut: ReadonlySet<string>,
): Promise<string[]> {
  const roots = await listMessages(world);
  const replies: Message[] = [];
  for (const { ts, reply_count: count = 0 } of roots) {
    if (count > 0) replies.push(...(await ask(world, 'conversations.replies', ts)).filter((one) => one.ts !== ts));
  }
  // Of a message with replies that was taken out, Slack keeps a stone that says no more than that.
  const keys = [...roots, ...replies].flatMap(({ metadata }) => metadata?.event_payload.recordId ?? []);
  const counts = Map.groupBy(keys, (key) => key);
  const repeated = [...counts].filter(([, { length }]) => length > 1);
  const extra = repeated.reduce((sum, [, { length }]) => sum + length - 1, 0);
  const problems: string[] = [];
  if (extra > posts.unread()) {
    const often = repeated.map(([key, { length }]) => `${length} of ${key}`).join(', ');
    problems.push(`Slack has ${extra} messages too many after ${posts.unread()} lost answers: ${often}`);
  }
  const silent = world.office
    .requests()
    .filter(({ id, isDeleted }) => !isDeleted && !counts.has(id) && !takenOut.has(id));
  problems.push(...silent.map(({ name }) => `Slack has no message about ${name}`));
  const told = [...counts.keys()];
  for (const { id, number, decision } of expected) {
    if (decision === null || decision.value === 'Pending') continue;
    const isTold = told.some((key) => key.startsWith(`${id}/`) && key.endsWith(`/decision/${decision.value}`));
    if (!isTold) problems.push(`Slack was not told of the decision about ${number}: ${decision.value}`);
  }
  return problems;
}

/** What stands in the channel itself. */
export async function listMessages(world: World): Promise<Message[]> {
  return ask(world, 'conversations.history');
}

/** Takes a message out of the channel, as an administrator does. */
export async function takeOut({ slack }: World, { ts }: Message): Promise<void> {
  await fetch(`${slack.url}/api/chat.delete`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: slack.channel, ts }),
  });
}

async function ask({ slack }: World, method: string, ts?: string): Promise<Message[]> {
  const query = new URLSearchParams({ channel: slack.channel, limit: '999', include_all_metadata: 'true' });
  if (ts !== undefined) query.set('ts', ts);
  const answer = await fetch(`${slack.url}/api/${method}?${query.toString()}`, {
    headers: { authorization: `Bearer ${slack.token}` },
  });
  const { messages } = (await answer.json()) as { messages?: Message[] };
  if (messages === undefined) throw new Error(`Slack, ${method}: ${answer.status}`);
  return messages;
}
