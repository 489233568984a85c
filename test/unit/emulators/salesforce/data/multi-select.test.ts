import { afterEach, expect, test } from '@jest/globals';
import { fieldFile, picklist } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const REASONS = fieldFile(
  'Account',
  'Reasons__c',
  picklist(['Size', 'Cloud'], { restricted: true }).replace(
    '<type>Picklist',
    '<visibleLines>4</visibleLines><type>MultiselectPicklist',
  ),
);

test('several values are kept with semicolons, and each must be one of the field’s', async () => {
  const { org, admin } = await bootOrg(REASONS);

  const id = create(org, admin, 'Account', { Name: 'Acme', Reasons__c: 'Cloud;Size' });
  const { errors } = writeOne(org, admin, {
    kind: 'update',
    object: 'Account',
    id,
    values: { Reasons__c: 'Cloud;Rain' },
  });

  expect(stored(org, 'Account', id)?.['Reasons__c']).toBe('Cloud;Size');
  expect(errors[0]?.message).toBe('Reasons: bad value for restricted picklist field: Cloud;Rain');
});
