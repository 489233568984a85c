import { compileConditions, compileTest, type Test } from '../conditions/index.ts';
import { findField, toType } from '../data/index.ts';
import { FlowProblem } from '../errors.ts';
import { kept, type Scope } from '../resources/index.ts';
import type { CollectionProcessorSource } from '../source/index.ts';
import { asList, copyItem, describeType, isRecord, type FlowItem, type FlowType } from '../values/index.ts';
import { immediate, type Element } from './element.ts';

type Source = CollectionProcessorSource;

/** Makes the element's name stand for its result, and the name it gives to an item for that. */
export function declareProcessed(scope: Scope, source: Source): void {
  scope.declare(source.name, () => kept(source.name, collectionType(scope, source)));
  const { assignNextValueToReference: item } = source;
  if (item === undefined) return;
  scope.declare(item, () => kept(item, { ...collectionType(scope, source), isCollection: false }));
}

/** Filters into a collection of its own, or sorts the one that it is given. */
export function compileCollectionProcessor(scope: Scope, source: Source): Element {
  return source.collectionProcessorType === 'SortCollectionProcessor'
    ? compileSort(scope, source)
    : compileFilter(scope, source);
}

function compileFilter(scope: Scope, source: Source): Element {
  const { name, connector, assignNextValueToReference: item } = source;
  if (item === undefined) throw new FlowProblem('assignNextValueToReference is required');
  const collection = scope.resolve(source.collectionReference);
  const test = compileItemTest(scope, source);
  return immediate(name, [connector], (interview) => {
    const chosen = asList(collection.read(interview)).filter((one) => {
      interview.values.set(item.toLowerCase(), one);
      return test(interview);
    });
    interview.values.delete(item.toLowerCase());
    interview.values.set(name.toLowerCase(), chosen.map(copyItem));
    return connector;
  });
}

function compileItemTest(scope: Scope, { conditionLogic, conditions, formula }: Source): Test {
  if (formula === undefined) return compileConditions(scope, conditionLogic ?? 'and', conditions);
  if (conditions.length > 0) throw new FlowProblem('expected conditions or a formula, not both');
  return compileTest(scope, formula);
}

function compileSort(scope: Scope, source: Source): Element {
  const { name, connector, limit } = source;
  const collection = scope.resolveTarget(source.collectionReference);
  const compare = compileOrder(scope, source);
  return immediate(name, [connector], (interview) => {
    const sorted = asList(collection.read(interview)).toSorted(compare).slice(0, limit);
    collection.write(interview, sorted);
    interview.values.set(name.toLowerCase(), sorted);
    return connector;
  });
}

function compileOrder(scope: Scope, source: Source): (left: FlowItem, right: FlowItem) => number {
  const type = collectionType(scope, source);
  const orders = source.sortOptions.map(({ sortField, sortOrder, doesPutEmptyStringAndNullFirst }) => {
    const read = compileKey(scope, type, sortField);
    const blank = doesPutEmptyStringAndNullFirst ? -1 : 1;
    const sign = sortOrder === 'Desc' ? -1 : 1;
    return (left: FlowItem, right: FlowItem): number => {
      const [first, second] = [read(left), read(right)];
      if (first === second) return 0;
      if (first === '' || second === '') return first === '' ? blank : -blank;
      return first < second ? -sign : sign;
    };
  });
  return (left, right) => {
    for (const order of orders) {
      const result = order(left, right);
      if (result !== 0) return result;
    }
    return 0;
  };
}

/** What an item is sorted by; nothing is empty text. */
function compileKey(scope: Scope, type: FlowType, sortField: string | undefined): (item: FlowItem) => string | number {
  if (type.of !== 'record') return (item) => (isRecord(item) ? '' : (item ?? ''));
  if (sortField === undefined) throw new FlowProblem('sortField is required for records');
  const field = findField(scope, type.object, sortField);
  toType(field);
  return (item) => (isRecord(item) ? (item.values[field.name] ?? '') : '');
}

function collectionType(scope: Scope, { collectionReference }: Source): FlowType {
  const { type } = scope.resolve(collectionReference);
  if (!type.isCollection)
    throw new FlowProblem(`${collectionReference}: expected a collection, found ${describeType(type)}`);
  return type;
}
