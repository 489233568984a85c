import { compareKeys, type GroupKey, type Level } from './groups.ts';

/** A group with those within it. */
export interface Group {
  key: GroupKey;
  /** From the first level down, `0_1`; known once the tree is numbered. */
  place: string;
  children: Map<string, Group>;
}

/** A group as the API tells it. */
export interface ToldGroup {
  key: string;
  label: string;
  value: unknown;
  groupings: ToldGroup[];
}

/** The groups of one direction; the root stands for all rows. */
export class GroupTree {
  readonly root: Group = { key: { id: '', value: null, label: '', order: null }, place: 'T', children: new Map() };

  /** The groups of a row from the root to the innermost, made where they are new. */
  path(keys: GroupKey[]): Group[] {
    const path = [this.root];
    let group = this.root;
    for (const key of keys) {
      const known = group.children.get(key.id);
      const child = known ?? { key, place: '', children: new Map<string, Group>() };
      if (known === undefined) group.children.set(key.id, child);
      path.push(child);
      group = child;
    }
    return path;
  }

  /** Sorts and numbers all groups; `totalOf` answers an aggregate of a group that is sorted by it. */
  number(levels: Level[], totalOf: (group: Group, aggregate: string) => number): void {
    number(this.root, levels, totalOf);
  }

  /** Every group in order, the root first. */
  all(): Group[] {
    return [this.root, ...below(this.root)];
  }

  told(): ToldGroup[] {
    return toldBelow(this.root);
  }
}

function number(group: Group, [level, ...rest]: Level[], totalOf: (group: Group, aggregate: string) => number): void {
  if (level === undefined) return;
  const { sortOrder, sortAggregate } = level.grouping;
  const turn = sortOrder === 'Desc' ? -1 : 1;
  const sorted = [...group.children.values()].toSorted((one, other) => {
    const byKey = compareKeys(one.key.order, other.key.order);
    if (sortAggregate === null) return turn * byKey;
    return turn * (totalOf(one, sortAggregate) - totalOf(other, sortAggregate)) || byKey;
  });
  group.children = new Map(sorted.map((child) => [child.key.id, child]));
  for (const [index, child] of sorted.entries()) {
    child.place = group.place === 'T' ? String(index) : `${group.place}_${index}`;
    number(child, rest, totalOf);
  }
}

function below(group: Group): Group[] {
  return [...group.children.values()].flatMap((child) => [child, ...below(child)]);
}

function toldBelow(group: Group): ToldGroup[] {
  return [...group.children.values()].map((child) => ({
    key: child.place,
    label: child.key.label,
    value: child.key.value,
    groupings: toldBelow(child),
  }));
}
