import type { Message } from '../mapping/index.ts';
import { DeliveryUnknownError, type SlackClient } from '../slack/index.ts';
import type { CycleContext } from './context.ts';

/** Chapters that are one message, in the channel or in a thread. */
export interface Posting {
  numbers: readonly number[];
  key: string;
  thread?: string;
  /** When it was tried to send them, if nobody knows what became of that. */
  attemptedAt: Date | undefined;
  /** How far before that attempt the message is looked for: Slack's clock and ours need not agree. */
  searchBackMs: number;
  /** What counts as the time of this attempt; now, unless told. */
  at?: Date;
}

/** Sends a message unless it stands there already; once it does, its chapters are told. The intent is kept before the call. */
export async function postOnce(
  { state, clock, tally }: CycleContext,
  slack: SlackClient,
  { numbers, key, thread, attemptedAt, searchBackMs, at }: Posting,
  compose: () => Message | Promise<Message>,
): Promise<void> {
  const each = (work: (number: number) => void): void => {
    state.transaction(() => {
      for (const number of numbers) work(number);
    });
  };
  const isThere =
    attemptedAt !== undefined &&
    (await slack.findMessage(key, new Date(attemptedAt.getTime() - searchBackMs), thread)) !== undefined;
  if (!isThere) {
    const message = { key, ...(await compose()) };
    const now = at ?? clock.now();
    each((number) => state.stories.sending(number, now));
    try {
      await slack.post(message, thread);
    } catch (error) {
      if (!(error instanceof DeliveryUnknownError)) each((number) => state.stories.unsent(number));
      throw error;
    }
    tally.messages += 1;
  }
  state.transaction(() => state.stories.done(numbers));
}
