import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import RequestLinks from 'c/requestLinks';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const LINKS = [
  record('Request_Link__c', {
    Id: 'design',
    Title__c: 'Design',
    Url__c: 'https://d',
    Stage__c: ['Pre_Sale', 'Pre-sale'],
  }),
  record('Request_Link__c', {
    Id: 'playbook',
    Title__c: 'Playbook',
    Url__c: 'https://p',
    Stage__c: ['Handoff', 'Handoff'],
  }),
  record('Request_Link__c', { Id: 'other', Title__c: 'Other', Url__c: 'https://o' }),
];

function create() {
  const element = createElement('c-request-links', { is: RequestLinks });
  element.recordId = 'a00';
  document.body.appendChild(element);
  return element;
}

async function show({ records = LINKS, info = {} } = {}) {
  const element = create();
  getObjectInfo.emit(objectInfo('Request_Link__c', { Url__c: 'Url', Title__c: 'String' }, info));
  getRelatedListRecords.emit({ records });
  await settle();
  return element;
}

const find = (element, selector) => element.shadowRoot.querySelector(selector);

async function fire(element, selector, type) {
  find(element, selector).dispatchEvent(new CustomEvent(type));
  await settle();
}

async function add(element) {
  find(element, '[data-action="add"]').click();
  await settle();
}

describe('c-request-links', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  test('shows the documents by stage', async () => {
    const element = await show();
    const stages = [...element.shadowRoot.querySelectorAll('section')].map((stage) => [
      stage.querySelector('h3').textContent,
      [...stage.querySelectorAll('c-request-link')].map(({ link }) => link.id),
    ]);

    expect(stages).toEqual([
      ['Pre-sale', ['design']],
      ['Handoff', ['playbook']],
      ['', ['other']],
    ]);
    await expect(element).toBeAccessible();
  });

  test('adds one, and asks anew for what follows from it', async () => {
    const element = await show();
    await add(element);
    expect(find(element, 'c-record-editor').defaults).toEqual({ Implementation_Request__c: 'a00' });
    expect(find(element, '[data-action="add"]')).toBeNull();
    await expect(element).toBeAccessible();

    await fire(element, 'c-record-editor', 'saved');
    expect(find(element, 'c-record-editor')).toBeNull();
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(notifyRecordUpdateAvailable).toHaveBeenLastCalledWith([{ recordId: 'a00' }]);
  });

  test('changes one in place, or leaves it', async () => {
    const element = await show();
    await fire(element, '[data-id="playbook"]', 'edit');
    expect(find(element, 'c-record-editor').record.id).toBe('playbook');

    await fire(element, 'c-record-editor', 'cancel');
    expect(find(element, 'c-record-editor')).toBeNull();
    expect(refreshApex).not.toHaveBeenCalled();
  });

  test('asks anew after one was removed', async () => {
    const element = await show();
    await fire(element, '[data-id="playbook"]', 'removed');

    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  test('is only read by those who may do nothing else', async () => {
    const element = await show({ info: { createable: false, updateable: false, deletable: false } });

    expect(find(element, '[data-action="add"]')).toBeNull();
    expect(find(element, '[data-id="playbook"]')).toMatchObject({ canEdit: false, canRemove: false });
  });

  test('says that there is none', async () => {
    const element = await show({ records: [] });

    expect(find(element, '[data-none]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  test('says that it loads, and why it cannot be read', async () => {
    const element = create();
    getObjectInfo.emit(objectInfo('Request_Link__c', {}));
    await settle();
    expect(find(element, '[role="status"]')).not.toBeNull();
    getRelatedListRecords.error({ message: 'Try again' }, 500);
    await settle();

    expect(find(element, 'c-error-panel').errors.body).toEqual({ message: 'Try again' });
  });

  test('is invisible without access', async () => {
    const element = create();
    getObjectInfo.error({ message: 'No' }, 403);
    await settle();

    expect(find(element, 'lightning-card')).toBeNull();
  });
});
