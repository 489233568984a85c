import { expect, test } from '@jest/globals';
import { parseEdit, type CellValue, type EditableColumn } from '../../../../sync/mapping/index.ts';
import { buildEntry } from '../support/build-entry.ts';
import { FIELDS } from '../support/fields.ts';
import { LABELS } from '../support/labels.ts';

const PEOPLE = [
  { Id: '005000000000001AAA', Name: 'Igor Novak', Email: 'igor@groundwork.example' },
  { Id: '005000000000002AAA', Name: 'Alex Kim', Email: 'alex@groundwork.example' },
  { Id: '005000000000003AAA', Name: 'Alex Kim', Email: 'kim@groundwork.example' },
];
const FACTS = { labels: LABELS, fields: FIELDS, people: PEOPLE };
const REQUEST = 'a00000000000001AAA';
const REVIEW = 'a01000000000001AAA';

test.each<[EditableColumn, CellValue, string, string, string | number | null]>([
  ['rank', 7, REQUEST, 'Backlog_Rank__c', 7],
  ['rank', ' 7 ', REQUEST, 'Backlog_Rank__c', 7],
  ['rank', null, REQUEST, 'Backlog_Rank__c', null],
  ['priority', 'p1', REQUEST, 'Priority__c', 'P1'],
  ['priority', 'urgent', REQUEST, 'Priority__c', 'urgent'],
  ['priority', ' ', REQUEST, 'Priority__c', null],
  ['nextSteps', 'Call\nthen write', REQUEST, 'Next_Steps__c', 'Call\nthen write'],
  ['nextSteps', 42, REQUEST, 'Next_Steps__c', '42'],
  ['triageNotes', true, REQUEST, 'Triage_Notes__c', 'true'],
  ['risk', 3.5, REVIEW, 'Deployment_Risk__c', 3.5],
  ['nextStepDue', 46477, REQUEST, 'Next_Step_Due__c', '2027-03-31'],
  ['nextStepDue', '2027-03-31', REQUEST, 'Next_Step_Due__c', '2027-03-31'],
  ['engineer', 'IGOR@groundwork.example', REQUEST, 'Implementation_Engineer__c', '005000000000001AAA'],
  ['engineer', 'Igor Novak', REQUEST, 'Implementation_Engineer__c', '005000000000001AAA'],
  ['engineer', 'kim@groundwork.example', REQUEST, 'Implementation_Engineer__c', '005000000000003AAA'],
  ['engineer', null, REQUEST, 'Implementation_Engineer__c', null],
])('reads a %s of %j', (column, typed, id, field, value) => {
  expect(parseEdit(column, typed, buildEntry(), FACTS)).toMatchObject({ id, target: { field }, value });
});

test.each<[EditableColumn, CellValue, string]>([
  ...['first', 2.5, '1,000', true].map((typed): [EditableColumn, CellValue, string] => [
    'rank',
    typed,
    `Rank: "${String(typed)}" is not a whole number.`,
  ]),
  ['rank', 123_456, 'Rank: 123456 has more than 4 digits.'],
  ['risk', 3.75, 'Deployment risk: "3.75" is not a number with at most 1 decimal place.'],
  ['nextStepDue', 'soon', 'Next-step due: "soon" is not a date such as 2027-03-31.'],
  ['nextStepDue', '2027-02-31', 'Next-step due: "2027-02-31" is not a date such as 2027-03-31.'],
  ['nextStepDue', 1e12, 'Next-step due: "1000000000000" is not a date such as 2027-03-31.'],
  ['engineer', 'Bob', 'IE: "Bob" is no active user’s name or e-mail address.'],
  ['engineer', 'Alex Kim', 'IE: 2 active users are called "Alex Kim"; type the e-mail address.'],
  ['targetStart', 46477, 'Target start: the service may not change this field in Salesforce.'],
])('refuses a %s of %j', (column, typed, refusal) => {
  expect(parseEdit(column, typed, buildEntry(), FACTS)).toEqual({ refusal });
});

test('refuses a score where there is no review to keep it', () => {
  expect(parseEdit('risk', 3, buildEntry({ review: null }), FACTS)).toEqual({
    refusal: 'Deployment risk: the request has no triage review yet.',
  });
});
