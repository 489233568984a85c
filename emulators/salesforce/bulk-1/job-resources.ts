import { isIdLookup } from '../describe/index.ts';
import { originOf } from '../routes/origin.ts';
import { jobAnswer, type TextAnswer } from './answers.ts';
import { jobOf, type AsyncCall } from './call.ts';
import { AsyncApiError, invalidJob, invalidJobState, notHere } from './errors.ts';
import type { AsyncJob } from './job.ts';
import { readJobWish, type JobWish } from './read-requests.ts';

export function createJob(call: AsyncCall): TextAnswer {
  const { platform, user, version, content, headers } = call;
  const format = call.format ?? 'XML';
  const chunking = headers['sforce-enable-pkchunking'];
  if (chunking !== undefined && chunking !== 'false') throw notHere('PK chunking is not served by this emulator');
  const wish = readJobWish(content, format);
  const { operation } = wish;
  if (operation === undefined) throw invalidJob('Operation must be specified');
  const object = platform.org.schema.findObject(wish.object ?? '');
  if (object === undefined || !platform.org.access(user).mayRead(object)) {
    throw new AsyncApiError('InvalidEntity', `Unable to find object: ${wish.object ?? ''}`);
  }
  if (operation === 'hardDelete' && user.profile !== 'System Administrator') {
    throw notHere(
      'hardDelete operation requires special user profile permission, please contact your system administrator',
    );
  }
  const { id, createdAt, changedAt } = platform.bulk.begin();
  const client = headers['sforce-call-options'];
  const job: AsyncJob = {
    id,
    user,
    version,
    operation,
    object: object.name,
    ...(operation === 'upsert' && { externalIdFieldName: keyOf(call, object.name, wish) }),
    concurrencyMode: wish.concurrencyMode ?? 'Parallel',
    contentType: wish.contentType ?? 'XML',
    state: 'Open',
    createdAt,
    changedAt,
    origin: originOf(
      { version, headers: typeof client === 'string' ? { 'sforce-call-options': client } : {} },
      'bulkapi',
    ),
    batches: [],
  };
  platform.bulk1.add(job);
  return jobAnswer(job, format, 201);
}

function keyOf({ platform }: AsyncCall, object: string, { externalIdFieldName: key }: JobWish): string {
  if (key === undefined || key === null) throw invalidJob('External ID was blank for upsert');
  const { schema } = platform.org;
  const type = schema.findObject(object);
  const field = type && schema.findField(type, key);
  if (type === undefined || field === undefined || !isIdLookup(type, field)) {
    throw invalidJob(`Field name provided, ${key} is not an External ID or indexed field`);
  }
  return field.name;
}

export function jobInfo(call: AsyncCall): TextAnswer {
  const job = jobOf(call);
  return jobAnswer(job, call.format ?? formatOf(job));
}

/** Closes or aborts a job. An open one alone is closed; one that is closed can still be aborted. */
export function changeJob(call: AsyncCall): TextAnswer {
  const job = jobOf(call);
  const format = call.format ?? formatOf(job);
  const { state } = readJobWish(call.content, format);
  if (state !== 'Closed' && state !== 'Aborted') throw invalidJobState(`Invalid state for a job: ${state ?? 'none'}`);
  if (job.state === 'Aborted' || (job.state === 'Closed' && state === 'Closed')) {
    throw invalidJobState(`Job is already ${job.state}`);
  }
  call.platform.bulk1.end(job, state);
  return jobAnswer(job, format);
}

function formatOf({ contentType }: AsyncJob): 'JSON' | 'XML' {
  return contentType === 'JSON' ? 'JSON' : 'XML';
}
