import { createElement } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import RequestAnswer from 'c/requestAnswer';
import { find } from '../../../../../../test/lwc/page.js';

const answer = { label: 'Answer', inlineHelpText: null, dataType: 'TextArea', length: 5000, updateable: true };
const request = {
  id: 'a00000000000001AAA',
  apiName: 'Implementation_Request__c',
  lastModifiedDate: '2026-11-02T10:00:00.000Z',
  fields: { Question__c: { value: 'How many users?' }, Answer__c: { value: null } },
};

function show({ updateable = true } = {}) {
  const element = createElement('c-request-answer', { is: RequestAnswer });
  const fields = { Question__c: { label: 'Question from IE' }, Answer__c: { ...answer, updateable } };
  element.request = request;
  element.objectInfo = { apiName: 'Implementation_Request__c', defaultRecordTypeId: '012000000000000AAA', fields };
  document.body.appendChild(element);
  return element;
}

describe('c-request-answer', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows the question with the place to answer it', async () => {
    const element = show();

    expect(find(element, '[data-question]').textContent).toBe('How many users?');
    const editor = find(element, 'c-record-editor');
    expect(editor.record).toEqual(request);
    expect(editor.questions).toEqual([{ name: 'Answer__c', required: true }]);
    expect(editor.actions.map(({ name }) => name)).toEqual(['send']);
    expect(getPicklistValuesByRecordType.getLastConfig()?.recordTypeId).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  test('only shows the question to those who may not answer', () => {
    const element = show({ updateable: false });

    expect(find(element, '[data-question]')).not.toBeNull();
    expect(find(element, 'c-record-editor')).toBeNull();
  });
});
