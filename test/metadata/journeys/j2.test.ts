import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACCEPTED, COMPLETE, HANDOFF, handoffOf, itemOf, itemsOf } from '../support/handoffs.ts';
import { newLines, newlyTold } from '../support/messages.ts';
import { createNorthwind, NORTHWIND } from '../support/northwind.ts';
import { TestOrg, type Row } from '../support/org.ts';
import { runReport } from '../support/reports.ts';
import { REQUEST, type Customer } from '../support/requests.ts';
import { ITEM } from '../support/roles.ts';
import { DECISION } from '../support/triage.ts';

const ASSESSMENT = 'Strategy_Assessment__c';
const GLOBAL = 'Northwind Global';

let org: TestOrg;
let customer: Customer;
let assessment: string;
let id: string;
let name: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createNorthwind(org, { Probability: 10 });
}, 60_000);

afterAll(() => org.close());

async function read(...fields: string[]): Promise<Row> {
  return await org.as('chen').read(REQUEST, id, fields);
}

async function changeDeal(values: Row, alias = 'ana'): Promise<void> {
  await org.as(alias).update('Opportunity', customer.deal, values);
}

async function change(alias: string, key: string, values: Row): Promise<void> {
  await org.as(alias).update(ITEM, await itemOf(org, id, key), values);
}

async function fieldsRefused(alias: string, key: string, values: Row): Promise<readonly string[]> {
  const refusal = await org.as(alias).refusalToUpdate(ITEM, await itemOf(org, id, key), values);
  return refusal.flatMap(({ fields }) => fields);
}

describe('Chen assesses, and hands off', () => {
  test('1. is told once that an assessment is due', async () => {
    await changeDeal({ StageName: 'Needs Analysis', Probability: 20 });
    const told = await newLines(org);
    await changeDeal({ StageName: 'Negotiation/Review' });

    expect(told).toEqual(['Chen Wei: Assess the deployment: Northwind – New Business – Code Search – 2,600 seats']);
    expect(await newLines(org)).toEqual([]);
  });

  test('2. is recommended a strategy, which follows the facts', async () => {
    const chen = org.as('chen');
    assessment = await chen.create(ASSESSMENT, {
      Account__c: customer.account,
      Opportunity__c: customer.deal,
      Cloud_Qualification__c: 'No',
      Cloud_Blockers__c: 'Hosting_locale',
      Hosting_Provider__c: 'AWS',
      Expected_Method__c: 'Kubernetes_Helm',
      Expected_Complexity__c: 'High',
      Initial_Users__c: 2000,
      Full_Users__c: 30_000,
      Repositories__c: 60_000,
      Wants_Production_Quickly__c: true,
    });
    const recommended = async (change: Row): Promise<unknown> => {
      await chen.update(ASSESSMENT, assessment, change);
      return (await chen.read(ASSESSMENT, assessment, ['Recommended_Strategy__c']))['Recommended_Strategy__c'];
    };

    expect(await recommended({})).toBe('One-Click Into Jointly Managed');
    expect(await chen.read(ASSESSMENT, assessment, ['Recommended_Owners__c'])).toEqual({
      Recommended_Owners__c: expect.stringMatching(/CE.*TA.*IE.*TPM/),
    });
    expect(await recommended({ Cloud_Qualification__c: 'Unknown' })).toBeNull();
    expect(await recommended({ Cloud_Qualification__c: 'No', Wants_Production_Quickly__c: false })).toBe(
      'Jointly Managed',
    );
  });

  test('3. starts the request from it, and types nothing again', async () => {
    id = await org.as('chen').create(REQUEST, {
      Account__c: customer.account,
      Opportunity__c: customer.deal,
      Request_Type__c: 'Production_Deployment',
      Strategy_Assessment__c: assessment,
    });
    name = String((await read('Name'))['Name']);

    expect(
      await read(
        'Deployment_Method__c',
        'Hosting_Provider__c',
        'Full_Users__c',
        'Repositories__c',
        'Cloud_Blockers__c',
      ),
    ).toEqual({
      Deployment_Method__c: 'Kubernetes_Helm',
      Hosting_Provider__c: 'AWS',
      Full_Users__c: 30_000,
      Repositories__c: 60_000,
      Cloud_Blockers__c: 'Hosting_locale',
    });
  });

  test('4. answers a question, for which the clock stood still', async () => {
    await org.as('igor').update(REQUEST, id, { Status__c: 'In_Triage' });
    await org.newMessages();
    const before = await read('Decide_By__c');

    await org.as('igor').update(REQUEST, id, { Status__c: 'Needs_Info', Question__c: 'Which region?' });
    const asked = await newlyTold(org);
    org.moveTo('2022-11-17T10:00:00Z');
    await org.as('chen').update(REQUEST, id, { Answer__c: 'eu-central-1' });

    expect(asked).toMatchObject([{ to: 'Chen Wei', title: `${name} needs your answer: ${NORTHWIND}` }]);
    expect(asked[0]?.body).toContain('Which region?');
    expect(await newLines(org)).toEqual([`Igor Novak, Ines Moreau: ${name} is answered: ${NORTHWIND}`]);
    await org.as('igor').update(REQUEST, id, { Status__c: 'In_Triage' });
    const after = await read('Decide_By__c');
    expect(String(after['Decide_By__c']) > String(before['Decide_By__c'])).toBe(true);
  });

  test('5. owes design, Discovery and the level-set once it is selected, Discovery after the Playbook', async () => {
    const ines = org.as('ines');
    await ines.update(REQUEST, id, { Status__c: 'Qualified', ...DECISION });
    const people = { Implementation_Engineer__c: org.userId('igor'), Project_Manager__c: org.userId('tomas') };
    const handedOverBefore = await org.as('chen').query(`SELECT Id FROM ${HANDOFF}`);
    await ines.update(REQUEST, id, { Status__c: 'Selected', ...people });

    const blocked = await itemsOf(org, id, 'Blocked_Because__c');
    await org.as('tomas').create('Request_Link__c', {
      Implementation_Request__c: id,
      Type__c: 'Playbook',
      Url__c: 'https://docs.example/playbook',
    });

    expect(handedOverBefore).toEqual([]);
    expect(await itemsOf(org, id, 'Assigned_To__c')).toMatchObject({
      TDD: org.userId('chen'),
      DISCOVERY: org.userId('chen'),
      LEVELSET: org.userId('chen'),
    });
    expect(blocked['DISCOVERY']).toBe('Waiting for the Implementation Playbook link');
    expect((await itemsOf(org, id, 'Blocked_Because__c'))['DISCOVERY']).toBeNull();
  });

  test('6. hands the design over when all four areas are in it, and mends what comes back', async () => {
    const incomplete = { State__c: 'Done', ...COMPLETE, Timeline_Complete__c: false };
    expect(await fieldsRefused('chen', 'TDD', incomplete)).toEqual(['Timeline_Complete__c']);

    await change('chen', 'TDD', { State__c: 'Done', ...COMPLETE });
    await change('igor', 'TDD', {
      State__c: 'Returned',
      Return_Comment__c: 'Which storage class?',
      ...ACCEPTED,
      Infrastructure_Accepted__c: false,
    });
    await change('chen', 'TDD', { State__c: 'Done' });
    await change('igor', 'TDD', { State__c: 'Accepted', ...ACCEPTED });

    expect(await read('TDD_State__c')).toEqual({ TDD_State__c: 'Accepted' });
  });

  test('7. has the level-set two weeks before the close, wherever that moves', async () => {
    const before = await itemsOf(org, id, 'Due_On__c');

    await changeDeal({ CloseDate: '2023-06-14' });

    const after = await itemsOf(org, id, 'Due_On__c');
    expect([before['LEVELSET'], after['LEVELSET']]).toEqual(['2023-05-17', '2023-05-31']);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  test('8. finds the customer under a new name, and the old one where it was submitted', async () => {
    await org.as('adi').update('Account', customer.account, { Name: GLOBAL });

    expect(await read('Account__r.Name', 'Customer_Name_At_Submission__c')).toMatchObject({
      Account__r: { Name: GLOBAL },
      Customer_Name_At_Submission__c: NORTHWIND,
    });
  });

  test('9. passes all that is open on to Cleo, and hears no more', async () => {
    await org.newMessages();

    await changeDeal({ OwnerId: org.userId('ben'), Customer_Engineer__c: org.userId('cleo') }, 'adi');
    const told = await newLines(org);
    await changeDeal({ CloseDate: '2023-05-31' }, 'adi');
    const later = await newLines(org);

    expect(told).toEqual([`Ben Carter, Cleo Papadakis, Igor Novak: People of ${name} changed: ${GLOBAL}`]);
    expect(later).toEqual([`Cleo Papadakis, Igor Novak, Tomas Lindqvist: ${name} closes on 2023-05-31: ${GLOBAL}`]);
    expect(await itemsOf(org, id, 'Assigned_To__c')).toMatchObject({
      DISCOVERY: org.userId('cleo'),
      LEVELSET: org.userId('cleo'),
    });
    expect(await read('Requester__c')).toEqual({ Requester__c: org.userId('chen') });
  });

  test('10. sees the deal won, and Cleo asked for the kickoff, together with the partnership’s or not', async () => {
    await collectSixRequirements();
    const handoff = await handoffOf(org, id, 'To_Implementation');
    await org.newMessages();

    await changeDeal({ StageName: 'Closed Won' }, 'ben');

    const [won] = await newlyTold(org);
    expect(won?.body.split('\n').filter((line) => line.startsWith('– '))).toHaveLength(2);
    expect(won?.to).toBe('Cleo Papadakis, Igor Novak, Tara Nwosu, Tomas Lindqvist');
    expect((await itemsOf(org, id, 'Due_On__c'))['KICKOFF']).toBe('2022-11-24');
    const cleo = org.as('cleo');
    await cleo.update(HANDOFF, handoff, { Kickoff_On__c: '2022-11-23', Partnership_Kickoff_On__c: '2022-11-23' });
    const together = await cleo.read(HANDOFF, handoff, ['Combined_Kickoff__c']);
    await cleo.update(HANDOFF, handoff, { Kickoff_On__c: '2022-11-24' });
    const apart = await cleo.read(HANDOFF, handoff, ['Combined_Kickoff__c']);
    expect(together['Combined_Kickoff__c']).toMatch(/^Yes/);
    expect(apart['Combined_Kickoff__c']).toMatch(/^No/);
  });

  test('11. is won with six of eight requirements, and says which are open', async () => {
    expect(await read('Readiness_Text__c', 'Opportunity_Outcome__c')).toEqual({
      Readiness_Text__c: '6/8',
      Opportunity_Outcome__c: 'Won',
    });
    const states = await itemsOf(org, id, 'State__c');
    expect(
      Object.entries(states)
        .filter(([key, state]) => key.startsWith('REQ_') && state !== 'Done')
        .map(([key]) => key),
    ).toEqual(['REQ_STAFFING', 'REQ_SIGNOFF']);
    const { rows } = await runReport(org.as('val'), 'Closed_Won_without_Readiness');
    expect(rows.map((row) => row['Name'])).toContain(name);
  });
});

/** All but the stakeholders and the sign-off. */
async function collectSixRequirements(): Promise<void> {
  const tomas = org.as('tomas');
  await tomas.update(REQUEST, id, { Target_Start__c: '2023-06-01', Target_Completion__c: '2023-06-30' });
  await tomas.update(HANDOFF, await handoffOf(org, id, 'To_Implementation'), {
    Leadership_Cadence__c: 'Monthly',
    Project_Team_Cadence__c: 'Weekly',
    Reporting_Audience__c: 'Sponsor',
    Reporting_Format__c: 'Mail',
    Reporting_Frequency__c: 'Weekly',
  });
  for (const key of ['REQ_TECH', 'REQ_TIMELINE', 'REQ_CADENCE', 'REQ_REPORTING', 'REQ_ROLES', 'REQ_PREREQ']) {
    await change('tomas', key, { State__c: 'Done', Evidence_Url__c: 'https://docs.example/requirements' });
  }
}
