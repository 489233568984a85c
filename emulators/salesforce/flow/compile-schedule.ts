import type { FlowSchedule } from './compiled-flow.ts';
import { compileChoice } from './data/index.ts';
import { FlowProblem } from './errors.ts';
import type { Scope } from './resources/index.ts';
import type { StartSource } from './source/index.ts';

/** Throws FlowProblem for a schedule that makes no sense. */
export function compileSchedule(scope: Scope, start: StartSource): FlowSchedule | undefined {
  const { schedule } = start;
  if (scope.triggerType !== 'Scheduled') {
    if (schedule !== undefined) throw new FlowProblem('a schedule goes with the trigger type Scheduled');
    return undefined;
  }
  if (schedule === undefined) throw new FlowProblem('schedule is required');
  const { frequency, startDate, startTime } = schedule;
  const object = scope.trigger?.of === 'record' ? scope.trigger.object : undefined;
  return {
    startsAt: new Date(`${startDate}T${startTime.replace(/Z?$/, 'Z')}`),
    frequency,
    records: object && { object, choose: compileChoice(scope, object, start) },
  };
}
