import { createElement } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import RecordEditor from 'c/recordEditor';
import { objectInfo, record, settle } from '../../../../../../test/lwc/records.js';

const info = objectInfo('Handoff__c', {
  Note__c: 'String',
  Kind__c: 'Picklist',
  Reason__c: 'String',
  Path__c: 'String',
  State__c: 'Picklist',
  Owed_By__c: 'Reference',
});
info.fields.Owed_By__c.relationshipName = 'Owed_By__r';
const questions = [{ name: 'Note__c', required: true }, { name: 'Kind__c' }, { name: 'Reason__c', whenRefused: true }];
const SAVE = { name: 'save', label: 'Save', variant: 'brand' };
const DONE = { name: 'done', label: 'Done', fields: { State__c: 'Done' } };
const saved = record('Handoff__c', { Id: 'a01000000000001AAA', Note__c: 'Before', Kind__c: 'One' });
const picklists = {
  picklistFieldValues: {
    Kind__c: { defaultValue: null, values: ['One', 'Two'].map((value) => ({ label: `The ${value}`, value })) },
  },
};

async function show(properties = {}) {
  const element = createElement('c-record-editor', { is: RecordEditor });
  Object.assign(element, {
    record: saved,
    objectInfo: info,
    questions,
    actions: [SAVE, DONE],
    canCancel: true,
    ...properties,
  });
  document.body.appendChild(element);
  getPicklistValuesByRecordType.emit(picklists);
  await settle();
  return element;
}

function find(element, selector) {
  return element.shadowRoot.querySelector(selector);
}

async function answer(element, name, value) {
  find(element, 'c-record-fields').dispatchEvent(new CustomEvent('answer', { detail: { name, value } }));
  await settle();
}

async function click(element, action) {
  find(element, `[data-action="${action}"]`).click();
  await settle();
}

function shownValues(element) {
  return Object.fromEntries(find(element, 'c-record-fields').fields.map(({ name, value }) => [name, value]));
}

function listen(element, type) {
  const heard = jest.fn();
  element.addEventListener(type, heard);
  return heard;
}

describe('c-record-editor', () => {
  beforeEach(() => {
    for (const save of [createRecord, updateRecord, notifyRecordUpdateAvailable])
      save.mockReset().mockResolvedValue(saved);
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('saves what was entered with what the action adds, unless somebody else saved since', async () => {
    const element = await show();
    const heard = listen(element, 'saved');
    const entered = listen(element, 'answer');
    await expect(element).toBeAccessible();
    await answer(element, 'Note__c', 'After');
    await answer(element, 'Kind__c', '');
    await click(element, 'done');

    expect(updateRecord.mock.calls).toEqual([
      [
        { fields: { Id: saved.id, Note__c: 'After', Kind__c: null, State__c: 'Done' } },
        { ifUnmodifiedSince: saved.lastModifiedDate },
      ],
    ]);
    expect(heard.mock.lastCall[0].detail).toEqual({ id: saved.id, action: 'done', record: saved });
    expect(entered).toHaveBeenCalledTimes(2);
  });

  test('saves nothing while something required is missing', async () => {
    const element = await show();
    await answer(element, 'Note__c', '');
    await click(element, 'save');

    expect(updateRecord).not.toHaveBeenCalled();
  });

  test('creates a record with its defaults, without what is blank', async () => {
    createRecord.mockResolvedValue({ id: 'new' });
    const element = await show({ record: null, defaults: { Request__c: 'a00', Kind__c: '' } });
    const heard = listen(element, 'saved');
    await answer(element, 'Note__c', 'First');
    await click(element, 'save');

    expect(createRecord.mock.calls).toEqual([
      [{ apiName: 'Handoff__c', fields: { Request__c: 'a00', Note__c: 'First' } }],
    ]);
    expect(heard.mock.lastCall[0].detail).toEqual({ id: 'new', action: 'save', record: { id: 'new' } });
  });

  test('leaves out an answer that is the same as before', async () => {
    const element = await show();
    await answer(element, 'Note__c', 'Before');
    await answer(element, 'Kind__c', 'Two');
    await click(element, 'save');

    expect(updateRecord.mock.lastCall[0].fields).toEqual({ Id: saved.id, Kind__c: 'Two' });
  });

  test('counts what the page shows as seen, unless it is a field of the save', async () => {
    const element = await show();
    await answer(element, 'Note__c', 'After');
    const now = { ...saved, lastModifiedDate: '2022-11-15T11:00:00.000Z' };
    element.record = { ...now, fields: { ...saved.fields, Kind__c: { value: 'Two', displayValue: 'The Two' } } };
    await click(element, 'save');
    expect(updateRecord.mock.lastCall[1]).toEqual({ ifUnmodifiedSince: now.lastModifiedDate });

    element.record = saved;
    await answer(element, 'Note__c', 'After');
    element.record = { ...now, fields: { ...saved.fields, Note__c: { value: 'Theirs', displayValue: null } } };
    await click(element, 'save');
    expect(updateRecord.mock.lastCall[1]).toEqual({ ifUnmodifiedSince: saved.lastModifiedDate });
  });

  test('keeps what was entered when a save is refused, and says why', async () => {
    updateRecord.mockRejectedValue({ body: { message: 'Not now' } });
    const element = await show();
    await answer(element, 'Note__c', 'After');
    await click(element, 'save');

    expect(find(element, '[data-refused]').errors).toEqual(['Not now']);
    expect(shownValues(element)).toMatchObject({ Note__c: 'After' });
    await expect(element).toBeAccessible();
  });

  test('says at the field what is wrong with it', async () => {
    const output = { fieldErrors: { Note__c: [{ message: 'Too short' }] }, errors: [] };
    updateRecord.mockRejectedValue({ body: { output } });
    const element = await show();
    await answer(element, 'Note__c', 'A');
    await click(element, 'save');

    expect(find(element, '[data-refused]')).toBeNull();
  });

  test('asks for what a save was refused for want of', async () => {
    const output = { fieldErrors: { Reason__c: [{ message: 'Say why' }] }, errors: [] };
    updateRecord.mockRejectedValue({ body: { output } });
    const element = await show();
    expect(shownValues(element)).not.toHaveProperty('Reason__c');
    await answer(element, 'Note__c', 'After');
    await click(element, 'save');

    expect(shownValues(element)).toHaveProperty('Reason__c');
    expect(find(element, '[data-refused]')).toBeNull();
  });

  test('asks for a field that nobody asked for when Salesforce refuses the save there, but for what the action fixes', async () => {
    const fieldErrors = { Path__c: [{ message: 'Say where' }], State__c: [{ message: 'Not yet' }] };
    updateRecord.mockRejectedValue({ body: { output: { fieldErrors, errors: [] } } });
    const element = await show();
    await answer(element, 'Note__c', 'After');
    await click(element, 'done');

    expect(Object.keys(shownValues(element))).toEqual(['Note__c', 'Kind__c', 'Path__c']);
    expect(shownValues(element)).toMatchObject({ Note__c: 'After' });
    expect(find(element, '[data-refused]').errors).toEqual(['Not yet']);
  });

  test('leaves the focus in the field while Cancel is pressed, so that no message moves the button away', async () => {
    const element = await show();
    const press = new MouseEvent('mousedown', { cancelable: true });
    find(element, '[data-action="cancel"]').dispatchEvent(press);

    expect(press.defaultPrevented).toBe(true);
  });

  test('forgets what was entered when it is cancelled', async () => {
    const element = await show();
    const heard = listen(element, 'cancel');
    await answer(element, 'Note__c', 'After');
    await click(element, 'cancel');

    expect(heard).toHaveBeenCalledTimes(1);
    expect(shownValues(element)).toMatchObject({ Note__c: 'Before' });
  });

  test('says that choices cannot be read', async () => {
    const element = await show();
    getPicklistValuesByRecordType.error();
    await settle();

    expect(find(element, 'c-error-panel')).not.toBeNull();
  });

  test('moves the focus into its fields', async () => {
    const element = await show();
    const focused = jest.spyOn(find(element, 'c-record-fields'), 'focus');
    element.focus();

    expect(focused).toHaveBeenCalledTimes(1);
  });

  describe('when somebody else saved in the meantime', () => {
    const theirs = (fields) => ({
      ...record('Handoff__c', { Id: saved.id, Note__c: 'Before', Kind__c: 'One', ...fields }),
      lastModifiedDate: '2022-11-15T10:00:00.000Z',
    });

    const CONFLICT = { status: 409, body: { output: { errors: [{ errorCode: 'CONFLICT', message: 'Changed' }] } } };

    async function collide(fields, refusal = CONFLICT) {
      updateRecord.mockRejectedValueOnce(refusal);
      const element = await show({ questions: [...questions, { name: 'Owed_By__c' }] });
      await answer(element, 'Note__c', 'Mine');
      await answer(element, 'Kind__c', 'Two');
      await click(element, 'done');
      expect(notifyRecordUpdateAvailable.mock.calls).toEqual([[[{ recordId: saved.id }]]]);
      expect(getRecord.getLastConfig()).toMatchObject({ recordId: saved.id });
      getRecord.emit(theirs(fields));
      await settle();
      return element;
    }

    test('goes on when it was another field', async () => {
      await collide({ Other__c: 'x' });

      expect(updateRecord).toHaveBeenLastCalledWith(
        { fields: { Id: saved.id, Note__c: 'Mine', Kind__c: 'Two', State__c: 'Done' } },
        { ifUnmodifiedSince: '2022-11-15T10:00:00.000Z' },
      );
    });

    test('shows both values, and saves mine', async () => {
      const element = await collide({ Note__c: 'Theirs', Kind__c: null }, { status: 412 });

      expect(find(element, 'c-save-conflict').fields).toEqual([
        { name: 'Note__c', label: 'Note', mine: 'Mine', theirs: 'Theirs' },
        { name: 'Kind__c', label: 'Kind', mine: 'The Two', theirs: '–' },
      ]);
      expect(find(element, '[data-action="save"]')).toBeNull();
      await expect(element).toBeAccessible();

      find(element, 'c-save-conflict').dispatchEvent(new CustomEvent('mine'));
      await settle();
      expect(updateRecord).toHaveBeenCalledTimes(2);
      expect(updateRecord.mock.lastCall[0].fields).toMatchObject({ Note__c: 'Mine' });
    });

    test('shows what somebody else saved in a field that the action fixes', async () => {
      const element = await collide({ State__c: ['Waived', 'Waived for now'] });

      expect(find(element, 'c-save-conflict').fields).toEqual([
        { name: 'State__c', label: 'State', mine: 'Done', theirs: 'Waived for now' },
      ]);
    });

    test('names the record that somebody else chose', async () => {
      updateRecord.mockRejectedValueOnce(CONFLICT);
      const element = await show({ questions: [{ name: 'Owed_By__c' }] });
      await answer(element, 'Owed_By__c', '005000000000001AAA');
      await click(element, 'save');
      expect(getRecord.getLastConfig().optionalFields).toEqual(['Handoff__c.Owed_By__c', 'Handoff__c.Owed_By__r.Name']);
      const chosen = record('User', { Id: '005000000000002AAA' });
      getRecord.emit(theirs({ Owed_By__c: chosen.id, Owed_By__r: [chosen, 'Igor Novak'] }));
      await settle();

      expect(find(element, 'c-save-conflict').fields).toEqual([
        { name: 'Owed_By__c', label: 'Owed By', mine: '', theirs: 'Igor Novak' },
      ]);
    });

    test('keeps theirs', async () => {
      const element = await collide({ Note__c: 'Theirs' });
      find(element, 'c-save-conflict').dispatchEvent(new CustomEvent('theirs'));
      await settle();

      expect(updateRecord).toHaveBeenCalledTimes(1);
      expect(shownValues(element)).toMatchObject({ Note__c: 'Theirs', Kind__c: 'Two' });
      expect(find(element, '[data-action="save"]')).not.toBeNull();
    });

    test('says why the saved values cannot be read', async () => {
      updateRecord.mockRejectedValueOnce(CONFLICT);
      const element = await show();
      await answer(element, 'Note__c', 'Mine');
      await click(element, 'save');
      getRecord.error({ message: 'Gone' }, 404);
      await settle();

      expect(find(element, '[data-refused]').errors).toEqual(['Gone']);
    });
  });
});
