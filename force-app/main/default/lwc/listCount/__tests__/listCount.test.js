import { createElement } from 'lwc';
import { getListInfoByName, getListRecordsByName } from 'lightning/uiListsApi';
import ListCount from 'c/listCount';

// The stub that comes with sfdx-lwc-jest does not have these adapters.
jest.mock('lightning/uiListsApi', () => {
  const { createLdsTestWireAdapter } = require('@salesforce/wire-service-jest-util');
  return { getListInfoByName: createLdsTestWireAdapter(), getListRecordsByName: createLdsTestWireAdapter() };
});

function show() {
  const element = createElement('c-list-count', { is: ListCount });
  Object.assign(element, { objectApiName: 'Thing__c', listViewApiName: 'Late' });
  document.body.appendChild(element);
  return element;
}

describe('c-list-count', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test.each([
    [3, null, '3'],
    [0, undefined, '0'],
    [2000, '2000', '2,000+'],
  ])('tells %i, with %j after it, as %s, and leads to the list', async (count, nextPageToken, text) => {
    const element = show();
    getListInfoByName.emit({ label: 'Late ones' });
    getListRecordsByName.emit({ count, nextPageToken });
    await Promise.resolve();

    const link = element.shadowRoot.querySelector('a');
    expect(link.getAttribute('href')).toBe('/lightning/o/Thing__c/list?filterName=Late');
    expect(link.querySelector('[data-count]').textContent).toBe(text);
    expect(link.querySelector('[data-label]').textContent).toBe('Late ones');
    await expect(element).toBeAccessible();
  });

  test('is not there before its number is known, nor for those who may not see it', async () => {
    const element = show();
    expect(element.shadowRoot.querySelector('a')).toBeNull();

    getListInfoByName.error({ message: 'No access' }, 403);
    getListRecordsByName.error({ message: 'No access' }, 403);
    await Promise.resolve();

    expect(element.shadowRoot.querySelector('a')).toBeNull();
  });
});
