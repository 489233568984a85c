import type { Clock } from '../core/index.ts';
import { parseCursor, toCursor } from './cursor.ts';
import type { Place } from './store.ts';
import { LIST_LAG_MS, type UndocumentedAnswers } from './undocumented.ts';

export interface PageQuery {
  limit: number;
  from?: string | undefined;
  sortBy: 'updatedAt' | 'createdAt';
}

/** Where a page begins. */
export function placeOf({ from }: PageQuery): { after?: Place } {
  return from === undefined ? {} : { after: parseCursor(from) };
}

/** One page as lists answer it, from one record more than it may hold. */
export function toPage<Found extends { id: string; createdAt: string; updatedAt: string }>(
  found: readonly Found[],
  { limit, sortBy }: PageQuery,
  tell: (one: Found) => unknown,
): Record<string, unknown> {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const atEnd = found.length <= limit;
  const next = atEnd || last === undefined ? null : toCursor({ at: last[sortBy], id: last.id });
  return { results: page.map(tell), next, atEnd };
}

/** Until when something must have been made to be listed, where lists lag behind. */
export function listedUntil({ listed }: UndocumentedAnswers, clock: Clock): { until?: string } {
  if (listed === 'atOnce') return {};
  return { until: new Date(clock.now().getTime() - LIST_LAG_MS).toISOString() };
}
