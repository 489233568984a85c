import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import ImplementationRequestPanel from 'c/implementationRequestPanel';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const objectInfo = {
  apiName: 'Implementation_Request__c',
  createable: true,
  defaultRecordTypeId: '012000000000000AAA',
  fields: { Strategy__c: { label: 'Strategy' }, Next_Steps__c: { label: 'Next Steps' } },
};

function value(plain, displayValue = null) {
  return { displayValue, value: plain };
}

function opportunity({ isClosed = false, isWon = false, accountId = '001000000000001AAA' } = {}) {
  return {
    id: '006000000000001AAA',
    apiName: 'Opportunity',
    fields: {
      Name: value('Northwind – New Business'),
      IsClosed: value(isClosed),
      IsWon: value(isWon),
      AccountId: value(accountId),
      Account: value(accountId && { id: accountId, fields: { Name: value('Northwind Logistics') } }),
    },
  };
}

const record = {
  id: 'a00000000000001AAA',
  apiName: 'Implementation_Request__c',
  fields: {
    Name: value('IR-00001'),
    Request_Type__c: value('Production_Deployment', 'Production Deployment'),
    Status__c: value('In_Triage', 'In Triage'),
    Strategy__c: value('Jointly_Managed', 'Jointly Managed'),
    Priority__c: value('P2', 'P2'),
    Backlog_Rank__c: value(3, '3'),
    Next_Steps__c: value(null),
  },
};

async function show({ records = [], info = objectInfo, deal = opportunity() } = {}) {
  const element = createElement('c-implementation-request-panel', { is: ImplementationRequestPanel });
  element.recordId = '006000000000001AAA';
  document.body.appendChild(element);
  getObjectInfo.emit(info);
  getRecord.emit(deal);
  getRelatedListRecords.emit({ records });
  await settle();
  return element;
}

async function settle() {
  for (let turn = 0; turn < 5; turn++) {
    // eslint-disable-next-line no-await-in-loop
    await Promise.resolve();
  }
}

function find(element, selector) {
  return element.shadowRoot.querySelector(selector);
}

async function chooseStrategy(element, strategy = 'Jointly_Managed') {
  find(element, 'c-strategy-question').dispatchEvent(new CustomEvent('choose', { detail: { strategy } }));
  await settle();
}

describe('c-implementation-request-panel', () => {
  beforeEach(() => {
    refreshApex.mockClear();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('says that it is loading until everything is there', async () => {
    const element = createElement('c-implementation-request-panel', { is: ImplementationRequestPanel });
    element.recordId = '006000000000001AAA';
    document.body.appendChild(element);
    getObjectInfo.emit(objectInfo);
    await settle();

    expect(find(element, 'p[role="status"]').textContent).toBe('c.Groundwork_Loading');
    await expect(element).toBeAccessible();
  });

  test.each([403, 404])('shows nothing at all to those who may not read requests (%i)', async (status) => {
    const element = await show();
    getObjectInfo.error({ message: 'No access' }, status);
    getRelatedListRecords.error({ message: 'No access' }, status);
    await settle();

    expect(element.shadowRoot.childElementCount).toBe(0);
  });

  test('says why the requests could not be loaded', async () => {
    const element = await show();
    getRelatedListRecords.error({ message: 'Server error' }, 500);
    await settle();

    expect(find(element, 'c-error-panel').heading).toBe('c.Groundwork_Load_Failed');
    expect(find(element, 'c-strategy-question')).toBeNull();
  });

  test('asks for the requests of this Opportunity, newest first, and for optional fields as such', async () => {
    await show();

    expect(getRelatedListRecords.getLastConfig()).toEqual({
      parentRecordId: '006000000000001AAA',
      relatedListId: 'Implementation_Requests__r',
      fields: ['Implementation_Request__c.Name', 'Implementation_Request__c.Request_Type__c'],
      optionalFields: [
        'Implementation_Request__c.Status__c',
        'Implementation_Request__c.Strategy__c',
        'Implementation_Request__c.Priority__c',
        'Implementation_Request__c.Backlog_Rank__c',
        'Implementation_Request__c.Next_Steps__c',
      ],
      sortBy: ['-Implementation_Request__c.CreatedDate'],
    });
  });

  test('lists what is filed and offers to file another', async () => {
    const element = await show({ records: [record] });

    expect(find(element, 'c-implementation-request-card').request).toEqual({
      id: 'a00000000000001AAA',
      number: 'IR-00001',
      status: 'In Triage',
      type: 'Production Deployment',
      strategy: 'Jointly Managed',
      priority: 'P2',
      rank: 3,
      nextSteps: null,
      fieldLabels: { strategy: 'Strategy', nextSteps: 'Next Steps' },
    });
    expect(find(element, '[data-action="file-another"]')).not.toBeNull();
    expect(find(element, 'c-strategy-question')).toBeNull();
  });

  test('shows a request without the fields that the user may not read', async () => {
    const { Name, Request_Type__c } = record.fields;
    const element = await show({ records: [{ ...record, fields: { Name, Request_Type__c } }] });

    expect(find(element, 'c-implementation-request-card').request).toMatchObject({
      number: 'IR-00001',
      status: null,
      priority: null,
      rank: null,
    });
  });

  test('asks the first question at once when nothing is filed', async () => {
    const element = await show();

    expect(find(element, 'c-strategy-question').canGoBack).toBe(false);
  });

  test('goes from the question to the form with what is known', async () => {
    const element = await show();

    await chooseStrategy(element);

    const form = find(element, 'c-implementation-request-form');
    expect(form.strategy).toBe('Jointly_Managed');
    expect(form.opportunity).toEqual({
      id: '006000000000001AAA',
      name: 'Northwind – New Business',
      accountId: '001000000000001AAA',
      accountName: 'Northwind Logistics',
    });
  });

  test('shows the new request once it is filed', async () => {
    const element = await show();
    await chooseStrategy(element);
    const form = find(element, 'c-implementation-request-form');
    let listIsThere;
    refreshApex.mockReturnValue(new Promise((resolve) => (listIsThere = resolve)));

    form.dispatchEvent(new CustomEvent('filed', { detail: { id: record.id, number: 'IR-00001' } }));
    form.dispatchEvent(new CustomEvent('close'));
    await settle();

    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(find(element, 'p[role="status"]').textContent).toBe('c.Groundwork_Loading');

    getRelatedListRecords.emit({ records: [record] });
    listIsThere();
    await settle();

    expect(find(element, 'c-implementation-request-card').request.number).toBe('IR-00001');
    expect(element.shadowRoot.activeElement.localName).toBe('ul');
  });

  test('returns to the question when the first request is given up, and to the list otherwise', async () => {
    const first = await show();
    await chooseStrategy(first);
    find(first, 'c-implementation-request-form').dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(find(first, 'c-strategy-question')).not.toBeNull();

    document.body.replaceChildren();
    const another = await show({ records: [record] });
    find(another, '[data-action="file-another"]').click();
    await settle();
    await chooseStrategy(another);
    find(another, 'c-implementation-request-form').dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(find(another, 'c-implementation-request-card')).not.toBeNull();
  });

  test('offers nothing to those who may only read', async () => {
    const readOnly = { ...objectInfo, createable: false };
    const empty = await show({ info: readOnly });
    expect(find(empty, '[data-start]').textContent).toBe('c.Groundwork_No_Request');
    expect(find(empty, 'c-strategy-question')).toBeNull();

    document.body.replaceChildren();
    const filled = await show({ info: readOnly, records: [record] });
    expect(find(filled, 'c-implementation-request-card')).not.toBeNull();
    expect(find(filled, '[data-action="file-another"]')).toBeNull();
  });

  test.each([
    ['is Closed Lost', { isClosed: true }, 'c.Groundwork_Closed_Lost'],
    ['has no Account', { accountId: null }, 'c.Groundwork_No_Account'],
  ])('says why nothing can be filed when the Opportunity %s', async (_, deal, text) => {
    const element = await show({ deal: opportunity(deal) });

    expect(find(element, '[data-obstacle]').textContent).toBe(text);
    expect(find(element, 'c-strategy-question')).toBeNull();
  });

  test('lets a late request be filed when the Opportunity is won', async () => {
    const element = await show({ deal: opportunity({ isClosed: true, isWon: true }) });

    expect(find(element, 'c-strategy-question')).not.toBeNull();
  });

  test('is accessible as question, list and form', async () => {
    const element = await show({ records: [record] });
    await expect(element).toBeAccessible();

    find(element, '[data-action="file-another"]').click();
    await settle();
    await expect(element).toBeAccessible();

    await chooseStrategy(element);
    await expect(element).toBeAccessible();
  });
});
