/** @typedef {import('c/backlogRow').Entry} Entry */

/** Values of the org's formula Cut_Line__c. */
const ABOVE = 'Above';
const BELOW = 'Below';

/**
 * What the backlog asks of a month, against what is free.
 *
 * @typedef {object} MonthDemand
 * @property {string} month
 * @property {number} freePoints
 * @property {number} asked points of what is above or below the line; what is on hold does not count
 * @property {number} above number of requests for which there is room
 * @property {number} below
 */

/**
 * The months that the backlog asks for, in their order.
 *
 * @param {readonly Entry[]} ranked
 * @returns {MonthDemand[]}
 */
export function monthDemands(ranked) {
  /** @type {Map<string, MonthDemand>} */
  const months = new Map();
  for (const { month, freePoints, effort, cutLine } of ranked) {
    if (month !== null && freePoints !== null && (cutLine === ABOVE || cutLine === BELOW)) {
      const { asked, above, below } = months.get(month) ?? { asked: 0, above: 0, below: 0 };
      months.set(month, {
        month,
        freePoints,
        asked: asked + (effort ?? 0),
        above: above + (cutLine === ABOVE ? 1 : 0),
        below: below + (cutLine === BELOW ? 1 : 0),
      });
    }
  }
  return [...months.values()].sort((one, other) => (one.month < other.month ? -1 : 1));
}

/**
 * Ids of the first entries for which their month has no more room: the line of that month lies before them.
 *
 * @param {readonly Entry[]} ranked
 */
export function firstBelow(ranked) {
  /** @type {Map<string, string>} */
  const first = new Map();
  for (const { id, month, cutLine } of ranked) {
    if (cutLine === BELOW && month !== null && !first.has(month)) {
      first.set(month, id);
    }
  }
  return new Set(first.values());
}

/** @param {Entry} entry */
export function isAbove({ cutLine }) {
  return cutLine === ABOVE;
}

/** @param {Entry} entry */
export function isBelow({ cutLine }) {
  return cutLine === BELOW;
}
