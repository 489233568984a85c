import { compileFieldValues, findObject } from '../data/index.ts';
import { FlowProblem } from '../errors.ts';
import { kept, type Scope } from '../resources/index.ts';
import type { CreateSource } from '../source/index.ts';
import { allValues, conversion, scalar } from '../values/index.ts';
import { dataElement, writeRecords, type Element } from './element.ts';
import { compileGivenRecords } from './given-records.ts';

/** Makes the element's name stand for the id of what it creates, where that is stored automatically. */
export function declareCreatedId(scope: Scope, { name, storeOutputAutomatically }: CreateSource): void {
  if (storeOutputAutomatically) scope.declare(name, () => kept(name, scalar('id')));
}

/** Creates records that are given, which then know their ids, or one with the values that are given. */
export function compileCreate(scope: Scope, source: CreateSource): Element {
  if (source.inputReference === undefined) return createOne(scope, source);
  if (source.inputAssignments.length > 0)
    throw new FlowProblem('expected inputReference or inputAssignments, not both');
  const { given, read } = compileGivenRecords(scope, source.inputReference);
  if (given.isTrigger === true) throw new FlowProblem('$Record is there already');
  return dataElement(source, function* (interview, element) {
    const records = read(interview);
    const operations = records.map(({ object, values }) => ({
      kind: 'insert' as const,
      object: object.name,
      values: allValues(values),
    }));
    const results = yield* writeRecords(element, 'create', operations);
    for (const [index, { id }] of results.entries()) {
      const record = records[index];
      if (record !== undefined) record.values['Id'] = id;
    }
  });
}

function createOne(scope: Scope, source: CreateSource): Element {
  const { name, assignRecordIdToReference } = source;
  const object = findObject(scope, source.object);
  const values = compileFieldValues(scope, object, source.inputAssignments, 'createable');
  const target = assignRecordIdToReference === undefined ? undefined : scope.resolveTarget(assignRecordIdToReference);
  if (target !== undefined) conversion(scalar('id'), target.type);
  return dataElement(source, function* (interview, element) {
    const operation = { kind: 'insert' as const, object: object.name, values: values(interview) };
    const [result] = yield* writeRecords(element, 'create', [operation]);
    const id = result?.id ?? null;
    if (source.storeOutputAutomatically) interview.values.set(name.toLowerCase(), id);
    target?.write(interview, id);
  });
}
