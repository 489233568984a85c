import { afterEach, expect, test } from '@jest/globals';
import { clientOf, createRecord, startSalesforce, stopSalesforce } from './salesforce-org.ts';
import { deploy, fieldPackage } from './salesforce-packages.ts';

afterEach(stopSalesforce);

const CONTACT =
  '<fields><fullName>Contact__c</fullName><label>Contact</label><lookupFilter><active>true</active><filterItems><field>Contact.AccountId</field><operation>equals</operation><valueField>$Source.Account__c</valueField></filterItems><isOptional>false</isOptional></lookupFilter><referenceTo>Contact</referenceTo><relationshipName>Projects</relationshipName><type>Lookup</type></fields>';

test('a page is offered what the lookup filter lets through for the record that it edits', async () => {
  const { salesforce } = await startSalesforce();
  const { details } = await deploy(salesforce, fieldPackage(CONTACT, 'Contact__c'));
  const acme = createRecord(salesforce, 'Account', { Name: 'Acme' });
  const lee = createRecord(salesforce, 'Contact', { LastName: 'Lee', AccountId: acme });
  createRecord(salesforce, 'Contact', { LastName: 'Leeds' });
  const path = '/ui-api/lookups/Project__c/Contact__c/Contact?q=lee&dependentFieldBindings=';
  const client = clientOf(salesforce);

  const within = await client('GET', `${path}${encodeURIComponent(`Account__c=${acme.slice(0, 15)}`)}`);
  const nowhere = await client('GET', `${path}${encodeURIComponent('Nothing__c=1')}`);

  expect(details.componentFailures).toEqual([]);
  expect(within.body).toMatchObject({ count: 1, records: [{ id: lee }] });
  expect(nowhere).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
});
