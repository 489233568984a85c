/** Someone of the sample org whom a visitor can act as. */
export interface Person {
  alias: string;
  name: string;
  /** `AE`, `CE`, `IE` or `Leadership`; anyone else is not offered. */
  role: string;
  title: string;
  username: string;
  /** The way in: an address on Salesforce's origin that ends at `retURL`, signed in as this person. */
  loginPath: (retURL: string) => string;
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
  sync?: { state: 'not running' | 'running'; everySeconds?: number };
  /** How much has arrived where, each counted at its own place: `{ what: 'requests filed', count: 3 }`. */
  counts?: readonly { what: string; count: number }[];
  clock: { now(): Date; advance(byMs: number): void };
}
