import { afterEach, expect, test } from '@jest/globals';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { clientOf, startSalesforce, stopSalesforce } from './salesforce-org.ts';
import { deploy, fieldPackage } from './salesforce-packages.ts';

afterEach(stopSalesforce);

const MASTER_RECORD_TYPE = '012000000000000AAA';

/** A restricted picklist; each value with the values of its controlling field. */
function dependent(name: string, controller: string, values: Record<string, string[]>): string {
  const entries = Object.keys(values).map(
    (value) => `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`,
  );
  const settings = Object.entries(values).map(([value, controlling]) => {
    const listed = controlling.map((one) => `<controllingFieldValue>${one}</controllingFieldValue>`).join('');
    return `<valueSettings>${listed}<valueName>${value}</valueName></valueSettings>`;
  });
  return `<fields><fullName>${name}</fullName><label>${name}</label><type>Picklist</type><valueSet><controllingField>${controller}</controllingField><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${entries.join('')}</valueSetDefinition>${settings.join('')}</valueSet></fields>`;
}

async function startWith(fields: string, ...names: string[]): Promise<SalesforceEmulator> {
  const { salesforce } = await startSalesforce();
  const { details } = await deploy(salesforce, fieldPackage(fields, ...names));
  expect(details.componentFailures).toEqual([]);
  return salesforce;
}

const STEP = dependent('Step__c', 'Stage__c', { Draft: ['Planned'], Build: ['Planned', 'Active'], Hand: ['Done'] });
const ALARM = dependent('Alarm__c', 'Urgent__c', { Call: ['checked'], Write: ['checked', 'unchecked'] });

test('a dependent picklist says for which values of its controlling field each of its own is', async () => {
  const salesforce = await startWith(STEP + ALARM, 'Step__c', 'Alarm__c');
  const client = clientOf(salesforce);

  const described = await client('GET', '/sobjects/Project__c/describe');
  const path = `/ui-api/object-info/Project__c/picklist-values/${MASTER_RECORD_TYPE}`;
  const [step, alarm] = [await client('GET', `${path}/Step__c`), await client('GET', `${path}/Alarm__c`)];

  const { fields } = described.body as { fields: { name: string; picklistValues: { validFor: string }[] }[] };
  const fieldOf = (name: string) => fields.find((field) => field.name === name);
  const bits = (name: string) =>
    fieldOf(name)?.picklistValues.map(({ validFor }) => Buffer.from(validFor, 'base64')[0]);
  expect(fieldOf('Step__c')).toMatchObject({ controllerName: 'Stage__c', dependentPicklist: true });
  expect([bits('Step__c'), bits('Alarm__c')]).toEqual([
    [0b1000_0000, 0b1100_0000, 0b0010_0000],
    [0b0100_0000, 0b1100_0000],
  ]);
  expect(step.body).toMatchObject({
    controllerValues: { Planned: 0, Active: 1, Done: 2 },
    values: [{ validFor: [0] }, { validFor: [0, 1] }, { validFor: [2] }],
  });
  expect(alarm.body).toMatchObject({
    controllerValues: { false: 0, true: 1 },
    values: [
      { value: 'Call', validFor: [1] },
      { value: 'Write', validFor: [0, 1] },
    ],
  });
});

test('the API asks whether a value is there, and not what it depends on', async () => {
  const client = clientOf(await startWith(STEP, 'Step__c'));
  const insert = (Step__c: string) =>
    client('POST', '/sobjects/Project__c', { Name: 'A', Stage__c: 'Active', Step__c });

  const [independent, unknown] = [await insert('Hand'), await insert('Sing')];

  expect(independent.status).toBe(201);
  expect(unknown).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }] });
});

test.each([
  [true, 201],
  [false, 400],
])('of a unique field that heeds case (%s) another spelling is another value', async (caseSensitive, status) => {
  const serial = `<fields><fullName>Serial__c</fullName><caseSensitive>${String(caseSensitive)}</caseSensitive><label>Serial</label><length>20</length><type>Text</type><unique>true</unique></fields>`;
  const client = clientOf(await startWith(serial, 'Serial__c'));
  const insert = (Serial__c: string) => client('POST', '/sobjects/Project__c', { Name: 'A', Serial__c });
  await insert('ab-1');

  const [same, other] = [await insert('ab-1'), await insert('AB-1')];

  expect(same).toMatchObject({ status: 400, body: [{ errorCode: 'DUPLICATE_VALUE' }] });
  expect(other.status).toBe(status);
});
