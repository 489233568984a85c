import { scoreOf } from 'c/considerations';

/**
 * A request as the preview looks at it.
 *
 * @typedef {object} Candidate
 * @property {string} id
 * @property {string} number such as IR-00001
 * @property {string} customer
 * @property {Record<string, number | null>} factors 0 to 5 by consideration
 * @property {number} score as it counts now
 * @property {string} tieBreak the lower one goes first
 */

/**
 * The requests that would change places if their scores alone decided, in the new order. Places begin at 1.
 *
 * @param {readonly Candidate[]} candidates
 * @param {Record<string, number>} weights in percent
 */
export function placeChanges(candidates, weights) {
  const before = inOrder(candidates);
  const after = inOrder(candidates.map((one) => ({ ...one, score: scoreOf(weights, one.factors) })));
  return after
    .map((one, index) => {
      const place = before.findIndex(({ id }) => id === one.id);
      return { ...one, scoreBefore: before[place]?.score ?? 0, placeBefore: place + 1, place: index + 1 };
    })
    .filter(({ place, placeBefore }) => place !== placeBefore);
}

/** Whether these are weights: none below 0, and 100 in all. @param {Record<string, number>} weights */
export function areWeights(weights) {
  return totalOf(weights) === 100 && Object.values(weights).every((weight) => weight >= 0);
}

/** @param {Record<string, number>} weights */
export function totalOf(weights) {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return Math.round(sum * 100) / 100;
}

/** @param {readonly Candidate[]} candidates */
function inOrder(candidates) {
  return [...candidates].sort((one, other) => other.score - one.score || (one.tieBreak < other.tieBreak ? -1 : 1));
}
