import { LightningElement } from 'lwc';
import IMPLEMENTATION_REQUEST from '@salesforce/schema/Implementation_Request__c';
import TRIAGE_REVIEW from '@salesforce/schema/Triage_Review__c';
import titleLabel from '@salesforce/label/c.Groundwork_Home_Title';

/** List views of requests, the urgent ones first. */
const OF_REQUESTS = ['With_Leadership', 'Untouched', 'Needs_Info', 'Retriage', 'Backlog', 'Not_In_Vitally'];

/** What waits, is missing or has to be looked at again: the number of each, with the way to its list. */
export default class LeadershipHome extends LightningElement {
  labels = { title: titleLabel };
  lists = [
    { object: TRIAGE_REVIEW.objectApiName, name: 'Waits_For_Me' },
    ...OF_REQUESTS.map((name) => ({ object: IMPLEMENTATION_REQUEST.objectApiName, name })),
  ];
}
