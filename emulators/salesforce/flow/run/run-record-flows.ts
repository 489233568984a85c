import type { RecordError, SObjectType, StoredRecord } from '../../entities.ts';
import type { CompiledFlow } from '../compiled-flow.ts';
import { CustomErrors, failedFlow, FlowFault, LimitFault } from '../errors.ts';
import { fromDatabase, startInterview, type Interview, type Trigger } from '../interview.ts';
import type { FlowPorts } from '../ports.ts';
import type { FlowTransaction } from '../transaction.ts';
import { dropPaths, planPaths } from './plan-paths.ts';
import { runBatch, type Failure } from './run-batch.ts';
import { flowsFor, starts } from './start-criteria.ts';

/** A record on its way into the database. */
export interface TriggeringRecord {
  /** Before the save, flows change it in place. */
  readonly record: StoredRecord;
  /** What it was before the change; absent when it is new. */
  readonly prior?: StoredRecord;
}

/** Up to 200 records of one object that are written together, and the transaction they are part of. */
export interface FlowRun {
  readonly flows: readonly CompiledFlow[];
  readonly object: SObjectType;
  readonly records: readonly TriggeringRecord[];
  readonly ports: FlowPorts;
  readonly transaction: FlowTransaction;
}

/** Lets the flows fill in the records before they are saved; answers what is wrong with each, in order. */
export function runBeforeSave(run: FlowRun): RecordError[][] {
  return runFlows(run, 'RecordBeforeSave', (trigger) => trigger);
}

/**
 * Runs what follows from the records being saved, and plans scheduled paths; answers what is wrong with each, in order.
 *
 * Where something is, the caller undoes the whole save and tries the other records again, as the platform does.
 */
export function runAfterSave(run: FlowRun): RecordError[][] {
  const errors = runFlows(run, 'RecordAfterSave', toOwnTrigger);
  const timed = flowsFor(run.flows, run.object.name, 'RecordAfterSave').filter(({ flow }) => flow.paths.length > 0);
  for (const [index, { record, prior }] of run.records.entries()) {
    const found = errors[index];
    if (found === undefined || found.length > 0) continue;
    for (const { flow, start } of timed) {
      const interview = startInterview(run, toTrigger(run.object, record, prior));
      found.push(...attempt(flow, () => planPaths(flow, start, interview)));
    }
  }
  return errors;
}

/** Runs what has to be done before records go, and drops what was planned for them. */
export function runBeforeDelete(run: FlowRun): RecordError[][] {
  const deleted = run.records.map(({ record }) => ({ record, prior: record }));
  const errors = runFlows({ ...run, records: deleted }, 'RecordBeforeDelete', toOwnTrigger);
  for (const [index, { record }] of run.records.entries()) {
    if (errors[index]?.length === 0) dropPaths(run.flows, String(record['Id']), run.ports);
  }
  return errors;
}

function toTrigger(object: SObjectType, record: StoredRecord, prior: StoredRecord | undefined): Trigger {
  return {
    record: { object, values: record, ...(prior === undefined ? {} : { stored: prior }) },
    prior: prior === undefined ? null : { object, values: prior, stored: prior },
    isNew: prior === undefined,
  };
}

/** The trigger with a record that one flow may change without the others seeing it. */
function toOwnTrigger(trigger: Trigger): Trigger {
  const { object, values } = trigger.record;
  return { ...trigger, record: fromDatabase(object, values) };
}

function runFlows(
  run: FlowRun,
  triggerType: CompiledFlow['triggerType'],
  toStart: (trigger: Trigger) => Trigger,
): RecordError[][] {
  const errors = run.records.map((): RecordError[] => []);
  const triggers = run.records.map(({ record, prior }) => toTrigger(run.object, record, prior));
  for (const { flow, start } of flowsFor(run.flows, run.object.name, triggerType)) {
    const started: { interview: Interview; errors: RecordError[] }[] = [];
    for (const [index, trigger] of triggers.entries()) {
      const found = errors[index];
      if (found === undefined || found.length > 0) continue;
      const asked = startInterview(run, trigger);
      found.push(
        ...attempt(flow, () => {
          if (start.onDelete ? !start.criteria(asked) : !starts(start, asked)) return;
          started.push({ interview: startInterview(run, toStart(trigger)), errors: found });
        }),
      );
    }
    const failures = runLimited(
      run.transaction,
      flow,
      started.map(({ interview }) => interview),
    );
    for (const [index, one] of started.entries()) one.errors.push(...(failures[index] ?? []));
  }
  return errors;
}

/** Runs the interviews; a limit that is passed fails every one of them, and a save that this one is part of, too. */
export function runLimited(
  transaction: FlowTransaction,
  flow: CompiledFlow,
  interviews: Interview[],
  from = flow.program.start,
): RecordError[][] {
  try {
    return runBatch(flow.program, interviews, from).map((failure) => toErrors(flow, failure));
  } catch (error) {
    if (!(error instanceof LimitFault) || transaction.isWithinWrite) throw error;
    return interviews.map(() => [failedFlow(flow.label, error.message)]);
  }
}

function attempt(flow: CompiledFlow, work: () => void): RecordError[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof FlowFault)) throw error;
    return toErrors(flow, error);
  }
}

function toErrors({ label }: CompiledFlow, failure: Failure | undefined): RecordError[] {
  if (failure === undefined) return [];
  return failure instanceof CustomErrors ? failure.errors : [failedFlow(label, failure.message)];
}
