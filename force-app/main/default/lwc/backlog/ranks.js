/** @typedef {import('c/backlogRow').Entry} Entry */

/**
 * Entries by rank; what has none yet comes last, as the org will number it.
 *
 * @param {readonly Entry[]} entries
 */
export function byRank(entries) {
  return [...entries].sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
}

/**
 * The backlog once this request has that rank: the others close up behind it and make room before it, as the org's flows
 * do, so that no two ever have the same.
 *
 * @param {readonly Entry[]} ranked
 * @param {string} id
 * @param {number} rank
 */
export function withMove(ranked, id, rank) {
  const moved = ranked.filter((entry) => entry.id === id);
  const others = ranked.filter((entry) => entry.id !== id);
  const order = [...others.slice(0, rank - 1), ...moved, ...others.slice(rank - 1)];
  return order.map((entry, index) => (entry.rank === index + 1 ? entry : { ...entry, rank: index + 1 }));
}

/**
 * The rank that the entry takes when it goes one up or down among those that are shown; null at the end.
 *
 * @param {readonly Entry[]} shown
 * @param {string} id
 * @param {'up' | 'down'} direction
 */
export function neighbourRank(shown, id, direction) {
  const index = shown.findIndex((entry) => entry.id === id);
  return shown[index + (direction === 'up' ? -1 : 1)]?.rank ?? null;
}

/**
 * A rank as it was entered, brought into the backlog; null when it is no whole number.
 *
 * @param {string | number} entered
 * @param {number} size of the backlog
 */
export function toRank(entered, size) {
  const rank = Number(entered);
  return Number.isInteger(rank) && String(entered).trim() !== '' ? Math.min(Math.max(rank, 1), size) : null;
}
