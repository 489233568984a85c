import { createElement } from 'lwc';
import DueDate from 'c/dueDate';

jest.mock('@salesforce/label/c.Groundwork_In_Days', () => ({ default: 'in {0} days' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Days_Late', () => ({ default: '{0} days late' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_One_Day_Late', () => ({ default: '1 day late' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Today', () => ({ default: 'today' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Tomorrow', () => ({ default: 'tomorrow' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_No_Due_Date', () => ({ default: 'No date yet' }), { virtual: true });

function show(properties) {
  const element = createElement('c-due-date', { is: DueDate });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

describe('c-due-date', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test.each([
    [-40, '40 days late'],
    [-1, '1 day late'],
    [0, 'today'],
    [1, 'tomorrow'],
    [7, 'in 7 days'],
    [8, undefined],
    [null, undefined],
  ])('says of %p days until then: %p', async (days, word) => {
    const element = show({ date: '2022-11-20', days });

    expect(element.shadowRoot.querySelector('[data-word]')?.textContent).toBe(word);
    expect(element.shadowRoot.querySelector('c-date-text').value).toBe('2022-11-20');
    await expect(element).toBeAccessible();
  });

  test('says that there is no date, where that matters', () => {
    expect(show({ saysNone: true }).shadowRoot.textContent).toBe('No date yet');
    expect(show({}).shadowRoot.textContent).toBe('');
  });
});
