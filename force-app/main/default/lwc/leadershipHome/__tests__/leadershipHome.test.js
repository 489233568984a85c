import { createElement } from 'lwc';
import LeadershipHome from 'c/leadershipHome';

jest.mock('lightning/uiListsApi', () => {
  const { createLdsTestWireAdapter } = require('@salesforce/wire-service-jest-util');
  return { getListInfoByName: createLdsTestWireAdapter(), getListRecordsByName: createLdsTestWireAdapter() };
});

describe('c-leadership-home', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('counts the lists in which something waits, the own reviews first', async () => {
    const element = createElement('c-leadership-home', { is: LeadershipHome });
    document.body.appendChild(element);

    const counts = [...element.shadowRoot.querySelectorAll('c-list-count')];
    expect(counts.slice(0, 2).map((count) => [count.objectApiName, count.listViewApiName])).toEqual([
      ['Triage_Review__c', 'Waits_For_Me'],
      ['Implementation_Request__c', 'With_Leadership'],
    ]);
    await expect(element).toBeAccessible();
  });
});
