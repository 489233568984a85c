import { createElement } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, updateRecord } from 'lightning/uiRecordApi';
import StrategyAssessment from 'c/strategyAssessment';
import { find } from '../../../../../../test/lwc/page.js';
import { settle } from '../../../../../../test/lwc/records.js';

const PAUSE = 400;
const TYPES = {
  Purpose__c: 'Picklist',
  Existing_Customer__c: 'Boolean',
  Current_Method__c: 'Picklist',
  Cloud_Qualification__c: 'Picklist',
  Cloud_Blockers__c: 'MultiPicklist',
  Cloud_Blocker_Detail__c: 'TextArea',
  Full_Users__c: 'Double',
  Chosen_Strategy__c: 'Picklist',
  Override_Reason__c: 'TextArea',
};

function infoOf(names) {
  const field = (name) => ({
    label: name,
    inlineHelpText: null,
    dataType: TYPES[name],
    length: 0,
    createable: true,
    updateable: true,
  });
  return {
    apiName: 'Strategy_Assessment__c',
    defaultRecordTypeId: '012000000000000AAA',
    fields: Object.fromEntries(names.map((name) => [name, field(name)])),
  };
}

const saved = {
  id: 'a01000000000001AAA',
  apiName: 'Strategy_Assessment__c',
  lastModifiedDate: '2026-11-02T10:00:00.000Z',
  fields: {
    Cloud_Qualification__c: { value: 'No', displayValue: 'No' },
    Full_Users__c: { value: 30000, displayValue: '30,000' },
  },
};

async function show({ assessment = null, names = Object.keys(TYPES) } = {}) {
  const element = createElement('c-strategy-assessment', { is: StrategyAssessment });
  Object.assign(element, {
    opportunity: { id: '006000000000001AAA', accountId: '001000000000001AAA' },
    objectInfo: infoOf(names),
    assessment,
  });
  document.body.appendChild(element);
  getPicklistValuesByRecordType.emit({ picklistFieldValues: {} });
  await settle();
  return element;
}

function asked(element) {
  return [...element.shadowRoot.querySelectorAll('c-record-fields')].flatMap(({ fields }) =>
    fields.map(({ name }) => name),
  );
}

async function answer(element, name, value) {
  find(element, 'c-record-fields').dispatchEvent(new CustomEvent('answer', { detail: { name, value } }));
  await settle();
}

async function pause() {
  jest.advanceTimersByTime(PAUSE);
  await settle();
}

async function click(element, action) {
  find(element, `[data-action="${action}"]`).click();
  await settle();
}

/** The check waits by the clock, so the clock has to run. */
async function expectAccessible(element) {
  jest.useRealTimers();
  await expect(element).toBeAccessible();
  jest.useFakeTimers();
}

function listen(element, ...names) {
  const heard = [];
  for (const name of names) {
    element.addEventListener(name, ({ detail }) => heard.push([name, detail]));
  }
  return heard;
}

describe('c-strategy-assessment', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    createRecord.mockReset().mockResolvedValue(saved);
    updateRecord.mockReset().mockResolvedValue(saved);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  test('asks little at first, and takes the focus', async () => {
    const element = await show();

    expect(asked(element)).toEqual(['Purpose__c', 'Existing_Customer__c', 'Cloud_Qualification__c']);
    expect(element.shadowRoot.activeElement.textContent).toBe('c.Groundwork_Assessment_Title');
  });

  test('asks what the answers make matter', async () => {
    const element = await show();

    await answer(element, 'Existing_Customer__c', true);
    await answer(element, 'Cloud_Qualification__c', 'No');
    await answer(element, 'Cloud_Blockers__c', 'Certification;Other');

    expect(asked(element)).toEqual([
      'Purpose__c',
      'Existing_Customer__c',
      'Current_Method__c',
      'Cloud_Qualification__c',
      'Cloud_Blockers__c',
      'Cloud_Blocker_Detail__c',
      'Full_Users__c',
    ]);
  });

  test('asks only what the user may write', async () => {
    const element = await show({ names: ['Purpose__c', 'Cloud_Qualification__c'] });

    expect(asked(element)).toEqual(['Purpose__c', 'Cloud_Qualification__c']);
  });

  test('creates the assessment with the first answers, then changes it', async () => {
    const element = await show();
    const heard = listen(element, 'saved');

    await answer(element, 'Existing_Customer__c', true);
    await answer(element, 'Cloud_Qualification__c', 'No');
    await pause();
    await answer(element, 'Full_Users__c', 30000);
    await pause();

    expect(createRecord.mock.calls).toEqual([
      [
        {
          apiName: 'Strategy_Assessment__c',
          fields: {
            Account__c: '001000000000001AAA',
            Opportunity__c: '006000000000001AAA',
            Purpose__c: 'Lead',
            Existing_Customer__c: true,
            Cloud_Qualification__c: 'No',
          },
        },
      ],
    ]);
    expect(updateRecord.mock.calls).toEqual([
      [{ fields: { Id: saved.id, Full_Users__c: 30000 } }, { ifUnmodifiedSince: saved.lastModifiedDate }],
    ]);
    expect(heard).toEqual([
      ['saved', { id: saved.id, isNew: true }],
      ['saved', { id: saved.id, isNew: false }],
    ]);
    expect(find(element, '[data-state]').textContent).toBe('c.Groundwork_Saved');
  });

  test('creates one assessment, however slow the org is', async () => {
    let answerOfOrg;
    createRecord.mockReturnValue(new Promise((resolve) => (answerOfOrg = resolve)));
    const element = await show();

    await answer(element, 'Cloud_Qualification__c', 'No');
    await pause();
    await answer(element, 'Full_Users__c', 30000);
    await pause();
    expect(updateRecord).not.toHaveBeenCalled();
    answerOfOrg(saved);
    await settle();

    expect(createRecord).toHaveBeenCalledTimes(1);
    expect(updateRecord.mock.calls).toEqual([
      [{ fields: { Id: saved.id, Full_Users__c: 30000 } }, { ifUnmodifiedSince: saved.lastModifiedDate }],
    ]);
  });

  test('names the channel and saves nothing for a mere question', async () => {
    const element = await show();

    await answer(element, 'Purpose__c', 'Answer_Only');
    await pause();
    await click(element, 'done');

    expect(find(element, '[data-guidance]').textContent).toBe('c.Groundwork_Answer_Guidance');
    expect(asked(element)).toEqual(['Purpose__c']);
    expect(createRecord).not.toHaveBeenCalled();
    await expectAccessible(element);
  });

  test('begins with what is known and shows what the org recommends', async () => {
    const element = await show({ assessment: saved });

    expect(find(element, 'c-record-fields').fields.find(({ name }) => name === 'Full_Users__c').value).toBe(30000);
    expect(find(element, 'c-strategy-recommendation').assessment.id).toBe(saved.id);
    expect(asked(element)).toContain('Chosen_Strategy__c');
    await expectAccessible(element);
  });

  test('asks why another strategy is chosen', async () => {
    const element = await show({ assessment: saved });

    await answer(element, 'Chosen_Strategy__c', 'Jointly_Managed');

    expect(asked(element)).toContain('Override_Reason__c');
  });

  test('empties an answer that is taken back', async () => {
    const element = await show({ assessment: saved });

    await answer(element, 'Full_Users__c', '');
    await pause();

    expect(updateRecord.mock.calls).toEqual([
      [{ fields: { Id: saved.id, Full_Users__c: null } }, { ifUnmodifiedSince: saved.lastModifiedDate }],
    ]);
  });

  test('shows a refusal, keeps the answer and sends it again with the next', async () => {
    updateRecord.mockRejectedValueOnce({
      body: { output: { fieldErrors: { Full_Users__c: [{ message: 'Too small' }] } } },
    });
    const element = await show({ assessment: saved });
    const told = jest.spyOn(find(element, 'c-record-fields'), 'showErrors');
    const heard = listen(element, 'close');

    await answer(element, 'Full_Users__c', 3);
    await pause();
    expect(told).toHaveBeenLastCalledWith({ Full_Users__c: 'Too small' });
    expect(find(element, '[data-refused]').heading).toBe('c.Groundwork_Assessment_Not_Saved');
    await expectAccessible(element);
    await answer(element, 'Existing_Customer__c', true);
    await click(element, 'done');

    expect(updateRecord.mock.calls[1]).toEqual([
      { fields: { Id: saved.id, Full_Users__c: 3, Existing_Customer__c: true } },
      { ifUnmodifiedSince: saved.lastModifiedDate },
    ]);
    expect(told).toHaveBeenLastCalledWith({});
    expect(find(element, '[data-refused]')).toBeNull();
    expect(heard).toEqual([['close', null]]);
  });

  test('stays open when the last answer is refused', async () => {
    updateRecord.mockRejectedValue({ body: { message: 'Server error' } });
    const element = await show({ assessment: saved });
    const heard = listen(element, 'close');

    await answer(element, 'Full_Users__c', 3);
    await click(element, 'done');

    expect(find(element, '[data-refused]').errors).toEqual(['Server error']);
    expect(heard).toEqual([]);
  });

  test('closes at once when there is nothing to save', async () => {
    const element = await show();
    const heard = listen(element, 'close');

    await click(element, 'done');

    expect(heard).toEqual([['close', null]]);
    expect(createRecord).not.toHaveBeenCalled();
  });

  describe('when somebody else saved the assessment in between', () => {
    const conflict = { status: 412, body: { message: 'Somebody saved it' } };
    const theirs = (fields) => ({
      ...saved,
      lastModifiedDate: '2026-11-02T11:00:00.000Z',
      fields: { ...saved.fields, ...fields },
    });
    const meet = async () => {
      updateRecord.mockRejectedValueOnce(conflict);
      const element = await show({ assessment: saved });
      const closed = listen(element, 'close');
      await answer(element, 'Full_Users__c', 500);
      await click(element, 'done');
      expect(getRecord.getLastConfig()).toEqual({
        recordId: saved.id,
        optionalFields: ['Strategy_Assessment__c.Full_Users__c'],
      });
      return { element, closed };
    };

    test('shows both values of the same answer, and saves the user’s own over it', async () => {
      const { element, closed } = await meet();
      getRecord.emit(theirs({ Full_Users__c: { value: 800, displayValue: '800' } }));
      await settle();

      const shown = find(element, 'c-save-conflict');
      expect(shown.fields).toEqual([{ name: 'Full_Users__c', label: 'Full_Users__c', mine: '500', theirs: '800' }]);
      expect(closed).toEqual([]);
      await expectAccessible(element);
      shown.dispatchEvent(new CustomEvent('mine'));
      await settle();

      expect(updateRecord.mock.calls[1]).toEqual([
        { fields: { Id: saved.id, Full_Users__c: 500 } },
        { ifUnmodifiedSince: '2026-11-02T11:00:00.000Z' },
      ]);
      expect(find(element, 'c-save-conflict')).toBeNull();
    });

    test('takes theirs', async () => {
      const { element } = await meet();
      getRecord.emit(theirs({ Full_Users__c: { value: 800, displayValue: '800' } }));
      await settle();
      find(element, 'c-save-conflict').dispatchEvent(new CustomEvent('theirs'));
      await settle();

      expect(updateRecord).toHaveBeenCalledTimes(1);
      const fields = [...element.shadowRoot.querySelectorAll('c-record-fields')].flatMap((group) => group.fields);
      expect(fields.find(({ name }) => name === 'Full_Users__c').value).toBe(800);
    });

    test('goes on by itself when it was another answer, and closes then', async () => {
      const { element, closed } = await meet();
      getRecord.emit(theirs({ Cloud_Qualification__c: { value: 'Unknown', displayValue: 'Unknown' } }));
      await settle();

      expect(updateRecord).toHaveBeenCalledTimes(2);
      expect(find(element, 'c-save-conflict')).toBeNull();
      expect(closed).toEqual([['close', null]]);
    });

    test('says so when what they saved cannot be read', async () => {
      const { element, closed } = await meet();
      getRecord.error({ message: 'Down' }, 500);
      await settle();

      expect(find(element, '[data-refused]')).not.toBeNull();
      expect(closed).toEqual([]);
    });
  });

  test('says that its choices could not be loaded', async () => {
    const element = await show();
    getPicklistValuesByRecordType.error({ message: 'Server error' }, 500);
    await settle();

    expect(find(element, 'c-error-panel').heading).toBe('c.Groundwork_Options_Failed');
  });
});
