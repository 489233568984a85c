import { createElement } from 'lwc';
import { considerationsOf, currentReview } from 'c/considerations';
import TriageConsideration from 'c/triageConsideration';
import { find, text } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

const infos = require('../../considerations/__tests__/data/objectInfos.json');
const request = require('../../considerations/__tests__/data/request.json');

jest.mock('@salesforce/label/c.Groundwork_Of_Five', () => ({ default: '{0} of 5' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Points', () => ({ default: '{0} of {1} points' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Overridden', () => ({ default: '{0} replaced {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Unknown_Missing', () => ({ default: 'Needs {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Override_Title', () => ({ default: 'Override: {0}' }), { virtual: true });

const REVIEW = currentReview(request);

function readOnly(info) {
  const fields = Object.entries(info.fields).map(([name, field]) => [name, { ...field, updateable: false }]);
  return { ...info, fields: Object.fromEntries(fields) };
}

async function show(key, { fields = {}, requestInfo = infos.request, reviewInfo = infos.review } = {}) {
  const review = { ...REVIEW, fields: { ...REVIEW.fields, ...fields } };
  const element = createElement('c-triage-consideration', { is: TriageConsideration });
  const consideration = considerationsOf(request, review, infos).find((one) => one.key === key);
  Object.assign(element, { consideration, request, review, requestInfo, reviewInfo });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function press(element, action) {
  find(element, `[data-action="${action}"]`).click();
  await settle();
  return find(element, 'c-record-change');
}

describe('c-triage-consideration', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows the score, what it adds, and the inputs', async () => {
    const element = await show('Revenue');

    expect(text(element, '[data-score]')).toBe('4 of 5');
    expect(text(element, '[data-points]')).toBe('24 of 30 points');
    expect(text(element, '[data-input="Fiscal_Year_Impact__c"]')).toBe('$64,000.00');
    expect(find(element, '[data-missing]')).toBeNull();
    expect(find(element, '[data-action="score"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test('says that a score is unknown and what is missing', async () => {
    const element = await show('Value');
    expect(text(element, '[data-score]')).toBe('c.Groundwork_Unknown');
    expect(text(element, '[data-missing]')).toBe('Needs Addressable Market');
    await expect(element).toBeAccessible();

    expect(text(await show('Bandwidth'), '[data-missing]')).toBe('c.Groundwork_Unknown_Something');
  });

  test.each([
    [{}, 'Ines Moreau replaced 2.5'],
    [{ Overridden_On__c: { value: '2022-11-16T10:00:00.000Z' } }, 'Ines Moreau replaced 2.5'],
    [
      { Overridden_By__r: undefined, Size_Suggested__c: { value: null } },
      'c.Groundwork_Somebody replaced c.Groundwork_Unknown',
    ],
  ])('tells who replaced the suggested score and why', async (fields, expected) => {
    const element = await show('Size', { fields });

    expect(text(element, '[data-overridden]')).toBe(`${expected}Three regions`);
    expect(find(element, '[data-overridden-on]')?.value).toBe(fields.Overridden_On__c?.value);
  });

  test('an override asks for the score and the reason', async () => {
    const element = await show('Revenue');

    const form = await press(element, 'override');

    expect(form.questions).toEqual([{ name: 'Revenue_Override__c' }, { name: 'Revenue_Override_Reason__c' }]);
    expect(form.record.id).toBe(REVIEW.id);
    expect(form.affects).toEqual([request.id]);
    expect(form.heading).toBe('Override: c.Groundwork_Consideration_Revenue');
    expect(find(element, '[data-action="override"]')).toBeNull();
  });

  test('an override is taken back with its reason', async () => {
    const form = await press(await show('Size'), 'take-back');

    expect(form.questions).toEqual([]);
    expect(form.fixed).toEqual({ Size_Override__c: null, Size_Override_Reason__c: null });
  });

  test('what people judge is scored on the review, the effort on the request', async () => {
    const intangibles = await press(await show('Intangibles'), 'score');
    const bandwidth = await press(await show('Bandwidth'), 'score');

    expect(intangibles.questions.map(({ name }) => name)).toEqual([
      'Deployment_Risk__c',
      'Admin_Aptitude__c',
      'Strategic_Context__c',
      'Intangibles_Note__c',
    ]);
    expect([bandwidth.record.id, bandwidth.questions]).toEqual([request.id, [{ name: 'Effort_Points__c' }]]);
    expect(bandwidth.affects).toEqual([REVIEW.id]);
  });

  test.each(['saved', 'cancel'])('the form goes when it is %s', async (event) => {
    const element = await show('Revenue');
    const form = await press(element, 'override');

    form.dispatchEvent(new CustomEvent(event));
    await settle();

    expect(find(element, 'c-record-change')).toBeNull();
  });

  test.each([
    ['a decided round', { fields: { Open__c: { value: false } } }],
    ['somebody who may only read', { requestInfo: readOnly(infos.request), reviewInfo: readOnly(infos.review) }],
  ])('offers nothing for %s', async (_, options) => {
    const element = await show('Size', options);

    expect(find(element, '[data-action]')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
