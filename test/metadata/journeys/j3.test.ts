import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { itemsOf } from '../support/handoffs.ts';
import { newlyTold } from '../support/messages.ts';
import { createNorthwind, NORTHWIND } from '../support/northwind.ts';
import { TestOrg, type Row } from '../support/org.ts';
import { ask, createCustomer, REQUEST, type Customer } from '../support/requests.ts';
import { DECISION, file, review, reviewOf, REVIEW, score } from '../support/triage.ts';
import { activateWeights } from '../support/weights.ts';

const OPEN = 14;

let org: TestOrg;
let customer: Customer;
let id: string;
let others: readonly string[];

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createNorthwind(org);
  const other = await createCustomer(org, 'Halcyon Biotech');
  const filed = [];
  for (let count = 1; count < OPEN; count += 1) filed.push(await file(org, other));
  others = filed;
  await org.as('adi').create('Implementation_Capacity__c', { Month__c: '2023-06-01', Capacity_Points__c: 20 });
  id = await file(org, customer, { Full_Users__c: 2600, Repositories__c: 8000, Requested_Start__c: '2023-06-01' });
  await org.newMessages();
}, 60_000);

afterAll(() => org.close());

async function rankOf(request: string): Promise<unknown> {
  return (await org.as('ines').read(REQUEST, request, ['Backlog_Rank__c']))['Backlog_Rank__c'];
}

async function refusedFields(request: string, values: Row): Promise<readonly string[]> {
  return (await org.as('ines').refusalToUpdate(REQUEST, request, values)).flatMap(({ fields }) => fields);
}

describe('Ines triages', () => {
  test('1. opens the backlog, and a request of which four of five considerations are known', async () => {
    await org.as('adi').update('Account', customer.account, { Addressable_Market__c: null });
    await org.as('ines').update(REQUEST, id, { Status__c: 'In_Triage', Effort_Points__c: 10 });
    await score(org, 'ines', id, { Deployment_Risk__c: 3, Admin_Aptitude__c: 3, Strategic_Context__c: 3 });

    expect(await org.as('ines').list(REQUEST, 'Backlog')).toHaveLength(OPEN);
    expect(await org.as('ines').read(REQUEST, id, ['Cut_Line__c'])).toEqual({ Cut_Line__c: 'Above' });
    const seen = await review(org, id, 'Known_Considerations__c', 'Value_Score__c', 'Score_Text__c');
    expect(seen).toMatchObject({ Known_Considerations__c: 4, Value_Score__c: null });
    expect(seen['Score_Text__c']).toContain('4 of 5 known, up to ');
  });

  test('2. scores weak admins, and overrides the size with a reason', async () => {
    const before = await review(org, id, 'Intangibles_Score__c');
    await score(org, 'ines', id, { Admin_Aptitude__c: 1, Intangibles_Note__c: 'They have never run Kubernetes' });
    const after = await review(org, id, 'Intangibles_Score__c');
    const reviewId = await reviewOf(org, id);

    const refusal = await org.as('ines').refusalToUpdate(REVIEW, reviewId, { Size_Override__c: 4 });
    await score(org, 'ines', id, { Size_Override__c: 4, Size_Override_Reason__c: 'Two more teams join' });

    expect([before, after].map((one) => one['Intangibles_Score__c'])).toEqual([2.67, 3.33]);
    expect(refusal).toMatchObject([{ fields: ['Size_Override_Reason__c'] }]);
    expect(await review(org, id, 'Size_Score__c', 'Overridden_By__c')).toEqual({
      Size_Score__c: 4,
      Overridden_By__c: org.userId('ines'),
    });
  });

  test('4. ranks it second; the others make room, and its score stays', async () => {
    const before = await review(org, id, 'Score__c');
    const inOrder = await org
      .as('ines')
      .query(`SELECT Id FROM ${REQUEST} WHERE Is_In_Backlog__c = true AND Id != '${id}' ORDER BY Backlog_Rank__c`);

    await org.as('ines').update(REQUEST, id, { Backlog_Rank__c: 2 });

    const ranks = await Promise.all(inOrder.map(({ Id }) => rankOf(String(Id))));
    expect(ranks).toEqual([1, ...Array.from({ length: OPEN - 2 }, (_, index) => index + 3)]);
    expect(await rankOf(id)).toBe(2);
    expect(await review(org, id, 'Score__c')).toEqual(before);
  });

  test('9. marks a duplicate, whose links and requester go to the one that stays', async () => {
    const twice = String(others.at(-1));
    await org.as('chen').create('Request_Link__c', {
      Implementation_Request__c: twice,
      Type__c: 'Technical_Design_Document',
      Url__c: 'https://docs.example/design',
    });
    await org.as('ines').update(REQUEST, twice, { Status__c: 'In_Triage' });
    await org.as('ines').update(REQUEST, twice, { Status__c: 'Duplicate', Duplicate_Of__c: id });

    expect(await org.as('ines').read(REQUEST, twice, ['Is_Open__c'])).toEqual({ Is_Open__c: false });
    expect(
      await org.as('ines').query(`SELECT Url__c FROM Request_Link__c WHERE Implementation_Request__c = '${id}'`),
    ).toMatchObject([{ Url__c: 'https://docs.example/design' }]);
  });

  test('10. qualifies it with next steps, and AE and CE learn reason, priority and rank', async () => {
    await org.newMessages();
    const withoutSteps = { Status__c: 'Qualified', Decision_Reason__c: DECISION.Decision_Reason__c };

    const refused = await refusedFields(id, withoutSteps);
    await org.as('ines').update(REQUEST, id, { Status__c: 'Qualified', ...DECISION });
    const told = (await newlyTold(org)).find(({ title }) => title.includes('Qualified'));

    expect(refused).toEqual(['Next_Steps__c']);
    expect(told?.to).toContain('Ana Ruiz, Chen Wei');
    expect(told?.title).toContain(NORTHWIND);
    for (const part of [DECISION.Next_Steps__c, 'rank 2 of 13', 'P']) expect(told?.body).toContain(part);
  });

  test('11. selects it with a project manager, and the handoff begins', async () => {
    const engineer = { Status__c: 'Selected', Implementation_Engineer__c: org.userId('igor') };

    expect(await refusedFields(id, engineer)).toEqual(['Project_Manager__c']);
    await org.as('ines').update(REQUEST, id, { ...engineer, Project_Manager__c: org.userId('tomas') });

    const templates = await org
      .as('adi')
      .query('SELECT Id FROM Handoff_Item_Template__mdt WHERE Active__c = true AND Migration_Type__c = null');
    expect(Object.keys(await itemsOf(org, id, 'State__c'))).toHaveLength(templates.length);
  });

  test('12. disqualifies another with a reason and an alternative', async () => {
    const other = String(others[1]);
    await org.as('ines').update(REQUEST, other, { Status__c: 'In_Triage' });
    await org.newMessages();
    const missing = await refusedFields(other, { Status__c: 'Disqualified' });

    await org.as('ines').update(REQUEST, other, {
      Status__c: 'Disqualified',
      Next_Steps__c: 'Ask the Cloud team',
      Decision_Reason__c: 'Cloud_viable',
      Alternative_Path__c: 'Cloud',
    });
    const told = (await newlyTold(org)).find(({ title }) => title.includes('Disqualified'));

    expect(missing.toSorted()).toEqual(['Alternative_Path__c', 'Decision_Reason__c', 'Next_Steps__c']);
    expect(told?.to).toContain('Ana Ruiz, Chen Wei');
    expect(told?.body).toContain('Cloud');
  });

  test('13. takes no way round triage', async () => {
    const submitted = await org.as('chen').create(REQUEST, ask(customer));

    expect(await refusedFields(submitted, { Status__c: 'Selected' })).toContain('Status__c');
  });

  test('3. has weights that total 110 refused; mended, they count for what is open, and not for what is decided', async () => {
    const open = String(others[2]);

    expect(() => {
      activateWeights(org, { Revenue_Weight__c: '40.0' });
    }).toThrow('The five weights must total 100.');
    activateWeights(org, { Revenue_Weight__c: '40.0', Size_Weight__c: '10.0' });
    org.advance({ days: 1 });

    expect(await review(org, open, 'Weights_Version__c', 'Revenue_Weight__c')).toEqual({
      Weights_Version__c: '2',
      Revenue_Weight__c: 40,
    });
    expect(await review(org, id, 'Weights_Version__c', 'Revenue_Weight__c')).toEqual({
      Weights_Version__c: '1',
      Revenue_Weight__c: 30,
    });
  });
});
