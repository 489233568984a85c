import { createElement } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import ManagedInstanceRequest from 'c/managedInstanceRequest';
import { find } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

const link = { label: 'Managed Instance Request Link', dataType: 'Url', length: 255, inlineHelpText: null };

async function show({ url = null, updateable = true } = {}) {
  const element = createElement('c-managed-instance-request', { is: ManagedInstanceRequest });
  element.assessment = {
    id: 'a01000000000001AAA',
    fields: {
      Managed_Instance_Request_Url__c: { value: url, displayValue: null },
      Managed_Instance_Request_Status__c: { value: 'In_Progress', displayValue: 'In Progress' },
    },
  };
  element.objectInfo = { fields: { Managed_Instance_Request_Url__c: { ...link, updateable } } };
  document.body.appendChild(element);
  await settle();
  return element;
}

async function submit(element, value) {
  const name = 'Managed_Instance_Request_Url__c';
  find(element, 'c-record-fields').dispatchEvent(new CustomEvent('answer', { detail: { name, value } }));
  await settle();
  find(element, '[data-action="submitted"]').click();
  await settle();
}

describe('c-managed-instance-request', () => {
  beforeEach(() => {
    updateRecord.mockReset();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('leads to the form of the Cloud team and keeps the link to the request', async () => {
    updateRecord.mockResolvedValue({});
    const element = await show();
    expect(find(element, '[data-form]').getAttribute('href')).toBe('c.Groundwork_Managed_Instance_Form_Url');
    await expect(element).toBeAccessible();

    await submit(element, 'https://cloud.example/1');

    expect(updateRecord.mock.calls).toEqual([
      [
        {
          fields: {
            Id: 'a01000000000001AAA',
            Managed_Instance_Request_Status__c: 'Submitted',
            Managed_Instance_Request_Url__c: 'https://cloud.example/1',
          },
        },
      ],
    ]);
  });

  test('sends nothing without a link', async () => {
    await submit(await show(), '');

    expect(updateRecord).not.toHaveBeenCalled();
  });

  test('shows a refusal at the link', async () => {
    updateRecord.mockRejectedValue({
      body: { output: { fieldErrors: { Managed_Instance_Request_Url__c: [{ message: 'Begin with https://' }] } } },
    });
    const element = await show();
    const told = jest.spyOn(find(element, 'c-record-fields'), 'showErrors');

    await submit(element, 'http://cloud.example/1');

    expect(told).toHaveBeenCalledWith({ Managed_Instance_Request_Url__c: 'Begin with https://' });
    expect(find(element, '[data-refused]')).toBeNull();
  });

  test('shows any other refusal in the error panel', async () => {
    updateRecord.mockRejectedValue({ body: { message: 'Server error' } });
    const element = await show();

    await submit(element, 'https://cloud.example/1');

    expect(find(element, '[data-refused]').errors).toEqual(['Server error']);
  });

  test('shows where a submitted request stands', async () => {
    const element = await show({ url: 'https://cloud.example/1' });

    expect(find(element, '[data-status]').textContent).toBe('In Progress');
    expect(find(element, 'lightning-formatted-url').value).toBe('https://cloud.example/1');
    expect(find(element, '[data-action="submitted"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test('offers nothing to those who may not submit it', async () => {
    const element = await show({ updateable: false });

    expect(element.shadowRoot.textContent).toContain('c.Groundwork_Managed_Instance_Not_Submitted');
    expect(find(element, '[data-action="submitted"]')).toBeNull();
  });
});
