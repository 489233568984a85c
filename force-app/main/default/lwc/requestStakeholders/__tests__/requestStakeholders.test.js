import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import RequestStakeholders from 'c/requestStakeholders';
import { testsOfOptionalCard } from '../../../../../../test/lwc/card-states.js';
import { find, fire, press } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const PEOPLE = [
  record('Request_Stakeholder__c', {
    Id: 'peter',
    Role__c: ['Sponsor', 'Sponsor or champion'],
    Side__c: 'Customer',
    'Contact__r.Name': 'Peter Osei',
    Engagement__c: ['Engaged', 'Engaged'],
    Note__c: 'Prefers mail',
  }),
  record('Request_Stakeholder__c', {
    Id: 'igor',
    Role__c: ['IE', 'Implementation Engineer'],
    Side__c: 'Internal',
    'User__r.Name': 'Igor Novak',
  }),
];
const NONE = { label: '–', value: '' };

function create() {
  const element = createElement('c-request-stakeholders', { is: RequestStakeholders });
  element.recordId = 'a00';
  document.body.appendChild(element);
  return element;
}

async function show({ records = PEOPLE, info = {} } = {}) {
  const element = create();
  await settle();
  getObjectInfo.emit(objectInfo('Request_Stakeholder__c', { Role__c: 'Picklist' }, info));
  getRelatedListRecords.emit({ records }, ({ relatedListId }) => relatedListId === 'Request_Stakeholders__r');
  await settle();
  return element;
}

describe('c-request-stakeholders', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  test('shows who there is on each side, with part and engagement', async () => {
    const element = await show();
    const [customer, ours] = element.shadowRoot.querySelectorAll('section');

    expect(customer.querySelector('[data-person="Peter Osei"]').textContent).toContain('Sponsor or champion');
    expect(customer.querySelector('[data-engagement]').textContent).toBe('Engaged');
    expect(customer.querySelector('[data-note]').textContent).toBe('Prefers mail');
    expect(ours.querySelector('[data-person="Igor Novak"]').textContent).toContain('Implementation Engineer');
    expect(ours.querySelector('[data-engagement]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test('adds a contact of the customer or somebody of ours, never both', async () => {
    const element = await show();
    await press(element, '[data-action="add"]');
    getRecord.emit(
      record('Implementation_Request__c', {
        Account__c: '001',
        Customer_Engineer__c: '005c',
        'Customer_Engineer__r.Name': 'Chen Wei',
        Requester__c: '005c',
        'Requester__r.Name': 'Chen Wei',
        Technical_Advisor__c: '005t',
        'Technical_Advisor__r.Name': 'Tara Nwosu',
      }),
    );
    await settle();
    getRelatedListRecords.emit(
      { records: [record('Contact', { Id: '003', Name: 'Peter Osei' }), record('Contact', { Id: '004' })] },
      ({ relatedListId }) => relatedListId === 'Contacts',
    );
    await settle();
    const [contact, user, ...others] = find(element, 'c-record-editor').questions;

    expect(contact.options).toEqual([NONE, { label: 'Peter Osei', value: '003' }, { label: '004', value: '004' }]);
    expect(user.options).toEqual([NONE, { label: 'Chen Wei', value: '005c' }, { label: 'Tara Nwosu', value: '005t' }]);
    expect([contact.when({}), contact.when({ User__c: '005' })]).toEqual([true, false]);
    expect([user.when({}), user.when({ Contact__c: '003' })]).toEqual([true, false]);
    expect(others.map(({ name }) => name)).toEqual(['Role__c', 'Engagement__c', 'Note__c']);
    await expect(element).toBeAccessible();
  });

  test('says why there is nobody to choose from', async () => {
    const element = await show();
    await press(element, '[data-action="add"]');
    getRecord.error({ message: 'Try again' }, 500);
    await settle();

    expect(find(element, '[data-no-choice]').errors.body).toEqual({ message: 'Try again' });
  });

  test('asks anew once somebody is added, changed or removed', async () => {
    const element = await show();
    expect(find(element, 'c-related-records').defaults).toEqual({ Implementation_Request__c: 'a00' });

    await fire(element, 'c-related-records', 'changed');
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(notifyRecordUpdateAvailable).toHaveBeenLastCalledWith([{ recordId: 'a00' }]);
  });

  test.each([[true], [false]])('asks anew when a row tells that its record is removed: %s', async (isRemoved) => {
    const element = await show();
    await fire(element, '[data-id="peter"]', 'changed', { isRemoved });

    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(find(element, 'c-record-card').announcement).toBe(isRemoved ? '' : 'c.Groundwork_Saved');
  });

  test('each can be changed by those who may', async () => {
    const row = find(await show(), '[data-id="peter"]');

    expect(row).toMatchObject({ name: 'Peter Osei', record: { id: 'peter' }, objectInfo: { updateable: true } });
  });

  test('says that there is nobody', async () => {
    const element = await show({ records: [] });

    expect(find(element, '[data-none]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  testsOfOptionalCard(create, {
    grant: () => getObjectInfo.emit(objectInfo('Request_Stakeholder__c', {})),
    deny: () => getObjectInfo.error({ message: 'No' }, 403),
  });
});
