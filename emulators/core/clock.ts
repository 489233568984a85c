/** Tells the time. Everything an emulator stamps or expires goes by it. */
export interface Clock {
  now(): Date;
}

/**
 * A clock that runs with the machine's and can be moved forward, so that "three weeks before completion" takes a click.
 * Made with `frozenAt`, it stands still until it is moved.
 */
export class VirtualClock implements Clock {
  readonly #frozenAt: number | undefined;
  readonly #listeners = new Set<(now: Date) => void>();
  #offsetMs = 0;

  constructor(options: { frozenAt?: Date } = {}) {
    this.#frozenAt = options.frozenAt?.getTime();
  }

  now(): Date {
    return new Date((this.#frozenAt ?? Date.now()) + this.#offsetMs);
  }

  /** How far this clock is ahead of where it would be had nobody moved it, in milliseconds. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Moves the clock forward. Time that has passed stays passed: a negative step is a RangeError. */
  advance(byMs: number): void {
    if (!Number.isFinite(byMs) || byMs < 0) {
      throw new RangeError(`A clock moves forward only: expected 0 or more milliseconds, got ${String(byMs)}`);
    }
    this.#offsetMs += byMs;
    const now = this.now();
    for (const listener of this.#listeners) listener(now);
  }

  /** Calls back after each move. Returns the function that stops it. */
  onMove(listener: (now: Date) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
