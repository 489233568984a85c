import { mergeChapters, toChapterMessage, type Chapter } from '../mapping/index.ts';
import { DeliveryUnknownError, type SlackClient } from '../slack/index.ts';
import type { WaitingChapter } from '../state/index.ts';
import type { CycleContext } from './context.ts';
import { findPeople } from './find-people.ts';

/** One reply: chapters that waited together, and when it was tried to send them. */
interface Reply {
  numbers: number[];
  chapter: Chapter;
  attemptedAt: Date | undefined;
}

/** How far before an attempt its reply is looked for: Slack's clock and ours need not agree. */
const SEARCH_BACK_MS = 60 * 60 * 1000;

/** Tells the thread what is due, in order. What may have arrived is looked for before it is sent again. */
export async function tellChapters(
  context: CycleContext,
  slack: SlackClient,
  thread: string,
  due: readonly WaitingChapter[],
): Promise<void> {
  const { state, clock, tally } = context;
  for (const { numbers, chapter, attemptedAt } of toReplies(due)) {
    const isThere =
      attemptedAt !== undefined &&
      (await slack.findMessage(chapter.key, new Date(attemptedAt.getTime() - SEARCH_BACK_MS), thread)) !== undefined;
    if (!isThere) {
      const message = {
        key: chapter.key,
        ...toChapterMessage(chapter, await findPeople(context, slack, chapter.people)),
      };
      state.transaction(() => {
        for (const number of numbers) state.stories.sending(number, clock.now());
      });
      try {
        await slack.post(message, thread);
      } catch (error) {
        if (!(error instanceof DeliveryUnknownError)) for (const number of numbers) state.stories.unsent(number);
        throw error;
      }
      tally.messages += 1;
    }
    state.transaction(() => state.stories.done(numbers));
  }
}

/** Small ones that stand beside one another become one reply, unless some may have been sent and others not. */
function toReplies(due: readonly WaitingChapter[]): Reply[] {
  const groups: WaitingChapter[][] = [];
  for (const one of due) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const isTogether =
      before !== undefined &&
      before.chapter.isSmall &&
      one.chapter.isSmall &&
      before.attemptedAt?.getTime() === one.attemptedAt?.getTime();
    if (isTogether) last?.push(one);
    else groups.push([one]);
  }
  return groups.flatMap((group) => {
    const [first, ...more] = group;
    if (first === undefined) return [];
    return {
      numbers: group.map(({ number }) => number),
      chapter: mergeChapters([first.chapter, ...more.map(({ chapter }) => chapter)]),
      attemptedAt: first.attemptedAt,
    };
  });
}
