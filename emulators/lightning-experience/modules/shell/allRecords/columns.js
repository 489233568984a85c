/** Which fields the list of a standard object shows, and how it is ordered; its list views are in no source. */
const LISTS = {
  Account: { columns: ['Name', 'Technical_Advisor__c', 'OwnerId'], orderBy: 'Name' },
  Opportunity: { columns: ['Name', 'AccountId', 'StageName', 'CloseDate', 'OwnerId'], orderBy: 'CloseDate' },
};

/** The columns that this person may read and the query for them. */
export function toList(info) {
  const { columns, orderBy } = LISTS[info.apiName] ?? { columns: info.nameFields, orderBy: info.nameFields[0] };
  const names = columns.filter((name) => info.fields[name]);
  const readable = (part) => info.fields[part.trim().split(' ')[0]];
  return { names, orderBy: orderBy.split(',').filter(readable).join(',') };
}
