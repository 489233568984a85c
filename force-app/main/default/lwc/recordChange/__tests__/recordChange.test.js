import { createElement } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import RecordChange from 'c/recordChange';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

const thing = record('Thing__c', { Steps__c: 'Call', Status__c: 'Open' });
const info = objectInfo('Thing__c', { Steps__c: 'TextArea', Status__c: 'Picklist' });

async function show(options = {}) {
  const element = createElement('c-record-change', { is: RecordChange });
  Object.assign(element, {
    record: thing,
    objectInfo: info,
    questions: [{ name: 'Steps__c' }],
    fixed: { Status__c: 'Closed' },
    heading: 'Close',
    ...options,
  });
  document.body.appendChild(element);
  await settle();
  return element;
}

function find(element, selector) {
  return element.shadowRoot.querySelector(selector);
}

function listen(element, type) {
  const heard = jest.fn();
  element.addEventListener(type, ({ detail }) => heard(detail));
  return heard;
}

describe('c-record-change', () => {
  beforeEach(() => {
    notifyRecordUpdateAvailable.mockClear();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('begins at its heading, says what happens then, and asks with what is fixed', async () => {
    const element = await show({ consequence: 'It ends.', saveLabel: 'Close it' });

    expect(element.shadowRoot.activeElement.textContent).toBe('Close');
    expect(find(element, '[data-consequence]').textContent).toBe('It ends.');
    expect(find(element, 'c-record-editor')).toMatchObject({
      record: thing,
      questions: [{ name: 'Steps__c' }],
      actions: [{ name: 'save', label: 'Close it', variant: 'brand', fields: { Status__c: 'Closed' } }],
      canCancel: true,
    });
    await expect(element).toBeAccessible();
  });

  test('says that it is saved, and that other records changed with it', async () => {
    const element = await show({ savedMessage: 'Closed.', affects: ['a01000000000001AAA'] });
    const saved = listen(element, 'saved');
    const toast = listen(element, 'lightning__showtoast');

    find(element, 'c-record-editor').dispatchEvent(new CustomEvent('saved', { detail: { record: thing } }));

    expect(saved.mock.calls).toEqual([[{ record: thing }]]);
    expect(toast.mock.calls[0][0].title).toBe('Closed.');
    expect(notifyRecordUpdateAvailable.mock.calls).toEqual([[[{ recordId: 'a01000000000001AAA' }]]]);
  });

  test('says nothing of it when it has nothing to say', async () => {
    const element = await show();
    const toast = listen(element, 'lightning__showtoast');

    find(element, 'c-record-editor').dispatchEvent(new CustomEvent('saved', { detail: { record: thing } }));

    expect(toast).not.toHaveBeenCalled();
    expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
  });

  test('is given up', async () => {
    const element = await show();
    const cancelled = listen(element, 'cancel');

    find(element, 'c-record-editor').dispatchEvent(new CustomEvent('cancel'));

    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});
