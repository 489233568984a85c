import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import RequestLinks from 'c/requestLinks';
import { testsOfOptionalCard } from '../../../../../../test/lwc/card-states.js';
import { find, fire } from '../../../../../../test/lwc/page.js';
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

  test('asks anew for what follows from a document that was added, changed or removed', async () => {
    const element = await show();
    expect(find(element, 'c-related-records').defaults).toEqual({ Implementation_Request__c: 'a00' });

    await fire(element, 'c-related-records', 'changed');
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(notifyRecordUpdateAvailable).toHaveBeenLastCalledWith([{ recordId: 'a00' }]);
  });

  test.each([[true], [false]])('asks anew when a row tells that its record is removed: %s', async (isRemoved) => {
    const element = await show();
    await fire(element, '[data-id="playbook"]', 'changed', { isRemoved });

    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(find(element, 'c-record-card').announcement).toBe(isRemoved ? '' : 'c.Groundwork_Saved');
  });

  test('each can be changed by those who may', async () => {
    const row = find(await show(), '[data-id="playbook"]');

    expect(row).toMatchObject({ name: 'Playbook', record: { id: 'playbook' }, objectInfo: { updateable: true } });
  });

  test('says that there is none', async () => {
    const element = await show({ records: [] });

    expect(find(element, '[data-none]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  testsOfOptionalCard(create, {
    grant: () => getObjectInfo.emit(objectInfo('Request_Link__c', {})),
    deny: () => getObjectInfo.error({ message: 'No' }, 403),
  });
});
