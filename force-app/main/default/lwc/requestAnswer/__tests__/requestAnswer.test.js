import { createElement } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import RequestAnswer from 'c/requestAnswer';
import { find } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

const answer = { label: 'Answer', inlineHelpText: null, dataType: 'TextArea', length: 5000, updateable: true };

async function show({ updateable = true } = {}) {
  const element = createElement('c-request-answer', { is: RequestAnswer });
  Object.assign(element, {
    requestId: 'a00000000000001AAA',
    question: 'How many users?',
    objectInfo: { fields: { Question__c: { label: 'Question from IE' }, Answer__c: { ...answer, updateable } } },
  });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function send(element, value) {
  const fields = find(element, 'c-record-fields');
  if (value !== '') {
    fields.dispatchEvent(new CustomEvent('answer', { detail: { name: 'Answer__c', value } }));
    await settle();
  }
  find(element, '[data-action="send"]').click();
  await settle();
}

describe('c-request-answer', () => {
  beforeEach(() => {
    updateRecord.mockReset();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows the question and sends the answer', async () => {
    updateRecord.mockResolvedValue({});
    const element = await show();
    expect(find(element, '[data-question]').textContent).toBe('How many users?');
    await expect(element).toBeAccessible();

    await send(element, '300 at first.');

    expect(updateRecord.mock.calls).toEqual([[{ fields: { Id: 'a00000000000001AAA', Answer__c: '300 at first.' } }]]);
  });

  test('sends nothing without an answer', async () => {
    await send(await show(), '');

    expect(updateRecord).not.toHaveBeenCalled();
  });

  test('says why an answer was refused, and keeps it', async () => {
    updateRecord.mockRejectedValue({ body: { message: 'Somebody else has answered.' } });
    const element = await show();

    await send(element, '300 at first.');

    expect(find(element, '[data-refused]').errors).toEqual(['Somebody else has answered.']);
    expect(find(element, 'c-record-fields').fields[0].value).toBe('300 at first.');
    await expect(element).toBeAccessible();
  });

  test('only shows the question to those who may not answer', async () => {
    const element = await show({ updateable: false });

    expect(find(element, '[data-question]')).not.toBeNull();
    expect(find(element, '[data-action="send"]')).toBeNull();
  });
});
