import type { RecordError, StoredRecord } from '../../entities.ts';
import type { CompiledFlow } from '../compiled-flow.ts';
import { fromDatabase, startInterview, type Interview } from '../interview.ts';
import { runLimited } from './run-record-flows.ts';

type Run = Pick<Interview, 'ports' | 'transaction'>;

/** The records for which a scheduled flow is to run; one `undefined` when it runs without any. */
export function scheduledRecords({ schedule }: CompiledFlow, run: Run): (StoredRecord | undefined)[] {
  if (schedule?.records === undefined) return [undefined];
  const { object } = schedule.records;
  const where = schedule.records.choose(startInterview(run, undefined));
  return run.ports.query({ object, ...(where === undefined ? {} : { where }) });
}

/** Runs a scheduled flow for up to 200 records; answers what went wrong with each. */
export function runScheduled(
  flow: CompiledFlow,
  records: readonly (StoredRecord | undefined)[],
  run: Run,
): RecordError[][] {
  const object = flow.schedule?.records?.object;
  const interviews = records.map((record) => {
    if (object === undefined || record === undefined) return startInterview(run, undefined);
    return startInterview(run, { record: fromDatabase(object, record), prior: undefined, isNew: false });
  });
  return runLimited(run.transaction, flow, interviews);
}
