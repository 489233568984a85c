import { createElement } from 'lwc';
import DuplicateChoice from 'c/duplicateChoice';
import { getNavigateCalledWith } from 'lightning/navigation';
import { find } from '../../../../../../test/lwc/page.js';

jest.mock('@salesforce/label/c.Groundwork_Open_Request', () => ({ default: 'Open {0}' }), { virtual: true });

async function show(request) {
  const element = createElement('c-duplicate-choice', { is: DuplicateChoice });
  Object.assign(element, { message: 'IR-00001 is already open.', request });
  document.body.appendChild(element);
  for (let turn = 0; turn < 3; turn++) {
    // eslint-disable-next-line no-await-in-loop
    await Promise.resolve();
  }
  return element;
}

describe('c-duplicate-choice', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('says what is open and leads there', async () => {
    const element = await show({ id: 'a00000000000001AAA', number: 'IR-00001' });

    expect(find(element, '[data-message]').textContent).toBe('IR-00001 is already open.');
    expect(find(element, '[data-action="open"]').textContent).toBe('Open IR-00001');
    expect(find(element, '[data-action="open"]').getAttribute('href')).toBe('https://www.example.com');
    await expect(element).toBeAccessible();
  });

  test('has no link to a request that it does not know', async () => {
    expect(find(await show(undefined), '[data-action="open"]')).toBeNull();
  });

  test.each(['ctrlKey', 'metaKey', 'shiftKey'])('leaves a click with %s to the browser', async (key) => {
    const element = await show({ id: 'a00000000000001AAA', number: 'IR-00001' });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true });
    // The browser would follow the link now, which jsdom cannot.
    element.addEventListener('click', (event) => event.preventDefault());

    find(element, '[data-action="open"]').dispatchEvent(click);

    expect(getNavigateCalledWith()).toBeUndefined();
  });

  test('goes to the request without loading the page again', async () => {
    const element = await show({ id: 'a00000000000001AAA', number: 'IR-00001' });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });

    find(element, '[data-action="open"]').dispatchEvent(click);

    expect(click.defaultPrevented).toBe(true);
    expect(getNavigateCalledWith().pageReference).toEqual({
      type: 'standard__recordPage',
      attributes: { recordId: 'a00000000000001AAA', actionName: 'view' },
    });
  });

  test('lets the user say that theirs is different', async () => {
    const element = await show(undefined);
    const heard = jest.fn();
    element.addEventListener('different', heard);

    find(element, '[data-action="different"]').click();

    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('takes the focus', async () => {
    const element = await show(undefined);

    element.focus();

    expect(element.shadowRoot.activeElement.getAttribute('role')).toBe('alert');
  });
});
