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
  ...['Opportunity__c', 'Priority_Override_Reason__c', 'Migration_Path__c', 'Initial_Users__c', 'Full_Users__c'],
  ...['Repositories__c', 'Size_Tier__c', 'Addressable_Market__c', 'Revenue_Fiscal_Year__c', 'Score__c'],
  ...['Current_Review__r.Id', 'Current_Review__r.Complexity_Score__c', 'Current_Review__r.Deployment_Risk__c'],
  ...['Current_Review__r.Size_Override__c', 'Current_Review__r.Size_Override_Reason__c'],
  ...['Current_Review__r.Admin_Aptitude__c', 'Current_Review__r.Strategic_Context__c'],
  ...['Current_Review__r.Bandwidth_Score__c', 'Effort_Points__c', 'Decision__c', 'Decision_Reason__c'],
  ...['Next_Step_Owner__r.Name', 'Next_Step_Due__c', 'Requester__r.Name', 'Implementation_Engineer__r.Name'],
  ...['Project_Manager__r.Name', 'Technical_Advisor__r.Name', 'Required_Go_Live__c', 'Target_Start__c'],
  ...['Target_Completion__c', 'Readiness_Text__c', 'TDD_State__c', 'Discovery_State__c', 'Advisor_Pull_In_Due__c'],
  ...['Documents_In_Vitally__c', 'Age_Days__c', 'Backlog_Since__c', 'Question__c'],
  ...['Opportunity__r.Owner.Email', 'Opportunity__r.Customer_Engineer__r.Email', 'Implementation_Engineer__r.Email'],
  'Project_Manager__r.Email',
];

/** What is selected, each once: the mirrors need some of the same. */
export const SELECTED: readonly string[] = [
  ...new Set<string>([...OWN_FIELDS, ...DELIVERY_FIELDS, ...DELIVERY_CHILDREN]),
];

const FIELDS = SELECTED.join(', ');

const ORDER = 'ORDER BY SystemModstamp, Id';

/** Requests that changed since then, or whose Account, Opportunity or current review did; without "since", all of them. */
export function changedRequests(since: Date | undefined): string {
  const related = ['Account__r', 'Opportunity__r', 'Current_Review__r'];
  const moved = ['SystemModstamp', ...related.map((one) => `${one}.SystemModstamp`)];
  const where =
    since === undefined ? '' : `WHERE ${moved.map((field) => `${field} >= ${toLiteral(since)}`).join(' OR ')} `;
  return `SELECT ${FIELDS} FROM Implementation_Request__c ${where}${ORDER}`;
}

/** Requests one of whose children changed since then. A semi-join may not stand under OR, so each is a query of its own. */
export function requestsWithChanged(child: string, since: Date): string {
  const changed = `SELECT Implementation_Request__c FROM ${child} WHERE SystemModstamp >= ${toLiteral(since)}`;
  return `SELECT ${FIELDS} FROM Implementation_Request__c WHERE Id IN (${changed}) ${ORDER}`;
}

export function requestsOf(ids: readonly string[]): string {
  return `SELECT ${FIELDS} FROM Implementation_Request__c WHERE Id IN (${ids.map(quote).join(', ')}) ${ORDER}`;
}

/** Active users of one of these names or e-mail addresses. */
export function peopleCalled(texts: readonly string[]): string {
  const list = texts.map(quote).join(', ');
  return `SELECT Id, Name, Email FROM User WHERE IsActive = true AND (Name IN (${list}) OR Email IN (${list}))`;
}

function toLiteral(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** A string literal, see "Quoted String Escape Sequences" of the SOQL reference. */
function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}
