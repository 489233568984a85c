import { afterEach, expect, test } from '@jest/globals';
import { fieldFile, ruleFile, TICKETS } from '../schema/source-folder.ts';
import { bootOrg, closeOrgs, create, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

test('every broken rule is told, at its field', async () => {
  const { org, admin } = await bootOrg({
    ...TICKETS,
    ...ruleFile('Ticket__c', 'Sized', 'ISBLANK(Size__c)', 'Size it.', 'Size__c'),
    ...ruleFile('Ticket__c', 'Coded', 'ISBLANK(Code__c)', 'Code it.'),
  });

  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Ticket__c', values: { Title__c: 'A' } });

  expect(errors).toEqual([
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Code it.', fields: [] },
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Size it.', fields: ['Size__c'] },
  ]);
});

test('a rule sees the value before and that the record is new', async () => {
  const formula = 'AND(NOT(ISNEW()), ISCHANGED(Status__c), ISPICKVAL(PRIORVALUE(Status__c), "Done"))';
  const { org, admin } = await bootOrg({
    ...TICKETS,
    ...ruleFile('Ticket__c', 'Stays_Done', formula, 'Done is done.'),
  });
  const id = create(org, admin, 'Ticket__c', { Title__c: 'A' });
  const change = (values: Record<string, unknown>) =>
    writeOne(org, admin, { kind: 'update', object: 'Ticket__c', id, values }).success;

  expect([change({ Status__c: 'Done' }), change({ Size__c: 1 }), change({ Status__c: 'New' })]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a rule reaches over lookups and sees what the same write has changed', async () => {
  const formula = 'AND(NOT(ISBLANK(Account__c)), Account__r.Name <> Contact__r.Account.Name)';
  const { org, admin } = await bootOrg({ ...TICKETS, ...ruleFile('Ticket__c', 'Same', formula, 'Another customer.') });
  const [acme = '', other = ''] = ['Acme', 'Other'].map((name) => create(org, admin, 'Account', { Name: name }));
  const contact = create(org, admin, 'Contact', { LastName: 'Lee', AccountId: other });
  const ticket: { kind: 'insert'; object: string; values: Record<string, unknown> } = {
    kind: 'insert',
    object: 'Ticket__c',
    values: { Title__c: 'A', Account__c: acme, Contact__c: contact },
  };

  const results = org.write(
    admin,
    [ticket, { kind: 'update', object: 'Contact', id: contact, values: { AccountId: acme } }, ticket],
    { allOrNone: false },
  );

  expect(results.map(({ success }) => success)).toEqual([false, true, true]);
});

test('a rule knows who writes', async () => {
  const formula = '$User.Username = "adi@groundwork.example"';
  const { org, admin } = await bootOrg({ ...TICKETS, ...ruleFile('Ticket__c', 'Not_Adi', formula, 'Not you.') });

  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Ticket__c', values: { Title__c: 'A' } });

  expect(errors[0]?.message).toBe('Not you.');
});

test('a default value may be a formula', async () => {
  const due = fieldFile('Ticket__c', 'Due__c', '<type>Date</type><defaultValue>TODAY() + 7</defaultValue>');
  const { org, admin } = await bootOrg({ ...TICKETS, ...due });

  const id = create(org, admin, 'Ticket__c', { Title__c: 'A' });

  expect(org.database.prepare('SELECT Due__c FROM Ticket__c WHERE Id = ?').get(id)).toEqual({ Due__c: '2026-11-29' });
});

test('a formula that does not compile stops the boot and is named', async () => {
  const files = { ...TICKETS, ...ruleFile('Ticket__c', 'Broken', 'Nope__c = 1', 'No.') };

  await expect(bootOrg(files)).rejects.toThrow('Ticket__c.Broken: Field Nope__c does not exist. Check spelling.');
});
