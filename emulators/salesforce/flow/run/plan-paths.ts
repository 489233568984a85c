import type { CompiledFlow, RecordStart } from '../compiled-flow.ts';
import type { Interview } from '../interview.ts';
import type { FlowPorts } from '../ports.ts';
import { allValues } from '../values/index.ts';
import { meets, starts } from './start-criteria.ts';

/**
 * Plans the paths that this change of a record sets off, moves those whose time has moved with a field, and drops those
 * whose record no longer meets the criteria. A time that has passed is due at once. Throws FlowFault.
 */
export function planPaths(flow: CompiledFlow, start: RecordStart, interview: Interview): void {
  const { schedule } = interview.ports;
  const { record, prior } = interview.trigger ?? {};
  if (record === undefined) return;
  const recordId = String(record.values['Id']);
  const isMet = meets(start, interview);
  const isStarted = isMet && starts(start, interview);
  for (const path of flow.paths) {
    if (path.isAsync && !isStarted) continue;
    if (!isMet) {
      schedule.drop(flow.name, path.name, recordId);
      continue;
    }
    const isMoved = path.followsField && schedule.isPlanned(flow.name, path.name, recordId);
    if (!isStarted && !isMoved) continue;
    const at = path.timeFor(interview);
    if (at === null) {
      schedule.drop(flow.name, path.name, recordId);
      continue;
    }
    const earlier = path.isAsync && prior ? { prior: allValues(prior.values) } : {};
    schedule.plan({ flow: flow.name, path: path.name, object: record.object.name, recordId, at, ...earlier });
  }
}

/** Drops everything that waits for a record. */
export function dropPaths(flows: readonly CompiledFlow[], recordId: string, { schedule }: FlowPorts): void {
  for (const flow of flows) {
    for (const path of flow.paths) schedule.drop(flow.name, path.name, recordId);
  }
}
