import type { Message, Places } from './places.ts';

const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
const DAY = 24 * HOUR;

/** When a day's work begins, in hours after midnight UTC. */
const MORNING = 9;

/** How far each step moves the clock, in milliseconds. */
const STEPS = { day: DAY, week: 7 * DAY };

/** The last move of the clock, and how far the org's messages had come before it. */
export interface ClockMove {
  from: Date;
  to: Date;
  lastMessage: number;
}

/** Moves the clock on, and tells what was so before: by a day or a week, or to the morning of a later day. */
export class ClockMoves {
  last: ClockMove | undefined;

  /** A step that is none, or a day that is not later, is a RangeError that says what was expected. */
  move({ clock, messagesSince }: Places, { step, to }: { step?: string; to?: string }): void {
    const from = clock.now();
    const byMs = to === undefined ? stepOf(step) : untilMorning(to, from);
    const lastMessage = messagesSince?.(0).at(-1)?.id ?? 0;
    clock.advance(byMs);
    this.last = { from, to: clock.now(), lastMessage };
  }

  /** What the org has told people since the last move. */
  messages({ messagesSince }: Places): readonly Message[] {
    return this.last === undefined ? [] : (messagesSince?.(this.last.lastMessage) ?? []);
  }
}

function stepOf(step: string | undefined): number {
  if (step !== 'day' && step !== 'week') throw new RangeError(`step: expected day or week, got ${String(step)}`);
  return STEPS[step];
}

function untilMorning(day: string, now: Date): number {
  const morning = Date.parse(`${day}T00:00:00Z`) + MORNING * HOUR;
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(morning)) {
    throw new RangeError(`to: expected a day such as 2026-12-20, got ${day}`);
  }
  if (morning <= now.getTime())
    throw new RangeError(`to: expected a day after ${now.toISOString().slice(0, 10)}, got ${day}`);
  return morning - now.getTime();
}
