import type { ReportRuns } from './analytics/index.ts';
import type { ApiUsage } from './api-usage.ts';
import type { BulkJobs } from './bulk/index.ts';
import type { AsyncJobs } from './bulk-1/index.ts';
import type { Cursors } from './cursors.ts';
import type { MetadataApi } from './metadata-api/index.ts';
import type { WebApps } from './oauth/index.ts';
import type { Org } from './org.ts';
import type { Sessions } from './sessions.ts';

/** What the APIs stand on. */
export interface Platform {
  org: Org;
  sessions: Sessions;
  webApps: WebApps;
  cursors: Cursors;
  metadata: MetadataApi;
  usage: ApiUsage;
  bulk: BulkJobs;
  /** Of Bulk API 1.0. */
  bulk1: AsyncJobs;
  reportRuns: ReportRuns;
  /** The origin that clients see, known once the server listens. */
  origin: () => string;
}
