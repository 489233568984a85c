import type { RecordStart } from './compiled-flow.ts';
import { compileTest, compileTriggerFilters, type Test } from './conditions/index.ts';
import { FlowProblem } from './errors.ts';
import type { FlowEnvironment } from './ports.ts';
import { Scope, type TriggerType } from './resources/index.ts';
import type { StartSource } from './source/index.ts';

/** The scope in which a flow's references have their meaning. Throws FlowProblem for a start that makes no sense. */
export function createScope(environment: FlowEnvironment, start: StartSource): Scope {
  const triggerType = findTriggerType(start);
  if (start.object === undefined) return new Scope(environment, triggerType, undefined);
  const object = environment.schema.findObject(start.object);
  if (object === undefined) throw new FlowProblem(`start.object: there is no object ${start.object}`);
  return new Scope(environment, triggerType, { of: 'record', object, isCollection: false });
}

function findTriggerType({ object, triggerType, recordTriggerType, filters, filterFormula }: StartSource): TriggerType {
  if (triggerType === undefined || triggerType === 'None') {
    if (
      object === undefined &&
      recordTriggerType === undefined &&
      filters.length === 0 &&
      filterFormula === undefined
    ) {
      return 'Autolaunched';
    }
    throw new FlowProblem('start.triggerType: expected RecordBeforeSave, RecordAfterSave or RecordBeforeDelete');
  }
  if (triggerType === 'Scheduled') {
    if (
      recordTriggerType === undefined &&
      filterFormula === undefined &&
      (object !== undefined || filters.length === 0)
    ) {
      return triggerType;
    }
    throw new FlowProblem('start: a schedule goes with an object and filters, or with nothing else');
  }
  if (object === undefined) throw new FlowProblem('start.object is required');
  const isDelete = recordTriggerType === 'Delete';
  if (recordTriggerType === undefined || isDelete !== (triggerType === 'RecordBeforeDelete')) {
    throw new FlowProblem(`start.recordTriggerType: ${recordTriggerType ?? 'nothing'} does not go with ${triggerType}`);
  }
  return triggerType;
}

/** Throws FlowProblem. */
export function compileStart(scope: Scope, start: StartSource): RecordStart | undefined {
  if (scope.trigger?.of !== 'record' || scope.triggerType === 'Scheduled') return undefined;
  const { recordTriggerType, doesRequireRecordChangedToMeetCriteria: mustNewlyMeet } = start;
  return {
    object: scope.trigger.object,
    onCreate: recordTriggerType === 'Create' || recordTriggerType === 'CreateAndUpdate',
    onUpdate: recordTriggerType === 'Update' || recordTriggerType === 'CreateAndUpdate',
    onDelete: recordTriggerType === 'Delete',
    criteria: compileCriteria(scope, start),
    mustNewlyMeet,
  };
}

function compileCriteria(scope: Scope, { filterFormula, filterLogic, filters }: StartSource): Test {
  if (filterFormula === undefined) return compileTriggerFilters(scope, filterLogic, filters);
  if (filters.length > 0) throw new FlowProblem('start: expected filters or filterFormula, not both');
  return compileTest(scope, filterFormula);
}
