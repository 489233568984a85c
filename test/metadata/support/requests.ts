import type { Row, TestOrg } from './org.ts';

export const REQUEST = 'Implementation_Request__c';

/** What is said besides of a migration. */
export const MIGRATION = {
  Request_Type__c: 'Production_Migration',
  Migration_Type__c: 'Self_Hosted_To_Complex',
  Current_Method__c: 'Docker_Compose',
};

/** A customer with the deals that tests file on. */
export interface Customer {
  readonly account: string;
  /** Open. */
  readonly deal: string;
  /** Closed Won. */
  readonly won: string;
  /** Closed Lost. */
  readonly lost: string;
}

/** A customer of Ana and Chen, whose advisor is Tara. */
export async function createCustomer(org: TestOrg, name: string, account: Row = {}): Promise<Customer> {
  const adi = org.as('adi');
  const id = await adi.create('Account', { Name: name, Technical_Advisor__c: org.userId('tara'), ...account });
  const [deal = '', won = '', lost = ''] = await Promise.all(
    ['Qualification', 'Closed Won', 'Closed Lost'].map((stage) => createDeal(org, id, stage)),
  );
  return { account: id, deal, won, lost };
}

/** An Opportunity of Ana, with Chen as its customer engineer. */
export async function createDeal(org: TestOrg, account: string, stage: string, more: Row = {}): Promise<string> {
  return await org.as('adi').create('Opportunity', {
    Name: `Deal in ${stage}`,
    AccountId: account,
    StageName: stage,
    CloseDate: '2023-05-31',
    OwnerId: org.userId('ana'),
    Customer_Engineer__c: org.userId('chen'),
    ...more,
  });
}

/** What a requester fills in at least. It says why it is no duplicate, so that tests can file as many as they need. */
export function ask({ account, deal }: Customer, more: Row = {}): Row {
  return {
    Account__c: account,
    Opportunity__c: deal,
    Request_Type__c: 'Production_Deployment',
    Deployment_Method__c: 'Kubernetes_Helm',
    Hosting_Provider__c: 'AWS',
    Different_Because__c: 'Another environment',
    ...more,
  };
}

/** A request of Chen in any state with everything that any status needs, taken over as an administrator may. */
export async function importRequest(org: TestOrg, customer: Customer, status: string, more: Row = {}): Promise<string> {
  const chen = org.userId('chen');
  return await org.as('adi').create(REQUEST, {
    ...ask(customer, { Opportunity__c: customer.won }),
    Status__c: status,
    OwnerId: chen,
    Requester__c: chen,
    Prior_Status__c: 'In_Triage',
    Submitted_On__c: '2022-11-01T09:00:00Z',
    Question__c: 'How many users?',
    Answer__c: '300',
    Next_Steps__c: 'Plan the kickoff',
    Decision_Reason__c: 'Fits_Priorities',
    Alternative_Path__c: 'One-Click',
    Implementation_Engineer__c: org.userId('igor'),
    Project_Manager__c: org.userId('tomas'),
    Actual_Completion__c: '2022-11-10',
    Instance_Url__c: 'https://sourcegraph.example',
    Closing_Reason__c: 'The project was stopped',
    Limit_Trigger__c: 'Scalability_Limit',
    Limit_Evidence__c: 'Search takes a minute',
    ...more,
  });
}

/** Has the lead waive what still blocks the next status of a request. */
export async function waiveItems(org: TestOrg, request: string): Promise<void> {
  const ines = org.as('ines');
  const open = await ines.query(
    `SELECT Id FROM Handoff_Item__c WHERE Implementation_Request__c = '${request}' AND Blocking__c = true AND Settled__c = false`,
  );
  const waived = { State__c: 'Waived', Waiver_Reason__c: 'Known customer' };
  if (open.length > 0)
    await ines.updateAll(
      'Handoff_Item__c',
      open.map(({ Id }) => ({ Id, ...waived })),
    );
}
