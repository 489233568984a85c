import { isTicked, number, qualifiedNames, shown, text } from 'c/recordValues';
import { record } from '../../../../../../test/lwc/records.js';

const field = (fieldApiName) => ({ objectApiName: 'Handoff_Item__c', fieldApiName });
const item = record('Handoff_Item__c', {
  State__c: ['Not_Started', 'Not started'],
  Comment__c: '',
  'Assigned_To__r.Name': 'Chen Wei',
  Sort_Order__c: 20,
  Blocking__c: true,
});

describe('c-record-values', () => {
  test('names fields with their object', () => {
    expect(qualifiedNames([field('Name')])).toEqual(['Handoff_Item__c.Name']);
  });

  test('shows a picklist by its label, a text as it is and nothing for what is blank or unknown', () => {
    expect(
      ['State__c', 'Assigned_To__r.Name', 'Comment__c', 'Unknown__c'].map((name) => shown(item, field(name))),
    ).toEqual(['Not started', 'Chen Wei', null, null]);
  });

  test('gives values as they are kept', () => {
    expect([
      text(item, field('State__c')),
      text(item, field('Comment__c')),
      text(undefined, field('State__c')),
    ]).toEqual(['Not_Started', null, null]);
    expect([number(item, field('Sort_Order__c')), number(item, field('State__c'))]).toEqual([20, null]);
    expect([isTicked(item, field('Blocking__c')), isTicked(item, field('Unknown__c'))]).toEqual([true, false]);
  });
});
