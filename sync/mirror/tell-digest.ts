import { HOUR } from '../clock.ts';
import { toDigest, type Moves } from '../mapping/index.ts';
import type { SlackClient } from '../slack/index.ts';
import type { WaitingChapter } from '../state/index.ts';
import type { CycleContext } from './context.ts';
import { postOnce } from './post-once.ts';
import { quietUntil } from './quiet-hours.ts';

/** There is one digest a day. */
const SEARCH_BACK_MS = 24 * HOUR;

type Due = WaitingChapter & { id: string };

/** Tells the channel of the small moves that wait for this hour, all in one message. One that may stand is looked for. */
export async function tellDigest(context: CycleContext, slack: SlackClient): Promise<void> {
  const { state, clock, policy } = context;
  const now = clock.now();
  if (policy.digestHour === undefined || quietUntil(now, policy.quietHours) !== undefined) return;
  const due = state.stories.smallDue(now);
  for (const [attempt, chapters] of Map.groupBy(due, ({ attemptedAt }) => attemptedAt?.getTime())) {
    await tellOnce(context, slack, chapters, attempt === undefined ? undefined : new Date(attempt));
  }
}

/** `attemptedAt`: the same chapters were sent then, and nobody knows whether they arrived. */
async function tellOnce(
  context: CycleContext,
  slack: SlackClient,
  chapters: readonly Due[],
  attemptedAt: Date | undefined,
): Promise<void> {
  const { state, clock } = context;
  const numbers = chapters.map(({ number }) => number);
  const moves = toMoves(state, chapters);
  if (moves.length === 0) {
    state.transaction(() => state.stories.done(numbers));
    return;
  }
  const at = attemptedAt ?? clock.now();
  const posting = { numbers, key: `digest ${at.toISOString()}`, attemptedAt, searchBackMs: SEARCH_BACK_MS, at };
  await postOnce(context, slack, posting, () => toDigest(moves));
}

/** By request, as they are called now; of one that was deleted there is nothing to tell. */
function toMoves({ entries }: CycleContext['state'], chapters: readonly Due[]): Moves[] {
  return [...Map.groupBy(chapters, ({ id }) => id)].flatMap(([id, own]) => {
    const entry = entries.find(id);
    return entry === undefined ? [] : [{ entry, chapters: own.map(({ chapter }) => chapter) }];
  });
}
