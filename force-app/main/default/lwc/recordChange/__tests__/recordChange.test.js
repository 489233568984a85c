import { createElement } from 'lwc';
import { getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import RecordChange from 'c/recordChange';

jest.mock('@salesforce/label/c.Groundwork_Saved_In_Between_By', () => ({ default: '{0} saved.' }), { virtual: true });

const field = (dataType, label) => ({ label, dataType, length: 255, updateable: true, inlineHelpText: null });

const objectInfo = {
  apiName: 'Thing__c',
  defaultRecordTypeId: '012000000000000AAA',
  fields: {
    Steps__c: field('TextArea', 'Steps'),
    Reason__c: field('Picklist', 'Reason'),
    Path__c: field('TextArea', 'Path'),
    Owner__c: { ...field('Reference', 'Owner'), referenceToInfos: [{ apiName: 'User' }] },
    Hidden__c: { ...field('String', 'Hidden'), updateable: false },
    Status__c: field('Picklist', 'Status'),
  },
};

const record = {
  id: 'a00000000000001AAA',
  apiName: 'Thing__c',
  lastModifiedDate: '2026-11-22T10:00:00.000Z',
  fields: {
    Steps__c: { value: 'Call', displayValue: null },
    Reason__c: { value: null, displayValue: null },
    Owner__c: { value: '005000000000001AAA', displayValue: null },
    Owner__r: { value: {}, displayValue: 'Igor Novak' },
    Status__c: { value: 'Open', displayValue: 'Open' },
    LastModifiedBy: { value: {}, displayValue: 'Igor Novak' },
  },
};

async function show(options = {}) {
  const element = createElement('c-record-change', { is: RecordChange });
  Object.assign(element, {
    record,
    objectInfo,
    questions: [{ name: 'Steps__c' }, { name: 'Reason__c' }],
    fixed: { Status__c: 'Closed' },
    heading: 'Close',
    ...options,
  });
  document.body.appendChild(element);
  getPicklistValuesByRecordType.emit({
    picklistFieldValues: { Reason__c: { values: [{ label: 'Fits', value: 'Fits' }] } },
  });
  await settle();
  return element;
}

async function settle() {
  for (let turn = 0; turn < 8; turn++) {
    // eslint-disable-next-line no-await-in-loop
    await Promise.resolve();
  }
}

function find(element, selector) {
  return element.shadowRoot.querySelector(selector);
}

function asked(element) {
  return find(element, 'c-record-fields').fields.map(({ name }) => name);
}

function valueOf(element, name) {
  return find(element, 'c-record-fields').fields.find((input) => input.name === name).value;
}

async function answer(element, name, value) {
  find(element, 'c-record-fields').dispatchEvent(new CustomEvent('answer', { detail: { name, value } }));
  await settle();
}

async function save(element) {
  find(element, '[data-action="save"]').click();
  await settle();
}

function refuse(output, status = 400) {
  updateRecord.mockRejectedValueOnce({ status, body: { output } });
}

const later = { ...record, lastModifiedDate: '2026-11-22T11:00:00.000Z' };

describe('c-record-change', () => {
  beforeEach(() => {
    updateRecord.mockReset().mockResolvedValue(later);
    notifyRecordUpdateAvailable.mockClear();
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  test('saves what was answered with what is fixed, if nobody changed the record, and says so', async () => {
    const element = await show({ savedMessage: 'Closed.', affects: ['a01000000000001AAA'], consequence: 'It ends.' });
    const saved = jest.fn();
    const toast = jest.fn();
    element.addEventListener('saved', saved);
    element.addEventListener('lightning__showtoast', toast);
    expect(find(element, '[data-consequence]').textContent).toBe('It ends.');

    await answer(element, 'Reason__c', 'Fits');
    await save(element);

    expect(updateRecord.mock.calls).toEqual([
      [
        { fields: { Id: record.id, Reason__c: 'Fits', Status__c: 'Closed' } },
        { ifUnmodifiedSince: '2026-11-22T10:00:00.000Z' },
      ],
    ]);
    expect(saved.mock.calls.map(([{ detail }]) => detail)).toEqual([{ record: later }]);
    expect(toast.mock.calls[0][0].detail.title).toBe('Closed.');
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: 'a01000000000001AAA' }]);
  });

  test('empties a field and leaves out an answer that is the same as before', async () => {
    const element = await show({ questions: [{ name: 'Steps__c' }, { name: 'Path__c' }, { name: 'Hidden__c' }] });
    expect(asked(element)).toEqual(['Steps__c', 'Path__c']);

    await answer(element, 'Steps__c', '');
    await answer(element, 'Path__c', '');
    await save(element);

    expect(updateRecord.mock.calls[0][0].fields).toEqual({ Id: record.id, Steps__c: null, Status__c: 'Closed' });
  });

  test('sends nothing while a required answer is missing', async () => {
    const element = await show();
    find(element, 'c-record-fields').validate = () => false;

    await save(element);

    expect(updateRecord).not.toHaveBeenCalled();
  });

  test('is saved without questions', async () => {
    const element = await show({ questions: [] });

    await save(element);

    expect(updateRecord.mock.calls[0][0].fields).toEqual({ Id: record.id, Status__c: 'Closed' });
    expect(find(element, 'c-record-fields')).toBeNull();
  });

  test('shows a refusal at its field, asks for fields that were not asked before, and keeps what was entered', async () => {
    refuse({
      errors: [],
      fieldErrors: { Steps__c: [{ message: 'Fill in Next Steps.' }], Path__c: [{ message: 'Say what else.' }] },
    });
    const element = await show();
    await answer(element, 'Reason__c', 'Fits');

    await save(element);

    expect(asked(element)).toEqual(['Steps__c', 'Reason__c', 'Path__c']);
    expect(valueOf(element, 'Reason__c')).toBe('Fits');
    const rows = [...find(element, 'c-record-fields').shadowRoot.querySelectorAll('c-record-field')];
    expect(rows.map(({ dataset }) => dataset.name)).toContain('Path__c');
    expect(find(element, '[data-refused]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  test('shows any other refusal in the error panel, that of a fixed field too', async () => {
    refuse({ errors: [], fieldErrors: { Status__c: [{ message: 'It cannot become Closed.' }] } });
    const element = await show();

    await save(element);

    expect(find(element, '[data-refused]').errors).toEqual(['It cannot become Closed.']);
    expect(find(element, '[data-action="save"]').disabled).toBe(false);
  });

  test('shows what somebody else saved in between beside what was entered, and saves over it only when told', async () => {
    refuse({ errors: [{ errorCode: 'CONFLICT', message: 'Changed.' }], fieldErrors: {} }, 409);
    const element = await show({ questions: [{ name: 'Steps__c' }, { name: 'Reason__c' }, { name: 'Owner__c' }] });
    await answer(element, 'Steps__c', 'Mine');
    await save(element);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: record.id }]);

    element.record = {
      ...later,
      fields: {
        ...record.fields,
        Steps__c: { value: 'Theirs', displayValue: null },
        Reason__c: { value: 'Fits', displayValue: 'Fits well' },
        Owner__c: { value: null, displayValue: null },
        Owner__r: { value: null, displayValue: null },
        Status__c: { value: 'Paused', displayValue: 'Paused' },
      },
    };
    await settle();

    const conflicts = [...element.shadowRoot.querySelectorAll('[data-conflict]')];
    expect(conflicts.map(({ dataset }) => dataset.conflict)).toEqual([
      'Steps__c',
      'Reason__c',
      'Owner__c',
      'Status__c',
    ]);
    expect(conflicts.map((one) => one.querySelector('.text').textContent)).toEqual([
      'Theirs',
      'Fits well',
      '–',
      'Paused',
    ]);
    expect(find(element, '[data-stale]').textContent).toContain('Igor Novak saved.');
    expect(valueOf(element, 'Steps__c')).toBe('Mine');
    await expect(element).toBeAccessible();

    await save(element);
    expect(updateRecord.mock.calls[1]).toEqual([
      { fields: { Id: record.id, Steps__c: 'Mine', Status__c: 'Closed' } },
      { ifUnmodifiedSince: '2026-11-22T11:00:00.000Z' },
    ]);
  });

  test('takes over what somebody else saved', async () => {
    refuse({ errors: [{ errorCode: 'CONFLICT', message: 'Changed.' }], fieldErrors: {} }, 409);
    const element = await show();
    await answer(element, 'Steps__c', 'Mine');
    await save(element);
    element.record = { ...later, fields: { ...record.fields, Steps__c: { value: 'Theirs', displayValue: null } } };
    await settle();

    find(element, '[data-conflict="Steps__c"] lightning-button').click();
    await settle();

    expect(valueOf(element, 'Steps__c')).toBe('Theirs');
    await save(element);
    expect(updateRecord.mock.calls[1][0].fields).toEqual({ Id: record.id, Status__c: 'Closed' });
  });

  test('says so when the other save touched none of these fields and nobody is named', async () => {
    refuse({ errors: [], fieldErrors: {} }, 412);
    const element = await show({ record: { ...record, fields: { ...record.fields, LastModifiedBy: undefined } } });

    await save(element);

    expect(find(element, '[data-stale]').textContent).toContain('c.Groundwork_Saved_In_Between_Elsewhere');
    expect(find(element, '[data-stale]').textContent).toContain('c.Groundwork_Saved_In_Between');
  });

  test('counts a change that the page showed as seen, unless it is one of the fields saved', async () => {
    const element = await show();
    element.record = later;
    await settle();
    await save(element);
    expect(updateRecord.mock.calls[0][1]).toEqual({ ifUnmodifiedSince: later.lastModifiedDate });

    element.record = { ...later, fields: { ...record.fields, Status__c: { value: 'Paused', displayValue: null } } };
    await settle();
    await save(element);
    expect(updateRecord.mock.calls[1][1]).toEqual({ ifUnmodifiedSince: record.lastModifiedDate });
  });

  test('is given up', async () => {
    const element = await show();
    const cancelled = jest.fn();
    element.addEventListener('cancel', cancelled);

    find(element, '[data-action="cancel"]').click();

    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  test('sends once, however often it is pressed, and says when choices could not be loaded', async () => {
    let finish;
    updateRecord.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)));
    const element = await show();
    find(element, '[data-action="save"]').click();
    find(element, '[data-action="save"]').click();
    await settle();
    expect(find(element, '[data-action="save"]').label).toBe('c.Groundwork_Saving');
    finish({});
    await settle();
    expect(updateRecord).toHaveBeenCalledTimes(1);

    getPicklistValuesByRecordType.error({ message: 'No answer' });
    await settle();
    expect(find(element, 'c-error-panel').heading).toBe('c.Groundwork_Options_Failed');
  });
});
