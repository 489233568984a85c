import { createElement } from 'lwc';
import SaveConflict from 'c/saveConflict';

function show() {
  const element = createElement('c-save-conflict', { is: SaveConflict });
  element.fields = [{ name: 'Note__c', label: 'Note', mine: 'Ours', theirs: 'Theirs' }];
  document.body.appendChild(element);
  return element;
}

describe('c-save-conflict', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows both values, takes the focus and is accessible', async () => {
    const element = show();
    element.focus();

    const told = element.shadowRoot.querySelector('[data-field="Note__c"]').textContent;
    expect(told).toContain('Ours');
    expect(told).toContain('Theirs');
    expect(element.shadowRoot.activeElement.getAttribute('role')).toBe('alert');
    await expect(element).toBeAccessible();
  });

  test.each(['mine', 'theirs'])('tells that %s shall stay', (choice) => {
    const element = show();
    const chosen = jest.fn();
    element.addEventListener(choice, chosen);

    element.shadowRoot.querySelector(`[data-action="${choice}"]`).click();

    expect(chosen).toHaveBeenCalledTimes(1);
  });
});
