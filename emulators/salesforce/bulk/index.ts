import type { Endpoint } from '../routes/endpoint.ts';
import { ingestEndpoints } from './ingest-endpoints.ts';
import { queryJobEndpoints } from './query-endpoints.ts';

export { BulkJobs } from './jobs.ts';

/* Of rows and lines, for Bulk API 1.0 */
export { readCsv, toCsvLine } from './csv.ts';
export {
  BadFile,
  checkHeader,
  ROWS_PER_TRANSACTION,
  toErrorText,
  toValues,
  writeRows,
  type IngestOperation,
  type Outcome,
} from './ingest-job.ts';
export { csvLines } from './query-job.ts';

/** Bulk API 2.0. */
export function bulkEndpoints(): Endpoint[] {
  return [...ingestEndpoints(), ...queryJobEndpoints()];
}
