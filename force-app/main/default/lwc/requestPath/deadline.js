import ACKNOWLEDGE_BY from '@salesforce/schema/Implementation_Request__c.Acknowledge_By__c';
import DECIDE_BY from '@salesforce/schema/Implementation_Request__c.Decide_By__c';

/** What Implementation Engineering owes next, by status. @type {Record<string, FieldId | undefined>} */
const DEADLINES = { Submitted: ACKNOWLEDGE_BY, In_Triage: DECIDE_BY, Leadership_Review: DECIDE_BY };

/**
 * By when the next step is due; null when nothing is, or the user may not read it.
 *
 * @param {RecordRepresentation} request
 * @param {ObjectInfo | undefined} objectInfo
 */
export function deadlineOf(request, objectInfo) {
  const field = DEADLINES[String(request.fields.Status__c?.value)];
  const time = field && request.fields[field.fieldApiName]?.value;
  return field && time ? { label: objectInfo?.fields[field.fieldApiName]?.label ?? '', time: String(time) } : null;
}
