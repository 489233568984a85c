import type { Labels } from '../salesforce/index.ts';
import type { BacklogEntry } from './backlog-entry.ts';
import { EDITABLE } from './columns.ts';

/** The entry as it is once Salesforce has taken a new value for one of the fields that are edited in the sheet. */
export function withField(
  entry: BacklogEntry,
  field: string,
  value: string | number | null,
  labels: Labels,
): BacklogEntry {
  const text = value === null ? null : String(value);
  switch (field) {
    case EDITABLE.rank:
      return { ...entry, rank: value === null ? null : Number(value) };
    case EDITABLE.priority:
      return { ...entry, priority: text === null ? null : { value: text, label: labels.toLabel(field, text) ?? text } };
    case EDITABLE.nextSteps:
      return { ...entry, nextSteps: text };
    case EDITABLE.triageNotes:
      return { ...entry, triageNotes: text };
    default:
      throw new RangeError(
        `${field} is not edited in the sheet; expected one of ${Object.values(EDITABLE).join(', ')}`,
      );
  }
}
