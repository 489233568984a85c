import CREATED_BY from '@salesforce/schema/Status_Update__c.CreatedBy.Name';
import CREATED_DATE from '@salesforce/schema/Status_Update__c.CreatedDate';
import HEALTH from '@salesforce/schema/Status_Update__c.Health__c';
import NEXT from '@salesforce/schema/Status_Update__c.Next__c';
import PERCENT_COMPLETE from '@salesforce/schema/Status_Update__c.Percent_Complete__c';
import RISKS from '@salesforce/schema/Status_Update__c.Risks__c';
import SUMMARY from '@salesforce/schema/Status_Update__c.Summary__c';
import UPDATE_ON from '@salesforce/schema/Status_Update__c.Update_On__c';
import { formatLabel } from 'c/formatLabel';
import { number, qualifiedNames, shown, text } from 'c/recordValues';
import completeLabel from '@salesforce/label/c.Groundwork_Percent_Complete';

/** What everybody has who may read status updates at all. */
export const REQUIRED = [HEALTH, UPDATE_ON];
export const OPTIONAL = [CREATED_BY, NEXT, PERCENT_COMPLETE, RISKS, SUMMARY];

/** The newest first. */
export const SORT_BY = qualifiedNames([UPDATE_ON, CREATED_DATE]).map((field) => `-${field}`);

/** What an update asks for. */
export const QUESTIONS = [
  { name: HEALTH.fieldApiName, required: true, asRadios: true },
  { name: PERCENT_COMPLETE.fieldApiName },
  { name: SUMMARY.fieldApiName, required: true },
  { name: RISKS.fieldApiName },
  { name: NEXT.fieldApiName },
];

/**
 * @param {RecordRepresentation} update
 * @param {ObjectInfo} objectInfo
 */
export function toUpdate(update, objectInfo) {
  const percent = number(update, PERCENT_COMPLETE);
  return {
    id: update.id,
    health: text(update, HEALTH) ?? '',
    healthLabel: shown(update, HEALTH) ?? '',
    percent: percent === null ? null : formatLabel(completeLabel, percent),
    date: text(update, UPDATE_ON),
    by: shown(update, CREATED_BY),
    texts: [SUMMARY, RISKS, NEXT].flatMap((field) => {
      const words = text(update, field);
      const label = objectInfo.fields[field.fieldApiName]?.label ?? '';
      return words === null ? [] : [{ name: field.fieldApiName, label, words }];
    }),
  };
}
