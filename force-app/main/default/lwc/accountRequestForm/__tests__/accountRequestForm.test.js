import { createElement } from 'lwc';
import AccountRequestForm from 'c/accountRequestForm';
import { find } from '../../../../../../test/lwc/page.js';
import { objectInfo, settle } from '../../../../../../test/lwc/records.js';

async function show() {
  const element = createElement('c-account-request-form', { is: AccountRequestForm });
  Object.assign(element, {
    accountId: '001',
    objectInfo: objectInfo('Implementation_Request__c', { Request_Type__c: 'Picklist' }),
    earlier: [{ label: 'IR-00001', value: 'a00' }],
  });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function answer(element, name, value) {
  find(element, 'c-record-editor').dispatchEvent(new CustomEvent('answer', { detail: { name, value } }));
  await settle();
}

/** Which questions are asked with these answers. */
function askedWith(element, values) {
  const { questions } = find(element, 'c-record-editor');
  return questions.filter(({ when = () => true, whenRefused }) => !whenRefused && when(values)).map(({ name }) => name);
}

describe('c-account-request-form', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('files for the customer, from the customer’s page', async () => {
    const element = await show();
    const editor = find(element, 'c-record-editor');

    expect(editor.defaults).toEqual({ Account__c: '001', Source__c: 'Account_Page' });
    expect(editor.questions.find(({ name }) => name === 'Originating_Request__c').options).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  test.each([
    ['Production_Migration', {}, 'Migration_Type__c', true],
    ['Production_Migration', {}, 'Limit_Trigger__c', false],
    ['Production_Migration', { Migration_Type__c: 'Other' }, 'Migration_Detail__c', true],
    ['Post_Live_Jointly_Managed', { Migration_Type__c: 'Other' }, 'Migration_Detail__c', false],
    ['Post_Live_Jointly_Managed', {}, 'Limit_Evidence__c', true],
    ['Post_Live_Jointly_Managed', { Deployment_Method__c: 'Other' }, 'Deployment_Method_Other__c', true],
    ['Post_Live_Jointly_Managed', { Hosting_Provider__c: 'AWS' }, 'Hosting_Provider_Other__c', false],
  ])('%s with %p asks for %s: %p', async (type, values, name, asked) => {
    const element = await show();
    expect(askedWith(element, { Request_Type__c: type, ...values }).includes(name)).toBe(asked);
  });

  test('says what a migration to Cloud needs', async () => {
    const element = await show();
    await answer(element, 'Request_Type__c', 'Production_Migration');
    expect(find(element, '[data-cloud]')).toBeNull();
    await answer(element, 'Migration_Type__c', 'Self_Hosted_To_Cloud');

    expect(find(element, '[data-cloud]').querySelectorAll('li')).toHaveLength(3);
    expect(find(element, '[data-cloud] a')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  test('tells that it is filed, or given up', async () => {
    const element = await show();
    const heard = { saved: jest.fn(), cancel: jest.fn(), lightning__showtoast: jest.fn() };
    for (const [type, listener] of Object.entries(heard)) element.addEventListener(type, listener);
    find(element, 'c-record-editor').dispatchEvent(
      new CustomEvent('saved', { detail: { id: 'a01', action: 'submit' } }),
    );
    find(element, 'c-record-editor').dispatchEvent(new CustomEvent('cancel'));

    expect(heard.saved.mock.lastCall[0].detail.id).toBe('a01');
    expect(heard.cancel).toHaveBeenCalledTimes(1);
    expect(heard.lightning__showtoast).toHaveBeenCalledTimes(1);
  });

  test('moves the focus into its fields', async () => {
    const element = await show();
    const focused = jest.spyOn(find(element, 'c-record-editor'), 'focus');
    element.focus();

    expect(focused).toHaveBeenCalledTimes(1);
  });
});
