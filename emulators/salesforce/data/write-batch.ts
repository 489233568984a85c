import type { SObjectType, StoredRecord } from '../entities.ts';
import { toId18 } from '../ids.ts';
import type { Change, Writing } from './change.ts';
import { deleteRecord, findForDelete } from './delete-record.ts';
import { notForOperation, unknownType } from './record-errors.ts';
import { saveChanges, saveParents, undoneByFailure } from './save-changes.ts';
import { draftInsert, draftUpdate, draftUpsert, type DataParts } from './save-record.ts';
import type { WrittenChild } from './roll-up.ts';
import { undeleteRecord } from './undelete-record.ts';
import { attemptEach, blame, type Drafted, type WriteItem } from './write-item.ts';

const PAST_TENSE = {
  insert: 'inserted',
  upsert: 'inserted',
  update: 'updated',
  delete: 'deleted',
  undelete: 'undeleted',
} as const;

/**
 * Writes up to 200 records of one object in the order of execution: before-save automation, checks and validation rules,
 * the save, after-save automation, roll-ups of parents.
 *
 * What is wrong before the save concerns that record only. When anything fails after it, the whole batch is undone and
 * those that did not fail are tried again; without `retries` they are left undone, for the caller to give up.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function writeBatch(
  parts: DataParts,
  batch: readonly WriteItem[],
  writing: Writing,
  { retries }: { retries: boolean },
): void {
  const [first] = batch;
  if (first === undefined) return;
  const { kind, object: name } = first.operation;
  const object = parts.schema.findObject(name);
  if (object === undefined || !writing.access.mayRead(object)) {
    for (const item of batch) item.errors.push(unknownType(name));
    return;
  }
  if (object.kind === 'customMetadata' || object.kind === 'history') {
    for (const item of batch) item.errors.push(notForOperation(PAST_TENSE[kind], object.label));
    return;
  }
  const write = kind === 'delete' ? deleteAll : kind === 'undelete' ? undeleteAll : saveAll;
  let open = batch;
  do {
    const isSound = parts.store.attempt(() => {
      const result = write(parts, object, open, writing);
      return { keep: result, result };
    });
    open = isSound || !retries ? [] : open.filter(({ errors }) => errors.length === 0);
  } while (open.length > 0);
}

type WriteAll = (parts: DataParts, object: SObjectType, items: readonly WriteItem[], writing: Writing) => boolean;

/** Answers whether what follows from the saves went well. */
const saveAll: WriteAll = (parts, object, items, writing) => {
  const drafted: Drafted[] = [];
  attemptEach(
    items.map((item) => ({ item })),
    ({ item }) => void drafted.push({ item, change: draft(parts, object, item, writing) }),
  );
  return saveChanges(parts, object, drafted, writing);
};

function draft(parts: DataParts, object: SObjectType, item: WriteItem, writing: Writing): Change {
  const change = toChange(parts, object, item, writing);
  item.id = String(change.after['Id']);
  item.created = change.before === undefined;
  return change;
}

function toChange(parts: DataParts, object: SObjectType, { operation }: WriteItem, writing: Writing): Change {
  switch (operation.kind) {
    case 'insert':
      return draftInsert(parts, object, operation.values, writing);
    case 'update':
      return draftUpdate(parts, object, operation.id, operation.values, writing);
    case 'upsert':
      return draftUpsert(parts, object, operation, writing);
    case 'delete':
    case 'undelete':
      throw new TypeError(`An operation to ${operation.kind} changes no fields`);
  }
}

const deleteAll: WriteAll = (parts, object, items, writing) => {
  const leaving: { item: WriteItem; record: StoredRecord }[] = [];
  attemptEach(
    items.map((item) => ({ item })),
    ({ item }) => {
      const record = findForDelete(parts, object, idOf(item), writing);
      item.id = String(record['Id']);
      leaving.push({ item, record });
    },
  );
  const errors = writing.automation.beforeDelete(
    object,
    leaving.map(({ record }) => record),
  );
  const isSound = blame(leaving, errors);
  const removed: WrittenChild[] = [];
  attemptEach(
    leaving.filter(({ item }) => item.errors.length === 0),
    ({ item }) => {
      const gone = undoneByFailure(parts, () => deleteRecord(parts, object, idOf(item), writing));
      removed.push(...gone.map((one) => ({ item, object: one.object, before: one.record })));
    },
  );
  return saveParents(parts, removed, writing) && isSound;
};

const undeleteAll: WriteAll = (parts, object, items, writing) => {
  const restored: WrittenChild[] = [];
  attemptEach(
    items.map((item) => ({ item })),
    ({ item }) => {
      const back = undoneByFailure(parts, () => undeleteRecord(parts, object, idOf(item), writing));
      item.id = toId18(idOf(item)) ?? null;
      restored.push(...back.map((one) => ({ item, object: one.object, after: one.record })));
    },
  );
  return saveParents(parts, restored, writing);
};

function idOf({ operation }: WriteItem): string {
  return 'id' in operation ? operation.id : '';
}
