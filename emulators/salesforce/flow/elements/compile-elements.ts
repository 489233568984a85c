import type { FlowSource } from '../source/index.ts';
import type { Scope } from '../resources/index.ts';
import { FlowProblem } from '../errors.ts';
import { compileAction } from './action.ts';
import { compileAssignment } from './assignment.ts';
import { compileCollectionProcessor, declareProcessed } from './collection.ts';
import { compileCreate, declareCreatedId } from './create.ts';
import { compileCustomError } from './custom-error.ts';
import { compileDecision, declareOutcomes } from './decision.ts';
import { compileDelete } from './delete.ts';
import type { Element } from './element.ts';
import { compileLookup, declareFound } from './lookup.ts';
import { compileLoop, declareItem } from './loop.ts';
import { compileSubflow, declareOutputs, type FindFlow } from './subflow.ts';
import { compileUpdate } from './update.ts';

/** One element on its way: what it makes known to the others, and then what it does. */
export interface ElementDraft {
  readonly name: string;
  /** Other names that belong to it, such as those of outcomes. */
  readonly ownNames: string[];
  declare(): void;
  compile(): Element;
}

/** Every element of a flow. Throws FlowProblem from within the drafts only. */
export function draftElements(scope: Scope, source: FlowSource, findFlow: FindFlow): ElementDraft[] {
  return [
    ...draft(scope, source.assignments, compileAssignment),
    ...draft(scope, source.decisions, compileDecision, declareOutcomes, ({ rules }) => rules.map(({ name }) => name)),
    ...draft(scope, source.loops, compileLoop, declareItem),
    ...draft(scope, source.recordLookups, compileLookup, declareFound),
    ...draft(scope, source.recordCreates, notBeforeSave(compileCreate), declareCreatedId),
    ...draft(scope, source.recordUpdates, compileUpdateWhere),
    ...draft(scope, source.recordDeletes, notBeforeSave(compileDelete)),
    ...draft(scope, source.customErrors, compileCustomError),
    ...draft(scope, source.collectionProcessors, compileCollectionProcessor, declareProcessed),
    ...draft(scope, source.actionCalls, notBeforeSave(compileAction)),
    ...draft(
      scope,
      source.subflows,
      notBeforeSave((inner, element) => compileSubflow(inner, element, findFlow)),
      (inner, element) => declareOutputs(inner, element, findFlow),
    ),
  ];
}

type Compile<Source> = (scope: Scope, source: Source) => Element;

function draft<Source extends { name: string }>(
  scope: Scope,
  sources: Source[],
  compile: Compile<Source>,
  declare: (scope: Scope, source: Source) => void = () => undefined,
  ownNames: (source: Source) => string[] = () => [],
): ElementDraft[] {
  return sources.map((source) => ({
    name: source.name,
    ownNames: ownNames(source),
    declare: () => declare(scope, source),
    compile: () => compile(scope, source),
  }));
}

const BEFORE_SAVE = 'this element is not available in a flow that runs before the record is saved';

function notBeforeSave<Source>(compile: Compile<Source>): Compile<Source> {
  return (scope, source) => {
    if (scope.triggerType === 'RecordBeforeSave') throw new FlowProblem(BEFORE_SAVE);
    return compile(scope, source);
  };
}

const compileUpdateWhere: typeof compileUpdate = (scope, source) => {
  const isOwn = source.inputReference?.toLowerCase() === '$record';
  if (scope.triggerType === 'RecordBeforeSave' && !isOwn) throw new FlowProblem(BEFORE_SAVE);
  return compileUpdate(scope, source);
};
