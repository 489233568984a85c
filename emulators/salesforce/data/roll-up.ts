import type { SObjectType, StoredRecord } from '../entities.ts';
import { RecordFailure, stampChanged, type Writing } from './change.ts';
import type { RollUpGroup } from './roll-ups.ts';
import type { DataParts } from './save-record.ts';

/** A child that was written; `before` is absent when it is new, `after` when it is deleted. */
export interface WrittenChild {
  object: SObjectType;
  before?: StoredRecord | undefined;
  after?: StoredRecord;
}

/**
 * Brings the parents of a written child up to date, and theirs in turn, in the child's own transaction.
 *
 * A parent whose roll-ups change is saved: its rules are asked, and its stamps move. A rule of the parent stops the write
 * of the child. Throws RecordFailure. See
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */
export function rollUp(parts: DataParts, child: WrittenChild, writing: Writing): void {
  for (const group of parts.rollUps.groupsOf(child.object)) {
    if (!isConcerned(group, child)) continue;
    const ids = new Set([child.before?.[group.foreignKey], child.after?.[group.foreignKey]]);
    for (const id of ids) if (typeof id === 'string') saveParent(parts, group, id, writing);
  }
}

function isConcerned({ reads }: RollUpGroup, { before, after }: WrittenChild): boolean {
  if (before === undefined || after === undefined) return true;
  return [...reads].some((name) => before[name] !== after[name]);
}

function saveParent(parts: DataParts, group: RollUpGroup, id: string, writing: Writing): void {
  const before = parts.store.find(group.parent, id);
  if (before === undefined || before['IsDeleted'] === 1) return;
  const values = parts.rollUps.valuesOf(group, id, writing);
  const changed = group.fields.filter((name) => values[name] !== before[name]);
  if (changed.length === 0) return;
  const after = { ...before, ...values };
  const broken = parts.rules.brokenRules({ object: group.parent, before, after, given: new Set(changed) }, writing);
  // The fields are the parent's, and the client has written the child.
  if (broken.length > 0) throw new RecordFailure(...broken.map((error) => ({ ...error, fields: [] })));
  stampChanged(group.parent, after, writing);
  const moved = Object.entries(after).filter(([name, value]) => value !== before[name]);
  parts.store.update(group.parent, id, Object.fromEntries(moved));
  rollUp(parts, { object: group.parent, before, after }, writing);
}
