import { EDITABLE, type EditTarget } from '../mapping/index.ts';

interface Ranked {
  target: EditTarget;
  value: string | number | null;
}

/**
 * Gives each of the ranks that were typed at once a place of its own, and sorts them: of two that ask for the same, the
 * one that stood higher before gets it, the other the next. Salesforce then moves the requests that nobody touched.
 */
export function spreadRanks<Edit extends Ranked>(edits: readonly Edit[], previousRank: (edit: Edit) => number): Edit[] {
  const isRank = ({ target, value }: Edit): boolean =>
    target.field === EDITABLE.rank.field && typeof value === 'number' && value >= 1;
  const ranks = edits
    .filter(isRank)
    .toSorted((a, b) => Number(a.value) - Number(b.value) || previousRank(a) - previousRank(b));
  let last = 0;
  const spread = ranks.map((edit) => {
    last = Math.max(last + 1, Number(edit.value));
    return { ...edit, value: last };
  });
  return [...spread, ...edits.filter((edit) => !isRank(edit))];
}
