/** Rows or columns from `start` up to, not including, `end`; an absent side is open. */
export interface Span {
  readonly start?: number;
  readonly end?: number;
}

/** What happens to the lines of a sheet. */
export type LineChange =
  | { readonly kind: 'insert'; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly start: number; readonly end: number }
  | { readonly kind: 'move'; readonly start: number; readonly end: number; readonly to: number };

/**
 * Where a span is after its lines changed, or undefined when all of it was deleted.
 * A span that begins at an insertion is pushed on; one that the insertion falls inside of grows.
 */
export function changeSpan(span: Span, change: LineChange): Span | undefined {
  if (change.kind === 'insert') return inserted(span, change.at, change.count);
  if (change.kind === 'delete') return deleted(span, change.start, change.end);
  return moved(span, change.start, change.end, change.to);
}

function inserted({ start, end }: Span, at: number, count: number): Span {
  return {
    ...(start !== undefined && { start: start >= at ? start + count : start }),
    ...(end !== undefined && { end: end > at ? end + count : end }),
  };
}

function deleted({ start, end }: Span, from: number, to: number): Span | undefined {
  const shrink = (edge: number): number => (edge <= from ? edge : Math.max(from, edge - (to - from)));
  const next = {
    ...(start !== undefined && { start: shrink(start) }),
    ...(end !== undefined && { end: shrink(end) }),
  };
  return next.end !== undefined && next.end <= (next.start ?? 0) ? undefined : next;
}

function moved(span: Span, from: number, to: number, destination: number): Span {
  const count = to - from;
  const target = destination > from ? destination - count : destination;
  const { start = 0, end = Infinity } = span;
  if (start >= from && end <= to) return { start: start - from + target, end: end - from + target };
  const within = start <= from && to <= end && start <= destination && destination <= end;
  const rest = within ? undefined : deleted(span, from, to);
  return rest === undefined ? span : inserted(rest, target, count);
}

/** Where one line is afterwards, or undefined when it was deleted. */
export function changeIndex(index: number, change: LineChange): number | undefined {
  return changeSpan({ start: index, end: index + 1 }, change)?.start;
}
