import { expect, test } from '@jest/globals';
import { parseEdit, type CellValue, type EditableColumn } from '../../../../sync/mapping/index.ts';
import { LABELS } from '../support/labels.ts';

test.each<[EditableColumn, CellValue, string, string | number | null]>([
  ['rank', 7, 'Backlog_Rank__c', 7],
  ['rank', ' 7 ', 'Backlog_Rank__c', 7],
  ['rank', null, 'Backlog_Rank__c', null],
  ['priority', 'p1', 'Priority__c', 'P1'],
  ['priority', 'urgent', 'Priority__c', 'urgent'],
  ['priority', ' ', 'Priority__c', null],
  ['nextSteps', 'Call\nthen write', 'Next_Steps__c', 'Call\nthen write'],
  ['nextSteps', 42, 'Next_Steps__c', '42'],
  ['triageNotes', true, 'Triage_Notes__c', 'true'],
])('reads a %s of %j as %s', (column, typed, field, value) => {
  expect(parseEdit(column, typed, LABELS)).toEqual({ field, value });
});

test.each<CellValue>(['first', 2.5, '1,000', true])('refuses a rank of %j', (typed) => {
  expect(parseEdit('rank', typed, LABELS)).toEqual({ refusal: `Rank: "${String(typed)}" is not a whole number.` });
});
