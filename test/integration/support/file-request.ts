import type { Session } from './salesforce-session.ts';

export interface Filed {
  id: string;
  number: string;
  accountId: string;
}

/** Files a request for an opportunity of the sample data, as its customer engineer would. */
export async function fileRequest(
  session: Session,
  opportunityName: string,
  differences: Record<string, string | number | null> = {},
): Promise<Filed> {
  const [opportunity] = await session.query(
    `SELECT Id, AccountId FROM Opportunity WHERE Name = '${opportunityName.replaceAll("'", "\\'")}'`,
  );
  if (opportunity === undefined) throw new RangeError(`There is no opportunity "${opportunityName}"`);
  const accountId = String(opportunity['AccountId']);
  const id = await session.create('Implementation_Request__c', {
    Account__c: accountId,
    Opportunity__c: String(opportunity['Id']),
    Request_Type__c: 'Production_Deployment',
    Strategy__c: 'Jointly_Managed',
    Deployment_Method__c: 'Kubernetes_Helm',
    Hosting_Provider__c: 'AWS',
    Different_Because__c: 'Another environment',
    ...differences,
  });
  const [filed] = await session.query(`SELECT Name FROM Implementation_Request__c WHERE Id = '${id}'`);
  return { id, number: String(filed?.['Name']), accountId };
}

export const NORTHWIND = 'Northwind – New Business – Code Search – 2,600 seats';
export const HALCYON = 'Halcyon – New Business – Code Search – 400 seats';
