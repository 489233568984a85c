/** What a note of ours begins with. */
const PREFIX = 'Not saved in Salesforce: ';

export function toNote(reason: string): string {
  return `${PREFIX}${reason}`;
}

/** Whether there are words of ours in it, whoever's row it is. */
export function holdsOurs(note: string | undefined): boolean {
  return note?.includes(PREFIX) === true;
}

/**
 * The note that a cell is to carry, from the one it has: what people wrote stays, our words follow it, or go. `before` is
 * what we wrote last; without it, our words are known by how they begin, since a memory can be lost.
 */
export function mergeNote(
  current: string | undefined,
  before: string | undefined,
  ours: string | undefined,
): string | undefined {
  const theirs = withoutOurs(current ?? '', before);
  const parts = [theirs, ours ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

function withoutOurs(current: string, before: string | undefined): string {
  const start = before === undefined ? current.indexOf(PREFIX) : current.indexOf(before);
  if (start < 0) return current.trimEnd();
  const end = before === undefined ? current.length : start + before.length;
  return `${current.slice(0, start).trimEnd()}\n\n${current.slice(end).trimStart()}`.trim();
}
