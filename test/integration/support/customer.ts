import type { Emulators, Landscape } from './start-landscape.ts';
import { openSession, type Session } from './salesforce-session.ts';

type Row = Record<string, string | number | boolean | null>;

/** A customer whose deployment Igor runs, with what stands of it in Vitally. */
export interface Deployment {
  accountId: string;
  id: string;
  number: string;
}

export async function userId({ admin }: Landscape, name: string): Promise<string> {
  const [user] = await admin.query(`SELECT Id FROM User WHERE Name = '${name}'`);
  if (user === undefined) throw new RangeError(`There is no user "${name}"`);
  return String(user['Id']);
}

/** Makes a customer with a won deal and a request, in Vitally too unless told otherwise. */
export async function startDeployment(
  landscape: Landscape,
  name: string,
  { isInVitally = true, ...fields }: Row & { isInVitally?: boolean } = {},
): Promise<Deployment> {
  const { admin, vitally } = landscape;
  const advisor = await userId(landscape, 'Tara Nwosu');
  const accountId = await admin.create('Account', { Name: name, Technical_Advisor__c: advisor });
  if (isInVitally) vitally.addAccount({ externalId: accountId, name });
  const deal = { Name: name, AccountId: accountId, StageName: 'Closed Won', CloseDate: '2026-11-01' };
  const chen = await userId(landscape, 'Chen Wei');
  const id = await admin.create('Implementation_Request__c', {
    Account__c: accountId,
    Opportunity__c: await admin.create('Opportunity', deal),
    Request_Type__c: 'Production_Deployment',
    Strategy__c: 'Jointly_Managed',
    Deployment_Method__c: 'Kubernetes_Helm',
    Hosting_Provider__c: 'AWS',
    Status__c: 'In_Deployment',
    OwnerId: chen,
    Requester__c: chen,
    Submitted_On__c: '2026-10-01T09:00:00Z',
    Selected_On__c: '2026-10-10T09:00:00Z',
    Next_Steps__c: 'Plan the kickoff',
    Decision_Reason__c: 'Fits_Priorities',
    Implementation_Engineer__c: await userId(landscape, 'Igor Novak'),
    Project_Manager__c: await userId(landscape, 'Tomas Lindqvist'),
    Technical_Advisor__c: advisor,
    Triage_Notes__c: 'Between us',
    ...fields,
  });
  const [filed] = await admin.query(`SELECT Name FROM Implementation_Request__c WHERE Id = '${id}'`);
  return { accountId, id, number: String(filed?.['Name']) };
}

export function as({ salesforce }: Emulators, alias: string): Session {
  return openSession(salesforce, `${alias}@groundwork.example`);
}

/** A request of Vitally's API. */
export async function askVitally(
  { vitally }: Emulators,
  path: string,
  method = 'GET',
  body?: unknown,
): Promise<unknown> {
  const answer = await fetch(`${vitally.url}/resources/${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${vitally.apiKey}:`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** An account's notes, tasks or projects, by what a person calls them. */
export async function listVitally(
  landscape: Emulators,
  { accountId }: Deployment,
  kind: 'notes' | 'tasks' | 'projects',
): Promise<Record<string, unknown>[]> {
  const { results } = (await askVitally(landscape, `accounts/${accountId}/${kind}`)) as {
    results: Record<string, unknown>[];
  };
  return results;
}
