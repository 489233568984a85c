import { createElement } from 'lwc';
import RecordField from 'c/recordField';

const options = [
  { label: 'Yes', value: 'Yes' },
  { label: 'No', value: 'No' },
];

async function show(field) {
  const element = createElement('c-record-field', { is: RecordField });
  const offered = field.dataType === 'Reference' ? undefined : options;
  element.field = { name: 'Field__c', label: 'Field', length: 0, required: false, options: offered, ...field };
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function input(element) {
  return element.shadowRoot.querySelector('[data-input]');
}

function answerOf(element, detail) {
  const heard = jest.fn();
  element.addEventListener('answer', heard);
  input(element).dispatchEvent(new CustomEvent('change', { detail }));
  return heard.mock.calls[0][0].detail;
}

describe('c-record-field', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test.each([
    ['Picklist', { asRadios: true }, 'lightning-radio-group', undefined],
    ['Picklist', {}, 'lightning-combobox', undefined],
    ['MultiPicklist', {}, 'lightning-checkbox-group', undefined],
    ['TextArea', {}, 'lightning-textarea', undefined],
    ['Boolean', {}, 'lightning-input', 'checkbox'],
    ['Double', {}, 'lightning-input', 'number'],
    ['Currency', {}, 'lightning-input', 'number'],
    ['Reference', {}, 'lightning-record-picker', undefined],
    ['Reference', { options }, 'lightning-combobox', undefined],
    ['Date', {}, 'lightning-input', 'date'],
    ['String', {}, 'lightning-input', 'text'],
    ['Url', {}, 'lightning-input', 'url'],
  ])('shows a %s %p as %s %s', async (dataType, style, name, type) => {
    const element = await show({ dataType, ...style });

    expect(input(element).localName).toBe(name);
    expect(input(element).type).toBe(type);
    expect(input(element).label).toBe('Field');
    await expect(element).toBeAccessible();
  });

  test.each([
    ['a text', 'String', { value: 'x' }, 'x'],
    ['a number', 'Double', { value: '2000' }, 2000],
    ['an emptied number', 'Double', { value: '' }, ''],
    ['a tick', 'Boolean', { checked: false }, false],
    ['a record', 'Reference', { recordId: '005000000000001AAA' }, '005000000000001AAA'],
    ['no record any more', 'Reference', { recordId: null }, ''],
    ['several choices', 'MultiPicklist', { value: ['Yes', 'No'] }, 'Yes;No'],
  ])('answers %s', async (_, dataType, detail, value) => {
    expect(answerOf(await show({ dataType }), detail)).toEqual({ name: 'Field__c', value });
  });

  test('a lookup leads to its object, within its filter', async () => {
    const filter = { criteria: [] };
    const picker = input(await show({ dataType: 'Reference', target: 'User', filter }));

    expect([picker.objectApiName, picker.filter]).toEqual(['User', filter]);
  });

  test.each([
    [undefined, 1],
    [0.1, 0.1],
  ])('a number with steps of %s', async (step, expected) => {
    expect(input(await show({ dataType: 'Double', step })).step).toBe(expected);
  });

  test('ticks the choices that are made', async () => {
    const element = await show({ dataType: 'MultiPicklist', value: 'Yes;No' });

    expect(input(element).value).toEqual(['Yes', 'No']);
  });

  test('says that a required answer is missing', async () => {
    const element = await show({ dataType: 'Picklist', required: true, missing: 'Choose one.' });
    const told = jest.spyOn(input(element), 'reportValidity');

    expect(element.validate()).toBe(false);
    expect(told).toHaveBeenCalledTimes(1);
    expect(input(element).messageWhenValueMissing).toBe('Choose one.');
  });

  test('is right when it is answered, or need not be', async () => {
    expect((await show({ dataType: 'Picklist', required: true, value: 'Yes' })).validate()).toBe(true);
    expect((await show({ dataType: 'Picklist' })).validate()).toBe(true);
  });

  test('shows a message of the server until the answer changes', async () => {
    const element = await show({ dataType: 'String' });
    const told = jest.spyOn(input(element), 'setCustomValidity');

    element.showError('Too small');
    answerOf(element, { value: 'x' });

    expect(told.mock.calls).toEqual([['Too small'], ['']]);
  });
});
