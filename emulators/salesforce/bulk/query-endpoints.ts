import { z } from 'zod';
import { ApiError } from '../errors.ts';
import { parseBody } from '../routes/body.ts';
import { ok, param, type Answer, type Call, type Endpoint } from '../routes/endpoint.ts';
import {
  ColumnDelimiter,
  csvAnswer,
  invalidState,
  LineEnding,
  listed,
  noSuchJob,
  toLocator,
  toPlace,
} from './job-answers.ts';
import { isOver, toJobInfo } from './job.ts';
import { planQuery, type QueryJob } from './query-job.ts';

const LARGEST_PAGE = 50_000;
const LINES_PER_CHUNK = 1000;

const NewJob = z.object({
  operation: z.enum(['query', 'queryAll']),
  query: z.string(),
  contentType: z.literal('CSV').default('CSV'),
  lineEnding: LineEnding,
  columnDelimiter: ColumnDelimiter,
});
const Abort = z.object({ state: z.literal('Aborted') });

/** Jobs that read, and their results page by page. */
export function queryJobEndpoints(): Endpoint[] {
  const job = '/jobs/query/:id';
  return [
    { method: 'POST', path: '/jobs/query', answer: create },
    {
      method: 'GET',
      path: '/jobs/query',
      answer: (call) => listed(call, '/jobs/query', 'V2Query', call.platform.bulk.queryJobs().map(toJobInfo)),
    },
    { method: 'GET', path: job, answer: (call) => ok(toldInFull(find(call))) },
    { method: 'PATCH', path: job, answer: abort },
    { method: 'DELETE', path: job, answer: remove },
    { method: 'GET', path: `${job}/results`, answer: results },
  ];
}

function create(call: Call): Answer {
  const { operation, query, lineEnding, columnDelimiter } = parseBody(NewJob, call.body);
  const { platform, user, version } = call;
  const { object, columns } = planQuery(platform.org, query, user);
  const style = { lineEnding, columnDelimiter };
  const job: QueryJob = {
    ...platform.bulk.begin(),
    ...style,
    user,
    version,
    object,
    operation,
    query,
    state: 'UploadComplete',
    header: '',
    lines: [],
  };
  platform.bulk.startQuery(job, columns);
  return ok(toJobInfo(job));
}

function abort(call: Call): Answer {
  const job = find(call);
  parseBody(Abort, call.body);
  if (isOver(job)) throw invalidState(job.id, job.state);
  call.platform.bulk.enter(job, 'Aborted');
  return ok(toJobInfo(job));
}

function remove(call: Call): Answer {
  const job = find(call);
  if (!isOver(job)) throw invalidState(job.id, job.state);
  call.platform.bulk.delete(job.id);
  return { status: 204 };
}

function results(call: Call): Answer {
  const job = find(call);
  if (job.state !== 'JobComplete') throw invalidState(job.id, job.state);
  const start = toPlace(call.query['locator']);
  const asked = Number(call.query['maxRecords'] ?? LARGEST_PAGE);
  if (!Number.isInteger(asked) || asked < 1) {
    throw new ApiError(400, [{ errorCode: 'API_ERROR', message: 'maxRecords must be a positive number' }]);
  }
  const end = Math.min(job.lines.length, start + asked);
  return csvAnswer(pieces(job, start, end), {
    'Sforce-Locator': end < job.lines.length ? toLocator(end) : 'null',
    'Sforce-NumberOfRecords': String(end - start),
  });
}

function* pieces(job: QueryJob, start: number, end: number): Generator<string> {
  yield job.header;
  for (let place = start; place < end; place += LINES_PER_CHUNK) {
    yield job.lines.slice(place, Math.min(end, place + LINES_PER_CHUNK)).join('');
  }
}

function find(call: Call): QueryJob {
  const job = call.platform.bulk.query(param(call, 'id'));
  if (job === undefined) throw noSuchJob();
  return job;
}

function toldInFull(job: QueryJob): Record<string, unknown> {
  return {
    ...toJobInfo(job),
    jobType: 'V2Query',
    numberRecordsProcessed: job.processed,
    retries: 0,
    totalProcessingTime: job.processingTime,
    isPkChunkingSupported: true,
    ...(job.errorMessage !== undefined && { errorMessage: job.errorMessage }),
  };
}
