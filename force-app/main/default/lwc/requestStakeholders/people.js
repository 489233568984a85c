import ACCOUNT_EXECUTIVE_ID from '@salesforce/schema/Implementation_Request__c.Account_Executive__c';
import ACCOUNT_EXECUTIVE from '@salesforce/schema/Implementation_Request__c.Account_Executive__r.Name';
import CUSTOMER_ENGINEER_ID from '@salesforce/schema/Implementation_Request__c.Customer_Engineer__c';
import CUSTOMER_ENGINEER from '@salesforce/schema/Implementation_Request__c.Customer_Engineer__r.Name';
import IMPLEMENTATION_ENGINEER_ID from '@salesforce/schema/Implementation_Request__c.Implementation_Engineer__c';
import IMPLEMENTATION_ENGINEER from '@salesforce/schema/Implementation_Request__c.Implementation_Engineer__r.Name';
import OWNER_ID from '@salesforce/schema/Implementation_Request__c.OwnerId';
import OWNER from '@salesforce/schema/Implementation_Request__c.Owner.Name';
import PROJECT_MANAGER_ID from '@salesforce/schema/Implementation_Request__c.Project_Manager__c';
import PROJECT_MANAGER from '@salesforce/schema/Implementation_Request__c.Project_Manager__r.Name';
import REQUESTER_ID from '@salesforce/schema/Implementation_Request__c.Requester__c';
import REQUESTER from '@salesforce/schema/Implementation_Request__c.Requester__r.Name';
import SECOND_ENGINEER_ID from '@salesforce/schema/Implementation_Request__c.Second_Implementation_Engineer__c';
import SECOND_ENGINEER from '@salesforce/schema/Implementation_Request__c.Second_Implementation_Engineer__r.Name';
import SUPPORT_CONTACT_ID from '@salesforce/schema/Implementation_Request__c.Support_Contact__c';
import SUPPORT_CONTACT from '@salesforce/schema/Implementation_Request__c.Support_Contact__r.Name';
import TECHNICAL_ADVISOR_ID from '@salesforce/schema/Implementation_Request__c.Technical_Advisor__c';
import TECHNICAL_ADVISOR from '@salesforce/schema/Implementation_Request__c.Technical_Advisor__r.Name';
import CONTACT_NAME from '@salesforce/schema/Contact.Name';
import { shown, text } from 'c/recordValues';

/** Who has a part in a request: the lookup and the name behind it. */
const PARTS = [
  [ACCOUNT_EXECUTIVE_ID, ACCOUNT_EXECUTIVE],
  [CUSTOMER_ENGINEER_ID, CUSTOMER_ENGINEER],
  [IMPLEMENTATION_ENGINEER_ID, IMPLEMENTATION_ENGINEER],
  [SECOND_ENGINEER_ID, SECOND_ENGINEER],
  [PROJECT_MANAGER_ID, PROJECT_MANAGER],
  [TECHNICAL_ADVISOR_ID, TECHNICAL_ADVISOR],
  [SUPPORT_CONTACT_ID, SUPPORT_CONTACT],
  [REQUESTER_ID, REQUESTER],
  [OWNER_ID, OWNER],
];

export const PEOPLE_FIELDS = PARTS.flat();

/**
 * The people of ours who have a part in a request, each once, to choose from.
 *
 * @param {RecordRepresentation | undefined} request
 */
export function ourPeople(request) {
  const people = PARTS.flatMap(([id, name]) => {
    const value = id && text(request, id);
    const label = name && shown(request, name);
    return value && label ? [[value, label]] : [];
  });
  return [...new Map(/** @type {[string, string][]} */ (people))].map(([value, label]) => ({ label, value }));
}

/**
 * The contacts of the customer, to choose from.
 *
 * @param {readonly RecordRepresentation[]} contacts
 */
export function contactOptions(contacts) {
  return contacts.map((contact) => ({ label: shown(contact, CONTACT_NAME) ?? contact.id, value: contact.id }));
}
