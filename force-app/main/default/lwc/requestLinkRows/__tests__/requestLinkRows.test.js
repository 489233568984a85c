import { createElement } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import RequestLinkRows from 'c/requestLinkRows';

jest.mock('@salesforce/label/c.Groundwork_Link_Number', () => ({ default: 'Link {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Link_Added', () => ({ default: 'Link {0} added.' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Link_Removed', () => ({ default: 'Link {0} removed.' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Remove_Link', () => ({ default: 'Remove link {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Link_Invalid', () => ({ default: 'Begin with https://' }), { virtual: true });

const objectInfo = {
  apiName: 'Request_Link__c',
  createable: true,
  defaultRecordTypeId: '012000000000000AAA',
  fields: {
    Title__c: { label: 'Title', inlineHelpText: null, createable: true },
    Type__c: { label: 'Type', inlineHelpText: null, createable: true },
    Url__c: { label: 'URL', inlineHelpText: null, createable: true },
  },
};
const designArtifact = { label: 'Design artifact', value: 'Design_Artifact' };
const picklists = {
  picklistFieldValues: {
    Type__c: { defaultValue: designArtifact, values: [designArtifact, { label: 'Discovery', value: 'Discovery' }] },
  },
};

async function show(info = objectInfo) {
  const element = createElement('c-request-link-rows', { is: RequestLinkRows });
  document.body.appendChild(element);
  getObjectInfo.emit(info);
  getPicklistValuesByRecordType.emit(picklists);
  await Promise.resolve();
  return element;
}

async function click(element, action) {
  element.shadowRoot.querySelector(`[data-action="${action}"]`).click();
  await Promise.resolve();
}

function enter(element, field, value, row = 0) {
  const input = element.shadowRoot.querySelectorAll(`[data-field="${field}"]`)[row];
  input.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  return input;
}

function announced(element) {
  return element.shadowRoot.querySelector('[role="status"]').textContent;
}

describe('c-request-link-rows', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('begins with the rows that are given, and heeds none given later', async () => {
    const element = await show();
    const links = [{ key: 4, url: 'https://docs.example/a', title: 'A', type: 'Discovery' }];
    element.links = links;
    await Promise.resolve();
    await click(element, 'add');
    element.links = [];
    await Promise.resolve();

    expect(element.shadowRoot.querySelectorAll('[data-row]')).toHaveLength(2);
    expect(element.links).toEqual(links);
  });

  test('adds a row, says so and puts the focus on its address', async () => {
    const element = await show();
    const focused = jest.spyOn(HTMLElement.prototype, 'focus');

    await click(element, 'add');

    expect(element.shadowRoot.querySelectorAll('[data-row]')).toHaveLength(1);
    expect(announced(element)).toBe('Link 1 added.');
    expect(focused.mock.contexts[0].dataset.field).toBe('url');
    focused.mockRestore();
  });

  test('tells the rows that are filled in, trimmed', async () => {
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('linkschange', changed);
    await click(element, 'add');
    await click(element, 'add');

    enter(element, 'url', ' https://docs.example/design ');
    enter(element, 'title', 'Design');
    enter(element, 'type', 'Discovery');

    expect(changed.mock.lastCall[0].detail.links).toEqual([
      { key: 1, url: 'https://docs.example/design', title: 'Design', type: 'Discovery' },
    ]);
  });

  test('removes a row, says so and returns the focus', async () => {
    const element = await show();
    await click(element, 'add');
    await click(element, 'add');
    enter(element, 'url', 'https://docs.example/second', 1);
    await Promise.resolve();

    await click(element, 'remove');

    expect(element.shadowRoot.querySelectorAll('[data-row]')).toHaveLength(1);
    expect(element.shadowRoot.querySelector('[data-field="url"]').value).toBe('https://docs.example/second');
    expect(announced(element)).toBe('Link 1 removed.');
  });

  test.each([
    ['http://docs.example/design', false],
    ['https://docs.example/my design', false],
    ['docs.example', false],
    ['https://', false],
    ['https://docs.example/design', true],
    [' https://docs.example/design ', true],
  ])('finds the address %p right: %p', async (url, right) => {
    const element = await show();
    await click(element, 'add');
    const input = enter(element, 'url', url);
    const told = jest.spyOn(input, 'setCustomValidity');

    expect(element.validate()).toBe(right);
    expect(told).toHaveBeenLastCalledWith(right ? '' : 'Begin with https://');
  });

  test('misses the address of a row that has only a title, and nothing in a blank row', async () => {
    const element = await show();
    await click(element, 'add');
    expect(element.validate()).toBe(true);

    enter(element, 'title', 'Design');
    expect(element.validate()).toBe(false);
  });

  test('takes saved rows away', async () => {
    const element = await show();
    await click(element, 'add');
    await click(element, 'add');

    element.removeSaved([1]);
    await Promise.resolve();

    expect([...element.shadowRoot.querySelectorAll('[data-field="url"]')].map((input) => input.dataset.key)).toEqual([
      '2',
    ]);
  });

  test('shows nothing to those who may not create links', async () => {
    const element = await show({ ...objectInfo, createable: false });

    expect(element.shadowRoot.querySelector('fieldset')).toBeNull();
  });

  test('is accessible with and without rows', async () => {
    const element = await show();
    await expect(element).toBeAccessible();

    await click(element, 'add');
    await expect(element).toBeAccessible();
  });
});
