import type { StoredValue, WriteOperation } from '../../entities.ts';
import { compileChoice, findObject } from '../data/index.ts';
import type { Scope } from '../resources/index.ts';
import type { DeleteSource } from '../source/index.ts';
import { dataElement, queryRecords, writeRecords, type Element } from './element.ts';
import { compileGivenRecords } from './given-records.ts';

/** Deletes records that are given, or all that are chosen. */
export function compileDelete(scope: Scope, source: DeleteSource): Element {
  if (source.inputReference !== undefined) {
    const { read } = compileGivenRecords(scope, source.inputReference);
    return dataElement(source, function* (interview, element) {
      const operations = read(interview).map(({ object, values }) => toDelete(object.name, values['Id'] ?? null));
      yield* writeRecords(element, 'delete', operations);
    });
  }
  const object = findObject(scope, source.object);
  const choice = compileChoice(scope, object, source);
  return dataElement(source, function* (interview, element) {
    const where = choice(interview);
    const found = yield* queryRecords(element, { object, ...(where === undefined ? {} : { where }) });
    yield* writeRecords(
      element,
      'delete',
      found.map((record) => toDelete(object.name, record['Id'] ?? null)),
    );
  });
}

function toDelete(object: string, id: StoredValue): WriteOperation {
  return { kind: 'delete', object, id: String(id ?? '') };
}
