import { createElement } from 'lwc';
import RecordCard from 'c/recordCard';
import { find, press, text } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

const READY = { hasBegun: true, isLoading: false, isReady: true, hasAccess: true, error: undefined };
const LOADING = { ...READY, hasBegun: false, isLoading: true, isReady: false };
const FORBIDDEN = { ...READY, isReady: false, hasAccess: false, error: { status: 403 } };

async function show(properties) {
  const element = createElement('c-record-card', { is: RecordCard });
  Object.assign(element, { heading: 'Documents', iconName: 'standard:link', loading: READY, ...properties });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-record-card', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('has a heading, and a button for those who may add something', async () => {
    const element = await show({ addLabel: 'Add' });
    const add = jest.fn();
    element.addEventListener('add', add);
    await press(element, '[data-action="add"]');

    expect(find(element, 'lightning-card').title).toBe('Documents');
    expect(add).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  test('moves the focus to the button, be it there already or not', async () => {
    const focused = jest.spyOn(HTMLElement.prototype, 'focus');
    const element = await show({ addLabel: 'Add' });
    element.focusAdd();
    expect(focused).toHaveBeenCalledTimes(1);

    element.addLabel = '';
    await settle();
    element.focusAdd();
    expect(focused).toHaveBeenCalledTimes(1);

    element.addLabel = 'Add';
    await settle();
    expect(focused).toHaveBeenCalledTimes(2);
    focused.mockRestore();
  });

  test('has no button until everything is there', async () => {
    expect(find(await show({ addLabel: 'Add', loading: LOADING }), '[data-action="add"]')).toBeNull();
  });

  test.each([
    ['says so', false, true],
    ['is left out when it is optional', true, false],
  ])('without access it %s', async (_, isOptional, isShown) => {
    const element = await show({ loading: FORBIDDEN, isOptional });

    expect(find(element, 'lightning-card') !== null).toBe(isShown);
    expect(text(element, '[data-no-access]')).toBe(isShown ? 'c.Groundwork_No_Access' : null);
  });

  test('an optional one appears once it is known that the user has access', async () => {
    const element = await show({ loading: LOADING, isOptional: true });
    expect(find(element, 'lightning-card')).toBeNull();

    element.loading = { ...LOADING, hasBegun: true };
    await settle();
    expect(text(element, '[role="status"]')).toBe('c.Groundwork_Loading');
    await expect(element).toBeAccessible();
  });

  test('says under which heading it could not be read', async () => {
    const error = { status: 500, body: { message: 'Try again' } };
    const element = await show({ loading: { ...READY, isReady: false, error }, errorHeading: 'Not loaded' });

    expect(find(element, 'c-error-panel')).toMatchObject({ heading: 'Not loaded', errors: error });
    await expect(element).toBeAccessible();
  });
});
