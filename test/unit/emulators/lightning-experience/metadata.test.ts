import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  navigationOf,
  permissionSetsOfGroup,
  readApplication,
  readHomePage,
  readLabels,
  readRecordPage,
  readTabPage,
} from '../../../../emulators/lightning-experience/metadata/index.ts';
import { possibleIcons } from '../../../../emulators/lightning-experience/metadata/icon.ts';

const source = join(import.meta.dirname, 'fixture');

test('reads the app with the objects of its tabs and the page that each View shows', () => {
  expect(readApplication(source)).toEqual({
    label: 'Orchard',
    description: 'Trees and what they bear.',
    objects: ['Account', 'Report', 'Tree__c'],
    tabs: ['standard-home', 'standard-Account', 'standard-report', 'Tree__c', 'Crates', 'Some_Web_Tab'],
    pages: { Tree__c: 'Tree_Page' },
    home: 'Orchard_Home',
  });
});

test('a source without an app has one that is only called Lightning', () => {
  expect(readApplication(join(source, 'force-app/main/default/layouts'))).toEqual({
    label: 'Lightning',
    description: '',
    objects: [],
    tabs: [],
    pages: {},
    home: null,
  });
});

test('the navigation bar has home, the standard tabs, and those that a permission set shows', () => {
  const account = { kind: 'object', object: 'Account' };
  const crates = { kind: 'page', name: 'Crates', label: 'Crates', icon: 'custom:custom20' };
  const labels = (permissionSets: string[] | undefined) =>
    navigationOf(source, readApplication(source), permissionSets);

  expect(permissionSetsOfGroup(source, 'Pickers')).toEqual(['Picker']);
  expect(labels(['Picker'])).toEqual([{ kind: 'home' }, account, { kind: 'object', object: 'Report' }, crates]);
  expect(labels([])).toEqual([{ kind: 'home' }, account, { kind: 'object', object: 'Report' }]);
  expect(labels(undefined)).toContainEqual({ kind: 'object', object: 'Tree__c' });
});

test('home is the page that the app assigns, and a tab has its own', () => {
  expect(readHomePage(source)?.label).toBe('Orchard Home');
  expect(readTabPage(source, 'Crates')?.regions).toMatchObject([{ name: 'main', items: [{ name: 'c:orchard' }] }]);
  expect(readTabPage(source, 'Some_Web_Tab')).toBeNull();
});

test('without an assignment the only home page is home, and there may be none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'home-page-'));
  cpSync(join(source, 'force-app/main/default/flexipages'), join(folder, 'flexipages'), { recursive: true });

  expect(readHomePage(folder)?.name).toBe('Orchard_Home');
  rmSync(folder, { recursive: true });
  expect(readHomePage(join(source, 'force-app/main/default/layouts'))).toBeNull();
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
