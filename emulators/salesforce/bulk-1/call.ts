import type { IncomingHttpHeaders } from 'node:http';
import type { User } from '../entities.ts';
import type { Platform } from '../platform.ts';
import type { Format } from './answers.ts';
import { invalidBatch, invalidJob } from './errors.ts';
import type { AsyncBatch, AsyncJob } from './job.ts';

/** One request to Bulk API 1.0. */
export interface AsyncCall {
  platform: Platform;
  user: User;
  /** `66.0` */
  version: string;
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  content: Buffer;
  /** What the client says that it sends, when it is one of the two. */
  format: Format | undefined;
}

/** The job of the address; one that is not there is InvalidJob. */
export function jobOf({ platform, params }: AsyncCall): AsyncJob {
  const job = platform.bulk1.find(params['jobId'] ?? '');
  if (job === undefined) throw invalidJob(`Unable to find job: ${params['jobId'] ?? ''}`);
  return job;
}

/** The batch of the address; one that is not there is InvalidBatch. */
export function batchOf(call: AsyncCall): { job: AsyncJob; batch: AsyncBatch } {
  const job = jobOf(call);
  const id = call.params['batchId'] ?? '';
  const batch = job.batches.find((one) => one.id === id || one.id.slice(0, 15) === id);
  if (batch === undefined) throw invalidBatch(`Unable to find batch: ${id}`);
  return { job, batch };
}
