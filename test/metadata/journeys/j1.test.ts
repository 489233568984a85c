import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newLines, newlyTold } from '../support/messages.ts';
import { createNorthwind, NORTHWIND } from '../support/northwind.ts';
import { TestOrg, type Row } from '../support/org.ts';
import { createCustomer, importRequest, REQUEST, type Customer } from '../support/requests.ts';
import { review } from '../support/triage.ts';

let org: TestOrg;
let customer: Customer;
let id: string;
let name: string;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  customer = await createNorthwind(org);
}, 60_000);

afterAll(() => org.close());

async function read(...fields: string[]): Promise<Row> {
  return await org.as('ana').read(REQUEST, id, fields);
}

async function changeDeal(values: Row): Promise<void> {
  await org.as('ana').update('Opportunity', customer.deal, values);
}

describe('Ana files a request, and the deal misbehaves', () => {
  const asked = (): Row => ({
    Account__c: customer.account,
    Opportunity__c: customer.deal,
    Request_Type__c: 'Production_Deployment',
    Deployment_Method__c: 'Kubernetes_Helm',
    Hosting_Provider__c: 'AWS',
    Reasons_For_IE__c: 'Cloud_not_viable;Likely_Kubernetes',
    Technical_Design_Status__c: 'Not_Started',
    Technical_Design_Expected_On__c: '2023-04-20',
  });

  test('1. sees customer, AE and CE of the Opportunity', async () => {
    const fields = ['Account.Name', 'Owner.Name', 'Customer_Engineer__r.Name'].map((field) => `Opportunity.${field}`);

    const seen = JSON.stringify(await org.as('ana').get(`/ui-api/records/${customer.deal}?fields=${fields.join(',')}`));

    for (const shown of [NORTHWIND, 'Ana Ruiz', 'Chen Wei']) expect(seen).toContain(`"value":"${shown}"`);
  });

  test('2. has only a question, which goes to the channel and files nothing', async () => {
    const question = await org.as('ana').create('Strategy_Assessment__c', {
      Account__c: customer.account,
      Opportunity__c: customer.deal,
      Purpose__c: 'Answer_Only',
    });

    expect(await org.as('ana').read('Strategy_Assessment__c', question, ['Recommended_Action__c'])).toEqual({
      Recommended_Action__c: 'Ask_Channel',
    });
    expect(await org.as('ana').query(`SELECT Id FROM ${REQUEST}`)).toEqual([]);
  });

  test('3. is told beside the field that a blocker is missing', async () => {
    expect(await org.as('ana').refusalToCreate(REQUEST, asked())).toMatchObject([{ fields: ['Cloud_Blockers__c'] }]);
  });

  test('4. submits, and Implementation Engineering and Chen are told', async () => {
    await org.newMessages();

    id = await org.as('ana').create(REQUEST, { ...asked(), Cloud_Blockers__c: 'Admin_access_model' });

    name = String((await read('Name'))['Name']);
    expect(name).toMatch(/^IR-\d{5}$/);
    expect(await read('Status__c', 'Acknowledge_By__c', 'Customer_Name_At_Submission__c')).toEqual({
      Status__c: 'Submitted',
      Acknowledge_By__c: '2022-11-16T10:00:00.000+0000',
      Customer_Name_At_Submission__c: NORTHWIND,
    });
    expect(await newLines(org)).toEqual([
      `Igor Novak, Ines Moreau: New request ${name}: ${NORTHWIND}`,
      `Ana Ruiz, Chen Wei: ${name} is submitted: ${NORTHWIND}`,
    ]);
  });

  test('5. has Chen file nothing twice, but a migration', async () => {
    const again = { ...asked(), Cloud_Blockers__c: 'Admin_access_model' };
    const migration = {
      ...again,
      Request_Type__c: 'Production_Migration',
      Migration_Type__c: 'Self_Hosted_To_Complex',
      Current_Method__c: 'Docker_Compose',
    };

    const [refusal] = await org.as('chen').refusalToCreate(REQUEST, again);
    const other = await org.as('chen').create(REQUEST, migration);

    expect(refusal?.message).toContain(name);
    await org.as('chen').update(REQUEST, other, { Status__c: 'Withdrawn', Closing_Reason__c: 'Not needed' });
    await org.newMessages();
  });

  test('6. has the close slip into another fiscal year', async () => {
    await org.as('ines').update(REQUEST, id, { Status__c: 'In_Triage' });
    const before = await read('Revenue_Fiscal_Year__c', 'Backlog_Rank__c');
    const scored = await review(org, id, 'Score__c', 'Revenue_Score__c');
    await org.newMessages();

    await changeDeal({ CloseDate: '2024-02-15' });

    expect(before).toMatchObject({ Revenue_Fiscal_Year__c: 'FY24' });
    expect(scored).toMatchObject({ Revenue_Score__c: 2 });
    expect(await read('Revenue_Fiscal_Year__c', 'Retriage_Needed__c', 'Backlog_Rank__c')).toEqual({
      Revenue_Fiscal_Year__c: 'FY25',
      Retriage_Needed__c: true,
      Backlog_Rank__c: before['Backlog_Rank__c'],
    });
    expect(await review(org, id, 'Score__c', 'Revenue_Score__c')).toEqual({
      Score__c: Number(scored['Score__c']) - 12,
      Revenue_Score__c: 0,
    });
    expect(await newLines(org)).toEqual([`Chen Wei, Ines Moreau: ${name} needs a new triage: ${NORTHWIND}`]);
  });

  test('7. withdraws and reinstates', async () => {
    await org.as('ana').update(REQUEST, id, { Status__c: 'Withdrawn', Closing_Reason__c: 'The budget is frozen' });
    const withdrawn = await read('Is_Open__c', 'Is_In_Backlog__c', 'Prior_Status__c');
    const told = await newlyTold(org);
    await org.as('ana').update(REQUEST, id, { Status__c: 'Submitted' });

    expect(withdrawn).toEqual({ Is_Open__c: false, Is_In_Backlog__c: false, Prior_Status__c: 'In_Triage' });
    expect(told).toHaveLength(1);
    expect(told[0]?.to).toContain('Ines Moreau');
    expect(await read('Status__c', 'Is_In_Backlog__c', 'Name')).toEqual({
      Status__c: 'Submitted',
      Is_In_Backlog__c: true,
      Name: name,
    });
    await org.newMessages();
  });

  test('8. loses the deal and opens it again', async () => {
    await changeDeal({ StageName: 'Closed Lost' });
    const lost = await read('Status__c', 'Prior_Status__c');
    await org.newMessages();
    await changeDeal({ CloseDate: '2023-01-15' });
    const silence = await newLines(org);
    await changeDeal({ StageName: 'Negotiation/Review' });

    expect(lost).toEqual({ Status__c: 'Closed_Opportunity_Lost', Prior_Status__c: 'Submitted' });
    expect(silence).toEqual([]);
    expect(await newLines(org)).toEqual([`Ines Moreau: The deal of ${name} is open again: ${NORTHWIND}`]);
  });

  test('9. reads the request of another team, and neither edits it nor sees triage notes', async () => {
    const others = await createCustomer(org, 'Halcyon Biotech');
    const people = { OwnerId: org.userId('ben'), Customer_Engineer__c: org.userId('cleo') };
    await org.as('adi').update('Opportunity', others.won, people);
    const theirs = await importRequest(org, others, 'Qualified', {
      OwnerId: org.userId('ben'),
      Requester__c: org.userId('ben'),
    });
    const ana = org.as('ana');

    expect(await ana.read(REQUEST, theirs, ['Suggested_Priority__c', 'Decision_Reason__c'])).toMatchObject({
      Decision_Reason__c: 'Fits_Priorities',
    });
    await expect(ana.read(REQUEST, theirs, ['Triage_Notes__c'])).rejects.toThrow('INVALID_FIELD');
    expect(await ana.refusalToUpdate(REQUEST, theirs, { Additional_Information__c: 'Mine' })).toMatchObject([
      { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' },
    ]);
  });
});
