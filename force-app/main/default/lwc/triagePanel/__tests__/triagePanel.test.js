import { createElement } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import TriagePanel from 'c/triagePanel';
import { testsOfLoading } from '../../../../../../test/lwc/card-states.js';
import { find, text } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

const infos = require('../../considerations/__tests__/data/objectInfos.json');
const request = require('../../considerations/__tests__/data/request.json');

jest.mock('@salesforce/label/c.Groundwork_Suggested', () => ({ default: 'suggested: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Rank', () => ({ default: 'Rank {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Round_Open', () => ({ default: 'Round {0} open, {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Round_Closed', () => ({ default: 'Round {0} closed, {1}' }), {
  virtual: true,
});
jest.mock('lightning/uiListsApi', () => {
  const { createLdsTestWireAdapter } = require('@salesforce/wire-service-jest-util');
  return { getListRecordsByName: createLdsTestWireAdapter() };
});

const REVIEW = request.fields.Current_Review__r.value;

function withFields(fields, reviewFields = {}) {
  const review = { ...REVIEW, fields: { ...REVIEW.fields, ...reviewFields } };
  return { ...request, fields: { ...request.fields, Current_Review__r: { value: review }, ...fields } };
}

function infosWith({ reviewStatus = 200, priority = true } = {}) {
  const Priority__c = { ...infos.request.fields.Priority__c, updateable: priority };
  const forRequest = { ...infos.request, fields: { ...infos.request.fields, Priority__c } };
  return {
    results: [
      { statusCode: 200, result: forRequest },
      { statusCode: reviewStatus, result: infos.review },
    ],
  };
}

async function show(record = request, results = infosWith()) {
  const element = createElement('c-triage-panel', { is: TriagePanel });
  element.recordId = request.id;
  document.body.appendChild(element);
  getObjectInfos.emit(results);
  if (record) {
    getRecord.emit(record);
  }
  await settle();
  return element;
}

describe('c-triage-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows the score with its range, the priority beside the suggested one, and the five considerations', async () => {
    const element = await show();

    expect(text(element, '[data-total]')).toBe('47(3 of 5 known, up to 82)');
    expect(text(element, '[data-priority]')).toContain('P2suggested: P3');
    expect(text(element, '[data-priority-reason]')).toBe('The board has announced the date');
    expect(text(element, '[data-position]')).toBe('Rank 3 of 14');
    expect(text(element, '[data-round]')).toBe('Round 1 open, 1');
    const keys = [...element.shadowRoot.querySelectorAll('[data-key]')].map(({ dataset }) => dataset.key);
    expect(keys).toEqual(['Revenue', 'Size', 'Value', 'Intangibles', 'Bandwidth']);
    await expect(element).toBeAccessible();
  });

  test('says so when the round is closed, and when nothing is set', async () => {
    const record = withFields(
      {
        Priority__c: { value: null },
        Priority_Override_Reason__c: { value: null },
        Suggested_Priority__c: { value: null },
        Backlog_Position__c: { value: null },
      },
      { Open__c: { value: false }, Round__c: { value: null }, Weights_Version__c: { value: null } },
    );
    const element = await show(record);

    expect(text(element, '[data-round]')).toBe('Round 1 closed, –');
    expect(text(element, '[data-priority]')).toContain('c.Groundwork_No_Priority');
    expect([text(element, '[data-position]'), text(element, '[data-priority-reason]')]).toEqual([null, null]);
  });

  test.each([
    ['what changed', 'The fiscal year changed', 'The fiscal year changed'],
    ['that something changed', null, 'c.Groundwork_Retriage'],
  ])('says %s since triage', async (_, reason, told) => {
    const record = withFields({
      Retriage_Needed__c: { value: true },
      Retriage_Reason__c: { value: reason },
      Score_Changed_Since_Ranked__c: { value: true },
    });
    const element = await show(record);

    expect(text(element, '[data-retriage]')).toBe(told);
    expect(find(element, '[data-score-moved]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  test('the priority is set with its reason by those who may', async () => {
    const element = await show();
    find(element, '[data-action="priority"]').click();
    await settle();

    const form = find(element, '[data-form="priority"]');
    expect(form.questions).toEqual([{ name: 'Priority__c' }, { name: 'Priority_Override_Reason__c' }]);
    form.dispatchEvent(new CustomEvent('saved'));
    await settle();
    expect(find(element, '[data-form="priority"]')).toBeNull();
    document.body.replaceChildren();

    expect(find(await show(request, infosWith({ priority: false })), '[data-action="priority"]')).toBeNull();
  });

  test('other weights are tried out and put away', async () => {
    const element = await show();
    expect(find(element, 'c-weight-preview')).toBeNull();

    find(element, '[data-action="preview"]').click();
    await settle();
    expect(find(element, 'c-weight-preview').considerations).toHaveLength(5);
    expect(find(element, '[data-action="preview"]').label).toBe('c.Groundwork_Close_Preview');

    find(element, '[data-action="preview"]').click();
    await settle();
    expect(find(element, 'c-weight-preview')).toBeNull();
  });

  test.each([
    ['may not read scores', withFields({}, { Revenue_Score__c: undefined }), infosWith({ priority: false })],
    ['may not read reviews', request, infosWith({ reviewStatus: 403, priority: false })],
  ])('those who %s see priority and rank, no scores and no buttons', async (_, record, results) => {
    const element = await show(record, results);

    expect(text(element, '[data-position]')).toBe('Rank 3 of 14');
    expect(find(element, '[data-total]')).toBeNull();
    expect(find(element, 'c-triage-consideration')).toBeNull();
    expect(find(element, '[data-action]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test('says when triage begins for a request that is not filed', async () => {
    const element = await show({ ...request, fields: { ...request.fields, Current_Review__r: { value: null } } });

    expect(find(element, '[data-untouched]')).not.toBeNull();
  });

  testsOfLoading(() => show(null));
});
