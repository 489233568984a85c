import { createElement } from 'lwc';
import RecordActions from 'c/recordActions';
import { find, fire, press } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

const ASK = {
  name: 'ask',
  label: 'Ask',
  variant: 'brand',
  on: 'review',
  questions: [{ name: 'Comment__c' }],
  fixed: { State__c: 'Asked' },
  consequence: 'Somebody is asked.',
  saved: 'Asked',
};
const REVIEW = {
  record: record('Triage_Review__c', { Id: 'review' }),
  info: objectInfo('Triage_Review__c', { Comment__c: 'String' }),
  affects: ['request'],
};

async function show(actions = [ASK]) {
  const element = createElement('c-record-actions', { is: RecordActions });
  element.actions = actions;
  element.subjects = { review: REVIEW };
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-record-actions', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('offers each action, and asks what it needs', async () => {
    const element = await show();
    expect(find(element, '[data-action="ask"]')).toMatchObject({ label: 'Ask', variant: 'brand' });
    await expect(element).toBeAccessible();
    await press(element, '[data-action="ask"]');

    expect(find(element, 'c-record-change')).toMatchObject({
      record: { id: 'review' },
      questions: ASK.questions,
      fixed: ASK.fixed,
      affects: ['request'],
      heading: 'Ask',
      consequence: 'Somebody is asked.',
      saveLabel: 'Ask',
      savedMessage: 'Asked',
    });
    expect(find(element, '[data-action="ask"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test('keeps the form, with the record as it is now, when the action is not offered any more', async () => {
    const element = await show();
    await press(element, '[data-action="ask"]');
    element.actions = [];
    element.subjects = { review: { ...REVIEW, record: record('Triage_Review__c', { Id: 'review', Name: 'later' }) } };
    await settle();

    expect(find(element, 'c-record-change').record.fields.Name.value).toBe('later');
  });

  test.each([
    ['saved', { record: REVIEW.record }, { record: REVIEW.record, action: 'ask' }],
    ['cancel', undefined, null],
  ])('closes the form and tells when it is %s', async (type, detail, told) => {
    const element = await show();
    const heard = jest.fn();
    element.addEventListener(type, (event) => heard(event.detail));
    await press(element, '[data-action="ask"]');
    await fire(element, 'c-record-change', type, detail);

    expect(heard).toHaveBeenCalledWith(told);
    expect(find(element, 'c-record-change')).toBeNull();
    expect(find(element, '[data-action="ask"]')).not.toBeNull();
  });

  test('is nothing when there is nothing to do', async () => {
    expect((await show([])).shadowRoot.querySelector('div')).toBeNull();
  });
});
