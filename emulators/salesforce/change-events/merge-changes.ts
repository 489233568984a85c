import type { RecordChange } from '../data/index.ts';
import type { SObjectType } from '../entities.ts';
import { tell, type Told } from './changed-values.ts';

/** One event to be: what happened alike to one or more records of an object. */
export interface MergedChange extends Told {
  entityName: string;
  recordIds: string[];
  /** The user who modified them. */
  userId: string;
}

/**
 * The events of one transaction, in order. A record that was saved several times is told of once, as it is at the end,
 * and records to which the same happened share an event.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_subscribe_merged_events.htm
 */
export function mergeChanges(changes: readonly RecordChange[]): MergedChange[] {
  const merged = new Map<string, MergedChange>();
  for (const change of oncePerRecord(changes)) {
    const told = tell(change);
    if (told === undefined) continue;
    const record = change.after ?? change.before ?? {};
    const recordId = String(record['Id']);
    const userId = String(record['LastModifiedById'] ?? record['CreatedById'] ?? '');
    const entityName = change.object.name;
    const likeness = told.changeType === 'CREATE' ? recordId : JSON.stringify([told, userId]);
    const key = `${entityName} ${likeness}`;
    const same = merged.get(key);
    if (same === undefined) merged.set(key, { ...told, entityName, recordIds: [recordId], userId });
    else same.recordIds.push(recordId);
  }
  return [...merged.values()];
}

function oncePerRecord(changes: readonly RecordChange[]): RecordChange[] {
  const last = new Map<string, RecordChange>();
  const all: RecordChange[] = [];
  for (const change of changes) {
    if (!hasChangeEvent(change.object)) continue;
    const id = String((change.after ?? change.before)?.['Id']);
    const earlier = last.get(id);
    if (earlier !== undefined && isSave(earlier) && isSave(change)) {
      earlier.after = change.after;
    } else {
      const own = { ...change };
      last.set(id, own);
      all.push(own);
    }
  }
  return all;
}

/** Neither into the recycle bin nor out of it. */
function isSave({ before, after }: RecordChange): boolean {
  return after !== undefined && (before?.['IsDeleted'] ?? 0) === (after['IsDeleted'] ?? 0);
}

const STANDARD = new Set(['Account', 'Case', 'Contact', 'Event', 'Lead', 'Opportunity', 'Task', 'User']);

/** Custom objects and these standard ones have change events; settings and custom metadata have none. */
export function hasChangeEvent({ custom, kind, name }: SObjectType): boolean {
  return kind === undefined && (custom || STANDARD.has(name));
}
