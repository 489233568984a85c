import { createElement } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import AccountPanel from 'c/accountPanel';
import { testsOfOptionalCard } from '../../../../../../test/lwc/card-states.js';
import { find } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/customPermission/Groundwork_Post_Live', () => ({ default: true }), { virtual: true });

const REQUESTS = [
  ['open', 'In_Deployment', true],
  ['planned', 'Planned_Post_Live', false],
  ['closed', 'Closed_Handed_Off', false],
].map(([Id, status, isOpen]) =>
  record('Implementation_Request__c', { Id, Name: `IR ${Id}`, Status__c: [status, status], Is_Open__c: isOpen }),
);
const ACCOUNT_INFO = objectInfo('Account', { Technical_Advisor__c: 'Reference', Vitally_State__c: 'Picklist' });

function create() {
  const element = createElement('c-account-panel', { is: AccountPanel });
  element.recordId = '001';
  document.body.appendChild(element);
  return element;
}

function emitInfos(info = objectInfo('Implementation_Request__c', {}), statusCode = 200) {
  getObjectInfos.emit({
    results: [
      { statusCode, result: info },
      { statusCode: 200, result: ACCOUNT_INFO },
    ],
  });
}

async function show({ records = REQUESTS, account = {}, info } = {}) {
  const element = create();
  await settle();
  emitInfos(info);
  getRecord.emit(record('Account', { Name: 'Orchid Retail', ...account }));
  getRelatedListRecords.emit({ records }, ({ relatedListId }) => relatedListId === 'Implementation_Requests__r');
  await settle();
  return element;
}

async function file(element) {
  find(element, '[data-action="add"]').click();
  await settle();
}

describe('c-account-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  test('shows what is open, planned and over', async () => {
    const element = await show({
      account: { 'Technical_Advisor__r.Name': 'Tara Nwosu', Vitally_State__c: ['Found', 'Found'] },
    });
    const groups = [...element.shadowRoot.querySelectorAll('[data-group]')].map((group) => [
      group.dataset.group,
      [...group.querySelectorAll('c-account-request')].map(({ request }) => request.id),
    ]);

    expect(groups).toEqual([
      ['open', ['open']],
      ['planned', ['planned']],
      ['earlier', ['closed']],
    ]);
    expect(find(element, '[data-fact="Technical_Advisor__c"] dd').textContent).toBe('Tara Nwosu');
    expect(find(element, '[data-fact="Vitally_State__c"] dd').textContent).toBe('Found');
    await expect(element).toBeAccessible();
  });

  test('says that there is no request and no advisor', async () => {
    const element = await show({ records: [] });

    expect(find(element, '[data-none]')).not.toBeNull();
    expect(find(element, '[data-fact="Technical_Advisor__c"] dd').textContent).toBe('c.Groundwork_No_Advisor');
    expect(find(element, '[data-fact="Vitally_State__c"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test.each([
    ['saved', 1],
    ['cancel', 0],
  ])('files a request until %s', async (end, refreshed) => {
    const element = await show();
    await file(element);
    expect(find(element, 'c-account-request-form')).toMatchObject({ accountId: '001' });
    expect(find(element, 'c-account-request-form').earlier).toHaveLength(3);
    expect(find(element, '[data-action="add"]')).toBeNull();

    find(element, 'c-account-request-form').dispatchEvent(new CustomEvent(end, { detail: {} }));
    await settle();
    expect(find(element, 'c-account-request-form')).toBeNull();
    expect(refreshApex).toHaveBeenCalledTimes(refreshed);
  });

  test('asks anew once a plan is activated', async () => {
    const element = await show();
    find(element, '[data-group="planned"] c-account-request').dispatchEvent(
      new CustomEvent('activated', { detail: {} }),
    );
    await settle();

    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(find(element, '[role="status"]').textContent).toBe('c.Groundwork_Plan_Activated');
  });

  test('is only read by those who may not file', async () => {
    const element = await show({ info: objectInfo('Implementation_Request__c', {}, { createable: false }) });
    expect(find(element, '[data-action="add"]')).toBeNull();
  });

  testsOfOptionalCard(create, { grant: () => emitInfos(), deny: () => emitInfos([], 403) });
});
