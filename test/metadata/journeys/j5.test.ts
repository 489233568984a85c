import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HANDOFF, handoffOf, itemOf, itemsOf, selectRequest } from '../support/handoffs.ts';
import { newLines, newlyTold } from '../support/messages.ts';
import { createNorthwind, NORTHWIND } from '../support/northwind.ts';
import { TestOrg, type Row } from '../support/org.ts';
import { ask, createCustomer, importRequest, REQUEST, type Customer } from '../support/requests.ts';
import { ITEM } from '../support/roles.ts';

const DONE = { State__c: 'Done', Evidence_Url__c: 'https://docs.example/done' };

let org: TestOrg;
let customer: Customer;
let id: string;
let name: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createNorthwind(org);
  id = await selectRequest(org, customer, { Target_Completion__c: '2023-06-30', Actual_Completion__c: null });
  name = String((await org.as('adi').read(REQUEST, id, ['Name']))['Name']);
}, 60_000);

afterAll(() => org.close());

async function change(alias: string, key: string, values: Row): Promise<void> {
  await org.as(alias).update(ITEM, await itemOf(org, id, key), values);
}

/** What was told of the Technical Advisor up to a day. */
async function toldUntil(day: string): Promise<readonly string[]> {
  org.moveTo(`${day}T23:00:00Z`);
  return (await newLines(org)).filter((line) => /Plan user onboarding|Technical Advisor/.test(line));
}

async function refusalToClose(): Promise<readonly string[]> {
  const refusal = await org.as('igor').refusalToUpdate(REQUEST, id, { Status__c: 'Closed_Handed_Off' });
  return refusal.flatMap(({ fields }) => fields);
}

describe('Tara takes over', () => {
  test('1. is called in three weeks before the completion, on the day that counts in the end', async () => {
    await toldUntil('2023-06-04');
    org.moveTo('2023-06-05T09:00:00Z');

    await org.as('tomas').update(REQUEST, id, { Target_Completion__c: '2023-07-14' });

    expect(await toldUntil('2023-06-22')).toEqual([]);
    const told = await toldUntil('2023-06-23');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^Igor Novak, Tara Nwosu, Tomas Lindqvist: /);
  });

  test('2. is asked for again a week later, until the engagement', async () => {
    const escalated = await toldUntil('2023-06-30');
    await org.as('tara').update(HANDOFF, await handoffOf(org, id, 'To_Technical_Advisor'), {
      Technical_Advisor_Engaged_On__c: '2023-06-30',
    });

    expect(escalated).toHaveLength(1);
    expect((await itemsOf(org, id, 'State__c'))['TA_ENGAGED']).toBe('Done');
  });

  test('3. reads status updates, and Igor is asked for one after eight days', async () => {
    await org.as('ana').update('Opportunity', customer.deal, { StageName: 'Closed Won' });
    await waive('TDD', 'DISCOVERY', 'PLAYBOOK', 'KICKOFF');
    await org.as('igor').update(REQUEST, id, { Status__c: 'In_Deployment' });
    await org.as('igor').create('Status_Update__c', {
      Implementation_Request__c: id,
      Update_On__c: '2023-06-30',
      Health__c: 'Amber',
      Summary__c: 'The cluster is up',
    });
    await org.newMessages();

    expect(await org.as('tara').read(REQUEST, id, ['Health__c'])).toEqual({ Health__c: 'Amber' });
    org.moveTo('2023-07-08T23:00:00Z');
    expect(await newLines(org)).toContain(`Igor Novak, Tomas Lindqvist: ${name} needs a status update: ${NORTHWIND}`);
  });

  test('4. has the onboarding plan ready when the deployment is complete', async () => {
    await change('tara', 'ONBOARD_PLAN', DONE);
    await change('igor', 'EXIT', DONE);
    await org.newMessages();

    await org.as('igor').update(REQUEST, id, {
      Status__c: 'Deployment_Complete',
      Actual_Completion__c: '2023-07-08',
      Instance_Url__c: 'https://sourcegraph.northwind.example',
      Total_Memory_GB__c: 64,
    });

    const [complete] = await newlyTold(org);
    for (const person of ['Ana Ruiz', 'Chen Wei', 'Tara Nwosu', 'Sam Ito']) expect(complete?.to).toContain(person);
  });

  test('5. waits for the Vitally account; then the documents are there, and both Tara and Sam confirm', async () => {
    const link = await org.as('igor').create('Request_Link__c', {
      Implementation_Request__c: id,
      Type__c: 'Deployment_Documentation',
      Url__c: 'https://docs.example/deployment',
      Required__c: true,
    });
    await org.as('adi').update(REQUEST, id, { Vitally_State__c: 'Waiting_For_Account' });
    const waiting = await refusalToClose();

    await org.as('adi').update(REQUEST, id, { Vitally_State__c: 'Mirrored' });
    await org.as('adi').update('Request_Link__c', link, { Mirror_State__c: 'Mirrored' });
    const unconfirmed = await refusalToClose();
    await change('igor', 'DOCS', { State__c: 'Done' });
    await change('tara', 'TA_OK', { State__c: 'Done' });
    await change('sam', 'SUPPORT_OK', { State__c: 'Done' });

    expect(waiting).toContain('Vitally_State__c');
    expect(unconfirmed).not.toEqual([]);
    expect(await refusalToClose()).toEqual([]);
  });

  test('7. engages Implementation Engineering again when a post-live plan reaches its limits', async () => {
    const plan = await importRequest(org, customer, 'Planned_Post_Live', {
      Request_Type__c: 'Post_Live_Jointly_Managed',
      Opportunity__c: null,
      Originating_Request__c: id,
      OwnerId: org.userId('tara'),
      Implementation_Engineer__c: null,
      Project_Manager__c: null,
      Limit_Trigger__c: null,
      Limit_Evidence__c: null,
      Submitted_On__c: null,
    });
    const unranked = await org.as('tara').read(REQUEST, plan, ['Is_In_Backlog__c']);
    await org.newMessages();

    const refusal = await org.as('tara').refusalToUpdate(REQUEST, plan, { Status__c: 'Submitted' });
    await org.as('tara').update(REQUEST, plan, {
      Status__c: 'Submitted',
      Limit_Trigger__c: 'Scalability_Limit',
      Limit_Evidence__c: 'Search takes a minute',
    });

    expect(unranked).toEqual({ Is_In_Backlog__c: false });
    expect(refusal).not.toEqual([]);
    const told = await newLines(org);
    expect(told[0]).toMatch(/^Igor Novak, Ines Moreau: New request /);
    expect(told[1]).toMatch(/^Ana Ruiz, Chen Wei/);
  });

  test('8. moves an existing customer to Cloud, with the request of the Cloud team', async () => {
    const other = await createCustomer(org, 'Brightwater Energy');
    const assessment = await org.as('chen').create('Strategy_Assessment__c', {
      Account__c: other.account,
      Existing_Customer__c: true,
      Current_Method__c: 'Docker_Compose',
      Expected_Method__c: 'Sourcegraph_Cloud',
      Cloud_Qualification__c: 'Yes',
    });

    const migration = await org.as('tara').create(
      REQUEST,
      ask(other, {
        Opportunity__c: null,
        Request_Type__c: 'Production_Migration',
        Migration_Type__c: 'Self_Hosted_To_Cloud',
        Current_Method__c: 'Docker_Compose',
        Deployment_Method__c: 'Sourcegraph_Cloud',
        Hosting_Provider__c: 'Sourcegraph_Hosted',
        Strategy_Assessment__c: assessment,
      }),
    );

    expect(await org.as('tara').read('Strategy_Assessment__c', assessment, ['Recommended_Action__c'])).toEqual({
      Recommended_Action__c: 'Managed_Instance_And_Request',
    });
    const { Status__c: status, Warnings__c: warnings } = await org
      .as('tara')
      .read(REQUEST, migration, ['Status__c', 'Warnings__c']);
    expect(status).toBe('Submitted');
    expect(warnings).toContain('Nobody may use the new instance before the data migration, which overwrites it.');
  });
});

async function waive(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await change('ines', key, { State__c: 'Waived', Waiver_Reason__c: 'The customer is known' });
}
