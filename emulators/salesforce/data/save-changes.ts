import type { RecordError, SObjectType } from '../entities.ts';
import { fillIn } from './before-save.ts';
import type { Writing } from './change.ts';
import { changedParents, type ChangedParent, type WrittenChild } from './roll-up.ts';
import { saveDraft, type DataParts } from './save-record.ts';
import { BATCH_SIZE } from './to-batches.ts';
import { attemptEach, blame, type Drafted, type Fate } from './write-item.ts';

/** Saves drafts of one object and what follows from them, and answers whether what follows went well. */
export function saveChanges(
  parts: DataParts,
  object: SObjectType,
  drafted: readonly Drafted[],
  writing: Writing,
): boolean {
  const filled = fillIn(parts, object, drafted, writing);
  const saved = attemptEach(filled, ({ change }) => {
    undoneByFailure(parts, () => {
      saveDraft(parts, change, writing);
    });
  });
  const errors = writing.automation.afterSave(
    object,
    saved.map(({ change }) => change),
  );
  const isSound = blame(saved, errors);
  const followed = saved.filter(({ item }) => item.errors.length === 0);
  const children = followed.map(({ item, change }) => ({ item, ...change }));
  return saveParents(parts, children, writing) && isSound;
}

/**
 * Saves the parents whose roll-ups written children change, each parent once and in the order of execution of its own:
 * its flows run, its rules are asked, its stamps move, and its own parents follow. What refuses a parent refuses the
 * children that changed it. Answers whether none was refused.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function saveParents(parts: DataParts, children: readonly WrittenChild[], writing: Writing): boolean {
  const parents = changedParents(parts, children, writing);
  for (const [object, those] of Map.groupBy(parents, ({ change }) => change.object)) {
    for (let first = 0; first < those.length; first += BATCH_SIZE) {
      saveParentBatch(parts, object, those.slice(first, first + BATCH_SIZE), writing);
    }
  }
  return children.every(({ item }) => item.errors.length === 0);
}

function saveParentBatch(parts: DataParts, object: SObjectType, parents: ChangedParent[], writing: Writing): void {
  const drafted = parents.map(({ change, because }) => ({ change, because, item: { errors: [] } satisfies Fate }));
  saveChanges(parts, object, drafted, writing);
  for (const { item, because } of drafted) {
    for (const child of because) child.errors.push(...item.errors.map(withoutFields));
  }
}

/** The fields are the parent's, and the client has written the child. */
function withoutFields(error: RecordError): RecordError {
  return { ...error, fields: [] };
}

/** Does the work, of which nothing stays when it throws. */
export function undoneByFailure<Result>({ store }: DataParts, work: () => Result): Result {
  return store.attempt(() => ({ keep: true, result: work() }));
}
