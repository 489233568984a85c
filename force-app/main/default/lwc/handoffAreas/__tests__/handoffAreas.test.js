import { createElement } from 'lwc';
import HandoffAreas from 'c/handoffAreas';
import { record } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/label/c.Groundwork_Yes', () => ({ default: 'yes' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Not_Yet', () => ({ default: 'not yet' }), { virtual: true });

test('c-handoff-areas says of each area whether the CE confirmed and IE accepted it', async () => {
  const element = createElement('c-handoff-areas', { is: HandoffAreas });
  element.item = record('Handoff_Item__c', {
    Technical_Complete__c: true,
    Technical_Accepted__c: true,
    Project_Complete__c: true,
  });
  document.body.appendChild(element);

  const rows = [...element.shadowRoot.querySelectorAll('[data-area]')];
  expect(rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))).toEqual([
    ['yes', 'yes'],
    ['not yet', 'not yet'],
    ['yes', 'not yet'],
    ['not yet', 'not yet'],
  ]);
  await expect(element).toBeAccessible();
});
