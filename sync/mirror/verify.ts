/** What a batch meant to do to the rows, and the key column as it stood when the batch was planned. */
export interface Intended {
  before: readonly (string | null)[];
  /** Rows that were written to, where they stood before the batch. */
  written: readonly { id: string; index: number }[];
  removed: readonly { id: string; index: number }[];
  appended: readonly string[];
}

/**
 * Compares the key column as it stands right after a batch with what the batch took for granted, and answers the Ids of
 * all rows that may hold something wrong: rows moved between the read and the write, rows written to in their place, rows
 * that are gone, or appended ones that are not there.
 */
export function findDamage(
  { before, written, removed, appended }: Intended,
  after: readonly (string | null)[],
): string[] {
  const damaged = new Set<string>();
  const present = new Set(after);
  const removedIds = new Set(removed.map(({ id }) => id));
  for (const { id, index } of written) {
    const now = after[index - removed.filter((gone) => gone.index < index).length] ?? null;
    if (now === id) continue;
    damaged.add(id);
    if (now !== null) damaged.add(now);
  }
  for (const id of before) if (id !== null && !present.has(id) && !removedIds.has(id)) damaged.add(id);
  for (const id of appended) if (!present.has(id)) damaged.add(id);
  for (const { id } of removed) if (present.has(id)) damaged.add(id);
  return [...damaged];
}
