import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import MeetingDates from 'c/meetingDates';
import { testsOfOptionalCard } from '../../../../../../test/lwc/card-states.js';
import { find } from '../../../../../../test/lwc/page.js';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

jest.mock('@salesforce/label/c.Groundwork_Combined_Kickoff', () => ({ default: 'Combined: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Groundwork_Level_Set_Missing', () => ({ default: 'Missing: {0}' }), { virtual: true });

const HANDOFFS = [
  record('Handoff__c', { Id: 'second', Leg__c: 'To_Technical_Advisor' }),
  record('Handoff__c', {
    Id: 'first',
    Leg__c: 'To_Implementation',
    Level_Set_Missing__c: 'date',
    Combined_Kickoff__c: 'Yes',
  }),
];

function create() {
  const element = createElement('c-meeting-dates', { is: MeetingDates });
  element.recordId = 'a00';
  document.body.appendChild(element);
  return element;
}

async function show(records = HANDOFFS) {
  const element = create();
  getObjectInfo.emit(objectInfo('Handoff__c', {}));
  getRelatedListRecords.emit({ records });
  await settle();
  return element;
}

const sectionsOf = (element) => [...element.shadowRoot.querySelectorAll('c-record-section')];

describe('c-meeting-dates', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('shows the meetings and agreements of both handoffs, with what is missing', async () => {
    const element = await show();

    expect(sectionsOf(element).map(({ notice, record: { id } }) => [id, notice])).toEqual([
      ['first', 'Missing: date'],
      ['first', 'Combined: Yes'],
      ['first', null],
      ['first', null],
      ['second', null],
    ]);
    await expect(element).toBeAccessible();
  });

  test.each([
    [{ Kickoff_On__c: '2022-11-20', Partnership_Kickoff_On__c: '2022-11-21' }, true],
    [{ Kickoff_On__c: '2022-11-20', Partnership_Kickoff_On__c: '2022-11-20' }, false],
    [{ Kickoff_On__c: '2022-11-20' }, false],
    [{}, false],
  ])('asks why the kickoffs are apart with %p: %p', async (values, asked) => {
    const [, kickoff] = sectionsOf(await show());
    const why = kickoff.questions.find(({ name }) => name === 'Separate_Kickoff_Reason__c');

    expect(why.when(values)).toBe(asked);
    expect(why.required).toBeUndefined();
  });

  test('asks anew for handoff and request once something is saved', async () => {
    const element = await show();
    sectionsOf(element)[0].dispatchEvent(new CustomEvent('saved', { detail: { id: 'first' } }));

    expect(notifyRecordUpdateAvailable).toHaveBeenLastCalledWith([{ recordId: 'first' }, { recordId: 'a00' }]);
  });

  test('says when meetings are planned', async () => {
    const element = await show([]);
    expect(find(element, '[data-none]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  testsOfOptionalCard(create, {
    grant: () => getObjectInfo.emit(objectInfo('Handoff__c', {})),
    deny: () => getObjectInfo.error({ message: 'No' }, 403),
  });
});
