import { FlowProblem } from '../errors.ts';
import { kept, type Scope } from '../resources/index.ts';
import type { LoopSource } from '../source/index.ts';
import { asList, conversion, copyItem, describeType, type FlowType } from '../values/index.ts';
import { immediate, type Element } from './element.ts';

/** Makes the loop's name stand for its current item. */
export function declareItem(scope: Scope, source: LoopSource): void {
  scope.declare(source.name, () => kept(source.name, itemType(scope, source)));
}

/** Goes once through the collection as it was when the loop was entered; each item is a copy. */
export function compileLoop(scope: Scope, source: LoopSource): Element {
  const { name, nextValueConnector, noMoreValuesConnector } = source;
  const collection = scope.resolve(source.collectionReference);
  const item = scope.resolveTarget(source.assignNextValueToReference ?? name);
  conversion(itemType(scope, source), item.type);
  const key = name.toLowerCase();
  return immediate(name, [nextValueConnector, noMoreValuesConnector], (interview) => {
    let state = interview.loops.get(key);
    if (state === undefined) {
      const items = asList(collection.read(interview));
      state = { items: source.iterationOrder === 'Desc' ? items.toReversed() : items, next: 0 };
      interview.loops.set(key, state);
    }
    const next = state.items[state.next];
    if (next === undefined) {
      interview.loops.delete(key);
      return noMoreValuesConnector;
    }
    state.next++;
    item.write(interview, copyItem(next));
    return nextValueConnector;
  });
}

function itemType(scope: Scope, { collectionReference }: LoopSource): FlowType {
  const { type } = scope.resolve(collectionReference);
  if (!type.isCollection)
    throw new FlowProblem(`${collectionReference}: expected a collection, found ${describeType(type)}`);
  return { ...type, isCollection: false };
}
