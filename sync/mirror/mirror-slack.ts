import { SyncError } from '../errors.ts';
import { factsOf, nextCall, openingFacts, planStory, type BacklogEntry, type Chapter } from '../mapping/index.ts';
import type { SlackClient } from '../slack/index.ts';
import type { WaitingChapter } from '../state/index.ts';
import { announce, keepTrue, resolve, toChannelMessage, withdrawn, type Standing } from './announce.ts';
import type { CycleContext } from './context.ts';
import { eachDue } from './each-due.ts';
import { nextHour, quietUntil } from './quiet-hours.ts';
import { tellChapters } from './tell-chapters.ts';
import { tellDigest } from './tell-digest.ts';

/**
 * Announces each request once, keeps its message true and tells its story in the thread: one after the other. Small moves
 * of all of them wait for the digest, where there is one.
 */
export async function mirrorSlack(context: CycleContext, slack: SlackClient): Promise<void> {
  const { state } = context;
  await eachDue(context, 'slack', async (id) => {
    const entry = state.entries.find(id);
    if (entry === undefined) {
      await withdraw(context, slack, id);
      state.pending.done('slack', id);
      return;
    }
    const again = await mirrorRequest(context, slack, entry);
    if (again === undefined) state.pending.done('slack', id);
    else state.pending.postpone('slack', id, again);
  });
  await tellDigest(context, slack);
}

/** Answers when to look at the request again, though nothing of it changes. */
async function mirrorRequest(
  context: CycleContext,
  slack: SlackClient,
  entry: BacklogEntry,
): Promise<Date | undefined> {
  const { state, clock, policy } = context;
  const { id } = entry;
  await plan(context, slack, entry);
  const message = state.messages.find(id);
  const waiting = ofThread(context, id);
  if (message?.status === 'skipped' && waiting.length === 0) return nextLook(context, entry);

  const now = clock.now();
  const quiet = quietUntil(now, policy.quietHours);
  const due = quiet === undefined ? waiting.filter(({ notBefore }) => notBefore <= now) : [];
  if (standing(state.messages.find(id), slack) === undefined) {
    if (quiet !== undefined) return quiet;
    if (message?.status !== 'skipped' || due.length > 0) {
      const told = state.stories.find(id)?.shown;
      if (told !== undefined) await announce(context, slack, entry, told);
    }
  }
  const root = standing(state.messages.find(id), slack);
  if (root === undefined) return nextLook(context, entry);
  await tell(context, slack, id, root, due);
  if (state.stories.waiting(id).every(({ chapter }) => chapter.isSmall)) state.stories.caughtUp(id);
  const told = state.stories.find(id)?.shown;
  if (told !== undefined) await keepTrue(context, slack, id, root, toChannelMessage(entry, told));
  return nextLook(context, entry);
}

/** Finds out what happened since the thread was told something, and keeps it with the times at which it may be told. */
async function plan(context: CycleContext, slack: SlackClient, entry: BacklogEntry): Promise<void> {
  const { state, clock } = context;
  const { id } = entry;
  let message = state.messages.find(id);
  const hadStory = state.stories.find(id) !== undefined;
  if (message?.status === 'sending') {
    await resolve(context, slack, id, message.attemptedAt);
    message = state.messages.find(id);
  }
  const today = clock.now().toISOString().slice(0, 10);
  if (state.stories.find(id) === undefined) {
    state.stories.begin(id, message === undefined ? openingFacts(entry) : factsOf(entry, today));
  }
  keepChapters(context, entry, message?.status === 'skipped', !hadStory && message?.status === 'sent');
  if (message?.status !== 'skipped' || state.stories.waiting(id).length === 0) return;
  // It was announced before the memory was lost, or before there was one, or never.
  const found = await resolve(context, slack, id, new Date(entry.createdAt));
  if (found === 'found') keepChapters(context, entry, false, true);
}

/** `mayBeTold`: the thread may have been told already, by a service whose memory was lost. */
function keepChapters({ state, clock, policy }: CycleContext, entry: BacklogEntry, isOld: boolean, mayBeTold: boolean) {
  const story = state.stories.find(entry.id);
  if (story === undefined) return;
  const now = clock.now();
  const { chapters, facts } = planStory(entry, story.facts, now.toISOString().slice(0, 10));
  const digest = policy.digestHour === undefined ? now : nextHour(now, policy.digestHour);
  // Of a request that was never announced, the channel hears when there is something to hear.
  const told = isOld ? chapters.filter(({ isSmall }) => !isSmall) : chapters;
  state.transaction(() => {
    for (const chapter of told) {
      state.stories.add(
        entry.id,
        chapter,
        chapter.isSmall ? digest : now,
        // A digest names too many to be looked for one by one.
        mayBeTold && !isForDigest(policy, chapter) ? new Date(entry.createdAt) : undefined,
      );
    }
    state.stories.proceed(entry.id, facts);
  });
}

/** A thread whose first message was taken out of the channel gets a new one in the next cycle. */
async function tell(
  context: CycleContext,
  slack: SlackClient,
  id: string,
  root: Standing,
  due: readonly WaitingChapter[],
): Promise<void> {
  try {
    await tellChapters(context, slack, root.ts, due);
  } catch (error) {
    if (error instanceof SyncError && error.details['code'] === 'thread_not_found') context.state.messages.forget(id);
    throw error;
  }
}

/** What the thread was told stays remembered: a request that is brought back goes on from there. */
async function withdraw(context: CycleContext, slack: SlackClient, id: string): Promise<void> {
  const { state } = context;
  const message = state.messages.find(id);
  if (message?.status === 'sending') await resolve(context, slack, id, message.attemptedAt);
  const root = standing(state.messages.find(id), slack);
  if (root !== undefined) await keepTrue(context, slack, id, root, withdrawn(id));
}

/** The message, when it stands in the channel that is configured now. */
function standing(message: ReturnType<CycleContext['state']['messages']['find']>, slack: SlackClient) {
  return message?.status === 'sent' && message.channel === slack.channel ? message : undefined;
}

function nextLook(context: CycleContext, entry: BacklogEntry): Date | undefined {
  const { state, clock, policy } = context;
  const now = clock.now();
  const times = ofThread(context, entry.id).map(({ notBefore }) => notBefore);
  const call = nextCall(entry, state.stories.find(entry.id)?.facts ?? factsOf(entry, ''));
  if (call !== null) times.push(new Date(`${call}T00:00:00.000Z`));
  const next = times.filter((time) => time > now).toSorted((a, b) => a.getTime() - b.getTime())[0];
  const quiet = quietUntil(now, policy.quietHours);
  const isHeldBack = quiet !== undefined && times.some((time) => time <= now);
  return isHeldBack ? quiet : next;
}

/** What the thread has still to be told: what the digest tells of all requests is not among it. */
function ofThread({ state, policy }: CycleContext, id: string): WaitingChapter[] {
  return state.stories.waiting(id).filter(({ chapter }) => !isForDigest(policy, chapter));
}

function isForDigest({ digestHour }: CycleContext['policy'], { isSmall }: Chapter): boolean {
  return isSmall && digestHour !== undefined;
}
