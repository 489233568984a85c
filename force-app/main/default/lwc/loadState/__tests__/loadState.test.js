import { createElement } from 'lwc';
import LoadState from 'c/loadState';
import { find, text } from '../../../../../../test/lwc/page.js';

const READY = { hasBegun: true, isLoading: false, isReady: true, hasAccess: true, error: undefined };

function show(loading) {
  const element = createElement('c-load-state', { is: LoadState });
  element.loading = { ...READY, ...loading };
  document.body.appendChild(element);
  return element;
}

describe('c-load-state', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('says that something loads', async () => {
    const element = show({ isLoading: true, isReady: false });

    expect(text(element, '[role="status"]')).toBe('c.Groundwork_Loading');
    await expect(element).toBeAccessible();
  });

  test('says nothing once it is there', () => {
    expect(show({}).shadowRoot.textContent).toBe('');
  });

  test('says why it could not be loaded', async () => {
    const error = { status: 500, body: { message: 'Try again' } };
    const element = show({ isReady: false, error });

    expect(find(element, 'c-error-panel')).toMatchObject({ heading: 'c.Groundwork_Load_Failed', errors: error });
    await expect(element).toBeAccessible();
  });

  test('says that the user may not see it', async () => {
    const element = show({ isReady: false, hasAccess: false, error: { status: 403 } });

    expect(text(element, '[data-no-access]')).toBe('c.Groundwork_No_Access');
    expect(find(element, 'c-error-panel')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
