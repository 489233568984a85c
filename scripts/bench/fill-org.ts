import type { RunningEmulators } from '../../emulators/index.ts';

const BATCH = 200;

interface FilledOrg {
  /** Gives the first so many requests new next steps. */
  change(count: number): void;
}

/** Fills the org with accounts, one Opportunity each, and requests spread over them. */
export function fillOrg({ salesforce }: RunningEmulators, size: { requests: number; accounts: number }): FilledOrg {
  if (salesforce === undefined) throw new Error('There is no org to fill');
  const { org } = salesforce;
  const admin = org.findUser('adi@groundwork.example');
  if (admin === undefined) throw new Error('The org has no administrator');

  const insert = (object: string, count: number, values: (index: number) => Record<string, unknown>): string[] => {
    const ids: string[] = [];
    for (let from = 0; from < count; from += BATCH) {
      const indexes = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => from + index);
      const operations = indexes.map((index) => ({ kind: 'insert' as const, object, values: values(index) }));
      for (const result of org.write(admin, operations, { allOrNone: true })) {
        if (result.id === null) throw new Error(`${object}: ${JSON.stringify(result.errors)}`);
        ids.push(result.id);
      }
    }
    return ids;
  };

  const accounts = insert('Account', size.accounts, (index) => ({ Name: `Customer ${index}` }));
  const opportunities = insert('Opportunity', size.accounts, (index) => ({
    Name: `Customer ${index} – New Business`,
    AccountId: accounts[index],
    StageName: 'Prospecting',
    CloseDate: '2027-03-31',
    Annual_Recurring_Revenue__c: 1000 * (index % 700),
  }));
  const requests = insert('Implementation_Request__c', size.requests, (index) => ({
    Account__c: accounts[index % size.accounts],
    Opportunity__c: opportunities[index % size.accounts],
    Request_Type__c: 'Production_Deployment',
    Strategy__c: 'Jointly_Managed',
    Deployment_Method__c: 'Kubernetes_Helm',
    Hosting_Provider__c: 'AWS',
    Different_Because__c: `Environment ${index}`,
    Additional_Information__c: `Request ${index}: ${'several environments, strict change control. '.repeat(3)}`,
  }));

  let round = 0;
  return {
    change(count) {
      round += 1;
      for (let from = 0; from < count; from += BATCH) {
        const operations = requests.slice(from, Math.min(from + BATCH, count)).map((id) => ({
          kind: 'update' as const,
          object: 'Implementation_Request__c',
          id,
          values: { Next_Steps__c: `Round ${round}: agree on the target date` },
        }));
        org.write(admin, operations, { allOrNone: true });
      }
    },
  };
}
