import { createElement } from 'lwc';
import RecordFields from 'c/recordFields';

const fields = ['First__c', 'Second__c'].map((name) => ({
  name,
  label: name,
  dataType: 'String',
  length: 255,
  required: true,
  options: [],
}));

async function show(shown = fields) {
  const element = createElement('c-record-fields', { is: RecordFields });
  element.fields = shown;
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

function field(element, name) {
  return element.shadowRoot.querySelector(`[data-name="${name}"]`);
}

describe('c-record-fields', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  test('passes answers on', async () => {
    const element = await show();
    const heard = jest.fn();
    element.addEventListener('answer', heard);

    field(element, 'Second__c').dispatchEvent(new CustomEvent('answer', { detail: { name: 'Second__c', value: 'x' } }));

    expect(heard.mock.calls[0][0].detail).toEqual({ name: 'Second__c', value: 'x' });
  });

  test('focuses the first field that is not right', async () => {
    const element = await show([{ ...fields[0], value: 'x' }, fields[1]]);
    const focused = jest.spyOn(field(element, 'Second__c'), 'focus');

    expect(element.validate()).toBe(false);
    expect(focused).toHaveBeenCalledTimes(1);
  });

  test('is right when all fields are', async () => {
    expect((await show(fields.map((one) => ({ ...one, value: 'x' })))).validate()).toBe(true);
  });

  test('shows messages at their fields and takes earlier ones away', async () => {
    const element = await show();
    const first = jest.spyOn(field(element, 'First__c'), 'showError');
    const second = jest.spyOn(field(element, 'Second__c'), 'showError');

    expect(element.showErrors({ First__c: 'Too small', Elsewhere__c: 'Wrong' })).toEqual(['First__c']);
    expect(element.showErrors({ Second__c: 'Too long' })).toEqual(['Second__c']);

    expect(first.mock.calls).toEqual([['Too small'], ['']]);
    expect(second.mock.calls).toEqual([['Too long']]);
  });

  test('focuses the field asked for, or the first', async () => {
    const element = await show();
    const first = jest.spyOn(field(element, 'First__c'), 'focus');
    const second = jest.spyOn(field(element, 'Second__c'), 'focus');

    element.focus('Second__c');
    element.focus();

    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  });
});
