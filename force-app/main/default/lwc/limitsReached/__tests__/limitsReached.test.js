import { createElement } from 'lwc';
import LimitsReached from 'c/limitsReached';
import { find } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/customPermission/Groundwork_Post_Live', () => ({ default: true }), { virtual: true });

async function show({ fields = true } = {}) {
  const element = createElement('c-limits-reached', { is: LimitsReached });
  element.request = record('Implementation_Request__c', { Id: 'plan' });
  element.objectInfo = objectInfo(
    'Implementation_Request__c',
    { Limit_Trigger__c: 'Picklist', Limit_Evidence__c: 'TextArea' },
    { fields },
  );
  document.body.appendChild(element);
  await settle();
  return element;
}

async function open(element) {
  find(element, '[data-action="open"]').click();
  await settle();
}

describe('c-limits-reached', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('asks which limit is reached and what shows it, and submits the plan', async () => {
    const element = await show();
    await expect(element).toBeAccessible();
    await open(element);
    const { actions, questions } = find(element, 'c-record-editor');

    expect(actions).toEqual([expect.objectContaining({ fields: { Status__c: 'Submitted' } })]);
    expect(questions.filter(({ required, whenRefused }) => required && !whenRefused).map(({ name }) => name)).toEqual([
      'Limit_Trigger__c',
      'Limit_Evidence__c',
    ]);
    await expect(element).toBeAccessible();
  });

  test('tells that it was saved', async () => {
    const element = await show();
    const saved = jest.fn();
    element.addEventListener('saved', saved);
    await open(element);
    find(element, 'c-record-editor').dispatchEvent(
      new CustomEvent('saved', { detail: { id: 'plan', action: 'submit' } }),
    );
    await settle();

    expect(saved.mock.lastCall[0].detail).toEqual({ id: 'plan', action: 'submit' });
  });

  test('is given up', async () => {
    const element = await show();
    await open(element);
    find(element, 'c-record-editor').dispatchEvent(new CustomEvent('cancel'));
    await settle();

    expect(find(element, '[data-action="open"]')).not.toBeNull();
  });

  test('is nothing for those who may not', async () => {
    expect((await show({ fields: false })).shadowRoot.textContent).toBe('');
  });
});
