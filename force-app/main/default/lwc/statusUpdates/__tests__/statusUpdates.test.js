import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import StatusUpdates from 'c/statusUpdates';
import { testsOfOptionalCard } from '../../../../../../test/lwc/card-states.js';
import { find, fire } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Update_Overdue', () => ({ default: '{0} days old' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_First_Update_Overdue', () => ({ default: 'none yet' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Percent_Complete', () => ({ default: '{0}%' }), { virtual: true });

const TYPES = {
  Health__c: 'Picklist',
  Percent_Complete__c: 'Percent',
  Summary__c: 'TextArea',
  Risks__c: 'TextArea',
  Next__c: 'TextArea',
};
const UPDATES = [
  record('Status_Update__c', {
    Id: 'newest',
    Health__c: ['Amber', 'Amber'],
    Update_On__c: '2022-11-14',
    Percent_Complete__c: 55,
    Summary__c: 'Indexing is slow',
    Risks__c: 'Storage',
    'CreatedBy.Name': 'Igor Novak',
  }),
  record('Status_Update__c', { Id: 'oldest', Health__c: ['Green', 'Green'], Update_On__c: '2022-11-07' }),
];

function create() {
  const element = createElement('c-status-updates', { is: StatusUpdates });
  element.recordId = 'a00';
  document.body.appendChild(element);
  return element;
}

async function show({ records = UPDATES, request = {}, info = {} } = {}) {
  const element = create();
  getObjectInfo.emit(objectInfo('Status_Update__c', TYPES, info));
  getRecord.emit(record('Implementation_Request__c', { Name: 'IR-00007', ...request }));
  getRelatedListRecords.emit({ records });
  await settle();
  return element;
}

describe('c-status-updates', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  test('shows the updates with health, date, person and words', async () => {
    const element = await show();
    const [newest, oldest] = element.shadowRoot.querySelectorAll('[data-update]');

    expect(newest.querySelector('c-health-badge')).toMatchObject({ value: 'Amber', label: 'Amber' });
    expect(newest.textContent).toContain('55%');
    expect(newest.textContent).toContain('Igor Novak');
    expect([...newest.querySelectorAll('[data-part]')].map(({ dataset }) => dataset.part)).toEqual([
      'Summary__c',
      'Risks__c',
    ]);
    expect(oldest.querySelectorAll('[data-part]')).toHaveLength(0);
    expect(find(element, '[data-overdue]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test.each([
    [{ Update_Overdue__c: true, Days_Since_Update__c: 9 }, '9 days old'],
    [{ Update_Overdue__c: true, Days_Since_Update__c: null }, 'none yet'],
  ])('says that an update is due: %p', async (request, words) => {
    const element = await show({ request });
    expect(find(element, '[data-overdue]').textContent).toBe(words);
  });

  test('asks anew for what follows from an update that was given', async () => {
    const element = await show();
    expect(find(element, 'c-related-records').defaults).toEqual({ Implementation_Request__c: 'a00' });

    await fire(element, 'c-related-records', 'changed');
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(notifyRecordUpdateAvailable).toHaveBeenLastCalledWith([{ recordId: 'a00' }]);
  });

  test('is only read by those who may not give one', async () => {
    const element = await show({ records: [], info: { createable: false } });

    expect(find(element, '[data-action="add"]')).toBeNull();
    expect(find(element, '[data-none]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  testsOfOptionalCard(create, {
    grant: () => getObjectInfo.emit(objectInfo('Status_Update__c', TYPES)),
    deny: () => getObjectInfo.error({ message: 'No' }, 403),
  });
});
