import type { RecordError } from '../../entities.ts';
import type { CompiledFlow, TimedPath } from '../compiled-flow.ts';
import { fromDatabase, startInterview, type Interview } from '../interview.ts';
import type { FlowPorts, PlannedPath } from '../ports.ts';
import type { FlowTransaction } from '../transaction.ts';
import { runLimited } from './run-record-flows.ts';

/** Planned paths that run together, in a transaction of their own. */
export interface PathBatch {
  readonly flow: CompiledFlow;
  readonly path: TimedPath;
  readonly planned: readonly PlannedPath[];
}

/** Puts paths that are due into batches, the earliest first. Those of a flow that is not there any more are left out. */
export function toPathBatches(flows: readonly CompiledFlow[], due: readonly PlannedPath[]): PathBatch[] {
  const batches: (PathBatch & { planned: PlannedPath[] })[] = [];
  for (const one of due.toSorted((left, right) => left.at.getTime() - right.at.getTime())) {
    const flow = flows.find(({ name, isActive }) => isActive && name === one.flow);
    const path = flow?.paths.find(({ name }) => name === one.path);
    if (flow === undefined || path === undefined) continue;
    const open = batches.findLast((batch) => batch.flow === flow && batch.path === path);
    if (open !== undefined && open.planned.length < path.batchSize) open.planned.push(one);
    else batches.push({ flow, path, planned: [one] });
  }
  return batches;
}

/** Runs a batch for the records as they are now; answers what went wrong with each. A deleted record is passed over. */
export function runPathBatch(
  { flow, path, planned }: PathBatch,
  ports: FlowPorts,
  transaction: FlowTransaction,
): RecordError[][] {
  const errors = planned.map((): RecordError[] => []);
  const started: { interview: Interview; index: number }[] = [];
  for (const [index, one] of planned.entries()) {
    const interview = toInterview(flow, path, one, { ports, transaction });
    if (interview !== undefined) started.push({ interview, index });
  }
  const failures = runLimited(
    transaction,
    flow,
    started.map(({ interview }) => interview),
    path.from,
  );
  for (const [at, { index }] of started.entries()) errors[index]?.push(...(failures[at] ?? []));
  return errors;
}

function toInterview(
  { start }: CompiledFlow,
  { isAsync }: TimedPath,
  { recordId, prior }: PlannedPath,
  run: Pick<Interview, 'ports' | 'transaction'>,
): Interview | undefined {
  const stored = start === undefined ? undefined : run.ports.find(start.object, recordId);
  if (start === undefined || stored === undefined) return undefined;
  const earlier = prior === undefined ? null : fromDatabase(start.object, prior);
  return startInterview(run, {
    record: fromDatabase(start.object, stored),
    prior: isAsync ? earlier : undefined,
    isNew: isAsync && earlier === null,
  });
}
