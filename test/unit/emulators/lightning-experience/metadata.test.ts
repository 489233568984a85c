import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  readApplication,
  readLabels,
  readRecordPage,
} from '../../../../emulators/lightning-experience/metadata/index.ts';
import { possibleIcons } from '../../../../emulators/lightning-experience/metadata/icon.ts';

const source = join(import.meta.dirname, 'fixture');

test('reads the app with the objects of its tabs and the page that each View shows', () => {
  expect(readApplication(source)).toEqual({
    label: 'Orchard',
    objects: ['Account', 'Report', 'Tree__c'],
    pages: { Tree__c: 'Tree_Page' },
  });
});

test('a source without an app has one that is only called Lightning', () => {
  expect(readApplication(join(source, 'force-app/main/default/layouts'))).toEqual({
    label: 'Lightning',
    objects: [],
    pages: {},
  });
});

test('of two record pages of an object the one that the app assigns is shown', () => {
  const { page, highlights, icon, relatedLists } = readRecordPage(source, 'Tree__c');

  expect(page?.label).toBe('Tree Page');
  expect(highlights).toEqual(['Name', 'Height__c']);
  expect(icon).toBe('custom:custom24');
  expect(relatedLists).toEqual({ 'Apple__c.Tree__c': ['Name', 'Weight__c'] });
});

test('of two record pages neither is shown when nothing assigns one', () => {
  expect(readRecordPage(join(source, 'force-app/main/default/flexipages'), 'Tree__c').page).toBeNull();
});

test('an object without a page or layouts has what the platform shows of it', () => {
  expect(readRecordPage(source, 'Opportunity')).toEqual({
    object: 'Opportunity',
    page: null,
    highlights: ['Name', 'AccountId', 'CloseDate', 'Amount', 'OwnerId'],
    icon: 'standard:opportunity',
    relatedLists: {},
  });
});

test('an icon is put into the bundle for every object with a tab', () => {
  expect(possibleIcons(source)).toContain('custom:custom24');
});

test('reads custom labels with their entities resolved', () => {
  expect(readLabels(source)).toEqual({ Ripe: 'Ripe & ready' });
});
