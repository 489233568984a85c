import type { Endpoint } from '../routes/endpoint.ts';
import { ingestEndpoints } from './ingest-endpoints.ts';
import { queryJobEndpoints } from './query-endpoints.ts';

export { BulkJobs } from './jobs.ts';

/** Bulk API 2.0. */
export function bulkEndpoints(): Endpoint[] {
  return [...ingestEndpoints(), ...queryJobEndpoints()];
}
