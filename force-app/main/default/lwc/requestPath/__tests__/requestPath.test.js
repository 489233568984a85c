import { createElement } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import RequestPath from 'c/requestPath';
import { PERMISSIONS } from 'c/permissions';
import { testsOfLoading } from '../../../../../../test/lwc/card-states.js';
import { find, offeredActions } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/user/Id', () => ({ default: '005000000000001AAA' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Moved', () => ({ default: 'Now {0}' }), { virtual: true });
jest.mock('c/permissions', () => ({ PERMISSIONS: {} }));

const NAMES = {
  Submitted: 'Submitted',
  In_Triage: 'In Triage',
  Needs_Info: 'Needs Info',
  Qualified: 'Qualified',
  Withdrawn: 'Withdrawn',
};

const picklists = {
  picklistFieldValues: { Status__c: { values: Object.entries(NAMES).map(([value, label]) => ({ value, label })) } },
};

const TYPES = {
  Status__c: 'Picklist',
  Acknowledge_By__c: 'DateTime',
  Question__c: 'TextArea',
  Closing_Reason__c: 'String',
};
const INFO = objectInfo('Implementation_Request__c', TYPES);

function request(status, fields = {}) {
  return record('Implementation_Request__c', { Id: 'a00000000000001AAA', Status__c: status, ...fields });
}

async function show(shown, { permissions = { decide: true, triage: true, run: true }, info = INFO } = {}) {
  Object.assign(PERMISSIONS, { decide: false, postLive: false, review: false, run: false, triage: false }, permissions);
  const element = createElement('c-request-path', { is: RequestPath });
  element.recordId = 'a00000000000001AAA';
  document.body.appendChild(element);
  getObjectInfo.emit(info);
  getPicklistValuesByRecordType.emit(picklists);
  if (shown) {
    getRecord.emit(shown);
  }
  await settle();
  return element;
}

function stages(element) {
  const found = [...element.shadowRoot.querySelectorAll('li')];
  return found.map((stage) => [stage.textContent, stage.className.split('_').at(-1)]);
}

describe('c-request-path', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows what is done, where the request is and what is to come', async () => {
    const element = await show(request('In_Triage'));

    expect(stages(element).slice(0, 3)).toEqual([
      ['Submitted', 'complete'],
      ['In Triage', 'current'],
      ['Qualified', 'incomplete'],
    ]);
    expect(find(element, '[aria-current="step"]').textContent).toBe('In Triage');
    expect(find(element, '[data-next]').textContent).toContain('c.Groundwork_Next_Triage');
    await expect(element).toBeAccessible();
  });

  test.each([
    ['a detour stands in for its stage', request('Needs_Info'), ['Needs Info', 'current'], 1],
    ['a draft comes before the way', request('Draft'), ['Draft', 'current'], 0],
    ['the end is reached', request('Closed_Handed_Off'), ['Closed_Handed_Off', 'won'], 6],
    [
      'what was given up ends where it was',
      request('Withdrawn', { Prior_Status__c: 'Needs_Info' }),
      ['Withdrawn', 'lost'],
      2,
    ],
    ['what was given up before triage', request('Withdrawn'), ['Withdrawn', 'lost'], 1],
  ])('%s', async (_, shown, stage, place) => {
    expect(stages(await show(shown))[place]).toEqual(stage);
  });

  test('says by when the next step is due, what is asked, and that the request waits', async () => {
    const submitted = await show(request('Submitted', { Acknowledge_By__c: '2022-11-16T10:00:00.000Z' }));
    expect(find(submitted, '[data-deadline]').value).toBe('2022-11-16T10:00:00.000Z');
    document.body.replaceChildren();

    const asked = await show(
      request('Needs_Info', { Question__c: 'How many?', On_Hold__c: true, On_Hold_Reason__c: 'Budget' }),
    );
    const remarks = [...asked.shadowRoot.querySelectorAll('[data-remark]')].map(({ textContent }) => textContent);
    expect(remarks).toEqual(['How many?', 'Budget']);
    expect(find(asked, 'lightning-badge').label).toBe('c.Groundwork_On_Hold');
    await expect(asked).toBeAccessible();
  });

  test('offers the ways on without decisions, the first one foremost', async () => {
    const element = await show(request('In_Triage'));

    expect(offeredActions(element)).toEqual(['Needs_Info', 'Duplicate', 'Withdrawn']);
    expect(find(element, '[data-action="Needs_Info"]').variant).toBe('brand');
    expect(find(element, '[data-action="Withdrawn"]').variant).toBe('neutral');
  });

  test('offers those who filed it to withdraw, and strangers nothing', async () => {
    const permissions = {};
    const mine = request('Submitted', { Requester__c: '005000000000001AAA' });
    expect(offeredActions(await show(mine, { permissions }))).toEqual(['Withdrawn']);
    document.body.replaceChildren();

    expect(offeredActions(await show(request('Submitted'), { permissions }))).toEqual([]);
    document.body.replaceChildren();

    expect(
      offeredActions(await show(mine, { info: objectInfo('Implementation_Request__c', TYPES, { fields: false }) })),
    ).toEqual([]);
  });

  test('asks on the way what the status needs, keeps the form while the page moves on, and closes it when it is saved', async () => {
    const element = await show(request('In_Triage', { Current_Review__c: 'a02000000000001AAA' }));
    find(element, '[data-action="Needs_Info"]').click();
    await settle();

    const form = find(element, 'c-record-change');
    expect(form.questions).toEqual([{ name: 'Question__c', required: true }]);
    expect(form.fixed).toEqual({ Status__c: 'Needs_Info' });
    expect(form.affects).toEqual(['a02000000000001AAA']);
    expect(offeredActions(element)).toEqual([]);

    getRecord.emit(request('Needs_Info'));
    await settle();
    expect(find(element, 'c-record-change')).toBe(form);

    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    form.dispatchEvent(new CustomEvent('saved', { detail: { record: request('Needs_Info') } }));
    await settle();
    expect(toast.mock.calls[0][0].detail.title).toBe('Now Needs Info');
    expect(find(element, 'c-record-change')).toBeNull();
    expect(offeredActions(element)).toEqual(['In_Triage', 'Withdrawn']);
  });

  test.each([
    ['where a flow has brought it', { Status__c: { value: 'Qualified' } }, 'Now Qualified'],
    ['where it was to go when the answer does not tell', {}, 'Now In Triage'],
  ])('says %s', async (_, fields, told) => {
    const element = await show(request('Submitted'));
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    find(element, '[data-action="In_Triage"]').click();
    await settle();

    find(element, 'c-record-change').dispatchEvent(new CustomEvent('saved', { detail: { record: { fields } } }));

    expect(toast.mock.calls[0][0].detail.title).toBe(told);
  });

  testsOfLoading(() => show(null));
});
