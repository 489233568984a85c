import { toId18 } from '../ids.ts';
import type { WriteItem } from './write-item.ts';

/** Records that triggers and flows see at once. */
export const BATCH_SIZE = 200;

/** Neighbours of one kind and one object, in order. A record that comes twice is in two batches. */
export function toBatches(items: readonly WriteItem[]): WriteItem[][] {
  const batches: WriteItem[][] = [];
  let keys = new Set<string>();
  let open: WriteItem[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const [first] = open;
    const isAlike =
      first?.operation.kind === item.operation.kind &&
      first.operation.object.toLowerCase() === item.operation.object.toLowerCase();
    if (!isAlike || open.length === BATCH_SIZE || (key !== undefined && keys.has(key))) {
      open = [];
      keys = new Set();
      batches.push(open);
    }
    open.push(item);
    if (key !== undefined) keys.add(key);
  }
  return batches;
}

/** What tells one existing record from another. */
function keyOf({ operation }: WriteItem): string | undefined {
  switch (operation.kind) {
    case 'insert':
      return undefined;
    case 'upsert':
      return `${operation.externalIdField} ${String(operation.externalId)}`.toLowerCase();
    default:
      return toId18(operation.id) ?? operation.id;
  }
}
