import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import HandoffChecklist from 'c/handoffChecklist';
import { testsOfOptionalCard } from '../../../../../../test/lwc/card-states.js';
import { find } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Readiness', () => ({ default: '{0} of {1} ready' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Gate', () => ({ default: '{0}: {1} of {2} settled' }), { virtual: true });
jest.mock('@salesforce/customPermission/Groundwork_All_Items', () => ({ default: undefined }), { virtual: true });
jest.mock('@salesforce/customPermission/Groundwork_CE_Items', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/customPermission/Groundwork_IE_Items', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/customPermission/Groundwork_TA_Items', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/customPermission/Groundwork_Support_Items', () => ({ default: true }), { virtual: true });
jest.mock('@salesforce/customPermission/Groundwork_Waive', () => ({ default: undefined }), { virtual: true });

const TO_IE = ['To_Implementation', 'To Implementation'];
const TO_TA = ['To_Technical_Advisor', 'To Technical Advisor'];
const GATES = {
  G3_Handoff: 'Handoff',
  G4_Contract: 'Contract',
  G5_Start: 'Start',
  G7_Complete: 'Completion',
  G8_Close: 'Close',
};

function item(Id, gate, values = {}) {
  const leg = gate < 'G6' ? TO_IE : TO_TA;
  const made = record('Handoff_Item__c', {
    Id,
    Name: Id,
    Gate__c: [gate, GATES[gate]],
    State__c: ['Not_Started', 'Not started'],
    Handoff__c: `handoff ${leg[0]}`,
    ...values,
  });
  const handoff = record('Handoff__c', { Leg__c: leg });
  return { ...made, fields: { ...made.fields, Handoff__r: { value: handoff, displayValue: null } } };
}

const ITEMS = [
  item('Close documents', 'G8_Close', { Sort_Order__c: 30, Blocking__c: true }),
  item('Discovery', 'G3_Handoff', {
    Sort_Order__c: 20,
    Blocking__c: true,
    Blocked_Because__c: 'Waiting for the Playbook',
    'Assigned_To__r.Name': 'Chen Wei',
  }),
  item('Design', 'G3_Handoff', { Sort_Order__c: 10, Blocking__c: true, Settled__c: true }),
  item('Cadence', 'G4_Contract', { Sort_Order__c: 25, Is_Mine__c: true }),
  item('Exit', 'G7_Complete', { Sort_Order__c: 28, Blocking__c: true }),
  item('Unsorted', 'G7_Complete'),
];
const REQUEST = {
  Name: 'IR-00006',
  Status__c: 'Selected',
  Request_Type__c: 'Production_Deployment',
  Requirements_Ready__c: 2,
  Requirements_Total__c: 8,
};

function create() {
  const element = createElement('c-handoff-checklist', { is: HandoffChecklist });
  element.recordId = 'a00000000000001AAA';
  document.body.appendChild(element);
  return element;
}

async function show({ request = REQUEST, items = ITEMS } = {}) {
  const element = create();
  getObjectInfo.emit(objectInfo('Handoff_Item__c', { State__c: 'Picklist' }));
  getRecord.emit(record('Implementation_Request__c', request));
  getRelatedListRecords.emit({ records: items });
  await settle();
  return element;
}

function texts(element, selector) {
  return [...element.shadowRoot.querySelectorAll(selector)].map((found) => found.textContent);
}

function shownItems(element) {
  return [...element.shadowRoot.querySelectorAll('c-handoff-item')].map((row) => row.item.id);
}

async function filter(element, value) {
  find(element, 'lightning-radio-group').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

describe('c-handoff-checklist', () => {
  beforeEach(() => {
    refreshApex.mockReset().mockResolvedValue();
    notifyRecordUpdateAvailable.mockReset().mockResolvedValue();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows both handoffs by gate, in the order of the template', async () => {
    const element = await show();

    expect(texts(element, '[data-leg] h3')).toEqual(['To Implementation', 'To Technical Advisor']);
    expect(texts(element, '[data-gate] h4')).toEqual([
      'Handoff: 1 of 2 settled',
      'Contract: 0 of 1 settled',
      'Completion: 0 of 2 settled',
      'Close: 0 of 1 settled',
    ]);
    expect(shownItems(element)).toEqual(['Design', 'Discovery', 'Cadence', 'Exit', 'Unsorted', 'Close documents']);
    await expect(element).toBeAccessible();
  });

  test('says how many requirements are ready', async () => {
    const element = await show();

    expect(find(element, '[data-readiness]').textContent).toBe('2 of 8 ready');
    expect(find(element, 'lightning-progress-bar').value).toBe(25);
  });

  test('has no readiness to show without requirements', async () => {
    const element = await show({ request: { ...REQUEST, Requirements_Total__c: 0 } });
    expect(find(element, '[data-readiness]')).toBeNull();
  });

  test.each([
    ['open', ['Discovery', 'Cadence', 'Exit', 'Unsorted', 'Close documents']],
    ['mine', ['Cadence']],
    ['all', ['Design', 'Discovery', 'Cadence', 'Exit', 'Unsorted', 'Close documents']],
  ])('shows %s items', async (value, shownThen) => {
    const element = await show();
    await filter(element, value);

    expect(shownItems(element)).toEqual(shownThen);
  });

  test('says so when a filter hides all', async () => {
    const element = await show({ items: [ITEMS[2]] });
    await filter(element, 'mine');

    expect(find(element, '[data-none-shown]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  test.each([
    ['Selected', {}, ['Discovery – Not started – Waiting for the Playbook – Chen Wei', 'c.Groundwork_Not_Won']],
    ['Selected', { Opportunity_Outcome__c: 'Won' }, ['Discovery – Not started – Waiting for the Playbook – Chen Wei']],
    ['In_Deployment', {}, ['Exit – Not started']],
    [
      'Deployment_Complete',
      { Vitally_State__c: 'Waiting_For_Account' },
      [
        'Close documents – Not started',
        'c.Groundwork_No_Advisor',
        'c.Groundwork_Customer_Not_In_Vitally',
        'c.Groundwork_Documents_Missing',
      ],
    ],
    [
      'Deployment_Complete',
      { Technical_Advisor__c: '005', Documents_In_Vitally__c: 'Yes' },
      ['Close documents – Not started'],
    ],
  ])('says what blocks the next status of a request that is %s %p', async (status, values, blockers) => {
    const element = await show({ request: { ...REQUEST, Status__c: status, ...values } });

    expect(texts(element, '[data-blockers] li')).toEqual(blockers);
  });

  test.each([
    [{ Early_Start_Reason__c: 'The customer waits' }],
    [{ Request_Type__c: 'Production_Migration' }],
    [{ 'Strategy_Assessment__r.Existing_Customer__c': true }],
  ])('says that nothing blocks the start with %p', async (values) => {
    const element = await show({ request: { ...REQUEST, ...values }, items: [ITEMS[2]] });

    expect(find(element, '[data-blockers]').textContent).toBe('c.Groundwork_Start_Free');
  });

  test('has nothing to block in other statuses', async () => {
    const element = await show({ request: { ...REQUEST, Status__c: 'Closed_Handed_Off' } });
    expect(find(element, '[data-blockers]')).toBeNull();
  });

  test('passes on what the user may do', async () => {
    const element = await show();
    expect(find(element, 'c-handoff-item').rights).toEqual({
      all: false,
      waive: false,
      accept: true,
      roles: ['CE', 'Customer', 'IE', 'Customer', 'TA', 'Support'],
    });
  });

  test('asks anew for items, handoffs and request once an item is saved', async () => {
    const element = await show();
    find(element, 'c-handoff-item').dispatchEvent(new CustomEvent('saved', { detail: {} }));
    await settle();

    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([
      { recordId: element.recordId },
      { recordId: 'handoff To_Technical_Advisor' },
      { recordId: 'handoff To_Implementation' },
    ]);
  });

  test('asks anew for items when something changed at the request', async () => {
    await show();
    expect(refreshApex).not.toHaveBeenCalled();
    getRecord.emit(record('Implementation_Request__c', { ...REQUEST, Playbook_Links__c: 1 }));
    await settle();

    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  test('says before the selection when the checklist is made', async () => {
    const element = await show({ items: [], request: { ...REQUEST, Status__c: 'Submitted' } });

    expect(find(element, '[data-none]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  testsOfOptionalCard(create, {
    grant: () => getObjectInfo.emit(objectInfo('Handoff_Item__c', {})),
    deny: () => getObjectInfo.error({ message: 'No' }, 403),
  });
});
