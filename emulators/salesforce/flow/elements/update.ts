import type { WriteOperation } from '../../entities.ts';
import { compileTriggerFilters } from '../conditions/index.ts';
import { compileChoice, compileFieldValues, findObject } from '../data/index.ts';
import { FlowProblem } from '../errors.ts';
import type { Scope } from '../resources/index.ts';
import type { UpdateSource } from '../source/index.ts';
import type { FlowRecord } from '../values/index.ts';
import { dataElement, immediate, queryRecords, writeRecords, type Element } from './element.ts';
import { changedValues, compileGivenRecords } from './given-records.ts';

/** Changes records that are given, or all that are chosen. */
export function compileUpdate(scope: Scope, source: UpdateSource): Element {
  if (source.inputReference === undefined) return updateChosen(scope, source);
  if (source.inputReference.toLowerCase() === '$record') {
    return scope.triggerType === 'RecordBeforeSave' ? fillIn(scope, source) : updateTrigger(scope, source);
  }
  return updateGiven(scope, source);
}

/** Before the save, giving a field a value is all there is to do. */
function fillIn(scope: Scope, source: UpdateSource): Element {
  const { type } = compileGivenRecords(scope, '$Record');
  const values = compileFieldValues(scope, type.object, source.inputAssignments, 'createable');
  const isMeant = compileTriggerFilters(scope, source.filterLogic, source.filters);
  return immediate(source.name, [source.connector], (interview) => {
    if (interview.trigger !== undefined && isMeant(interview)) {
      Object.assign(interview.trigger.record.values, values(interview));
    }
    return source.connector;
  });
}

function updateTrigger(scope: Scope, source: UpdateSource): Element {
  const { type, read } = compileGivenRecords(scope, '$Record');
  const values = compileFieldValues(scope, type.object, source.inputAssignments, 'updateable');
  const isMeant = compileTriggerFilters(scope, source.filterLogic, source.filters);
  return dataElement(source, function* (interview, element) {
    if (!isMeant(interview)) return;
    const records = read(interview);
    for (const record of records) Object.assign(record.values, values(interview));
    yield* writeRecords(element, 'update', records.map(toUpdate));
  });
}

function updateGiven(scope: Scope, source: UpdateSource): Element {
  const { type, read } = compileGivenRecords(scope, source.inputReference ?? '');
  if (source.filters.length > 0) throw new FlowProblem('filters apply to $Record and to chosen records only');
  const values = compileFieldValues(scope, type.object, source.inputAssignments, 'updateable');
  return dataElement(source, function* (interview, element) {
    const records = read(interview);
    for (const record of records) Object.assign(record.values, values(interview));
    yield* writeRecords(element, 'update', records.map(toUpdate));
  });
}

function updateChosen(scope: Scope, source: UpdateSource): Element {
  const object = findObject(scope, source.object);
  const choice = compileChoice(scope, object, source);
  const values = compileFieldValues(scope, object, source.inputAssignments, 'updateable');
  return dataElement(source, function* (interview, element) {
    const where = choice(interview);
    const found = yield* queryRecords(element, { object, ...(where === undefined ? {} : { where }) });
    const operations = found.map((record): WriteOperation => ({
      kind: 'update',
      object: object.name,
      id: String(record['Id']),
      values: values(interview),
    }));
    yield* writeRecords(element, 'update', operations);
  });
}

function toUpdate(record: FlowRecord): WriteOperation {
  const { object, values } = record;
  return { kind: 'update', object: object.name, id: String(values['Id'] ?? ''), values: changedValues(record) };
}
