import { ITEM } from 'c/handoffFields';
import { isTicked, number, shown, text } from 'c/recordValues';

/** Which items are shown. @typedef {'all' | 'open' | 'mine'} Filter */

/** @type {Record<Filter, (item: RecordRepresentation) => boolean>} */
const FILTERS = {
  all: () => true,
  open: (item) => !isTicked(item, ITEM.settled),
  mine: (item) => !isTicked(item, ITEM.settled) && isTicked(item, ITEM.isMine),
};

/**
 * Items by handoff and gate, each in the order of the template.
 *
 * @param {readonly RecordRepresentation[]} items
 * @param {Filter} filter
 */
export function toLegs(items, filter) {
  const ordered = [...items].sort((one, other) => orderOf(one) - orderOf(other));
  return groupsOf(ordered, ITEM.leg).flatMap(({ key, label, members }) => {
    const gates = groupsOf(members, ITEM.gate).flatMap((gate) => {
      const shownItems = gate.members.filter(FILTERS[filter]);
      const settled = gate.members.filter((item) => isTicked(item, ITEM.settled)).length;
      const total = gate.members.length;
      return shownItems.length === 0 ? [] : [{ key: gate.key, label: gate.label, settled, total, items: shownItems }];
    });
    return gates.length === 0 ? [] : [{ key, label, gates }];
  });
}

/** @param {RecordRepresentation} item */
function orderOf(item) {
  return number(item, ITEM.sortOrder) ?? Infinity;
}

/**
 * @param {RecordRepresentation[]} items
 * @param {FieldId} field
 */
function groupsOf(items, field) {
  const groups = Map.groupBy(items, (item) => text(item, field) ?? '');
  return [...groups].map(([key, members]) => ({ key, label: shown(members[0], field) ?? '', members }));
}
