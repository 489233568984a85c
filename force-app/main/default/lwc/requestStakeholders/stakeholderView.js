import CONTACT from '@salesforce/schema/Request_Stakeholder__c.Contact__c';
import CONTACT_NAME from '@salesforce/schema/Request_Stakeholder__c.Contact__r.Name';
import CONTACT_TITLE from '@salesforce/schema/Request_Stakeholder__c.Contact__r.Title';
import ENGAGEMENT from '@salesforce/schema/Request_Stakeholder__c.Engagement__c';
import NOTE from '@salesforce/schema/Request_Stakeholder__c.Note__c';
import ROLE from '@salesforce/schema/Request_Stakeholder__c.Role__c';
import SIDE from '@salesforce/schema/Request_Stakeholder__c.Side__c';
import USER from '@salesforce/schema/Request_Stakeholder__c.User__c';
import USER_NAME from '@salesforce/schema/Request_Stakeholder__c.User__r.Name';
import { isBlank } from 'c/questions';
import { shown, text } from 'c/recordValues';

/** What everybody has who may read stakeholders at all. */
export const REQUIRED = [ROLE];
export const OPTIONAL = [CONTACT, CONTACT_NAME, CONTACT_TITLE, ENGAGEMENT, NOTE, SIDE, USER, USER_NAME];

/** Badge of an engagement; others are neutral. @type {Record<string, string | undefined>} */
const TONES = { Engaged: 'slds-theme_success' };

/** @param {FieldId} field */
const isFree = (field) => (/** @type {import('c/questions').Values} */ values) => isBlank(values[field.fieldApiName]);

/** What can be changed of a stakeholder. */
export const QUESTIONS = [{ name: ROLE.fieldApiName, required: true }, ...[ENGAGEMENT, NOTE].map(toQuestion)];

/**
 * What a new stakeholder asks for: one person, of the customer or of ours.
 *
 * @param {{ label: string, value: string }[]} contacts
 * @param {{ label: string, value: string }[]} users
 */
export function newQuestions(contacts, users) {
  const none = { label: '–', value: '' };
  return [
    { name: CONTACT.fieldApiName, options: [none, ...contacts], when: isFree(USER) },
    { name: USER.fieldApiName, options: [none, ...users], when: isFree(CONTACT) },
    ...QUESTIONS,
  ];
}

/** @param {RecordRepresentation} stakeholder */
export function toStakeholder(stakeholder) {
  const engagement = text(stakeholder, ENGAGEMENT) ?? '';
  const isCustomer = text(stakeholder, SIDE) === 'Customer';
  return {
    isCustomer,
    name: shown(stakeholder, isCustomer ? CONTACT_NAME : USER_NAME) ?? stakeholder.id,
    part: [shown(stakeholder, ROLE), isCustomer ? shown(stakeholder, CONTACT_TITLE) : null]
      .filter((word) => word !== null)
      .join(' · '),
    engagement: shown(stakeholder, ENGAGEMENT),
    engagementClass: `slds-badge ${TONES[engagement] ?? 'slds-badge_lightest'}`,
    note: text(stakeholder, NOTE),
  };
}

/** @param {FieldId} field */
function toQuestion({ fieldApiName }) {
  return { name: fieldApiName };
}
