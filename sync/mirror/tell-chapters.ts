import { HOUR } from '../clock.ts';
import { mergeChapters, toChapterMessage, type Chapter } from '../mapping/index.ts';
import type { SlackClient } from '../slack/index.ts';
import type { WaitingChapter } from '../state/index.ts';
import type { CycleContext } from './context.ts';
import { findPeople } from './find-people.ts';
import { postOnce } from './post-once.ts';

/** One reply: chapters that waited together, and when it was tried to send them. */
interface Reply {
  numbers: number[];
  chapter: Chapter;
  attemptedAt: Date | undefined;
}

const SEARCH_BACK_MS = HOUR;

/** Tells the thread what is due, in order. What may have arrived is looked for before it is sent again. */
export async function tellChapters(
  context: CycleContext,
  slack: SlackClient,
  thread: string,
  due: readonly WaitingChapter[],
): Promise<void> {
  for (const { chapter, ...reply } of toReplies(due)) {
    const posting = { ...reply, key: chapter.key, thread, searchBackMs: SEARCH_BACK_MS };
    await postOnce(context, slack, posting, async () =>
      toChapterMessage(chapter, await findPeople(context, slack, chapter.people)),
    );
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
