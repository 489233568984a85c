import { Decimal } from 'decimal.js';
import { FlowFault } from '../errors.ts';
import type { AssignmentOperator } from '../source/index.ts';
import { asList, asScalar, copyItem, sameItem, type FlowItem, type FlowValue } from '../values/index.ts';

type Change = (before: FlowValue, value: FlowValue) => FlowValue;
type ListChange = (list: readonly FlowItem[], value: readonly FlowItem[]) => readonly FlowItem[];

const MS_PER_DAY = 86_400_000;

/** Nothing counts as 0. */
export function addNumbers(sign: 1 | -1): Change {
  return (before, value) =>
    new Decimal(asScalar(before) ?? 0).plus(new Decimal(asScalar(value) ?? 0).times(sign)).toNumber();
}

export function addDays(sign: 1 | -1): Change {
  return (before, value) => {
    const date = asScalar(before);
    if (date === null) return null;
    const moved =
      Date.parse(`${String(date)}T00:00:00Z`) + sign * Math.trunc(Number(asScalar(value) ?? 0)) * MS_PER_DAY;
    return new Date(moved).toISOString().slice(0, 10);
  };
}

export function addText(before: FlowValue, value: FlowValue): FlowValue {
  return `${String(asScalar(before) ?? '')}${String(asScalar(value) ?? '')}`;
}

function listChange(change: ListChange): Change {
  return (before, value) => change(asList(before), asList(value));
}

function add(list: readonly FlowItem[], value: readonly FlowItem[]): readonly FlowItem[] {
  return [...list, ...value.map(copyItem)];
}

/** The operators that change a collection; what they are given is a list too, of one for a single value. */
export const COLLECTION_CHANGES: Partial<Record<AssignmentOperator, Change>> = {
  Add: listChange(add),
  AddItem: listChange(add),
  AddAtStart: listChange((list, value) => [...value.map(copyItem), ...list]),
  RemoveFirst: listChange((list, value) => {
    const at = indexOfFirst(list, value);
    return at === -1 ? list : list.toSpliced(at, 1);
  }),
  RemoveBeforeFirst: listChange((list, value) => list.slice(Math.max(indexOfFirst(list, value), 0))),
  RemoveAfterFirst: listChange((list, value) => {
    const at = indexOfFirst(list, value);
    return at === -1 ? list : list.slice(0, at + 1);
  }),
  RemoveAll: listChange((list, value) => list.filter((item) => !includes(value, item))),
  RemoveUncommon: listChange((list, value) => list.filter((item) => includes(value, item))),
  RemovePosition: (before, value) => {
    const list = asList(before);
    const position = Number(asScalar(value) ?? 0);
    if (!Number.isInteger(position) || position < 1 || position > list.length) {
      throw new FlowFault(`The position ${position} is not one of the collection, which has ${list.length} items.`);
    }
    return list.toSpliced(position - 1, 1);
  },
};

function indexOfFirst(list: readonly FlowItem[], [wanted]: readonly FlowItem[]): number {
  return wanted === undefined ? -1 : list.findIndex((item) => sameItem(item, wanted));
}

function includes(list: readonly FlowItem[], wanted: FlowItem): boolean {
  return list.some((item) => sameItem(item, wanted));
}
