import type { Field, SObjectType } from '../entities.ts';

// These have no field called Name that a page would show.
const NAMED_OTHERWISE: Record<string, string> = { Case: 'CaseNumber', Task: 'Subject', Event: 'Subject' };

/** The field that names a record to a person. */
export function nameFieldOf(object: SObjectType): Field | undefined {
  return object.fields.get(NAMED_OTHERWISE[object.name] ?? 'Name');
}
