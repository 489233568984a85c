import { createElement } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import LeadershipReview from 'c/leadershipReview';
import { PERMISSIONS } from 'c/permissions';
import { testsOfLoading } from '../../../../../../test/lwc/card-states.js';
import { find, offeredActions, text } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

const infos = require('../../considerations/__tests__/data/objectInfos.json');
const request = require('../../considerations/__tests__/data/request.json');

jest.mock('@salesforce/user/Id', () => ({ default: '005000000000009AAA' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Capacity_Left', () => ({ default: '{0}: {1}, {2}, {3}, left {4}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.Groundwork_Capacity_Over', () => ({ default: '{0}: {1}, {2}, {3}, over {4}' }), {
  virtual: true,
});
jest.mock('c/permissions', () => ({ PERMISSIONS: {} }));

const REVIEW = request.fields.Current_Review__r.value;
const ASKED = {
  Leadership_Review__c: { value: 'Requested' },
  Leadership_Reviewer__c: { value: '005000000000009AAA' },
  Leadership_Reviewer__r: { value: {}, displayValue: 'Val Okafor' },
  Leadership_Requested_On__c: { value: '2022-11-16T10:00:00.000Z' },
  Leadership_Due__c: { value: '2022-11-21' },
};

function withFields(fields, reviewFields = {}) {
  const review = { ...REVIEW, fields: { ...REVIEW.fields, ...reviewFields } };
  return { ...request, fields: { ...request.fields, Current_Review__r: { value: review }, ...fields } };
}

/** Object infos of somebody who may write only these fields of a review. */
function infosFor(writable, reviewStatus = 200) {
  const fields = Object.entries(infos.review.fields).map(([name, field]) => [
    name,
    { ...field, updateable: writable.includes(name) },
  ]);
  return {
    results: [
      { statusCode: 200, result: infos.request },
      { statusCode: reviewStatus, result: { ...infos.review, fields: Object.fromEntries(fields) } },
    ],
  };
}

const LEAD = infosFor(['Leadership_Review__c', 'Leadership_Reviewer__c', 'Leadership_Due__c', 'Appeal__c']);
const LEADER = infosFor(['Leadership_Review__c', 'Leadership_Comment__c']);
const READER = infosFor([]);
const SALES = infosFor(['Appeal__c', 'Appeal_Reason__c']);

async function show(record = request, results = READER, permissions = {}) {
  Object.assign(PERMISSIONS, { decide: false, triage: false }, permissions);
  const element = createElement('c-leadership-review', { is: LeadershipReview });
  element.recordId = request.id;
  document.body.appendChild(element);
  getObjectInfos.emit(results);
  if (record) {
    getRecord.emit(record);
  }
  await settle();
  return element;
}

async function press(element, action) {
  find(element, `[data-action="${action}"]`).click();
  await settle();
  return find(element, 'c-record-change');
}

describe('c-leadership-review', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('has on one page the considerations, the figures, the effect on capacity and the other requests', async () => {
    const element = await show(withFields({}, ASKED), LEADER);
    expect(getRelatedListRecords.getLastConfig()).toMatchObject({
      parentRecordId: '001000000000001AAA',
      relatedListId: 'Implementation_Requests__r',
    });
    expect(find(element, '[data-no-others]')).not.toBeNull();

    getRelatedListRecords.emit({
      records: [
        request,
        {
          id: 'a00000000000002AAA',
          fields: {
            Name: { value: 'IR-00002' },
            Status__c: { value: 'Withdrawn', displayValue: 'Withdrawn' },
            Priority__c: { value: 'P3' },
          },
        },
        { id: 'a00000000000003AAA', fields: {} },
      ],
    });
    await settle();

    expect(text(element, '[data-consideration="Revenue"]')).toBe('4');
    expect(text(element, '[data-consideration="Value"]')).toBe('c.Groundwork_Unknown');
    expect(text(element, '[data-fact="Yearly_Revenue__c"]')).toBe('$480,000.00');
    expect(text(element, '[data-fact="Revenue_Fiscal_Year__c"]')).toBe('FY24');
    expect(text(element, '[data-capacity]')).toBe('c.Groundwork_Capacity_Unknown');
    const links = [...element.shadowRoot.querySelectorAll('a')].map(({ textContent }) => textContent);
    expect(links).toEqual(['IR-00002', 'a00000000000003AAA']);
    expect(text(element, 'li')).toBe('IR-00002WithdrawnP3');
    await expect(element).toBeAccessible();
  });

  test.each([
    ['takes what is left', 'In_Triage', 12, '2023-04: 20, 8, 8, left 4'],
    ['takes more than is left', 'In_Triage', 3, '2023-04: 20, 8, 8, over 5'],
    ['is committed already', 'Selected', 12, '2023-04: 20, 8, 8, left 12'],
  ])('says what becomes of the month when the request %s', async (_, status, free, expected) => {
    const month = {
      Capacity_Points__c: { value: 20 },
      Committed_Points__c: { value: 8 },
      Free_Points__c: { value: free },
    };
    const Capacity_Month__r = { value: { id: 'a03000000000001AAA', apiName: 'Month', fields: month } };
    const element = await show(withFields({ Capacity_Month__r, Status__c: { value: status } }));

    expect(text(element, '[data-capacity]')).toBe(expected);
  });

  test('says who is asked, why and by when, and that the selection is blocked', async () => {
    const element = await show(withFields({}, ASKED));

    expect(text(element, '[data-reviewer]')).toBe('Val Okafor');
    expect(find(element, '[data-due]').value).toBe('2022-11-21');
    expect(text(element, '[data-blocks]')).toBe('c.Groundwork_Blocks_Open');
    expect(text(element, '[data-state]')).toContain('c.Groundwork_Asked_By_Lead');
    await expect(element).toBeAccessible();
  });

  test.each([
    ['the rule', { Leadership_By_Rule__c: { value: true } }, 'c.Groundwork_Asked_By_Rule'],
    [
      'an appeal',
      { Appeal__c: { value: true }, Appeal_Reason__c: { value: 'New facts' } },
      'c.Groundwork_Asked_By_Appeal',
    ],
  ])('says that %s asks, of nobody yet', async (_, fields, told) => {
    const bare = {
      Leadership_Reviewer__c: { value: null },
      Leadership_Reviewer__r: { value: null, displayValue: null },
    };
    const element = await show(withFields({}, { ...ASKED, ...bare, ...fields }));

    expect(text(element, '[data-state]')).toContain(told);
    expect(text(element, '[data-reviewer]')).toBe('c.Groundwork_Nobody_Named');
    expect(text(element, '[data-appeal]')).toBe(fields.Appeal_Reason__c?.value ?? null);
  });

  test.each([
    ['Approved', null],
    ['Declined', 'c.Groundwork_Blocks_Declined'],
  ])('shows that it was %s, with the comment', async (outcome, blocks) => {
    const answered = {
      Leadership_Review__c: { value: outcome },
      Leadership_Outcome_On__c: { value: '2022-11-18T10:00:00.000Z' },
      Leadership_Comment__c: { value: 'As discussed' },
    };
    const element = await show(
      withFields({ Leadership_Review_State__c: { value: outcome } }, { ...ASKED, ...answered }),
    );

    expect(find(element, 'lightning-badge').label).toBe(outcome);
    expect(text(element, '[data-comment]')).toBe('As discussed');
    expect(text(element, '[data-blocks]')).toBe(blocks);
    await expect(element).toBeAccessible();
  });

  test('the named reviewer approves or declines with a comment', async () => {
    const element = await show(withFields({}, ASKED), LEADER);
    expect(offeredActions(element)).toEqual(['approve', 'decline']);

    const form = await press(element, 'decline');

    expect(form.fixed).toEqual({ Leadership_Review__c: 'Declined' });
    expect(form.questions).toEqual([{ name: 'Leadership_Comment__c' }]);
    expect([form.record.id, form.affects]).toEqual([REVIEW.id, [request.id]]);
    form.dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect((await press(element, 'approve')).fixed).toEqual({ Leadership_Review__c: 'Approved' });
  });

  test('another leader does not answer', async () => {
    const element = await show(
      withFields({}, { ...ASKED, Leadership_Reviewer__c: { value: '005000000000008AAA' } }),
      LEADER,
    );

    expect(offeredActions(element)).toEqual([]);
  });

  test('the lead asks in triage, and names another reviewer while leadership is asked', async () => {
    const element = await show(request, LEAD, { triage: true, decide: true });
    expect(offeredActions(element)).toEqual(['ask']);
    const form = await press(element, 'ask');
    expect(form.fixed).toEqual({ Leadership_Review__c: 'Requested' });
    expect(form.questions[0]).toEqual({ name: 'Leadership_Reviewer__c', required: true });
    document.body.replaceChildren();

    const asked = await show(withFields({}, { ...ASKED, Leadership_Reviewer__c: { value: null } }), LEAD);
    expect(offeredActions(asked)).toEqual(['name']);
    expect((await press(asked, 'name')).fixed).toEqual({});
  });

  test.each([
    ['an engineer', 'In_Triage', READER, { triage: true }],
    ['the lead for a qualified request', 'Qualified', LEAD, { triage: true, decide: true }],
  ])('%s sends the request to leadership', async (_, status, results, permissions) => {
    const Open__c = { value: status === 'In_Triage' };
    const element = await show(withFields({ Status__c: { value: status } }, { Open__c }), results, permissions);

    const form = await press(element, 'send');

    expect([form.record.id, form.fixed, form.affects]).toEqual([request.id, { Status__c: 'Leadership_Review' }, []]);
  });

  test('AE and CE appeal a disqualification once', async () => {
    const disqualified = {
      Status__c: { value: 'Disqualified' },
      Account_Executive__c: { value: '005000000000009AAA' },
    };
    const element = await show(withFields(disqualified), SALES);
    expect((await press(element, 'appeal')).fixed).toEqual({ Appeal__c: true });
    document.body.replaceChildren();

    expect(offeredActions(await show(withFields(disqualified, { Appeal__c: { value: true } }), SALES))).toEqual([]);
    document.body.replaceChildren();

    expect(offeredActions(await show(withFields({ Status__c: { value: 'Disqualified' } }), SALES))).toEqual([]);
  });

  test('those who may not read reviews see the state alone', async () => {
    const record = { ...request, fields: { ...request.fields, Current_Review__r: { value: null } } };
    const element = await show(record, infosFor([], 403));

    expect(find(element, 'lightning-badge').label).toBe('Not needed');
    expect([find(element, '[data-capacity]'), offeredActions(element)]).toEqual([null, []]);
    await expect(element).toBeAccessible();
  });

  test('calls an unasked review not needed when nothing tells its state', async () => {
    const element = await show(withFields({ Leadership_Review_State__c: undefined }));

    expect(find(element, 'lightning-badge').label).toBe('c.Groundwork_Leadership_Not_Asked');
  });

  testsOfLoading(() => show(null));
});
