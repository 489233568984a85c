import { z } from 'zod';
import { isIdLookup } from '../describe/index.ts';
import type { SObjectType } from '../entities.ts';
import { ApiError, invalidType } from '../errors.ts';
import { parseBody, parseJson } from '../routes/body.ts';
import { readMultipart } from '../routes/multipart.ts';
import { ok, param, type Answer, type Call, type Endpoint } from '../routes/endpoint.ts';
import { originOf } from '../routes/origin.ts';
import { resultsOf, type ResultKind } from './ingest-results.ts';
import type { IngestJob, IngestOperation } from './ingest-job.ts';
import { isOver, toJobInfo } from './job.ts';
import { ColumnDelimiter, csvAnswer, invalidJob, invalidState, LineEnding, listed, noSuchJob } from './job-answers.ts';

const NewJob = z.object({
  object: z.string(),
  operation: z.enum(['insert', 'update', 'upsert', 'delete', 'hardDelete']),
  externalIdFieldName: z.string().optional(),
  contentType: z.literal('CSV').default('CSV'),
  lineEnding: LineEnding,
  columnDelimiter: ColumnDelimiter,
  assignmentRuleId: z.undefined('assignment rules are not served by this emulator').optional(),
});
const NewState = z.object({ state: z.enum(['UploadComplete', 'Aborted']) });

/** Jobs that write: made, filled, closed, looked at, and their results fetched. */
export function ingestEndpoints(): Endpoint[] {
  const job = '/jobs/ingest/:id';
  return [
    { method: 'POST', path: '/jobs/ingest', answer: create },
    {
      method: 'GET',
      path: '/jobs/ingest',
      answer: (call) => listed(call, '/jobs/ingest', 'V2Ingest', call.platform.bulk.ingestJobs().map(told)),
    },
    { method: 'GET', path: job, answer: (call) => ok(toldInFull(find(call))) },
    { method: 'PATCH', path: job, answer: changeState },
    { method: 'DELETE', path: job, answer: remove },
    { method: 'PUT', path: `${job}/batches`, answer: upload },
    { method: 'GET', path: `${job}/successfulResults`, answer: (call) => results(call, 'successful') },
    { method: 'GET', path: `${job}/failedResults`, answer: (call) => results(call, 'failed') },
    { method: 'GET', path: `${job}/unprocessedrecords`, answer: (call) => results(call, 'unprocessed') },
  ];
}

function create(call: Call): Answer {
  if (!/^multipart\//.test(call.headers['content-type'] ?? '')) return ok(told(begin(call, call.body)));
  const { job: wish, content } = readParts(call);
  const job = begin(call, wish);
  job.file = content;
  return close(call, job);
}

/**
 * A job and its data in one request.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/walkthrough_upload_multipart.htm
 */
function readParts(call: Call): { job: unknown; content: Buffer } {
  const body = Buffer.isBuffer(call.body) ? call.body : Buffer.alloc(0);
  const parts = readMultipart(call.headers['content-type'] ?? '', body);
  const part = (name: string): Buffer => {
    const found = parts?.find((one) => one.name === name);
    if (found === undefined) throw invalidJob(`InvalidJob : Expected a part of the request named ${name}`);
    return found.content;
  };
  return { job: parseJson(part('job').toString('utf8')), content: part('content') };
}

function begin(call: Call, body: unknown): IngestJob {
  const wish = parseBody(NewJob, body);
  const { platform, user, version } = call;
  const object = platform.org.schema.findObject(wish.object);
  if (object === undefined || !call.access.mayRead(object)) throw noSuchObject(wish.object);
  checkOperation(call, object, wish.operation, wish.externalIdFieldName);
  const job: IngestJob = {
    ...platform.bulk.begin(),
    user,
    version,
    object: object.name,
    operation: wish.operation,
    ...(wish.operation === 'upsert' && { externalIdFieldName: wish.externalIdFieldName ?? 'Id' }),
    lineEnding: wish.lineEnding,
    columnDelimiter: wish.columnDelimiter,
    state: 'Open',
    file: undefined,
    origin: originOf(call, 'bulkapi'),
    outcomes: [],
  };
  platform.bulk.addIngest(job);
  return job;
}

function noSuchObject(name: string): ApiError {
  return invalidType(`InvalidEntity : Unable to find object: ${name}`);
}

function checkOperation(call: Call, object: SObjectType, operation: IngestOperation, key: string | undefined): void {
  if (operation === 'hardDelete' && call.user.profile !== 'System Administrator') {
    const message =
      'hardDelete operation requires special user profile permission, please contact your system administrator';
    throw new ApiError(400, [{ message, errorCode: 'FEATURENOTENABLED' }]);
  }
  if (operation !== 'upsert') return;
  const field = key === undefined ? undefined : call.platform.org.schema.findField(object, key);
  if (field === undefined || !isIdLookup(object, field)) {
    throw invalidJob(`InvalidJob : Field name provided, ${key ?? 'null'} is not an External ID or indexed field`);
  }
}

function upload(call: Call): Answer {
  const job = find(call);
  if (job.state !== 'Open') throw invalidState(job.id, job.state);
  if (job.file !== undefined) {
    throw invalidJob(
      `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    );
  }
  job.file = Buffer.isBuffer(call.body) ? call.body : Buffer.from(typeof call.body === 'string' ? call.body : '');
  return { status: 201 };
}

function changeState(call: Call): Answer {
  const job = find(call);
  const { state } = parseBody(NewState, call.body);
  if (state === 'UploadComplete') return close(call, job);
  if (isOver(job)) throw invalidState(job.id, job.state);
  call.platform.bulk.enter(job, 'Aborted');
  return ok(told(job));
}

function close(call: Call, job: IngestJob): Answer {
  const { bulk, org } = call.platform;
  const object = org.schema.findObject(job.object);
  if (job.state !== 'Open' || object === undefined) throw invalidState(job.id, job.state);
  bulk.enter(job, 'UploadComplete');
  bulk.startIngest(job, object);
  return ok(told(job));
}

function remove(call: Call): Answer {
  const job = find(call);
  if (!isOver(job)) throw invalidState(job.id, job.state);
  call.platform.bulk.delete(job.id);
  return { status: 204 };
}

function results(call: Call, kind: ResultKind): Answer {
  const job = find(call);
  if (!isOver(job)) throw invalidState(job.id, job.state);
  return csvAnswer(resultsOf(job, kind));
}

function find(call: Call): IngestJob {
  const job = call.platform.bulk.ingest(param(call, 'id'));
  if (job === undefined) throw noSuchJob();
  return job;
}

function told(job: IngestJob): Record<string, unknown> {
  return {
    ...toJobInfo(job),
    ...(job.externalIdFieldName !== undefined && { externalIdFieldName: job.externalIdFieldName }),
    ...(job.state === 'Open' && { contentUrl: `services/data/v${job.version}/jobs/ingest/${job.id}/batches` }),
  };
}

function toldInFull(job: IngestJob): Record<string, unknown> {
  return {
    ...told(job),
    jobType: 'V2Ingest',
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.outcomes.filter(({ errors }) => errors !== undefined).length,
    retries: 0,
    totalProcessingTime: job.processingTime,
    apiActiveProcessingTime: job.processingTime,
    apexProcessingTime: 0,
    ...(job.errorMessage !== undefined && { errorMessage: job.errorMessage }),
  };
}
