/** Someone of the sample org whom a visitor can act as. */
export interface Person {
  alias: string;
  name: string;
  /** `AE`, `CE`, `IE`, `TPM`, `TA`, `Leadership`, `Support`, `Cloud`, `Admin` or `Integration`. */
  role: string;
  title: string;
  username: string;
  /** The way in: an address on Salesforce's origin that ends at `retURL`, signed in as this person. */
  loginPath: (retURL: string) => string;
}

/** A day that something waits for. */
export interface Milestone {
  /** `IR-00007` */
  request: string;
  customer: string;
  /** `2026-12-20` */
  targetCompletion: string;
  /** When the Technical Advisor is called in; a day in the future. */
  callOn: string;
}

/** Something that the org has told people. */
export interface Message {
  /** Ascending. */
  id: number;
  kind: 'notification' | 'email' | 'post' | 'flowError';
  title: string;
  to: string;
  targetId: string | null;
}

/** What runs, as asked at each request. An absent part does not run. */
export interface Places {
  salesforce?: {
    url: string;
    people: readonly Person[];
    /** Opportunities to start with, the best one first. */
    sample?: readonly { opportunityId: string; opportunityName: string; accountName: string }[];
  };
  googleSheets?: { url: string; spreadsheetId: string };
  vitally?: { url: string };
  slack?: { url: string; channel: string };
  sync?: { state: 'not running' | 'running'; everySeconds?: number; runLogUrl?: string | undefined };
  /** How much has arrived where, each counted at its own place: `{ what: 'requests filed', count: 3 }`. */
  counts?: readonly { what: string; count: number }[];
  /** What the clock may be moved to, the nearest first. */
  milestones?: readonly Milestone[];
  /** What the org has told people after the message with this id; absent when no org runs. */
  messagesSince?: (id: number) => readonly Message[];
  clock: { now(): Date; advance(byMs: number): void };
}
