import type { VirtualClock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';

/** Where and how one emulator runs. */
export interface EmulatorOptions {
  /** TCP port on 127.0.0.1; 0, the default, takes a free one. */
  port?: number;
  clock?: VirtualClock;
  /** Folder in which it keeps its data between runs; in memory when absent. */
  state?: string;
  /** Address of the portal page, for the link in the page header; asked at each request. */
  portal?: () => string | undefined;
}

/** A vendor's stand-in, running. */
export interface Emulator {
  /** Its origin, without a trailing slash. */
  readonly url: string;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** The routes it registered, as `METHOD /path`, its own control routes left out. */
  readonly routes: readonly string[];
  /** Forgets everything and loads its first contents again. */
  reset(): Promise<void>;
  close(): Promise<void>;
}
