import type { Death, ServiceUnderTest } from './service.ts';
import type { Side } from './sides.ts';
import type { StoredRequest } from './office.ts';
import type { Watch } from './watch.ts';
import type { World } from './world.ts';

/** A trait that a Technical Advisor wrote in Vitally. */
export interface Advised {
  accountId: string;
  path: string;
  /** What it can be: one, unless the answer to a write was lost. */
  values: readonly string[];
  /** Whether it may also be that nothing of theirs arrived. */
  mayBeOurs: boolean;
}

/** Where a step happens. */
export interface Stage {
  world: World;
  service: ServiceUnderTest;
  watch: Watch;
  sides: readonly Side[];
  /** Whether people tear rows apart in this history. */
  isRough: boolean;
  /** Runs a cycle and holds what it says of itself against what the emulators saw. */
  cycle(how?: { death?: Death; alone?: boolean }): Promise<string>;
  /** What a Technical Advisor wrote in Vitally last, by account and trait. */
  advised: Map<string, Advised>;
  /** Requests whose message somebody took out of the channel. */
  takenOut: Set<string>;
  /** What only the reading of everything in the night finds was done. */
  awaitNight(): void;
  /** Has this happen before all comes to rest. */
  atLast(work: () => void): void;
  /** Counts that something happened. */
  count(name: string): void;
  random(): number;
  seed: number;
}

/** Does one thing and says what. */
export type Step = (stage: Stage) => string | Promise<string>;

export function among<Item>(stage: Stage, items: readonly Item[]): Item {
  const item = items[Math.floor(stage.random() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to choose from');
  return item;
}

/** A request, or one in the recycle bin; undefined where there is none. */
export function someRequest(stage: Stage, isDeleted = false): StoredRequest | undefined {
  const found = stage.world.office.requests().filter((one) => one.isDeleted === isDeleted);
  return found.length === 0 ? undefined : among(stage, found);
}
