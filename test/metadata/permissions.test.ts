import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestOrg, type Row } from './support/org.ts';
import { addAdministrator, ITEM, openReview, REVIEW, withItem } from './support/roles.ts';
import { runReport } from './support/reports.ts';
import { ask, createCustomer, importRequest, REQUEST, type Customer } from './support/requests.ts';

const ASSESSMENT = 'Strategy_Assessment__c';
const CAPACITY = 'Implementation_Capacity__c';

/** One person for each role: AE, CE, IE, IE lead, TPM, TA, leadership, Support, Cloud, administrator of Groundwork. */
const EVERYBODY = ['ana', 'chen', 'igor', 'ines', 'tomas', 'tara', 'val', 'sam', 'cora', 'ada'];

let org: TestOrg;
/** A customer of Ana, Chen and Tara. */
let customer: Customer;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2022-11-15T10:00:00Z' });
  await addAdministrator(org, 'ada');
  customer = await createCustomer(org, 'Northwind Logistics');
}, 60_000);

afterAll(() => org.close());

/** Those whose attempt Salesforce takes. */
async function whoMay(attempt: (alias: string) => Promise<readonly unknown[]>, among = EVERYBODY): Promise<string[]> {
  const allowed = [];
  for (const alias of among) {
    if ((await attempt(alias)).length === 0) allowed.push(alias);
  }
  return allowed;
}

async function whoMayChange(status: string, values: Row, more: Row = {}, among = EVERYBODY): Promise<string[]> {
  return await whoMay(async (alias) => {
    const id = await importRequest(org, customer, status, more);
    return await org.as(alias).refusalToUpdate(REQUEST, id, values);
  }, among);
}

describe('create a request', () => {
  test.each<[string, Row, string[]]>([
    ['on a deal of Ana and Chen', {}, ['ana', 'chen', 'igor', 'ines', 'tomas', 'ada']],
    [
      'for an existing customer of Tara',
      { Request_Type__c: 'Post_Live_Jointly_Managed', Opportunity__c: null },
      ['ana', 'chen', 'igor', 'ines', 'tomas', 'tara', 'ada'],
    ],
  ])('%s', async (_what, more, allowed) => {
    expect(await whoMay((alias) => org.as(alias).refusalToCreate(REQUEST, ask(customer, more)))).toEqual(allowed);
  });

  test('on the deal of others only Implementation Engineering does', async () => {
    const filing = async (alias: string) => org.as(alias).refusalToCreate(REQUEST, ask(customer));

    expect(await whoMay(filing, ['ben', 'cleo', 'igor'])).toEqual(['igor']);
  });

  test('a Technical Advisor does only for own customers', async () => {
    const other = await createCustomer(org, 'Halcyon Biotech', { Technical_Advisor__c: null });
    const migration = { Request_Type__c: 'Post_Live_Jointly_Managed', Opportunity__c: null };

    expect(await org.as('tara').refusalToCreate(REQUEST, ask(other, migration))).toMatchObject([
      { fields: ['Account__c'] },
    ]);
  });
});

describe('edit what is asked for', () => {
  const asked = { Full_Users__c: 400, Deployment_Method__c: 'Docker_Compose' };

  test.each<[string, string[]]>([
    ['Submitted', ['ana', 'chen', 'igor', 'ines', 'tomas', 'tara', 'ada']],
    ['Needs_Info', ['ana', 'chen', 'igor', 'ines', 'tomas', 'tara', 'ada']],
    ['In_Triage', ['igor', 'ines', 'tomas', 'tara', 'ada']],
  ])('while it is %s', async (status, allowed) => {
    expect(await whoMayChange(status, asked)).toEqual(allowed);
  });

  test('the requests of another team are read, and not edited', async () => {
    const id = await importRequest(org, customer, 'Submitted');

    expect(await org.as('ben').read(REQUEST, id, ['Status__c'])).toEqual({ Status__c: 'Submitted' });
    expect(await whoMayChange('Submitted', asked, {}, ['ben', 'cleo'])).toEqual([]);
  });

  test('who leaves a request edits no more, and who comes does', async () => {
    const id = await importRequest(org, customer, 'Submitted');
    const people = { Account_Executive__c: org.userId('ben'), Customer_Engineer__c: org.userId('cleo') };
    await org.as('adi').update(REQUEST, id, people);

    const edit = async (alias: string) =>
      org.as(alias).refusalToUpdate(REQUEST, id, { Additional_Information__c: alias });

    expect(await whoMay(edit, ['ana', 'ben', 'cleo'])).toEqual(['ben', 'cleo']);
  });

  test('a new owner does not take the request from the others', async () => {
    const id = await importRequest(org, customer, 'Submitted');
    await org.as('adi').update(REQUEST, id, { OwnerId: org.userId('ben') });

    const edit = async (alias: string) =>
      org.as(alias).refusalToUpdate(REQUEST, id, { Additional_Information__c: alias });

    expect(await whoMay(edit, ['ana', 'ben', 'chen', 'cleo'])).toEqual(['ana', 'ben', 'chen']);
  });
});

describe('triage', () => {
  test.each<[string, Row, string[]]>([
    ['rank', { Backlog_Rank__c: 1 }, ['ines']],
    ['decide', { Status__c: 'Qualified' }, ['ines']],
    ['write triage notes', { Triage_Notes__c: 'Candid' }, ['igor', 'ines', 'tomas', 'ada']],
    ['propose an effort', { Effort_Points__c: 3 }, ['igor', 'ines', 'tomas', 'ada']],
    ['propose the words of a decision', { Decision_Detail__c: 'Fits' }, ['igor', 'ines', 'tomas', 'ada']],
  ])('%s', async (_what, values, allowed) => {
    expect(await whoMayChange('In_Triage', values)).toEqual(allowed);
  });

  test('select', async () => {
    expect(await whoMayChange('Qualified', { Status__c: 'Selected' })).toEqual(['ines']);
  });

  test.each<[string, Row, string[]]>([
    ['score', { Deployment_Risk__c: 3 }, ['igor', 'ines']],
    ['replace a score', { Revenue_Override__c: 3, Revenue_Override_Reason__c: 'Renewal' }, ['igor', 'ines']],
    ['write on intangibles', { Intangibles_Note__c: 'Candid' }, ['igor', 'ines']],
  ])('%s', async (_what, values, allowed) => {
    const id = await importRequest(org, customer, 'In_Triage');
    const review = await openReview(org, id);

    expect(await whoMay((alias) => org.as(alias).refusalToUpdate(REVIEW, review, values))).toEqual(allowed);
  });

  test('ask for a leadership review', async () => {
    const id = await importRequest(org, customer, 'In_Triage');
    const review = await openReview(org, id);
    const asked = { Leadership_Review__c: 'Requested', Leadership_Reviewer__c: org.userId('val') };

    expect(await whoMay((alias) => org.as(alias).refusalToUpdate(REVIEW, review, asked))).toEqual(['ines']);
  });

  test.each([
    ['comment on a leadership review', { Leadership_Comment__c: 'Go ahead' }, ['val', 'sasha']],
    ['give the outcome, as the one who is named', { Leadership_Review__c: 'Approved' }, ['val']],
  ])('%s', async (_what, answer, leaders) => {
    const allowed = await whoMay(
      async (alias) => {
        const review = await openReview(org, await importRequest(org, customer, 'In_Triage'));
        const asked = { Leadership_Review__c: 'Requested', Leadership_Reviewer__c: org.userId('val') };
        await org.as('ines').update(REVIEW, review, asked);
        return await org.as(alias).refusalToUpdate(REVIEW, review, answer);
      },
      [...EVERYBODY, 'sasha'],
    );

    expect(allowed).toEqual(leaders);
  });
});

describe('work on handoff items', () => {
  test.each<[string, string[]]>([
    ['AE', ['ana', 'ines', 'tomas', 'ada']],
    ['CE', ['chen', 'ines', 'tomas', 'ada']],
    ['IE', ['igor', 'ines', 'tomas', 'ada']],
    ['TPM', ['ines', 'tomas', 'ada']],
    ['TA', ['ines', 'tomas', 'tara', 'ada']],
    ['Support', ['ines', 'tomas', 'sam', 'ada']],
  ])('of the %s', async (role, allowed) => {
    const item = await withItem(org, await importRequest(org, customer, 'Qualified'), role);

    const begin = async (alias: string) => org.as(alias).refusalToUpdate(ITEM, item, { Comment__c: alias });

    expect(await whoMay(begin)).toEqual(allowed);
  });

  test('waive', async () => {
    const request = await importRequest(org, customer, 'Qualified');
    const waive = async (alias: string) =>
      org.as(alias).refusalToUpdate(ITEM, await withItem(org, request, 'IE'), {
        State__c: 'Waived',
        Waiver_Reason__c: 'Not needed',
      });

    expect(await whoMay(waive)).toEqual(['ines']);
  });
});

test('withdraw', async () => {
  const withdrawn = { Status__c: 'Withdrawn', Closing_Reason__c: 'No longer needed' };

  expect(await whoMayChange('Submitted', withdrawn)).toEqual(['ana', 'chen', 'ines', 'tara', 'ada']);
  expect(await whoMayChange('Submitted', withdrawn, {}, ['ben', 'cleo'])).toEqual([]);
});

test('submit a Managed Instance Request, and say what became of it', async () => {
  const assessment = await org.as('chen').create(ASSESSMENT, {
    Account__c: customer.account,
    Opportunity__c: customer.deal,
    Cloud_Qualification__c: 'Yes',
  });
  const submitted = {
    Managed_Instance_Request_Status__c: 'Submitted',
    Managed_Instance_Request_Url__c: 'https://cloud.example/requests/1',
  };

  expect(await whoMay((alias) => org.as(alias).refusalToUpdate(ASSESSMENT, assessment, submitted))).toEqual([
    ...['ana', 'chen', 'igor', 'ines', 'tara', 'ada'],
  ]);
  const provisioned = { Managed_Instance_Request_Status__c: 'Provisioned' };
  expect(await whoMay((alias) => org.as(alias).refusalToUpdate(ASSESSMENT, assessment, provisioned))).toEqual([
    ...['ana', 'chen', 'igor', 'ines', 'tara', 'cora', 'ada'],
  ]);
});

test('plan capacity', async () => {
  let month = 0;
  const plan = async (alias: string) => {
    month += 1;
    const day = `2023-${String(month).padStart(2, '0')}-01`;
    return org.as(alias).refusalToCreate(CAPACITY, { Name: day, Month__c: day, Capacity_Points__c: 10 });
  };

  expect(await whoMay(plan)).toEqual(['ines', 'tomas', 'ada']);
});

describe('read', () => {
  async function whoReads(object: string, fields: string, id: string): Promise<string[]> {
    return await whoMay(async (alias) => {
      try {
        await org.as(alias).read(object, id, [fields]);
        return [];
      } catch (error) {
        expect(String(error)).toMatch(/INVALID_FIELD|INVALID_TYPE/);
        return [error];
      }
    });
  }

  test.each<[string, string[]]>([
    ['Status__c', EVERYBODY],
    ['Backlog_Rank__c', EVERYBODY],
    ['Decision_Detail__c', EVERYBODY],
    ['Entered_Revenue__c', EVERYBODY.filter((alias) => !['sam', 'cora'].includes(alias))],
    ['Opportunity__r.Annual_Recurring_Revenue__c', EVERYBODY.filter((alias) => !['sam', 'cora'].includes(alias))],
    ['Triage_Notes__c', ['igor', 'ines', 'tomas', 'val', 'ada']],
    ['Score__c', ['igor', 'ines', 'tomas', 'val', 'ada']],
    ['Ranked_Score__c', ['igor', 'ines', 'tomas', 'val', 'ada']],
    ['Suggested_Priority__c', EVERYBODY],
    ['Cut_Line__c', EVERYBODY],
  ])('%s of any request', async (field, allowed) => {
    const id = await importRequest(org, customer, 'In_Triage');

    expect(await whoReads(REQUEST, field, id)).toEqual(allowed);
  });

  test.each<[string, string[]]>([
    ['Decision__c', ['ana', 'chen', 'igor', 'ines', 'tomas', 'tara', 'val', 'ada']],
    ['Admin_Aptitude__c', ['igor', 'ines', 'tomas', 'val', 'ada']],
    ['Intangibles_Note__c', ['igor', 'ines', 'tomas', 'val', 'ada']],
    ['Leadership_Comment__c', ['igor', 'ines', 'tomas', 'val', 'ada']],
  ])('%s of any review', async (field, allowed) => {
    const review = await openReview(org, await importRequest(org, customer, 'In_Triage'));

    expect(await whoReads(REVIEW, field, review)).toEqual(allowed);
  });
});

describe('reports', () => {
  async function whoRuns(report: string): Promise<string[]> {
    return await whoMay(async (alias) => {
      try {
        await runReport(org.as(alias), report);
        return [];
      } catch (error) {
        expect(String(error)).toContain('FORBIDDEN');
        return [error];
      }
    });
  }

  const TEAMS = EVERYBODY.filter((alias) => !['sam', 'cora'].includes(alias));
  test.each([
    ['Open_Backlog_by_Priority', EVERYBODY],
    ['Migrations', EVERYBODY],
    ['Strategy_Mix', EVERYBODY],
    ['Awaiting_Leadership', TEAMS],
    ['Selected_versus_Capacity', TEAMS],
  ])('%s', async (report, allowed) => {
    expect(await whoRuns(report)).toEqual(allowed);
  });
});

test('weights, thresholds and mappings are deployed by administrators of Salesforce, and edited as records by nobody', async () => {
  const everybody = [...EVERYBODY, 'sync', 'adi'];
  const [weights] = await org.as('adi').query('SELECT Id FROM Triage_Weight__mdt WHERE Active__c = true');
  const [setting] = await org.as('adi').query("SELECT Id FROM Groundwork_Setting__mdt WHERE DeveloperName = 'Default'");
  const edits = await whoMay(async (alias) => {
    const ids = { Triage_Weight__mdt: weights?.['Id'], Groundwork_Setting__mdt: setting?.['Id'] };
    const refusals = Object.entries(ids).map(async ([object, id]) =>
      org.as(alias).refusalToUpdate(object, String(id), { Label: 'Ours' }),
    );
    return (await Promise.all(refusals)).flat();
  }, everybody);
  const deployments = await whoMay(async (alias) => {
    const asked = org.as(alias).get('/metadata/deployRequest/0Af000000000001AAA');
    const refusal = await asked.then(String, String);
    expect(refusal).toMatch(/NOT_FOUND|Metadata API requires/);
    return refusal.includes('Metadata API requires') ? [refusal] : [];
  }, everybody);

  expect(edits).toEqual([]);
  expect(deployments).toEqual(['adi']);
});

describe('the sync service', () => {
  test.each<[Row, boolean]>([
    [{ Priority__c: 'P1', Backlog_Rank__c: 1, Triage_Notes__c: 'Ours', Next_Steps__c: 'Plan' }, true],
    [{ Vitally_State__c: 'Mirrored' }, true],
    [{ Status__c: 'Withdrawn', Closing_Reason__c: 'No' }, false],
    [{ Additional_Information__c: 'No' }, false],
  ])('may write %j: %p', async (values, allowed) => {
    expect(await whoMayChange('In_Triage', values, {}, ['sync'])).toEqual(allowed ? ['sync'] : []);
  });
});
