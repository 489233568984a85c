import { createElement } from 'lwc';
import ErrorPanel from 'c/errorPanel';

function show(properties) {
  const element = createElement('c-error-panel', { is: ErrorPanel });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

describe('c-error-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows what failed and every reason', async () => {
    const element = show({ heading: 'Not saved', errors: [{ body: { message: 'First' } }, 'Second'] });

    expect(element.shadowRoot.querySelector('p').textContent).toBe('Not saved');
    expect([...element.shadowRoot.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['First', 'Second']);
    await expect(element).toBeAccessible();
  });

  test('shows the heading alone when no reason is known', () => {
    const element = show({ heading: 'Not saved', errors: [] });

    expect(element.shadowRoot.querySelector('ul')).toBeNull();
  });

  test('takes the focus', () => {
    const element = show({ heading: 'Not saved', errors: [] });

    element.focus();

    expect(element.shadowRoot.activeElement.getAttribute('role')).toBe('alert');
  });
});
