import { DELIVERY_CHILDREN, DELIVERY_FIELDS, LINK_FIELDS } from './delivery.ts';

const OWN_FIELDS = [
  ...['Id', 'Name', 'IsDeleted', 'SystemModstamp', 'CreatedDate'],
  ...['Request_Type__c', 'Strategy__c', 'Deployment_Method__c', 'Hosting_Provider__c', 'Additional_Information__c'],
  ...['Status__c', 'Priority__c', 'Backlog_Rank__c', 'Next_Steps__c', 'Triage_Notes__c'],
  ...['Account__c', 'Account__r.Name', 'Account__r.Vitally_Account_Id__c'],
  ...['Opportunity__r.Name', 'Opportunity__r.StageName', 'Opportunity__r.CloseDate'],
  'Opportunity__r.Annual_Recurring_Revenue__c',
  ...['Opportunity__r.Owner.Name', 'Opportunity__r.Customer_Engineer__r.Name'],
  `(SELECT Id, IsDeleted, Type__c, Title__c, Url__c, ${LINK_FIELDS.join(', ')} FROM Request_Links__r ORDER BY Name)`,
];

/** Each once: the mirrors need some of the same. */
const FIELDS = [...new Set<string>([...OWN_FIELDS, ...DELIVERY_FIELDS, ...DELIVERY_CHILDREN])].join(', ');

const ORDER = 'ORDER BY SystemModstamp, Id';

/** Requests that changed, or whose Account or Opportunity did, since then; all of them when there is no "since". */
export function changedRequests(since: Date | undefined): string {
  const moved = ['SystemModstamp', 'Account__r.SystemModstamp', 'Opportunity__r.SystemModstamp'];
  const where =
    since === undefined ? '' : `WHERE ${moved.map((field) => `${field} >= ${toLiteral(since)}`).join(' OR ')} `;
  return `SELECT ${FIELDS} FROM Implementation_Request__c ${where}${ORDER}`;
}

/** Requests one of whose children changed since then. A semi-join may not stand under OR, so each is a query of its own. */
export function requestsWithChanged(child: string, since: Date): string {
  const changed = `SELECT Implementation_Request__c FROM ${child} WHERE SystemModstamp >= ${toLiteral(since)}`;
  return `SELECT ${FIELDS} FROM Implementation_Request__c WHERE Id IN (${changed}) ${ORDER}`;
}

function toLiteral(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
