import type { SObjectType, StoredRecord } from '../entities.ts';
import type { Change, Writing } from './change.ts';
import type { RollUpGroup } from './roll-ups.ts';
import type { DataParts } from './save-record.ts';
import type { Fate } from './write-item.ts';

/** A child that was written; `before` is absent when it is new, `after` when it is deleted. */
export interface WrittenChild {
  readonly item: Fate;
  object: SObjectType;
  before?: StoredRecord | undefined;
  after?: StoredRecord;
}

/** A parent that has to be saved because its roll-ups have changed, and what was written below it. */
export interface ChangedParent {
  change: Change;
  because: ReadonlySet<Fate>;
}

/** The parents whose roll-ups these children change, one object after the other. All sums are read, none is added up. */
export function changedParents(parts: DataParts, children: readonly WrittenChild[], writing: Writing): ChangedParent[] {
  const parents = new Map<string, ChangedParent>();
  for (const [object, written] of Map.groupBy(children, (child) => child.object)) {
    for (const group of parts.rollUps.groupsOf(object)) {
      const concerned = parentsOf(group, written);
      for (const [id, values] of parts.rollUps.valuesOf(group, [...concerned.keys()], writing)) {
        const known = parents.get(id);
        const change = known?.change ?? toChange(parts, group.parent, id);
        if (change === undefined || change.after['IsDeleted'] === 1) continue;
        const moved = group.fields.filter((name) => values[name] !== change.after[name]);
        if (moved.length === 0) continue;
        for (const name of moved) {
          change.after[name] = values[name] ?? null;
          change.given.add(name);
        }
        parents.set(id, { change, because: new Set([...(known?.because ?? []), ...(concerned.get(id) ?? [])]) });
      }
    }
  }
  return [...parents.values()];
}

function parentsOf(group: RollUpGroup, children: readonly WrittenChild[]): Map<string, Set<Fate>> {
  const parents = new Map<string, Set<Fate>>();
  for (const child of children) {
    if (!isConcerned(group, child)) continue;
    for (const id of [child.before?.[group.foreignKey], child.after?.[group.foreignKey]]) {
      if (typeof id === 'string') parents.set(id, (parents.get(id) ?? new Set()).add(child.item));
    }
  }
  return parents;
}

function isConcerned({ reads }: RollUpGroup, { before, after }: WrittenChild): boolean {
  if (before === undefined || after === undefined) return true;
  return [...reads].some((name) => before[name] !== after[name]);
}

function toChange({ store }: DataParts, object: SObjectType, id: string): Change | undefined {
  const before = store.find(object, id);
  return before && { object, before, after: { ...before }, given: new Set() };
}
