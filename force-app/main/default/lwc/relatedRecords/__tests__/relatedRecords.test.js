import { createElement } from 'lwc';
import RelatedRecords from 'c/relatedRecords';
import { find, fire, press, text } from '../../../../../../test/lwc/page.js';
import { objectInfo, settle } from '../../../../../../test/lwc/records.js';

const WORDS = { title: 'Documents', add: 'Add a document', none: 'No document', loadFailed: 'Not loaded' };
const READY = { hasBegun: true, isLoading: false, isReady: true, hasAccess: true, error: undefined };
const ADD = '[data-action="add"]';

async function show(properties = {}, rights = {}) {
  const element = createElement('c-related-records', { is: RelatedRecords });
  Object.assign(element, {
    words: WORDS,
    loading: READY,
    count: 1,
    objectInfo: objectInfo('Request_Link__c', { Url__c: 'Url' }, rights),
    questions: [{ name: 'Url__c' }],
    defaults: { Implementation_Request__c: 'a00' },
    ...properties,
  });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-related-records', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('asks for a new record, tells once it is saved, and goes back to the button', async () => {
    const element = await show();
    const heard = [];
    element.addEventListener('add', () => heard.push('add'));
    element.addEventListener('changed', () => heard.push('changed'));
    await press(element, ADD);

    const editor = find(element, 'c-record-editor');
    expect(editor.defaults).toEqual({ Implementation_Request__c: 'a00' });
    expect(editor.actions).toEqual([{ name: 'save', label: 'c.Groundwork_Save', variant: 'brand' }]);
    expect(find(element, ADD)).toBeNull();
    await expect(element).toBeAccessible();

    const focused = jest.spyOn(HTMLElement.prototype, 'focus');
    await fire(element, 'c-record-editor', 'saved', { id: 'new' });
    expect(heard).toEqual(['add', 'changed']);
    expect(find(element, 'c-record-editor')).toBeNull();
    expect(focused.mock.contexts).toContain(find(element, ADD));
    expect(find(element, 'c-record-card').announcement).toBe('c.Groundwork_Saved');
    focused.mockRestore();
  });

  test('can say it in words of its own', async () => {
    const element = await show({ words: { ...WORDS, save: 'Post', saved: 'Posted' } });
    await press(element, ADD);
    expect(find(element, 'c-record-editor').actions[0].label).toBe('Post');

    await fire(element, 'c-record-editor', 'saved', { id: 'new' });
    expect(find(element, 'c-record-card').announcement).toBe('Posted');
  });

  test('is left without saving', async () => {
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    await press(element, ADD);
    await fire(element, 'c-record-editor', 'cancel');

    expect(find(element, 'c-record-editor')).toBeNull();
    expect(find(element, ADD)).not.toBeNull();
    expect(changed).not.toHaveBeenCalled();
  });

  test('moves the focus to the button when a record was removed', async () => {
    const element = await show();
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    const focused = jest.spyOn(HTMLElement.prototype, 'focus');
    element.noteChange({ isRemoved: true });

    expect(focused.mock.contexts).toEqual([find(element, ADD)]);
    expect(changed).toHaveBeenCalledTimes(1);
    focused.mockRestore();
  });

  test('offers nothing to those who may not create one', async () => {
    expect(find(await show({}, { createable: false }), ADD)).toBeNull();
  });

  test('says that there is none', async () => {
    expect(text(await show({ count: 0 }), '[data-none]')).toBe('No document');
    document.body.replaceChildren();

    expect(find(await show(), '[data-none]')).toBeNull();
  });

  test.each([
    ['loads', { ...READY, isLoading: true, isReady: false }],
    ['could not be read', { ...READY, isReady: false, error: { status: 500, body: { message: 'Try again' } } }],
  ])('shows no records and no button while it %s', async (_, loading) => {
    const element = await show({ loading, count: 0 });

    expect([find(element, ADD), find(element, '[data-none]')]).toEqual([null, null]);
    expect(find(element, 'c-load-state').loading).toEqual(loading);
    await expect(element).toBeAccessible();
  });
});
