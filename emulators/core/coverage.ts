/** What an emulator says of one route or feature. A test holds the list against the routes really registered. */
export interface CoverageEntry {
  /** `GET /services/data/:version/query`, or a feature in a few words. */
  route: string;
  status: 'supported' | 'partial' | 'refused';
  /** Test files that prove it, by their path under `test/`. */
  testedBy: string[];
  /** What is missing, when the status is partial; what is answered, when refused. */
  notes?: string;
}

/** Entries that belong together, under a heading. */
export interface CoverageGroup {
  title: string;
  entries: readonly CoverageEntry[];
}

/** How far it goes, in a word for people. */
export const STATUS_WORDS: Readonly<Record<CoverageEntry['status'], string>> = {
  supported: 'whole',
  partial: 'in part',
  refused: 'refused',
};
