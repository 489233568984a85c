import type { Ready } from '../../../emulators/index.ts';
import { askVendors } from '../../../test/support/vendors.ts';

type Record_ = Record<string, unknown>;

/** Opportunities of a Customer Engineer, each with an assessment that recommends a request. Answers their ids. */
export async function createAssessedDeals(ready: Required<Ready>, username: string, count: number): Promise<string[]> {
  const [engineer] = await askVendors(ready).query(`SELECT Id FROM User WHERE Username = '${username}'`);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const accounts = await create(
    ready,
    'Account',
    numbers.map((number) => ({ Name: `Customer ${number}` })),
  );
  const deals = await create(
    ready,
    'Opportunity',
    numbers.map((number, index) => ({
      Name: `Customer ${number} – New Business`,
      AccountId: accounts[index],
      StageName: 'Prospecting',
      CloseDate: '2027-03-31',
      Customer_Engineer__c: engineer?.['Id'],
      Annual_Recurring_Revenue__c: 200_000,
    })),
  );
  await create(
    ready,
    'Strategy_Assessment__c',
    deals.map((deal, index) => ({
      Account__c: accounts[index],
      Opportunity__c: deal,
      Cloud_Qualification__c: 'No',
      Cloud_Blockers__c: 'Hosting_locale',
      Hosting_Provider__c: 'AWS',
      Initial_Users__c: 2000,
      Full_Users__c: 30_000,
      Repositories__c: 60_000,
      Kubernetes_Likelihood__c: 'High',
      Expected_Method__c: 'Kubernetes_Helm',
      Expected_Complexity__c: 'High',
    })),
  );
  return deals;
}

async function create({ salesforce }: Required<Ready>, type: string, records: Record_[]): Promise<string[]> {
  const answer = await fetch(`${salesforce.url}/services/data/v66.0/composite/sobjects`, {
    method: 'POST',
    headers: { authorization: `Bearer ${salesforce.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      allOrNone: true,
      records: records.map((record) => ({ attributes: { type }, ...record })),
    }),
  });
  const results = (await answer.json()) as { id: string; success: boolean }[];
  if (!answer.ok || results.some(({ success }) => !success)) throw new Error(`${type}: ${JSON.stringify(results)}`);
  return results.map(({ id }) => id);
}
