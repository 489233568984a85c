import { batchAnswer, batchListAnswer, type TextAnswer } from './answers.ts';
import { batchOf, jobOf, type AsyncCall } from './call.ts';
import { AsyncApiError, invalidBatch, invalidJobState } from './errors.ts';
import type { ContentType } from './job.ts';
import { ingestResult, queryResult, resultList } from './results.ts';

/** Bytes at most in a batch. https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/asynch_api_concepts_limits.htm */
const LARGEST = 10_000_000;

const TYPES: Record<ContentType, string> = {
  CSV: 'text/csv',
  JSON: 'application/json',
  XML: 'application/xml',
};

export function addBatch(call: AsyncCall): TextAnswer {
  const job = jobOf(call);
  if (job.state !== 'Open') throw invalidJobState(`Job not in open state: ${job.state}`);
  if (call.content.length > LARGEST) {
    throw new AsyncApiError('ClientInputError', `Failed to read request. Exceeded max size limit of ${LARGEST}`);
  }
  return batchAnswer(job, call.platform.bulk1.addBatch(job, call.content), 201);
}

export function batchInfos(call: AsyncCall): TextAnswer {
  return batchListAnswer(jobOf(call));
}

export function batchInfo(call: AsyncCall): TextAnswer {
  const { job, batch } = batchOf(call);
  return batchAnswer(job, batch);
}

/** The batch as it was sent. */
export function batchRequest(call: AsyncCall): TextAnswer {
  const { job, batch } = batchOf(call);
  return { status: 200, type: TYPES[job.contentType], text: batch.content.toString('utf8') };
}

/** What became of the rows; of a query, the ids of its results. */
export function batchResult(call: AsyncCall): TextAnswer {
  const { job, batch } = batchOf(call);
  if (batch.state !== 'Completed') throw invalidBatch('Batch not completed');
  return batch.result === undefined ? ingestResult(batch, job.contentType) : resultList(batch.result, job.contentType);
}

export function queryAnswer(call: AsyncCall): TextAnswer {
  const { job, batch } = batchOf(call);
  const { resultId } = call.params;
  if (batch.result === undefined || batch.result.id !== resultId) {
    throw invalidBatch(`Unable to find result: ${resultId ?? ''}`);
  }
  return queryResult(batch.result, job.contentType);
}
