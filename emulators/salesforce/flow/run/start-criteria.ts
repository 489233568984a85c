import type { CompiledFlow, RecordStart } from '../compiled-flow.ts';
import { asBefore, type Interview } from '../interview.ts';

/** Whether a record meets the criteria now, however it came to that. Throws FlowFault. */
export function meets({ criteria }: RecordStart, interview: Interview): boolean {
  return criteria(interview);
}

/** Whether this change of the record starts the flow. Throws FlowFault. */
export function starts(start: RecordStart, interview: Interview): boolean {
  const isNew = interview.trigger?.isNew === true;
  if (!(isNew ? start.onCreate : start.onUpdate)) return false;
  if (!start.criteria(interview)) return false;
  return isNew || !start.mustNewlyMeet || !start.criteria(beforeTheChange(interview));
}

/** The interview as it would have been for the record as it was, which had not changed. */
function beforeTheChange(interview: Interview): Interview {
  const before = asBefore(interview);
  return { ...before, ...(before.trigger && { trigger: { ...before.trigger, isNew: false } }) };
}

/** Active flows of one object and one kind of trigger, in the order in which they run. */
export function flowsFor(
  flows: readonly CompiledFlow[],
  object: string,
  triggerType: CompiledFlow['triggerType'],
): { flow: CompiledFlow; start: RecordStart }[] {
  return flows
    .flatMap((flow) => (flow.start === undefined ? [] : [{ flow, start: flow.start }]))
    .filter(({ flow, start }) => flow.isActive && flow.triggerType === triggerType && start.object.name === object)
    .toSorted((left, right) => position(left.flow) - position(right.flow) || byName(left.flow, right.flow));
}

/** Orders 1 to 1000 come first, then flows without one, then 1001 to 2000. */
function position({ triggerOrder }: CompiledFlow): number {
  return triggerOrder ?? 1000.5;
}

function byName(left: CompiledFlow, right: CompiledFlow): number {
  return left.name < right.name ? -1 : 1;
}
