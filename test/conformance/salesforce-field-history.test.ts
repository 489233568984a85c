import { afterEach, expect, test } from '@jest/globals';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { fieldFile, objectFile, picklist, withSource } from '../unit/emulators/salesforce/schema/source-folder.ts';
import { clientOf, START } from './salesforce-org.ts';

const running: SalesforceEmulator[] = [];
afterEach(async () => {
  for (const salesforce of running.splice(0)) await salesforce.close();
});

const SOURCE = {
  ...objectFile(
    'Pot__c',
    '<enableHistory>true</enableHistory><label>Pot</label><pluralLabel>Pots</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
  ),
  ...fieldFile('Pot__c', 'State__c', `<trackHistory>true</trackHistory>${picklist(['New', 'Done'])}`),
};

test('the history of a record is a related list, is described, and is told to who asks what was updated', async () => {
  const clock = new VirtualClock({ frozenAt: START });
  const salesforce = await withSource(SOURCE, (source) => createSalesforce({ source, clock }));
  running.push(salesforce);
  const client = clientOf(salesforce);
  const { body: created } = await client('POST', '/sobjects/Pot__c', { Name: 'A', State__c: 'New' });
  const { id } = created as { id: string };

  await client('PATCH', `/sobjects/Pot__c/${id}`, { State__c: 'Done' });
  clock.advance(120_000);

  const fields = ['Field', 'OldValue', 'NewValue'].map((name) => `Pot__History.${name}`).join(',');
  expect(await client('GET', `/ui-api/related-list-records/${id}/Histories?fields=${fields}`)).toMatchObject({
    status: 200,
    body: {
      records: [
        { fields: { Field: { value: 'created' } } },
        { fields: { Field: { value: 'State__c' }, OldValue: { value: 'New' }, NewValue: { value: 'Done' } } },
      ],
    },
  });
  expect(await client('GET', '/sobjects/Pot__History/describe')).toMatchObject({
    body: { createable: false, deletable: false, queryable: true, updateable: false },
  });
  const stretch = 'start=2026-11-22T09:59:00Z&end=2026-11-22T10:02:00Z';
  const { body: updated } = await client('GET', `/sobjects/Pot__History/updated?${stretch}`);
  expect((updated as { ids: string[] }).ids).toHaveLength(2);
});
