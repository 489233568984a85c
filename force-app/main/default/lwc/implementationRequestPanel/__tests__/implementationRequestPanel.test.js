import { createElement } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { refreshApex } from '@salesforce/apex';
import ImplementationRequestPanel from 'c/implementationRequestPanel';
import { find, findAll } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const requestInfo = {
  apiName: 'Implementation_Request__c',
  createable: true,
  updateable: true,
  defaultRecordTypeId: '012000000000000AAA',
  fields: {
    Strategy__c: { label: 'Strategy' },
    Next_Steps__c: { label: 'Next Steps' },
    Next_Step_Owner__c: { label: 'Next Step Owner' },
    Decision__c: { label: 'Decision' },
    Decision_Reason__c: { label: 'Decision Reason' },
    Decide_By__c: { label: 'Decide By' },
    Submitted_On__c: { label: 'Submitted On' },
  },
};

const assessmentInfo = {
  apiName: 'Strategy_Assessment__c',
  createable: true,
  updateable: true,
  defaultRecordTypeId: '012000000000000AAA',
  fields: { Cloud_Qualification__c: { label: 'Qualifies for Cloud', createable: true, updateable: true } },
};

const noAccess = { statusCode: 403, result: [] };

function granted(result) {
  return { statusCode: 200, result };
}

function value(plain, displayValue = null) {
  return { displayValue, value: plain };
}

function assessment(action) {
  return {
    id: 'a01000000000001AAA',
    apiName: 'Strategy_Assessment__c',
    fields: { Recommended_Action__c: value(action), Overridden__c: value(false) },
  };
}

function opportunity({ isClosed = false, isWon = false, accountId = '001000000000001AAA', action } = {}) {
  return {
    id: '006000000000001AAA',
    apiName: 'Opportunity',
    fields: {
      Name: value('Northwind – New Business'),
      IsClosed: value(isClosed),
      IsWon: value(isWon),
      AccountId: value(accountId),
      Current_Assessment__r: value(action ? assessment(action) : null),
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
    Backlog_Position__c: value('3 of 14'),
    Submitted_On__c: value('2026-11-02T09:00:00.000Z', '11/2/2026, 9:00 AM'),
    Decision__c: value('Pending', 'Pending'),
    Decision_Reason__c: value(null),
    Next_Steps__c: value(null),
    Decide_By__c: value('2026-11-30T09:00:00.000Z', '11/30/2026, 9:00 AM'),
    Question__c: value('An old question'),
  },
};

async function show({
  records = [],
  info = granted(requestInfo),
  assessing = granted(assessmentInfo),
  deal = opportunity(),
} = {}) {
  const element = createElement('c-implementation-request-panel', { is: ImplementationRequestPanel });
  element.recordId = '006000000000001AAA';
  document.body.appendChild(element);
  getObjectInfos.emit({ results: [info, assessing] });
  getRecord.emit(deal);
  getRelatedListRecords.emit({ records });
  await settle();
  return element;
}

/** The numbers of the requests that are shown. */
function numbers(element) {
  return findAll(element, 'c-implementation-request-card').map(({ request }) => request.number);
}

async function click(element, action) {
  find(element, `[data-action="${action}"]`).click();
  await settle();
}

function buttons(element) {
  return [...element.shadowRoot.querySelectorAll('lightning-button')].map(({ label, variant }) => [label, variant]);
}

describe('c-implementation-request-panel', () => {
  beforeEach(() => {
    refreshApex.mockClear();
    notifyRecordUpdateAvailable.mockClear();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('says that it is loading until everything is there', async () => {
    const element = createElement('c-implementation-request-panel', { is: ImplementationRequestPanel });
    element.recordId = '006000000000001AAA';
    document.body.appendChild(element);
    getObjectInfos.emit({ results: [granted(requestInfo), granted(assessmentInfo)] });
    await settle();

    expect(find(element, 'p[role="status"]').textContent).toBe('c.Groundwork_Loading');
    await expect(element).toBeAccessible();
  });

  test.each([403, 404])('shows nothing at all to those who may not read requests (%i)', async (status) => {
    const element = await show({ info: { statusCode: status, result: [] } });
    getRelatedListRecords.error({ message: 'No access' }, status);
    await settle();

    expect(element.shadowRoot.childElementCount).toBe(0);
  });

  test('says why the requests could not be loaded', async () => {
    const element = await show();
    getRelatedListRecords.error({ message: 'Server error' }, 500);
    await settle();

    expect(find(element, 'c-error-panel').heading).toBe('c.Groundwork_Load_Failed');
    expect(buttons(element)).toEqual([]);
  });

  test('asks for the requests of this Opportunity, newest first, and for optional fields as such', async () => {
    // Without a customer, whose other requests would be asked for last.
    await show({ deal: opportunity({ accountId: null }) });

    expect(getRelatedListRecords.getLastConfig()).toMatchObject({
      parentRecordId: '006000000000001AAA',
      relatedListId: 'Implementation_Requests__r',
      fields: ['Implementation_Request__c.Name', 'Implementation_Request__c.Request_Type__c'],
      optionalFields: expect.arrayContaining(['Implementation_Request__c.Next_Step_Owner__r.Name']),
      sortBy: ['-Implementation_Request__c.CreatedDate'],
    });
  });

  test('asks for the current assessment together with the Opportunity', async () => {
    await show();

    expect(getRecord.getLastConfig().optionalFields).toContain(
      'Opportunity.Current_Assessment__r.Recommended_Action__c',
    );
  });

  test('lists what is filed and offers to file another', async () => {
    const element = await show({ records: [record, { ...record, id: 'a00000000000002AAA' }] });

    const cards = [...element.shadowRoot.querySelectorAll('c-implementation-request-card')];
    expect(cards.map(({ request }) => request.id)).toEqual(['a00000000000001AAA', 'a00000000000002AAA']);
    expect(cards[0].request).toEqual({
      id: 'a00000000000001AAA',
      number: 'IR-00001',
      status: 'In Triage',
      isOpen: true,
      type: 'Production Deployment',
      priority: 'P2',
      rank: '3 of 14',
      facts: [{ name: 'Strategy__c', label: 'Strategy', value: 'Jointly Managed' }],
      steps: [],
      history: [{ name: 'Submitted_On__c', label: 'Submitted On', value: '11/2/2026, 9:00 AM' }],
      deadline: { label: 'Decide By', time: '2026-11-30T09:00:00.000Z' },
      question: null,
      record,
    });
    expect(buttons(element)).toEqual([
      ['c.Groundwork_File_Another', 'neutral'],
      ['c.Groundwork_Assess', 'neutral'],
    ]);
  });

  test('tells the decision with its reason, and who takes the next step', async () => {
    const decided = {
      ...record.fields,
      Status__c: value('Qualified', 'Qualified'),
      Decision__c: value('Qualified', 'Qualified'),
      Decision_Reason__c: value('Fits_Priorities', 'Fits priorities and bandwidth'),
      Next_Steps__c: value('Sign the order.'),
      Next_Step_Owner__r: value({ id: '005000000000001AAA', fields: { Name: value('Chen Wei') } }),
    };
    const element = await show({ records: [{ ...record, fields: decided }] });

    const { facts, steps, deadline } = find(element, 'c-implementation-request-card').request;
    expect(facts.map(({ label, value: words }) => [label, words])).toEqual([
      ['Strategy', 'Jointly Managed'],
      ['Decision', 'Qualified'],
      ['Decision Reason', 'Fits priorities and bandwidth'],
    ]);
    expect(steps.map(({ label, value: words }) => [label, words])).toEqual([
      ['Next Steps', 'Sign the order.'],
      ['Next Step Owner', 'Chen Wei'],
    ]);
    expect(deadline).toBeNull();
  });

  test('passes on the question that waits to be answered', async () => {
    const fields = { ...record.fields, Status__c: value('Needs_Info', 'Needs Info'), Question__c: value('How many?') };
    const element = await show({ records: [{ ...record, fields }] });

    expect(find(element, 'c-implementation-request-card').request.question).toBe('How many?');
  });

  test('shows a request without the fields that the user may not read', async () => {
    const { Name, Request_Type__c } = record.fields;
    const element = await show({ records: [{ ...record, fields: { Name, Request_Type__c } }] });

    expect(find(element, 'c-implementation-request-card').request).toMatchObject({
      number: 'IR-00001',
      status: null,
      priority: null,
      rank: null,
      facts: [],
      deadline: null,
    });
  });

  test('invites to assess first when there is no assessment', async () => {
    const element = await show();

    expect(find(element, '[data-invitation]').textContent).toBe('c.Groundwork_Assess_Invitation');
    expect(buttons(element)).toEqual([
      ['c.Groundwork_File_Anyway', 'neutral'],
      ['c.Groundwork_Assess', 'brand'],
    ]);
  });

  test.each([
    ['File_Request', 'c.Groundwork_Request_Implementation', 'brand'],
    ['Managed_Instance_And_Request', 'c.Groundwork_Request_Implementation', 'brand'],
    ['Managed_Instance_Request', 'c.Groundwork_File_Anyway', 'neutral'],
    ['Create_Environment', 'c.Groundwork_File_Anyway', 'neutral'],
    ['Complete_Facts', 'c.Groundwork_File_Anyway', 'neutral'],
  ])('follows the assessment: %s', async (action, label, variant) => {
    const element = await show({ deal: opportunity({ action }) });

    expect(find(element, 'c-strategy-recommendation').assessment.id).toBe('a01000000000001AAA');
    expect(buttons(element)).toEqual([
      [label, variant],
      ['c.Groundwork_Change_Answers', 'neutral'],
    ]);
    expect(find(element, 'c-managed-instance-request') !== null).toBe(action.startsWith('Managed_Instance'));
  });

  test('begins anew when every request has ended', async () => {
    const fields = { ...record.fields, Is_Open__c: value(false) };
    const element = await show({ records: [{ ...record, fields }], deal: opportunity({ action: 'File_Request' }) });

    expect(find(element, 'c-implementation-request-card')).not.toBeNull();
    expect(buttons(element)[0]).toEqual(['c.Groundwork_Request_Implementation', 'brand']);
  });

  test('lets those file at once who may not assess', async () => {
    const element = await show({ assessing: noAccess });

    expect(buttons(element)).toEqual([['c.Groundwork_Request_Implementation', 'brand']]);
  });

  test('goes to the questions, asks for the new assessment once it is saved, and comes back', async () => {
    const element = await show();
    await click(element, 'assess');
    const questions = find(element, 'c-strategy-assessment');
    expect(questions.opportunity.accountId).toBe('001000000000001AAA');

    questions.dispatchEvent(new CustomEvent('saved', { detail: { id: 'a01000000000001AAA', isNew: true } }));
    getRecord.emit(opportunity({ action: 'File_Request' }));
    await settle();
    expect(notifyRecordUpdateAvailable.mock.calls).toEqual([[[{ recordId: '006000000000001AAA' }]]]);
    expect(find(element, 'c-strategy-assessment').assessment.id).toBe('a01000000000001AAA');

    questions.dispatchEvent(new CustomEvent('saved', { detail: { id: 'a01000000000001AAA', isNew: false } }));
    questions.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(1);
    expect(find(element, 'c-strategy-recommendation')).not.toBeNull();
    expect(element.shadowRoot.activeElement.dataset.start).toBeDefined();
  });

  test('goes to the form with what is known', async () => {
    const element = await show({ records: [record], deal: opportunity({ action: 'File_Request' }) });

    await click(element, 'file');

    const form = find(element, 'c-implementation-request-form');
    expect(form.assessment.id).toBe('a01000000000001AAA');
    expect(form.requests.map(({ number }) => number)).toEqual(['IR-00001']);
    expect(form.opportunity).toEqual({
      id: '006000000000001AAA',
      name: 'Northwind – New Business',
      accountId: '001000000000001AAA',
      accountName: 'Northwind Logistics',
    });
  });

  test('shows the new request as soon as it is filed, and once', async () => {
    const element = await show();
    await click(element, 'file');
    const form = find(element, 'c-implementation-request-form');
    let listIsThere;
    refreshApex.mockReturnValue(new Promise((resolve) => (listIsThere = resolve)));

    form.dispatchEvent(new CustomEvent('filed', { detail: { record } }));
    form.dispatchEvent(new CustomEvent('close'));
    await settle();

    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(numbers(element)).toEqual(['IR-00001']);

    getRelatedListRecords.emit({ records: [record] });
    await settle();
    expect(numbers(element)).toEqual(['IR-00001']);

    listIsThere();
    await settle();
    expect(numbers(element)).toEqual(['IR-00001']);
    expect(element.shadowRoot.activeElement.localName).toBe('ul');
  });

  test('returns home when the form is given up', async () => {
    const element = await show();
    await click(element, 'file');

    find(element, 'c-implementation-request-form').dispatchEvent(new CustomEvent('close'));
    await settle();

    expect(find(element, '[data-start]').textContent).toBe('c.Groundwork_No_Request');
    expect(refreshApex).not.toHaveBeenCalled();
  });

  test('offers nothing to those who may only read', async () => {
    const mayOnlyRead = { label: 'Qualifies for Cloud', createable: false, updateable: false };
    const rights = {
      info: granted({ ...requestInfo, createable: false }),
      assessing: granted({ ...assessmentInfo, fields: { Cloud_Qualification__c: mayOnlyRead } }),
    };
    const empty = await show(rights);
    expect(find(empty, '[data-start]').textContent).toBe('c.Groundwork_No_Request');
    expect(find(empty, '[data-invitation]')).toBeNull();
    expect(buttons(empty)).toEqual([]);

    document.body.replaceChildren();
    const filled = await show({ ...rights, records: [record], deal: opportunity({ action: 'File_Request' }) });
    expect(find(filled, 'c-implementation-request-card')).not.toBeNull();
    expect(find(filled, 'c-strategy-recommendation')).not.toBeNull();
    expect(buttons(filled)).toEqual([]);
  });

  test.each([
    ['is Closed Lost', { isClosed: true }, 'c.Groundwork_Closed_Lost'],
    ['has no Account', { accountId: null }, 'c.Groundwork_No_Account'],
  ])('says why nothing can be filed when the Opportunity %s', async (_, deal, text) => {
    const element = await show({ deal: opportunity(deal) });

    expect(find(element, '[data-obstacle]').textContent).toBe(text);
    expect(buttons(element)).toEqual([]);
  });

  test('lets a late request be filed when the Opportunity is won', async () => {
    const element = await show({ deal: opportunity({ isClosed: true, isWon: true }) });

    expect(find(element, '[data-action="file"]')).not.toBeNull();
  });

  test('is accessible at home, in the questions and in the form', async () => {
    const deal = opportunity({ action: 'Managed_Instance_And_Request' });
    const element = await show({ records: [record], deal });
    await expect(element).toBeAccessible();

    await click(element, 'assess');
    await expect(element).toBeAccessible();

    find(element, 'c-strategy-assessment').dispatchEvent(new CustomEvent('close'));
    await settle();
    await click(element, 'file');
    await expect(element).toBeAccessible();
  });
});
