import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, flow, type Given } from './flow-xml.ts';

/** What a reference of a request shows; its account belongs to Ana, whose manager is Val. */
function shown(given: Given, body = '', record: Record<string, string | number> = {}): unknown {
  const items: [string, string, Given][] = [['$Record.Plan__c', 'Assign', given]];
  const org = new FlowOrg(flow({ when: 'RecordBeforeSave', first: 'Set', body: assign('Set', items) + body }));
  const [val] = org.insert('User', { Name: 'Val', Email: 'val@example.com' });
  const [ana] = org.insert('User', { Name: 'Ana', Email: 'ana@example.com', ManagerId: val?.id ?? null });
  const [account] = org.insert('Account', { Name: 'Acme', OwnerId: ana?.id ?? null });
  const [result] = org.insert('Request__c', { Account__c: account?.id ?? null, OwnerId: val?.id ?? null, ...record });
  return result?.errors[0]?.message ?? org.all('Request__c')[0]?.['Plan__c'];
}

function formula(dataType: string, expression: string, more = ''): string {
  return `<formulas><name>f</name><dataType>${dataType}</dataType><expression>${expression}</expression>${more}</formulas>`;
}

test.each<[string, string]>([
  ['{!$Record.Account__r.Name}', 'Acme'],
  ['{!$Record.Account__r.Owner.Email}', 'ana@example.com'],
  ['{!$Record.account__R.owner.manager.name}', 'Val'],
  ['{!$Record.Owner:User.Email}', 'val@example.com'],
  ['{!$Record.Account__r.Owner.Manager.Manager.Name}', ''],
  ['{!$Record__Prior.Name}', ''],
  ['{!$User.Email}', 'ana@example.com'],
  ['{!$Label.Greeting}', 'Welcome'],
  ['{!$Flow.CurrentDate}', 'November 22, 2026'],
  ['{!$Flow.CurrentDateTime}', '11/22/2026, 12:00 PM'],
])('%s shows %s', (given, expected) => {
  expect(shown(given) ?? '').toBe(expected);
});

test('a text template is filled in where it is used', () => {
  const template = `<textTemplates><name>Letter</name><isViewedAsPlainText>true</isViewedAsPlainText>
    <text>Dear {!$Record.Account__r.Owner.Name},
{!f} &amp; more</text></textTemplates>${formula('String', 'TEXT({!$Record.Status__c}) &amp; "?"')}`;

  expect(shown('=Letter', template, { Status__c: 'Open' })).toBe('Dear Ana,\nOpen? & more');
});

test.each<[string, string, string]>([
  ['Number', '{!$Record.Amount__c} * 2', '20'],
  ['Number', '{!$Record.Share__c} * 100', '25'],
  ['Date', '{!$Flow.CurrentDate} + 9', 'December 1, 2026'],
  ['Boolean', 'ISNEW()', 'true'],
  ['String', '"{!$Record.Amount__c}" &amp; /* {!Nowhere} */ "!"', '{!$Record.Amount__c}!'],
  ['DateTime', '{!$System.OriginDateTime} + 1', '1/2/1900, 12:00 AM'],
])('a formula of type %s works out %s', (dataType, expression, expected) => {
  expect(shown('{!f}', formula(dataType, expression), { Amount__c: 10, Share__c: 25 })).toBe(expected);
});

test('a formula with a scale is rounded half up', () => {
  expect(shown('{!f}', formula('Number', '{!$Record.Amount__c} / 8', '<scale>2</scale>'), { Amount__c: 1 })).toBe(
    '0.13',
  );
});

test('a blank makes the arithmetic of a formula resource blank', () => {
  expect(shown('[{!f}]', formula('Number', '{!$Record.Amount__c} + 1'))).toBe('[]');
});

test('a formula that cannot be worked out fails the flow', () => {
  expect(shown('{!f}', formula('Number', '1 / {!$Record.Amount__c}'), { Amount__c: 0 })).toContain(
    'Give your Salesforce admin these details. The formula expression is invalid:',
  );
});

test('$Record__Prior is the record before an update', () => {
  const items: [string, string, Given][] = [['$Record.Plan__c', 'Assign', '{!$Record__Prior.Amount__c}']];
  const org = new FlowOrg(flow({ on: 'Update', when: 'RecordBeforeSave', first: 'Set', body: assign('Set', items) }));
  const [result] = org.insert('Request__c', { Amount__c: 1 });
  org.update('Request__c', { Id: result?.id ?? '', Amount__c: 2 });

  expect(org.all('Request__c')[0]?.['Plan__c']).toBe('1');
});
