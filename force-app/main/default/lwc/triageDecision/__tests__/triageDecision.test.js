import { createElement } from 'lwc';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import TriageDecision from 'c/triageDecision';
import { PERMISSIONS } from 'c/permissions';
import { testsOfLoading } from '../../../../../../test/lwc/card-states.js';
import { find, offeredActions, text } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('c/permissions', () => ({ PERMISSIONS: {} }));

const TYPES = {
  Status__c: 'Picklist',
  Decision__c: 'Picklist',
  Decision_Reason__c: 'TextArea',
  Next_Steps__c: 'TextArea',
  Next_Step_Owner__c: 'Reference',
  Alternative_Path__c: 'TextArea',
};
const INFO = objectInfo('Implementation_Request__c', TYPES);
const DECIDED = {
  Decision__c: 'Qualified',
  Decision_Reason__c: 'Fits priorities',
  Decided_On__c: '2022-11-18T10:00:00.000Z',
  Requester_Informed_On__c: '2022-11-18T10:00:01.000Z',
  Next_Steps__c: 'Plan the kickoff',
};

function request(status, fields = {}) {
  return record('Implementation_Request__c', {
    Id: 'a00000000000001AAA',
    Status__c: status,
    Next_Step_Owner__c: '005000000000001AAA',
    'Next_Step_Owner__r.Name': 'Igor Novak',
    ...fields,
  });
}

async function show(shown, { decide = true, info = INFO } = {}) {
  Object.assign(PERMISSIONS, { decide, postLive: false, review: false, run: false, triage: decide });
  const element = createElement('c-triage-decision', { is: TriageDecision });
  element.recordId = 'a00000000000001AAA';
  document.body.appendChild(element);
  getObjectInfo.emit(info);
  getPicklistValuesByRecordType.emit({ picklistFieldValues: {} });
  if (shown) {
    getRecord.emit(shown);
  }
  await settle();
  return element;
}

async function press(element, to) {
  find(element, `[data-action="${to}"]`).click();
  await settle();
  return find(element, 'c-record-change');
}

describe('c-triage-decision', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows what was decided, who learned it, and what happens next', async () => {
    const element = await show(request('Qualified', DECIDED));

    expect(text(element, '[data-fact="Decision_Reason__c"]')).toBe('Fits priorities');
    expect(text(element, '[data-fact="Next_Steps__c"]')).toBe('Plan the kickoff');
    expect(text(element, '[data-fact="Next_Step_Owner__c"]')).toBe('Igor Novak');
    expect(find(element, '[data-informed] c-date-text').value).toBe('2022-11-18T10:00:01.000Z');
    expect(find(element, 'c-decision-log').recordId).toBe('a00000000000001AAA');
    await expect(element).toBeAccessible();
  });

  test('says that nothing is decided, and offers the lead to decide', async () => {
    const element = await show(request('In_Triage', { Decision__c: 'Pending' }));

    expect(find(element, '[data-undecided]')).not.toBeNull();
    expect(offeredActions(element)).toEqual(['Qualified', 'Disqualified']);
    expect(find(element, '[data-action="Qualified"]').variant).toBe('brand');
    await expect(element).toBeAccessible();
  });

  test.each([
    ['In_Triage', 'Disqualified', 'Alternative_Path__c', 'c.Groundwork_After_Disqualify'],
    ['Qualified', 'Selected', 'Project_Manager__c', 'c.Groundwork_After_Select'],
    ['Qualified', 'Not_Selected', 'Decision_Reason__c', 'c.Groundwork_After_Disqualify'],
  ])('from %s to %s asks what belongs to it and says what happens then', async (from, to, field, consequence) => {
    const form = await press(await show(request(from, { Current_Review__c: 'a02000000000001AAA' })), to);

    expect(form.questions.map(({ name }) => name)).toContain(field);
    expect(form.fixed).toEqual({ Status__c: to });
    expect(form.consequence).toBe(consequence);
    expect(form.affects).toEqual(['a02000000000001AAA']);
  });

  test('keeps the form while the page moves on, and closes it when it is saved', async () => {
    const element = await show(request('In_Triage'));
    const form = await press(element, 'Qualified');
    expect(offeredActions(element)).toEqual([]);

    getRecord.emit(request('Qualified', DECIDED));
    await settle();
    expect(find(element, 'c-record-change')).toBe(form);

    form.dispatchEvent(new CustomEvent('saved', { detail: { record: request('Qualified') } }));
    await settle();
    expect(offeredActions(element)).toEqual(['Selected', 'Not_Selected']);
  });

  test.each([
    ['does not decide', { decide: false }],
    ['may not change the status', { info: objectInfo('Implementation_Request__c', TYPES, { fields: false }) }],
  ])('offers nothing to somebody who %s', async (_, options) => {
    expect(offeredActions(await show(request('In_Triage'), options))).toEqual([]);
  });

  testsOfLoading(() => show(null));
});
