/** @typedef {import('c/backlogRow').Entry} Entry */

/** What is looked for; an empty text stands for everything. @typedef {{ text: string, priority: string, type: string, engineer: string }} Filter */

/** @type {Filter} */
export const NO_FILTER = { text: '', priority: '', type: '', engineer: '' };

/**
 * @param {Entry} entry
 * @param {Filter} filter
 */
export function matches(entry, filter) {
  const searched = [entry.number, entry.customer, entry.strategy, entry.accountExecutive, entry.customerEngineer];
  return (
    isIn(filter.priority, entry.priority) &&
    isIn(filter.type, entry.type) &&
    isIn(filter.engineer, entry.implementationEngineer) &&
    searched.some((words) => (words ?? '').toLowerCase().includes(filter.text.trim().toLowerCase()))
  );
}

/**
 * What can be chosen: the values that there are in the backlog.
 *
 * @param {readonly Entry[]} entries
 */
export function choicesOf(entries) {
  const distinct = (/** @type {(string | null)[]} */ values) =>
    [...new Set(values)].filter((value) => value !== null).sort((one, other) => one.localeCompare(other));
  return {
    priorities: distinct(entries.map(({ priority }) => priority)),
    types: distinct(entries.map(({ type }) => type)),
    engineers: distinct(entries.map(({ implementationEngineer }) => implementationEngineer)),
  };
}

/**
 * @param {string} wanted
 * @param {string | null} value
 */
function isIn(wanted, value) {
  return wanted === '' || wanted === value;
}
