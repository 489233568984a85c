import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkMetadata } from '../../../../../emulators/salesforce/metadata-check/index.ts';
import { messagesAfter } from './seeded-project.ts';

test('finds nothing wrong with force-app', async () => {
  const { files, findings } = await checkMetadata(join(import.meta.dirname, '../../../../../force-app'));

  expect(findings).toEqual([]);
  expect(files).toBeGreaterThan(50);
});

test('says where a finding is', async () => {
  const { findings } = await checkMetadata(join(import.meta.dirname, 'broken'));

  expect(findings).toEqual([
    {
      file: 'test/unit/emulators/salesforce/metadata-check/broken/tabs/Nothing__c.tab-meta.xml',
      line: 4,
      message: 'Element weight invalid at this location in type CustomTab',
    },
  ]);
});

test('tells every finding of several files', async () => {
  const messages = await messagesAfter(
    { file: 'tabs/Implementation_Request__c.tab-meta.xml', from: '<customObject>true', to: '<customObject>maybe' },
    { file: 'applications/Groundwork.app-meta.xml', from: '<tabs>standard-Account', to: '<tabs>standard-Acount' },
  );

  expect(messages).toEqual([
    'tab standard-Acount does not exist',
    'tab Implementation_Request__c is not marked as that of a custom object',
    '<customObject> is "maybe"; expected true or false',
  ]);
});
