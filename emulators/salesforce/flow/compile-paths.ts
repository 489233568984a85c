import type { TimedPath } from './compiled-flow.ts';
import { FlowProblem } from './errors.ts';
import type { Interview } from './interview.ts';
import type { Scope } from './resources/index.ts';
import type { ScheduledPathSource } from './source/index.ts';
import { asScalar, familyOf } from './values/index.ts';

const MINUTE = 60_000;
const UNITS = { Minutes: MINUTE, Hours: 60 * MINUTE, Days: 24 * 60 * MINUTE, Weeks: 7 * 24 * 60 * MINUTE };

/** Throws FlowProblem. */
export function compilePath(scope: Scope, source: ScheduledPathSource): TimedPath {
  const { connector, maxBatchSize, pathType } = source;
  if (scope.triggerType !== 'RecordAfterSave')
    throw new FlowProblem('only a flow that runs after the save has scheduled paths');
  if (!Number.isInteger(maxBatchSize) || maxBatchSize < 1 || maxBatchSize > 200) {
    throw new FlowProblem(`maxBatchSize: expected 1 to 200, found ${maxBatchSize}`);
  }
  const isAsync = pathType === 'AsyncAfterCommit';
  return {
    name: source.name ?? 'AsyncAfterCommit',
    from: connector,
    batchSize: maxBatchSize,
    isAsync,
    followsField: source.timeSource === 'RecordField',
    timeFor: isAsync ? ({ ports }) => ports.now() : compileTime(scope, source),
  };
}

function compileTime(scope: Scope, source: ScheduledPathSource): TimedPath['timeFor'] {
  const { name, timeSource, recordField } = source;
  if (name === undefined) throw new FlowProblem('the name of a scheduled path is required');
  if (timeSource === undefined) throw new FlowProblem('timeSource is required');
  if (timeSource === 'RecordTriggerEvent') return ({ ports }) => shift(ports.now(), source);
  if (recordField === undefined) throw new FlowProblem('recordField is required');
  const field = scope.resolve(`$Record.${recordField}`);
  const family = familyOf(field.type);
  if (family !== 'date' && family !== 'datetime') throw new FlowProblem(`${recordField}: expected a date or a time`);
  return (interview: Interview) => {
    const value = asScalar(field.read(interview));
    if (value === null) return null;
    return shift(new Date(family === 'date' ? `${String(value)}T00:00:00Z` : String(value)), source);
  };
}

/** A date is its midnight, GMT; the day of a month that is too short is its last. */
function shift(from: Date, { offsetNumber, offsetUnit }: ScheduledPathSource): Date {
  if (offsetUnit !== 'Months') return new Date(from.getTime() + offsetNumber * UNITS[offsetUnit]);
  const moved = new Date(from);
  moved.setUTCMonth(moved.getUTCMonth() + offsetNumber);
  if (moved.getUTCDate() !== from.getUTCDate()) moved.setUTCDate(0);
  return moved;
}
