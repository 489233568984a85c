import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestOrg } from './support/org.ts';

const OBJECTS = join(import.meta.dirname, '../../force-app/main/default/objects');

let org: TestOrg;

beforeAll(async () => {
  org = await TestOrg.start({ at: '2026-11-22T10:00:00Z', sampleData: true });
}, 120_000);

afterAll(() => org.close());

function listViews(): { object: string; view: string }[] {
  return readdirSync(OBJECTS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.listView-meta.xml'))
    .map((file) => ({ object: dirname(dirname(file)), view: basename(file, '.listView-meta.xml') }))
    .toSorted((a, b) => `${a.object}.${a.view}`.localeCompare(`${b.object}.${b.view}`));
}

async function count(alias: string, object: string, view: string): Promise<number> {
  return (await org.as(alias).list(object, view)).length;
}

test.each(listViews())('$object: $view is there for the lead', async ({ object, view }) => {
  expect(await count('ines', object, view)).toBeGreaterThanOrEqual(0);
});

test.each<[string, string, string, string[]]>([
  ['ines', 'Implementation_Request__c', 'Untouched', ['Brightwater Energy']],
  ['chen', 'Implementation_Request__c', 'Needs_Info', ['Cobalt Robotics']],
  ['ines', 'Implementation_Request__c', 'With_Leadership', ['Ardent Insurance']],
  ['igor', 'Implementation_Request__c', 'In_Deployment', ['Orchid Retail', 'Pinnacle Telecom']],
  ['tara', 'Implementation_Request__c', 'Post_Live_Plans', ['Tidewater Shipping']],
  ['tara', 'Implementation_Request__c', 'Migrations', ['Brightwater Energy', 'Pinnacle Telecom']],
  ['sam', 'Implementation_Request__c', 'Part_Of_Mine', ['Solstice Games']],
  ['igor', 'Implementation_Request__c', 'Next_Step_Mine', ['Juniper Health', 'Kestrel Aerospace']],
  ['cora', 'Strategy_Assessment__c', 'Managed_Instances', ['Vesper Travel']],
  ['chen', 'Strategy_Assessment__c', 'Cloud_Open', ['Halcyon Biotech']],
])('%s sees in %s, %s: %j', async (alias, object, view, customers) => {
  const rows = await org.as(alias).list(object, view);

  expect([...new Set(rows.map((row) => row['Account__r']))]).toEqual(expect.arrayContaining(customers));
});

test('the sample tells of a request in every status', async () => {
  const { fields } = (await org.as('adi').get('/sobjects/Implementation_Request__c/describe')) as {
    fields: { name: string; picklistValues: { value: string }[] }[];
  };
  const found = await org.as('adi').query('SELECT Status__c FROM Implementation_Request__c GROUP BY Status__c');

  const all = fields.find(({ name }) => name === 'Status__c')?.picklistValues.map(({ value }) => value) ?? [];
  expect(all).toHaveLength(17);
  expect(found.map(({ Status__c: status }) => status).toSorted()).toEqual(all.toSorted());
});

test('the lead sees by which weights each open review is scored', async () => {
  const open = await org.as('ines').query('SELECT Name, Weights_Version__c FROM Triage_Review__c WHERE Open__c = true');

  const shown = await org.as('ines').list('Triage_Review__c', 'Weights_In_Force');
  expect(shown.map(({ Name, Weights_Version__c: version }) => [Name, version]).toSorted()).toEqual(
    open.map(({ Name, Weights_Version__c: version }) => [Name, version]).toSorted(),
  );
  expect(new Set(shown.map(({ Weights_Version__c: version }) => version))).toEqual(new Set(['1']));
});

test('the reviewer finds the review that waits, and nobody else does', async () => {
  const asked = await org
    .as('val')
    .query(
      `SELECT Id FROM Triage_Review__c WHERE Leadership_Review__c = 'Requested' AND Leadership_Reviewer__c = '${org.userId('val')}'`,
    );

  expect(asked.length).toBeGreaterThan(0);
  expect(await count('val', 'Triage_Review__c', 'Waits_For_Me')).toBe(asked.length);
  expect(await count('sasha', 'Triage_Review__c', 'Waits_For_Me')).toBe(0);
});
