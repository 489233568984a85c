import { afterEach, expect, test } from '@jest/globals';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { clientOf, createRecord, startSalesforce, stopSalesforce } from './salesforce-org.ts';
import { deletion, deploy, rulePackage } from './salesforce-packages.ts';

afterEach(stopSalesforce);

const OBJECT = '$ObjectType.Milestone__c.Fields';

async function startWith(formula: string): Promise<SalesforceEmulator> {
  const { salesforce } = await startSalesforce();
  const { details } = await deploy(salesforce, rulePackage(formula));
  expect(details.componentFailures).toEqual([]);
  return salesforce;
}

test('a validation rule looks up the record of a name, whatever its case, and finds a blank without one', async () => {
  const salesforce = await startWith(
    `VLOOKUP($ObjectType.Project__c.Fields.Budget__c, $ObjectType.Project__c.Fields.Name, Code__c) &gt; 100`,
  );
  for (const [Name, Budget__c] of [
    ['Big', 200],
    ['Small', 50],
  ]) {
    createRecord(salesforce, 'Project__c', { Name, Budget__c });
  }
  const statuses: [string, number][] = [];

  for (const Code__c of ['big', 'Small', 'None']) {
    const { status } = await clientOf(salesforce)('POST', '/sobjects/Project__c', { Name: 'New', Code__c });
    statuses.push([Code__c, status]);
  }

  expect(statuses).toEqual([
    ['big', 400],
    ['Small', 201],
    ['None', 201],
  ]);
});

test('a field that VLOOKUP reads is not deleted', async () => {
  const salesforce = await startWith(
    `VLOOKUP($ObjectType.Project__c.Fields.Batch__c, $ObjectType.Project__c.Fields.Name, Code__c) = "No"`,
  );

  const { status, details } = await deploy(salesforce, deletion('CustomField', 'Project__c.Batch__c'));

  expect(status).toBe('Failed');
  expect(details.componentFailures[0]?.problem).toContain('referenced elsewhere in salesforce.com : ValidationRule');
});

test.each([
  [
    `VLOOKUP(${OBJECT}.Name, ${OBJECT}.Project__c, Code__c) = "A"`,
    'Expected the record name of the same custom object',
  ],
  [`VLOOKUP(${OBJECT}.Name, $ObjectType.Project__c.Fields.Name, Code__c) = "A"`, 'of the same custom object'],
  [`VLOOKUP($ObjectType.Account.Fields.Name, $ObjectType.Account.Fields.Name, Code__c) = "A"`, 'does not exist'],
  [`VLOOKUP(Name, ${OBJECT}.Name, Code__c) = "A"`, 'Expected $ObjectType field reference'],
  [`VLOOKUP(${OBJECT}.Name, ${OBJECT}.Name, Start__c) = "A"`, 'Expected Text, received Date'],
  [`${OBJECT}.Name = "A"`, 'does not exist'],
  ['CURRENCYRATE("EUR") = 1', 'Function CURRENCYRATE may not be used in this type of formula'],
])('%s is refused', async (formula, problem) => {
  const { salesforce } = await startSalesforce();

  const { details } = await deploy(salesforce, rulePackage(formula));

  expect(details.componentFailures.map((failure) => failure.problem).join()).toContain(problem);
});
