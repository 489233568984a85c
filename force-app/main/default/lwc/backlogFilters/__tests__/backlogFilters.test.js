import { createElement } from 'lwc';
import BacklogFilters from 'c/backlogFilters';

const FILTER = { text: '', priority: 'P1', type: '', engineer: '' };
const CHOICES = { priorities: ['P1', 'P2'], types: ['Production Migration'], engineers: [] };

function show() {
  const element = createElement('c-backlog-filters', { is: BacklogFilters });
  Object.assign(element, { filter: FILTER, choices: CHOICES });
  document.body.appendChild(element);
  return element;
}

describe('c-backlog-filters', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('offers everything, and what there is', async () => {
    const element = show();

    const priority = element.shadowRoot.querySelector('[data-filter="priority"]');
    expect(priority.value).toBe('P1');
    expect(priority.options.map(({ value }) => value)).toEqual(['', 'P1', 'P2']);
    await expect(element).toBeAccessible();
  });

  test('tells all that is looked for', () => {
    const element = show();
    const told = jest.fn();
    element.addEventListener('filter', ({ detail }) => told(detail));

    const input = element.shadowRoot.querySelector('[data-filter="text"]');
    input.dispatchEvent(new CustomEvent('change', { detail: { value: 'bank' } }));

    expect(told).toHaveBeenCalledWith({ ...FILTER, text: 'bank' });
  });
});
