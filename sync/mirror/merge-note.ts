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
 * what we wrote last; where that is not in it, our words are known by how they begin: a memory, or an answer, can be lost.
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
  const known = before === undefined ? -1 : current.indexOf(before);
  const start = known < 0 ? current.indexOf(PREFIX) : known;
  if (start < 0) return current.trimEnd();
  const end = known < 0 ? current.length : known + (before?.length ?? 0);
  return `${current.slice(0, start).trimEnd()}\n\n${current.slice(end).trimStart()}`.trim();
}
