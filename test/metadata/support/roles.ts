import type { TestOrg } from './org.ts';

export const REVIEW = 'Triage_Review__c';
export const ITEM = 'Handoff_Item__c';

/** Somebody who may do what an administrator of Groundwork may, and nothing as an administrator of Salesforce. */
export async function addAdministrator(org: TestOrg, alias: string): Promise<void> {
  const adi = org.as('adi');
  const [profile] = await adi.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const [set] = await adi.query("SELECT Id FROM PermissionSet WHERE Name = 'Groundwork_Administrator'");
  const AssigneeId = await adi.create('User', {
    Username: `${alias}@groundwork.example`,
    Email: `${alias}@groundwork.example`,
    LastName: alias,
    Alias: alias,
    ProfileId: profile?.['Id'],
    ...{ TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', EmailEncodingKey: 'UTF-8', LanguageLocaleKey: 'en_US' },
  });
  await adi.create('PermissionSetAssignment', { AssigneeId, PermissionSetId: set?.['Id'] });
}

/** The review of a request that is triaged. */
export async function openReview(org: TestOrg, request: string): Promise<string> {
  const adi = org.as('adi');
  const [open] = await adi.query(
    `SELECT Id FROM ${REVIEW} WHERE Implementation_Request__c = '${request}' AND Open__c = true`,
  );
  if (open !== undefined) return String(open['Id']);
  return await adi.create(REVIEW, { Implementation_Request__c: request, Open__c: true, Round__c: 1 });
}

/** An item of a handoff that a role owes; of the AE it is Ana’s. */
export async function withItem(org: TestOrg, request: string, role: string): Promise<string> {
  const adi = org.as('adi');
  const handoff = await adi.create('Handoff__c', {
    Implementation_Request__c: request,
    Leg__c: 'To_Implementation',
  });
  return await adi.create(ITEM, {
    Name: `Owed by ${role}`,
    Handoff__c: handoff,
    Implementation_Request__c: request,
    Owner_Role__c: role,
    State__c: 'Not_Started',
    ...(role === 'AE' && { Assigned_To__c: org.userId('ana') }),
  });
}
