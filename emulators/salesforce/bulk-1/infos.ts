import { isQuery, type AsyncBatch, type AsyncJob } from './job.ts';

type Info = Record<string, unknown>;

/** A job in the order in which XML tells it. What has no value is null. */
export function toJobInfo(job: AsyncJob): Info {
  const { batches } = job;
  const inState = (state: AsyncBatch['state']): number => batches.filter((batch) => batch.state === state).length;
  const sum = (of: (batch: AsyncBatch) => number): number => batches.reduce((total, batch) => total + of(batch), 0);
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.user.id,
    createdDate: job.createdAt,
    systemModstamp: job.changedAt,
    state: job.state,
    externalIdFieldName: job.externalIdFieldName ?? null,
    concurrencyMode: job.concurrencyMode,
    contentType: job.contentType,
    assignmentRuleId: null,
    numberBatchesQueued: inState('Queued'),
    numberBatchesInProgress: inState('InProgress'),
    numberBatchesCompleted: inState('Completed'),
    numberBatchesFailed: inState('Failed'),
    numberBatchesTotal: batches.length,
    numberRecordsProcessed: sum(({ outcomes }) => outcomes.length),
    numberRetries: 0,
    apiVersion: job.version,
    numberRecordsFailed: sum(failed),
    ...toTimes(sum(({ processingTime }) => processingTime)),
  };
}

/** A batch in the order in which XML tells it. Of a query, records are not counted. */
export function toBatchInfo(job: AsyncJob, batch: AsyncBatch): Info {
  return {
    id: batch.id,
    jobId: job.id,
    state: batch.state,
    stateMessage: batch.stateMessage ?? null,
    createdDate: batch.createdAt,
    systemModstamp: batch.changedAt,
    numberRecordsProcessed: isQuery(job.operation) ? 0 : batch.outcomes.length,
    numberRecordsFailed: failed(batch),
    ...toTimes(batch.processingTime),
  };
}

function failed({ outcomes }: AsyncBatch): number {
  return outcomes.filter(({ errors }) => errors !== undefined).length;
}

function toTimes(milliseconds: number): Info {
  return { totalProcessingTime: milliseconds, apiActiveProcessingTime: milliseconds, apexProcessingTime: 0 };
}
