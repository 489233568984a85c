import { describe, expect, test } from '@jest/globals';
import {
  decodeDefaultFieldValues,
  encodeDefaultFieldValues,
} from '../../../../emulators/lightning-experience/modules/lightning/pageReferenceUtils/pageReferenceUtils.js';
import { toCondition } from '../../../../emulators/lightning-experience/modules/lightning/recordPicker/criteria.js';
import { ago } from '../../../../emulators/lightning-experience/modules/shell/bell/ago.js';
import { toTabs } from '../../../../emulators/lightning-experience/modules/shell/globalHeader/tabs.js';
import { optionsOf } from '../../../../emulators/lightning-experience/modules/shell/picklists/picklists.js';
import { typedDefaults } from '../../../../emulators/lightning-experience/modules/shell/recordForm/defaults.js';
import { sortRefusal } from '../../../../emulators/lightning-experience/modules/shell/refusals/refusals.js';

describe('values that a new record begins with', () => {
  test('survive the address, whatever is in them', () => {
    const values = { Name: 'A, B = C & "D"', Account__c: '001000000000001AAA' };

    expect(decodeDefaultFieldValues(encodeDefaultFieldValues(values))).toEqual(values);
    expect(decodeDefaultFieldValues(undefined)).toEqual({});
  });

  test('become what their fields hold, and those that may not be created are left out', () => {
    const field = (dataType: string, createable = true) => ({ dataType, createable });
    const fields = {
      Name: field('String'),
      Seats__c: field('Double'),
      Won__c: field('Boolean'),
      Id: field('Id', false),
    };

    expect(typedDefaults({ Name: '12', Seats__c: '12', Won__c: 'true', Id: 'x', Gone__c: 'y' }, { fields })).toEqual({
      Name: '12',
      Seats__c: 12,
      Won__c: true,
    });
  });
});

test('a dependent picklist offers what suits its controlling field, another offers everything', () => {
  const option = (value: string, ...validFor: number[]) => ({ label: value, value, validFor });
  const picklists = {
    picklistFieldValues: {
      Kind__c: { values: [option('Fruit'), option('Nut')], controllerValues: {} },
      Sort__c: { values: [option('Apple', 0), option('Walnut', 1)], controllerValues: { Fruit: 0, Nut: 1 } },
    },
  };
  const info = { fields: { Kind__c: { controllerName: null }, Sort__c: { controllerName: 'Kind__c' } } };
  const offered = (name: string, kind: unknown) =>
    optionsOf(picklists, info, name, () => kind).map(({ value }) => value);

  expect(offered('Kind__c', null)).toEqual(['Fruit', 'Nut']);
  expect(offered('Sort__c', 'Nut')).toEqual(['Walnut']);
  expect(offered('Sort__c', null)).toEqual([]);
  expect(optionsOf(undefined, info, 'Kind__c', () => null)).toEqual([]);
});

describe('a refused save', () => {
  const one = (message: string) => [{ message }];

  test('is told at the fields that are shown, and the rest of it above them', () => {
    const body = { output: { errors: one('No.'), fieldErrors: { Name: one('Too long.'), Rank__c: one('Taken.') } } };

    expect(sortRefusal({ body }, ['Name'])).toEqual({ byField: { Name: 'Too long.' }, general: 'No. Taken.' });
  });

  test('points at the fields when all of it is there, and repeats the message when nothing is sorted', () => {
    const atField = { output: { fieldErrors: { Name: one('Too long.') } } };

    expect(sortRefusal({ body: atField }, ['Name']).general).toBe('Review the fields marked below.');
    expect(sortRefusal({ body: { message: 'Gone.' } }, []).general).toBe('Gone.');
    expect(sortRefusal({ message: 'Offline' }, []).general).toBe('Offline');
  });
});

describe('a record picker’s filter', () => {
  test('becomes a condition, joined as it says', () => {
    const criteria = [
      { fieldPath: 'IsActive', operator: 'eq', value: true },
      { fieldPath: 'Name', operator: 'like', value: "O'Neil%" },
      { fieldPath: 'Title', operator: 'in', value: ['A', 'B'] },
    ];

    expect(toCondition({ criteria, filterLogic: '1 AND (2 OR 3)' })).toBe(
      "(IsActive = true AND (Name LIKE 'O\\'Neil%' OR Title IN ('A', 'B')))",
    );
    expect(toCondition({ criteria: criteria.slice(0, 1) })).toBe('(IsActive = true)');
    expect(toCondition(undefined)).toBeUndefined();
  });

  test('with an operator that is not known is refused by name', () => {
    const criteria = [{ fieldPath: 'Name', operator: 'sounds', value: 'x' }];

    expect(() => toCondition({ criteria })).toThrow('operator sounds');
  });
});

test('the bar has what a person may open, and says which of it is shown', () => {
  const navigation = [
    { kind: 'home' as const },
    { kind: 'object' as const, object: 'Tree__c', label: 'Trees' },
    { kind: 'page' as const, name: 'Crates', label: 'Crates', icon: 'custom:custom20' },
  ];

  const tabs = toTabs(navigation, { type: 'record', object: 'Tree__c', recordId: 'a00' });

  expect(tabs.map(({ label, url, current }) => [label, url, current])).toEqual([
    ['Home', '/lightning/page/home', null],
    ['Trees', '/lightning/o/Tree__c/list', 'page'],
    ['Crates', '/lightning/n/Crates', null],
  ]);
  expect(toTabs(navigation, { type: 'tab', name: 'Crates' }).at(-1)?.current).toBe('page');
});

test.each([
  ['2026-11-22T09:59:40Z', 'just now'],
  ['2026-11-22T09:58:00Z', '2 minutes ago'],
  ['2026-11-22T07:00:00Z', '3 hours ago'],
  ['2026-11-21T09:00:00Z', 'yesterday'],
  ['2026-12-13T12:00:00Z', 'Dec 13, 2026'],
])('what was sent at %s was sent %s', (moment, words) => {
  expect(ago(moment, Date.parse('2026-11-22T10:00:00Z'))).toBe(words);
});
