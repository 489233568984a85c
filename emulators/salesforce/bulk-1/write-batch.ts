import { setImmediate as breath } from 'node:timers/promises';
import { BadFile, ROWS_PER_TRANSACTION, writeRows, type IngestOperation } from '../bulk/index.ts';
import type { Org } from '../org.ts';
import type { AsyncBatch, AsyncJob } from './job.ts';
import { readRows } from './read-rows.ts';

/** Rows at most in a batch. https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_concepts_limits.htm */
const MOST_ROWS = 10_000;

/** Saves the rows of a batch, 200 to a transaction, and lets other requests in between. */
export async function writeBatch(
  org: Org,
  job: AsyncJob,
  operation: IngestOperation,
  batch: AsyncBatch,
): Promise<void> {
  const object = org.schema.findObject(job.object);
  if (object === undefined) throw new BadFile(`InvalidEntity : Unable to find object: ${job.object}`);
  const rows = readRows(org, { contentType: job.contentType, operation, object }, batch.content);
  if (rows.length === 0) throw new BadFile('InvalidBatch : Records not processed');
  if (rows.length > MOST_ROWS) throw new BadFile(`InvalidBatch : More than ${MOST_ROWS} records in a batch`);
  for (let start = 0; start < rows.length; start += ROWS_PER_TRANSACTION) {
    if (start > 0) await breath();
    if (batch.state !== 'InProgress') return;
    const some = rows.slice(start, start + ROWS_PER_TRANSACTION);
    batch.outcomes.push(...writeRows(org, { ...job, operation }, object, some));
  }
}
