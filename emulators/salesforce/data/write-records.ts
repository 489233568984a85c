import type { SaveResult, WriteOperation } from '../entities.ts';
import type { Writing } from './change.ts';
import { rolledBack } from './record-errors.ts';
import type { DataParts } from './save-record.ts';
import { toBatches } from './to-batches.ts';
import { writeBatch } from './write-batch.ts';
import { toItem, toSaveResult, type WriteItem } from './write-item.ts';

/**
 * Does every operation in one transaction, which may lie inside another, and answers each, in order.
 *
 * A failed operation leaves nothing behind; with `allOrNone` neither do the others.
 */
export function writeRecords(
  parts: DataParts,
  operations: WriteOperation[],
  writing: Writing,
  { allOrNone }: { allOrNone: boolean },
): SaveResult[] {
  const groups = allOrNone ? [operations] : operations.map((operation) => [operation]);
  return writeGroups(parts, groups, writing).flat();
}

/** The same with each group all or none, whatever becomes of the others. */
export function writeGroups(parts: DataParts, groups: WriteOperation[][], writing: Writing): SaveResult[][] {
  const written = groups.map((operations) => operations.map(toItem));
  const retries = written.every((items) => items.length <= 1);
  parts.store.remembering(() => {
    let open = written;
    do open = writeTogether(parts, open, writing, retries);
    while (open.length > 0);
  });
  parts.sequences.save();
  return written.map((items) => items.map(toSaveResult));
}

/** Writes groups side by side; when one has to be given up, all are undone and the groups to try again are the answer. */
function writeTogether(parts: DataParts, open: WriteItem[][], writing: Writing, retries: boolean): WriteItem[][] {
  return parts.store.attempt(() => {
    for (const batch of toBatches(open.flat())) writeBatch(parts, batch, writing, { retries });
    const sound = retries ? open : open.filter((items) => items.every(({ errors }) => errors.length === 0));
    if (sound.length === open.length) return { keep: true, result: [] };
    for (const items of open) if (!sound.includes(items)) giveUp(items);
    return { keep: false, result: sound };
  });
}

function giveUp(items: WriteItem[]): void {
  for (const { errors } of items) if (errors.length === 0) errors.push(rolledBack());
}
