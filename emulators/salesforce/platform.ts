import type { ApiUsage } from './api-usage.ts';
import type { BulkJobs } from './bulk/index.ts';
import type { Cursors } from './cursors.ts';
import type { Org } from './org.ts';
import type { PageMetadata } from './page-metadata/index.ts';
import type { Sessions } from './sessions.ts';

/** What the APIs stand on. */
export interface Platform {
  org: Org;
  sessions: Sessions;
  cursors: Cursors;
  usage: ApiUsage;
  bulk: BulkJobs;
  pages: PageMetadata;
  /** When the schema last changed. */
  deployedAt: Date;
  /** The origin that clients see, known once the server listens. */
  origin: () => string;
}
