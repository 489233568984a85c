import { describe, expect, test } from '@jest/globals';
import { findField, qualifiedAll } from '../../../../emulators/lightning-experience/modules/lds/fields/fields.js';
import {
  createRecordInputFilteredByEditedFields,
  generateRecordInputForCreate,
} from '../../../../emulators/lightning-experience/modules/lightning/uiRecordApi/inputs.js';
import { toSosl } from '../../../../emulators/lightning-experience/modules/shell/finding/sosl.js';
import { choosableTypes } from '../../../../emulators/lightning-experience/modules/shell/recordTypes/recordTypes.js';
import { toRows } from '../../../../emulators/lightning-experience/modules/shell/flexiPage/regions.js';
import {
  parsePath,
  toPageReference,
  toUrl,
} from '../../../../emulators/lightning-experience/modules/shell/router/addresses.js';
import { toParts } from '../../../../emulators/lightning-experience/modules/shell/toasts/message.js';
import { fieldsOf, isVisible } from '../../../../emulators/lightning-experience/modules/shell/visibility/visibility.js';

const record = {
  apiName: 'Opportunity',
  id: '006000000000001AAA',
  fields: {
    Name: { value: 'Northwind', displayValue: null },
    IsWon: { value: false, displayValue: null },
    Account: { displayValue: 'Acme', value: { apiName: 'Account', fields: { Name: { value: 'Acme' } } } },
  },
};

test('a search looks for words that begin so, with reserved characters escaped', () => {
  expect(toSosl(' IR-00001  "acme {corp}" ', ['Account', 'Project__c'], 5)).toBe(
    'FIND {IR\\-00001* \\"acme* corp* \\"*} IN ALL FIELDS RETURNING Account(Id, Name LIMIT 5), Project__c(Id, Name LIMIT 5)',
  );
  expect(toSosl('a', ['Account'], 5)).toBeUndefined();
  expect(toSosl('acme', [], 5)).toBeUndefined();
});

test('record types are offered by name, without the master and those that are not available', () => {
  const type = (name: string, rest = {}) => ({ available: true, master: false, name, recordTypeId: name, ...rest });
  const infos = [type('Master', { master: true }), type('Renewal'), type('New'), type('Old', { available: false })];

  expect(
    choosableTypes({ recordTypeInfos: Object.fromEntries(infos.map((info) => [info.name, info])) }).map(
      ({ name }) => name,
    ),
  ).toEqual(['New', 'Renewal']);
});

describe('fields', () => {
  test('are named by tokens and by strings alike', () => {
    const token = { objectApiName: 'Opportunity', fieldApiName: 'Account.Name' };

    expect(qualifiedAll([token, 'Opportunity.Name'])).toEqual(['Opportunity.Account.Name', 'Opportunity.Name']);
    expect(qualifiedAll('Opportunity.Name')).toEqual(['Opportunity.Name']);
    expect(qualifiedAll(undefined)).toEqual([]);
  });

  test('are found over lookups, and one that was not asked for is undefined', () => {
    expect(findField(record, 'Opportunity.Account.Name')?.value).toBe('Acme');
    expect(findField(record, 'Opportunity.IsWon')?.value).toBe(false);
    expect(findField(record, 'Opportunity.Owner.Name')).toBeUndefined();
  });

  test('of a record make an input without looked-up records and without what may not be set', () => {
    const objectInfo = { fields: { Name: { createable: true }, IsWon: { createable: false } } };

    expect(generateRecordInputForCreate(record)).toEqual({
      apiName: 'Opportunity',
      fields: { Name: 'Northwind', IsWon: false },
    });
    expect(generateRecordInputForCreate(record, objectInfo)).toEqual({
      apiName: 'Opportunity',
      fields: { Name: 'Northwind' },
    });
  });

  test('that were not edited leave the input, the Id stays', () => {
    const input = { fields: { Id: record.id, Name: 'Northwind', IsWon: true } };

    expect(createRecordInputFilteredByEditedFields(input, record)).toEqual({
      fields: { Id: '006000000000001AAA', IsWon: true },
    });
  });
});

describe('addresses', () => {
  test.each([
    ['/lightning/r/Opportunity/006000000000001AAA/view', 'standard__recordPage'],
    ['/lightning/o/Opportunity/list', 'standard__objectPage'],
    ['/lightning/page/home', 'standard__namedPage'],
    ['/lightning/o/Opportunity/list?filterName=Mine', 'standard__objectPage'],
    ['/lightning/o/Opportunity/new?defaultFieldValues=Name%3DAcme', 'standard__objectPage'],
    ['/lightning/r/Opportunity/006000000000001AAA/edit', 'standard__recordPage'],
    ['/lightning/r/Account/001000000000001AAA/related/Opportunities/view', 'standard__recordRelationshipPage'],
    ['/lightning/n/Backlog?c__tier=P1', 'standard__navItemPage'],
  ])('%s is a %s and back', (path, type) => {
    const { pathname, search } = new URL(path, 'http://localhost');
    const reference = toPageReference(parsePath(pathname, search));

    expect(reference.type).toBe(type);
    expect(toUrl(reference)).toBe(path);
  });

  test.each(['/', '/lightning/setup', '/lightning/r/006000000000001AAA/view'])('%s is for the server', (path) => {
    expect(parsePath(path)).toEqual({ type: 'unknown' });
  });

  test('a page that there is not is refused by name', () => {
    const reference = { type: 'standard__recordPage', attributes: { recordId: 'x', actionName: 'clone' } };

    expect(() => toUrl(reference)).toThrow('Navigation to standard__recordPage clone is not supported here');
  });
});

describe('visibility', () => {
  const scope = {
    valueOf: (path: string) => ({ Status__c: 'Selected', Rank__c: 3, 'Account.Type': null })[path],
    hasPermission: (name: string) => name === 'Triage',
  };
  const criterion = (leftValue: string, operator: string, rightValue: string | null) => ({
    leftValue,
    operator,
    rightValue,
  });
  const rule = (...criteria: ReturnType<typeof criterion>[]) => ({ criteria, booleanFilter: null });

  test.each([
    ['{!Record.Status__c}', 'EQUAL', 'selected', true],
    ['{!Record.Status__c}', 'NE', 'Selected', false],
    ['{!Record.Status__c}', 'CONTAINS', 'sel', true],
    ['{!Record.Rank__c}', 'GT', '3', false],
    ['{!Record.Rank__c}', 'GE', '3', true],
    ['{!Record.Account.Type}', 'EQUAL', null, true],
    ['{!$Permission.CustomPermission.Triage}', 'EQUAL', 'true', true],
    ['{!$Permission.CustomPermission.Prune}', 'EQUAL', 'true', false],
  ])('%s %s %s is %s', (left, operator, right, outcome) => {
    expect(isVisible(rule(criterion(left, operator, right)), scope)).toBe(outcome);
  });

  test.each([
    ['1 AND 2', false],
    ['1 OR 2', true],
    ['(1 OR 2) AND NOT 2', true],
    ['1 AND 2 OR 1', true],
  ])('the filter %s is %s when only the first holds', (booleanFilter, outcome) => {
    const criteria = [criterion('{!Record.Rank__c}', 'EQUAL', '3'), criterion('{!Record.Rank__c}', 'EQUAL', '4')];

    expect(isVisible({ criteria, booleanFilter }, scope)).toBe(outcome);
  });

  test.each([
    [criterion('{!$User.Profile.Name}', 'EQUAL', 'x'), '$User.Profile.Name'],
    [criterion('{!Record.Rank__c}', 'LIKE', 'x'), 'operator LIKE'],
  ])('what is not supported is refused and never guessed', (unsupported, message) => {
    expect(() => isVisible(rule(unsupported), scope)).toThrow(message);
  });

  test('a filter that names a criterion that is not there is refused', () => {
    const broken = { criteria: [criterion('{!Record.Rank__c}', 'EQUAL', '3')], booleanFilter: '1 OR 2' };

    expect(() => isVisible(broken, scope)).toThrow('filter 1 OR 2');
  });

  test('an item without a rule is visible, and a rule tells which fields it looks at', () => {
    expect(isVisible(null, scope)).toBe(true);
    expect(fieldsOf(rule(criterion('{!Record.Account.Type}', 'EQUAL', 'x')))).toEqual(['Account.Type']);
  });
});

test('a page’s header has a row of its own and the sidebar is the narrow part of the next', () => {
  const item = { kind: 'field' as const, id: 'a', field: 'Name', behavior: 'none', visibility: null };
  const region = (name: string) => ({ name, items: [item] });
  const page = {
    name: 'P',
    label: 'P',
    object: 'Opportunity',
    type: 'RecordPage',
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: [region('header'), region('main'), { name: 'subheader', items: [] }, region('sidebar')],
  };

  expect(toRows(page).map(({ regions }) => regions.map(({ key, style }) => [key, style]))).toEqual([
    [['header', 'region']],
    [
      ['main', 'region'],
      ['sidebar', 'region side'],
    ],
  ]);
  expect(toRows(null).map(({ key }) => key)).toEqual(['header', 'main']);
});

test('a toast’s message has its data in place, as text and as links', () => {
  expect(toParts('{0} is filed. See {1}.', [{ url: '/a', label: 'IR-00001' }, 'the list'])).toEqual([
    { key: 0, text: 'IR-00001', url: '/a' },
    { key: 1, text: ' is filed. See ' },
    { key: 2, text: 'the list' },
    { key: 3, text: '.' },
  ]);
});
