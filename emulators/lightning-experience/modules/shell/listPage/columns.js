/** Which fields the list of an object shows, and how it is ordered. */
const LISTS = {
  Account: { columns: ['Name', 'Technical_Advisor__c', 'OwnerId'], orderBy: 'Name' },
  Implementation_Request__c: {
    columns: ['Name', 'Account__c', 'Opportunity__c', 'Request_Type__c', 'Status__c', 'Priority__c', 'Backlog_Rank__c'],
    orderBy: 'Backlog_Rank__c ASC NULLS LAST, Name ASC',
  },
  Opportunity: { columns: ['Name', 'AccountId', 'StageName', 'CloseDate', 'OwnerId'], orderBy: 'CloseDate' },
};

/** The columns that this person may read and the query for them. */
export function toList(info) {
  const { columns, orderBy } = LISTS[info.apiName] ?? { columns: info.nameFields, orderBy: info.nameFields[0] };
  const names = columns.filter((name) => info.fields[name]);
  const readable = (part) => info.fields[part.trim().split(' ')[0]];
  return { names, orderBy: orderBy.split(',').filter(readable).join(',') };
}
