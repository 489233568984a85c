import { createElement } from 'lwc';
import RelatedRow from 'c/relatedRow';
import { find, fire } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

const LINK = record('Request_Link__c', { Id: 'playbook', Url__c: 'https://p' });

async function show(rights = {}) {
  const element = createElement('c-related-row', { is: RelatedRow });
  Object.assign(element, {
    record: LINK,
    name: 'Playbook',
    objectInfo: objectInfo('Request_Link__c', { Url__c: 'Url' }, rights),
    questions: [{ name: 'Url__c' }],
  });
  element.changed = jest.fn();
  element.addEventListener('changed', ({ detail }) => element.changed(detail));
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-related-row', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('is changed in place', async () => {
    const element = await show();
    await fire(element, 'c-row-actions', 'edit');
    expect(find(element, 'c-record-editor')).toMatchObject({ record: { id: 'playbook' }, canCancel: true });
    expect(find(element, 'c-row-actions')).toBeNull();
    await expect(element).toBeAccessible();

    await fire(element, 'c-record-editor', 'saved', { id: 'playbook' });
    expect(find(element, 'c-record-editor')).toBeNull();
    expect(element.changed).toHaveBeenCalledWith({ isRemoved: false });
  });

  test('is left as it was', async () => {
    const element = await show();
    await fire(element, 'c-row-actions', 'edit');
    await fire(element, 'c-record-editor', 'cancel');

    expect(find(element, 'c-row-actions').recordId).toBe('playbook');
    expect(element.changed).not.toHaveBeenCalled();
  });

  test('says that it was removed, even when it is gone from the page by then', async () => {
    const element = await show();
    const actions = find(element, 'c-row-actions');
    element.remove();
    actions.dispatchEvent(new CustomEvent('removed'));

    expect(element.changed).toHaveBeenCalledWith({ isRemoved: true });
  });

  test('is only read by those who may do nothing else', async () => {
    const element = await show({ updateable: false, deletable: false });

    expect(find(element, 'c-row-actions')).toMatchObject({ name: 'Playbook', canEdit: false, canRemove: false });
    await expect(element).toBeAccessible();
  });
});
