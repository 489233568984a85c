import { expect, test } from '@jest/globals';
import { findReferences } from '../../../../../emulators/salesforce/metadata-check/formula.ts';

test('finds fields, and fields of parents, but neither functions nor constants nor globals', () => {
  const { fields } = findReferences(
    'AND(ISNEW(), TRUE, Opportunity__r.IsClosed, Account__c <> $User.Id, Rank__c > 1.5)',
  );

  expect(fields).toEqual([['Opportunity__r', 'IsClosed'], ['Account__c'], ['Rank__c']]);
});

test('finds nothing in texts and comments', () => {
  const { fields } = findReferences('/* Old__c */ CONTAINS(Url__c, "see \\"Other__c\\"") && Title__c = \'Third__c\'');

  expect(fields).toEqual([['Url__c'], ['Title__c']]);
});

test('finds the picklist values of ISPICKVAL and of CASE', () => {
  const formula = `OR(
    NOT(ISPICKVAL(PRIORVALUE(Status__c), "In_Triage")),
    CASE(Priority__c, "P1", 1, "P2", 2, 3) = 1,
    CASE(MONTH(TODAY()), "P9", 1, 2) = 1
  )`;

  expect(findReferences(formula).picklistValues).toEqual([
    { path: ['Status__c'], value: 'In_Triage' },
    { path: ['Priority__c'], value: 'P1' },
    { path: ['Priority__c'], value: 'P2' },
  ]);
});
