import { VirtualClock } from '../../emulators/core/index.ts';

/** A clock that stands still until it is moved, and can be put back to where it began, for histories that begin alike. */
export class RewindableClock extends VirtualClock {
  readonly #start: number;
  readonly #listeners = new Set<(now: Date) => void>();
  #passedMs = 0;

  constructor(start: Date) {
    super({ frozenAt: start });
    this.#start = start.getTime();
  }

  override now(): Date {
    return new Date(this.#start + this.#passedMs);
  }

  override get offsetMs(): number {
    return this.#passedMs;
  }

  override advance(byMs: number): void {
    this.#passedMs += byMs;
    const now = this.now();
    for (const listener of this.#listeners) listener(now);
  }

  override onMove(listener: (now: Date) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts the clock back. Whoever listens is not told: what they know is taken back with it. */
  rewind(): void {
    this.#passedMs = 0;
  }
}
